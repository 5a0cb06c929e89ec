"""When the next message may go, and which one it is."""

import asyncio
import contextlib
import heapq
import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime
from time import monotonic

from flows.ports import Outgoing

SHARE = 0.98  # measured: at 100 % the channel refuses, at 98 % it never does
LAG = 0.005  # how much lateness is made up for; more would be a burst
CHAT_GAP = 1.05
HELD_BACK = 1000
CHATS = 20_000
NAP = 0.2


class Pace:
    """Turns that come evenly, and not at all while the channel wants quiet."""

    def __init__(self, rate: float) -> None:
        self._gap = 1 / (rate * SHARE)
        self._next = 0.0

    def hold(self, seconds: float) -> None:
        """Give no turn for so long."""
        self._next = max(self._next, monotonic() + seconds)

    async def turn(self, stopping: asyncio.Event) -> None:
        """Wait for the next turn, or until everything stops."""
        self._next = max(self._next, monotonic() - LAG) + self._gap
        while (wait := self._next - monotonic()) > 0 and not stopping.is_set():
            await (asyncio.sleep(wait) if wait < NAP else either(stopping, wait))


class Shelf:
    """Messages at hand: by lane, and no chat more often than once in `CHAT_GAP`."""

    def __init__(self) -> None:
        self._ready: list[tuple[int, datetime, int, Outgoing]] = []
        self._later: list[tuple[float, int, Outgoing]] = []
        self._free: dict[int, float] = {}
        self._order = itertools.count()

    def __iter__(self) -> Iterator[Outgoing]:
        return iter([*(item[-1] for item in self._ready), *(item[-1] for item in self._later)])

    def put(self, taken: Iterable[Outgoing]) -> None:
        """Lay messages on the shelf."""
        for item in taken:
            heapq.heappush(self._ready, (item.lane, item.due_at, next(self._order), item))

    def room(self, wanted: int) -> int:
        """How many more are wanted, once less than half of `wanted` are at hand."""
        full = len(self._ready) > wanted // 2 or len(self._later) >= HELD_BACK
        return 0 if full else wanted - len(self._ready)

    def pick(self) -> Outgoing | None:
        """The next message whose chat is free, if there is one."""
        now = monotonic()
        while self._later and self._later[0][0] <= now:
            self.put([heapq.heappop(self._later)[-1]])
        while self._ready:
            item = heapq.heappop(self._ready)[-1]
            free = self._free.get(item.chat, 0.0)
            if free <= now:
                self._book(item.chat, now)
                return item
            heapq.heappush(self._later, (free, next(self._order), item))
        return None

    def _book(self, chat: int, now: float) -> None:
        self._free[chat] = now + CHAT_GAP
        if len(self._free) > CHATS:
            self._free = {chat: free for chat, free in self._free.items() if free > now}


async def either(event: asyncio.Event, seconds: float) -> None:
    """Wait for the event, but no longer than this."""
    # Not `wait_for`: on Python 3.11 it forgets that it was cancelled when the event is set just then.
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
