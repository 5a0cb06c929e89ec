"""The register, put together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from bot.api.app import register_app
from bot.api.tls import of_register
from bot.citizen.clock import now_utc
from bot.compose.distrust import ENDED, Ended, end_again
from bot.compose.erasing import Erased, erase
from bot.compose.parts import ended, finished
from bot.compose.viewing import show
from bot.compose.watching import RegisterWatch
from bot.console.app import console
from bot.keys import Centre
from bot.ocr.eyes import Eyes, missing
from bot.photos.fetching import Fetching
from bot.policies import given as policy_given
from bot.serving import serve as serve_http
from bot.settings import Settings, Unset, address
from bot.speech import Speech
from bot.watch.pages import routes
from flows.ports import NoRoom
from storage.assessing import StoredAssessing
from storage.exchange import StoredExchange
from storage.nodes import token_of
from storage.photos import StoredPhotos
from storage.register import StoredRegister
from storage.vault import Vault
from storage.waiting import rest

ALLOT_EVERY = 0.5
REMIND_EVERY = 60.0
ASSESS_EVERY = 10.0
ERASE_EVERY = 60.0
VIEW_EVERY = 0.5
FETCH_EVERY = 2.0


@asynccontextmanager
async def register(
    given: Settings, engine: Engine, vault: Vault, stop: asyncio.Event, *, nodes: bool = True
) -> AsyncIterator[None]:
    """The register at work: it receives, feeds, gives out seats, and shows its figures.

    nodes: whether it listens for nodes; a deployment on one machine has none elsewhere.
    """
    end_again(engine, Ended(given.keys / ENDED))
    kept = StoredRegister(engine, vault)
    speech = Speech(drafts=given.drafts())
    assessing = StoredAssessing(kept.decisions, policy_given(Path(given.policy) if given.policy else None))
    clocks, memory = given.clocks(), Erased(given.keys / "erased")
    page = console(kept, exact=given.exact_counts, watched=routes(RegisterWatch(engine)))
    tokens, photos = partial(_token_of, given, engine, vault), StoredPhotos(engine, vault)
    fetching = Fetching(photos, tokens, given.telegram_api, now_utc, _eyes(given))
    async with AsyncExitStack() as parts:
        working = [
            asyncio.create_task(serve_http(page, *given.console_at(), stop)),
            asyncio.create_task(_every(ERASE_EVERY, stop, lambda: erase(kept, clocks, memory, datetime.now(UTC)))),
            asyncio.create_task(_every(VIEW_EVERY, stop, lambda: show(kept, speech, datetime.now(UTC)))),
            asyncio.create_task(_fetching(fetching, stop)),
            asyncio.create_task(_every(ALLOT_EVERY, stop, lambda: kept.allot(datetime.now(UTC)))),
            asyncio.create_task(_every(REMIND_EVERY, stop, lambda: kept.trips.remind(datetime.now(UTC)))),
            asyncio.create_task(_every(ERASE_EVERY, stop, lambda: kept.speaking.settle(datetime.now(UTC)))),
            asyncio.create_task(_every(REMIND_EVERY, stop, lambda: kept.asking.wishes(datetime.now(UTC)))),
            asyncio.create_task(_every(ASSESS_EVERY, stop, lambda: assessing.assess(datetime.now(UTC)))),
        ]
        if nodes:
            centre = Centre(given.keys, given.passphrase.get_secret_value())
            app = register_app(StoredExchange(engine, vault, centre.signing))
            tls = of_register(centre.folder, centre.passphrase)
            working.append(asyncio.create_task(serve_http(app, *address(given.register_listen), stop, tls=tls)))
        parts.push_async_callback(finished, working, [])
        for task in working:
            task.add_done_callback(partial(ended, stop))
        yield


def _eyes(given: Settings) -> Eyes | None:
    """What reads photos of papers, where that is wanted; Unset if it is and cannot be."""
    if given.ocr and (why := missing()):
        raise Unset(why)
    return Eyes() if given.ocr else None


def _token_of(given: Settings, engine: Engine, vault: Vault, node: str) -> str:
    """The token of a node's bot: the one it is lent, or of a deployment on one machine its own."""
    own = given.citizen_token.get_secret_value() if node == given.node else ""
    return token_of(engine, vault, node) or own


async def _fetching(fetching: Fetching, stop: asyncio.Event) -> None:
    """Fetch what people want to be kept; without room it is tried again."""
    while not stop.is_set():
        with suppress(NoRoom):
            await fetching.once()
        await rest(FETCH_EVERY, stop)


async def _every(seconds: float, stop: asyncio.Event, work: Callable[[], object]) -> None:
    while not stop.is_set():
        # Without room nothing can be decided now, and the next time it is looked at again.
        with suppress(NoRoom):
            await asyncio.to_thread(work)
        try:
            await asyncio.wait_for(stop.wait(), seconds)
        except TimeoutError:
            continue
