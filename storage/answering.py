"""Those who wait, in an event loop, for the writer's thread to make their turn durable."""

import asyncio
from collections.abc import Sequence

from storage.errors import StoreError
from storage.group import Job


class Waiting:
    """A turn, who waits for it, and what went wrong with it, if anything."""

    __slots__ = ("error", "future", "job")

    def __init__(self, job: Job, future: asyncio.Future[None]) -> None:
        self.job = job
        self.future = future
        self.error: StoreError | None = None


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
