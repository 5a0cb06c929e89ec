"""The register, put together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Engine

from bot.api.app import register_app
from bot.compose.parts import ended, finished
from bot.console.app import console
from bot.serving import serve as serve_http
from bot.settings import Settings
from storage.receive import StoredExchange
from storage.register import StoredRegister

ALLOT_EVERY = 0.5


@asynccontextmanager
async def register(given: Settings, engine: Engine, stop: asyncio.Event) -> AsyncIterator[None]:
    """The register at work: it receives, feeds, gives out seats, and shows its figures."""
    host, port = given.register_at()
    kept = StoredRegister(engine)
    app = register_app(StoredExchange(engine))
    app.mount("/", console(kept, exact=given.exact_counts))
    async with AsyncExitStack() as parts:
        working = [
            asyncio.create_task(serve_http(app, host, port, stop)),
            asyncio.create_task(_every(ALLOT_EVERY, stop, lambda: kept.allot(datetime.now(UTC)))),
        ]
        parts.push_async_callback(finished, working, [])
        for task in working:
            task.add_done_callback(partial(ended, stop))
        yield


async def _every(seconds: float, stop: asyncio.Event, work: Callable[[], object]) -> None:
    while not stop.is_set():
        await asyncio.to_thread(work)
        try:
            await asyncio.wait_for(stop.wait(), seconds)
        except TimeoutError:
            continue
