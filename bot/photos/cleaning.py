"""Photos cleaned one by one, each in a process of its own that has nothing to lose."""

import asyncio
import sys
from collections.abc import Sequence

from bot.photos.asking import WorkerUnable, asked
from bot.photos.verdicts import HEADER, LONGEST, RAW, Clean, Refused, Why, unpack

__all__ = ["AT_ONCE", "PATIENCE", "WORKER", "Cleaner", "WorkerUnable"]

WORKER = (sys.executable, "-B", "-s", "-m", "bot.photos.worker")
PATIENCE = 10.0
AT_ONCE = 2


class Cleaner:
    """Makes photos harmless, at most so many at once; none is given longer than patience, in seconds.

    worker: the command that reads a photo, shut in, and writes a verdict.
    """

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE, worker: Sequence[str] = WORKER) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._patience = patience
        self._worker = worker

    async def clean(self, raw: bytes) -> Clean | Refused:
        """The photo made anew, or why it is not kept; WorkerUnable or OSError if this machine cannot do it."""
        if len(raw) > RAW:
            return Refused(Why.TOO_LARGE)
        async with self._room:
            return await asked(self._worker, raw, self._patience, _verdict)


async def _verdict(stdout: asyncio.StreamReader) -> Clean | Refused:
    width, height, length = HEADER.unpack(await stdout.readexactly(HEADER.size))
    if length > LONGEST:
        raise ValueError("not a verdict")
    return unpack(width, height, await stdout.readexactly(length))
