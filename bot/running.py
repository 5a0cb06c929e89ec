"""Processes: put together, told to stop by a signal, and stopped in order."""

import asyncio
import gc
import signal
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import uvloop

Part = Callable[[asyncio.Event], AbstractAsyncContextManager[None]]


def run(*parts: Part) -> None:
    """Run these parts until SIGINT or SIGTERM, or until one of them ends; the last started stops first."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_all(parts))


async def _all(parts: tuple[Part, ...]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with AsyncExitStack() as stack:
        for part in parts:
            await stack.enter_async_context(part(stop))
        _settle()
        await stop.wait()


def _settle() -> None:
    """What was loaded by now stays: the collector need not walk it again and again while people wait."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
