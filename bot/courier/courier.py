"""Sends what waits in the outbox: evenly spaced just below what the channel allows, urgent first."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, ParamSpec, Protocol

import msgspec
import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.courier.line import send
from bot.courier.shelf import NAP, Pace, Shelf, either
from bot.courier.wiping import wipe
from flows.ports import Lane, NoRoom, Outgoing

AT_ONCE = 100
LONGEST = 60.0
PATIENCE = 15.0
FULL_PAUSE = 1.0
WIPE = "wipe"
NOT_SENT = (ClientConnectorError, ConnectionTimeoutError)
# What no repetition mends: the channel says so, or the message is no call of ours.
WRONG = (TelegramBadRequest, TelegramMigrateToChat, KeyError, ValueError)
Settled = Literal["sent", "unknown", "failed"]

P = ParamSpec("P")

log = structlog.get_logger()


class Outbox(Protocol):
    """Where messages wait; a claimed message is ours until it is settled, put back or recovered."""

    def claim(self, now: datetime, limit: int) -> Sequence[Outgoing]:
        """Take up to `limit` messages that are due, urgent lanes first."""

    def holds(self, message: str) -> bool:
        """Whether a claimed message was not taken back meanwhile."""

    def settle_all(self, settled: Sequence[tuple[str, Settled]]) -> None:
        """These messages are done with."""

    def again(self, message: str, due_at: datetime) -> None:
        """The message waits anew, until `due_at`."""

    def recover(self, now: datetime) -> object:
        """Let what an earlier courier had claimed and not settled wait anew."""


class Told(Protocol):
    """Who is told what became of a message, before it is settled."""

    async def sent(self, outgoing: Outgoing, message: int) -> None:
        """The channel accepted the message, and has it by this id, if not 0."""

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        """The message comes no further: unknown (it may have arrived), failed or expired."""

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        """The channel will not deliver to this person any more."""


def real() -> datetime:
    """The time it is."""
    return datetime.now(UTC)


class Courier:
    """Carries the outbox's messages to the channel until it is stopped."""

    def __init__(
        self, bot: Bot, outbox: Outbox, told: Told, *, rate: float = 30, now: Callable[[], datetime] = real
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._bot, self._outbox, self._told, self._now = bot, outbox, told, now
        self._pace, self._shelf = Pace(rate), Shelf()
        self._ahead = max(4, int(rate / 10))
        self._tries: Counter[str] = Counter()
        self._unsure: set[str] = set()
        self._settled: list[tuple[str, Settled]] = []
        self._flying = asyncio.Semaphore(AT_ONCE)
        self._stopping, self._landed = asyncio.Event(), asyncio.Event()
        self._due, self._laid, self._done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def run(self) -> None:
        """Send until `stop`: what is in flight then is waited for, what is only at hand is put back."""
        try:
            await self._patiently(self._outbox.recover, self._now())
            async with asyncio.TaskGroup() as keeping:
                keeping.create_task(self._settle_all())
                async with asyncio.TaskGroup() as sending:
                    sending.create_task(self._fetch())
                    sending.create_task(self._send_all(sending))
                self._landed.set()
                self._done.set()
            for item in self._shelf:
                await self._patiently(self._outbox.again, item.id, item.due_at)
        finally:
            await self._bot.session.close()

    def wake(self) -> None:
        """Something was put into the outbox just now."""
        self._due.set()

    def stop(self) -> None:
        """Begin to stop; `run` returns when it is done."""
        for event in (self._stopping, self._due, self._laid):
            event.set()

    async def _fetch(self) -> None:
        while not self._stopping.is_set():
            self._due.clear()
            wanted = self._shelf.room(self._ahead)
            taken = await self._claimed(wanted) if wanted else ()
            self._shelf.put(taken)
            if taken:
                self._laid.set()
            if len(taken) < wanted or not wanted:
                await either(self._due, NAP)

    async def _claimed(self, wanted: int) -> Sequence[Outgoing]:
        try:
            return await asyncio.to_thread(self._outbox.claim, self._now(), wanted)
        except NoRoom:
            await either(self._stopping, FULL_PAUSE)
            return ()

    async def _patiently(self, work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Write to the outbox once there is room; whoever stops leaves it to the next start to find out."""
        while True:
            try:
                await asyncio.to_thread(work, *args, **kwargs)
                return
            except NoRoom:
                if self._stopping.is_set():
                    return
                await either(self._stopping, FULL_PAUSE)

    async def _send_all(self, group: asyncio.TaskGroup) -> None:
        while not self._stopping.is_set():
            self._laid.clear()
            item = self._shelf.pick()
            if item is None:
                await either(self._laid, NAP / 4)
                continue
            await self._flying.acquire()
            group.create_task(self._send(item)).add_done_callback(lambda _: self._flying.release())
            if self._shelf.room(self._ahead):
                self._due.set()
            # The turn is waited for after the message, so that the next one is chosen as late as possible.
            await self._pace.turn(self._stopping)

    async def _send(self, item: Outgoing) -> None:
        if not await asyncio.to_thread(self._outbox.holds, item.id):
            return
        if item.expires_at is not None and item.expires_at <= self._now():
            await self._end(item, "expired")
            return
        try:
            message = await self._made(*_call(item.body))
        except TelegramRetryAfter as refused:
            await self._refused(item, refused.retry_after)
        except TelegramForbiddenError:
            await self._told.lost(item, "blocked")
            await self._end(item, "failed")
        except WRONG as wrong:
            log.warning("courier.failed", error=type(wrong).__name__)
            await self._end(item, "failed")
        except (TelegramAPIError, ClientDecodeError) as broken:
            await self._broken(item, broken)
        else:
            await self._told.sent(item, message)
            self._settle(item, "sent")

    async def _made(self, method: str, params: dict[str, Any]) -> int:
        if method == WIPE:
            return await wipe(self._bot, params, self._now().timestamp(), PATIENCE)
        return await send(self._bot, method, params, PATIENCE)

    async def _refused(self, item: Outgoing, wait: float) -> None:
        """The channel wants quiet from all of us; the message was not tried."""
        self.counts["refused"] += 1
        self._pace.hold(wait)
        await self._patiently(self._outbox.again, item.id, self._now() + timedelta(seconds=wait))

    async def _broken(self, item: Outgoing, error: TelegramAPIError | ClientDecodeError) -> None:
        """The channel or the way to it failed: try again, but what is said only once when it may have arrived."""
        cause = error.__cause__
        answered = isinstance(error, TelegramAPIError) and not isinstance(error, TelegramNetworkError)
        arrived = not answered and not isinstance(cause, NOT_SENT)
        log.warning("courier.broken", error=type(cause or error).__name__)
        harmless = item.lane is Lane.AWAY and not isinstance(error, ClientDecodeError)
        if arrived and item.id in self._unsure and not harmless:
            await self._end(item, "unknown")
            return
        if arrived:
            self._unsure.add(item.id)
        self._tries[item.id] += 1
        self.counts["again"] += 1
        wait = min(LONGEST, 0.25 * 2 ** min(self._tries[item.id], 10)) * random.uniform(0.5, 1)  # noqa: S311
        await self._patiently(self._outbox.again, item.id, self._now() + timedelta(seconds=wait))

    async def _end(self, item: Outgoing, state: str) -> None:
        """Say how far it came, and be done with it."""
        await self._told.stood(item, state)
        self._settle(item, "unknown" if state == "unknown" else "failed")

    def _settle(self, item: Outgoing, state: Settled) -> None:
        self.counts[state] += 1
        self._tries.pop(item.id, None)
        self._unsure.discard(item.id)
        self._settled.append((item.id, state))
        self._done.set()

    async def _settle_all(self) -> None:
        """Settle what has landed; what lands during one commit shares the next."""
        while self._settled or not self._landed.is_set():
            await self._done.wait()
            self._done.clear()
            settled, self._settled = self._settled, []
            if settled:
                await self._patiently(self._outbox.settle_all, settled)


def _call(body: bytes) -> tuple[str, dict[str, Any]]:
    call = msgspec.json.decode(body, type=dict[str, Any])
    return call["method"], call["params"]
