"""The parts of a process: each ends when it is told, and takes the process with it when it ends by itself."""

import asyncio
from collections.abc import Callable

import structlog

from bot.logs import place

log = structlog.get_logger()


def ended(stop: asyncio.Event, task: asyncio.Task[None]) -> None:
    """A part that ends before it was told to takes the process with it: half a node is worse than none."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("part.failed", error=place(error))
    stop.set()


async def finished(working: list[asyncio.Task[None]], stops: list[Callable[[], None]]) -> None:
    """Tell the parts that have to be told, wait for all, and raise what broke one of them."""
    for stopping in stops:
        stopping()
    done = await asyncio.gather(*working, return_exceptions=True)
    for error in done:
        if isinstance(error, Exception):
            raise error
