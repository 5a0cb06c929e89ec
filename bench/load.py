"""Citizens who all write at once: raw keep-alive connections, each with one update in flight."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import cast

from bench.dialogue import Citizen

LONGEST = 60.0


class Wrong(Exception):
    """A bot answered something other than the next question."""


@dataclass(slots=True)
class Run:
    """What one round came to: seconds from an update to its answer, and the round's own seconds."""

    waits: list[float] = field(default_factory=list)
    took: float = 0.0

    def percentile(self, part: float) -> float:
        """How many milliseconds this part of the updates waited at most."""
        waits = sorted(self.waits)
        return waits[min(len(waits) - 1, int(len(waits) * part))] * 1000


class Crowd:
    """Who may write next: each person only after the answer to what they wrote before."""

    def __init__(self, citizens: int, first_chat: int, updates: "count[int]", typed: bool, head: bytes) -> None:
        self.run = Run()
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ready = deque(Citizen(first_chat + each, typed) for each in range(citizens))
        self._left = citizens
        self._updates, self._head = updates, head

    def next(self) -> tuple[Citizen, bytes] | None:
        """Somebody's next update as a request; None while nobody has one."""
        if not self._ready:
            return None
        citizen = self._ready.popleft()
        body = citizen.act(next(self._updates))
        return citizen, b"%b%d\r\n\r\n%b" % (self._head, len(body), body)

    def answered(self, citizen: Citizen, reply: bytes, wait: float) -> None:
        """Somebody's answer came."""
        self.run.waits.append(wait)
        if not citizen.hears(reply):
            self.wrong(f"not the answer to step {citizen.at}: {reply[:400]!r}")
        elif not citizen.done:
            self._ready.append(citizen)
        else:
            self._left -= 1
            if not self._left and not self.over.done():
                self.over.set_result(None)

    def wrong(self, why: str) -> None:
        """End the round as failed."""
        if not self.over.done():
            self.over.set_exception(Wrong(why))


class Phone(asyncio.Protocol):
    """One connection."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._got = b""
        self._asked: tuple[Citizen, float] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Write the first update."""
        self._transport = cast(asyncio.Transport, transport)
        self.write()

    def write(self) -> None:
        """Write somebody's next update, if anybody has one."""
        if self._asked is None and (due := self._crowd.next()) is not None:
            citizen, request = due
            self._asked = citizen, time.perf_counter()
            self._transport.write(request)

    def data_received(self, got: bytes) -> None:
        """Read the answer and write again."""
        self._got += got
        end = self._got.find(b"\r\n\r\n")
        if end < 0 or self._asked is None:
            return
        head = self._got[:end].lower()
        _, _, length = head.partition(b"content-length:")
        if not head.startswith(b"http/1.1 200") or not length:
            self._crowd.wrong(f"not an answer: {self._got[:200]!r}")
            return
        whole = end + 4 + int(length.split(b"\r\n", 1)[0])
        if len(self._got) < whole:
            return
        reply, self._got = self._got[end + 4 : whole], self._got[whole:]
        (citizen, asked), self._asked = self._asked, None
        self._crowd.answered(citizen, reply, time.perf_counter() - asked)
        self.write()

    def connection_lost(self, error: Exception | None) -> None:
        """A bot that hangs up has failed."""
        self._crowd.wrong("the bot hung up")

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()


@dataclass(slots=True)
class Load:
    """Rounds against one bot; no person and no update comes twice."""

    port: int
    path: str
    secret: str
    chats: "count[int]" = field(default_factory=lambda: count(1_000_000, 100_000))
    updates: "count[int]" = field(default_factory=lambda: count(1))

    async def round(self, citizens: int, in_flight: int, typed: bool) -> Run:
        """So many people register, so many updates in flight."""
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {self.secret}\r\nContent-Length: "
        )
        crowd = Crowd(citizens, next(self.chats), self.updates, typed, head.encode())
        loop = asyncio.get_running_loop()
        started = time.perf_counter()
        phones = []
        for _ in range(min(in_flight, citizens)):
            _, phone = await loop.create_connection(lambda: Phone(crowd), "127.0.0.1", self.port)
            phones.append(phone)
        await asyncio.wait_for(crowd.over, LONGEST)
        crowd.run.took = time.perf_counter() - started
        for phone in phones:
            phone.close()
        return crowd.run
