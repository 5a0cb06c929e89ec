"""Those who wait, in an event loop, for the writer's thread to make their turn durable."""

import asyncio
import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Lock

from storage.errors import StoreError, StoreFailed
from storage.group import Job

LARGEST_GROUP = 256
IDLE = 60.0
GATHER = 0.001  # seconds: where several turns came at once, more are on their way to share the next commit


class Waiting:
    """A turn, who waits for it, and what went wrong with it, if anything."""

    __slots__ = ("error", "future", "job")

    def __init__(self, job: Job, future: asyncio.Future[None]) -> None:
        self.job = job
        self.future = future
        self.error: StoreError | None = None


class Line:
    """The turns that wait, in the order in which they came. why: why none may join, "" while they may."""

    def __init__(self) -> None:
        self.why = "not started"
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        # Whoever joins the line, or shuts it, holds the gate: none joins after the last look.
        self._gate = Lock()
        self._crowded = False

    async def join(self, job: Job) -> None:
        """Return once the turn is settled; StoreFailed if none may join any more."""
        waiting = Waiting(job, asyncio.get_running_loop().create_future())
        with self._gate:
            if self.why:
                raise StoreFailed(self.why)
            self._queue.put(waiting)
        await waiting.future

    def shut(self, why: str) -> None:
        """Let none join any more, or with "" all."""
        with self._gate:
            self.why = why

    def end(self) -> None:
        """Say that there will be no more after those who wait."""
        self._queue.put(None)

    def first(self) -> list[Waiting] | None:
        """Wait for a turn, take all beside it; none after a while, None once there will be no more."""
        hand: list[Waiting] = []
        try:
            turn = self._queue.get(timeout=IDLE)
            if self._crowded:
                time.sleep(GATHER)
            while turn is not None:
                hand.append(turn)
                if len(hand) >= LARGEST_GROUP:
                    break
                turn = self._queue.get_nowait()
            if turn is None and not hand:
                return None
            if turn is None:
                self.end()
        except Empty:
            pass
        self._crowded = len(hand) > 1
        return hand

    def rest(self) -> list[Waiting]:
        """All who still wait."""
        left = []
        while not self._queue.empty():
            left += [waiting for waiting in (self._queue.get_nowait(),) if waiting is not None]
        return left


def answer(settled: Sequence[Waiting]) -> None:
    """Tell everyone whose turn is settled, waking each event loop once."""
    for loop in {waiting.future.get_loop() for waiting in settled}:
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, [w for w in settled if w.future.get_loop() is loop])


def _settle(settled: Sequence[Waiting]) -> None:
    for waiting in settled:
        if waiting.future.done():
            continue
        if waiting.error is None:
            waiting.future.set_result(None)
        else:
            waiting.future.set_exception(waiting.error)
