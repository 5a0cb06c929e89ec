"""A node, put together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from sqlalchemy import Engine

from bot.citizen.conversation import Conversation, now_utc
from bot.citizen.front import Front
from bot.citizen.intake import Intake
from bot.citizen.polling import ALLOWED, Polling
from bot.citizen.telegram import Telegram
from bot.citizen.webhook import Webhook
from bot.compose.parts import ended, finished
from bot.compose.stores import store
from bot.compose.unlocking import Unlocking, linked, token_of, while_trusted
from bot.compose.watching import NodeWatch
from bot.courier import Courier, connect
from bot.keys import Carried
from bot.settings import Settings, Unset, address
from bot.speech import Speech
from flows.facts import Entry, KeyMade, NoteStopped
from flows.ports import Outgoing
from flows.talks.talks import house
from storage.feed import Feed, LinkedFeed, LocalFeed, Source
from storage.outbox import Outbox
from storage.push import Push
from storage.room import Room
from storage.telling import Session
from storage.turns import StoredTurns
from storage.vault import Seal, Vault
from storage.waiting import rest

CACHED = 1_000  # about 3 KB a person; whoever is not among them costs one read
MINUTE = 60.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Told:
    """What the courier learns, as facts of the conversation."""

    conversation: Conversation

    async def sent(self, outgoing: Outgoing) -> None:
        """The channel accepted a message."""
        await self.conversation.sent(outgoing)

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        """A message comes no further."""
        await self.conversation.stood(outgoing, state)

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        """The channel will not deliver to this person any more."""
        await self.conversation.lost(outgoing.chat, why, outgoing.id)


@asynccontextmanager
async def node(given: Settings, stop: asyncio.Event) -> AsyncIterator[None]:
    """A node at work: it hears people, answers, and trades facts with the register.

    Its store opens with a key that the register lends or a passphrase locks, and that is never on its disk.
    """
    keys = Carried(given.keys, given.passphrase.get_secret_value())
    signing, session = keys.signing, Session(given.node, keys.centre)
    async with AsyncExitStack() as parts:
        link = await parts.enter_async_context(linked(given, keys))
        unlocking = Unlocking(given, keys, link, session)
        unlocked = await unlocking.unlocked(stop)
        if unlocked is None:
            yield
            return
        room = Room(Path(given.store))
        room.begin()
        engine = store(given.store, unlocked.key)
        room.guard(engine)
        parts.callback(engine.dispose)
        sealing = keys.sealing
        seal = Seal(sealing.generation, bytes.fromhex(sealing.public))
        if unlocked.lease:
            unlocking.take(unlocked.lease, seal, engine)
        token = token_of(given, unlocked.lease, engine)
        turns = StoredTurns(engine, given.node, seal, cached=CACHED, room=room)
        push = Push(engine, turns, signing)
        watch = NodeWatch(engine, turns, room, push, unlocking)
        hearing = Hearing(given, engine, token, turns, seal, watch)
        pushing = lambda: while_trusted(given.node, push.run(link, stop))  # noqa: E731
        renewing = partial(unlocking.renewing, seal, engine, stop)
        await parts.enter_async_context(_at_work(hearing, LinkedFeed(link, session), [pushing, renewing], stop))
        yield


@asynccontextmanager
async def alone(given: Settings, engine: Engine, vault: Vault, stop: asyncio.Event) -> AsyncIterator[None]:
    """A node that shares the register's store and keys, so that nothing needs to be pushed."""
    room = Room(Path(given.store))
    room.begin()
    room.guard(engine)
    turns = StoredTurns(engine, given.node, vault, cached=CACHED, room=room)
    watch = NodeWatch(engine, turns, room)
    hearing = Hearing(given, engine, given.token("citizen_token"), turns, vault, watch)
    async with _at_work(hearing, LocalFeed(engine, vault, given.node), [], stop):
        yield


@dataclass(frozen=True, slots=True)
class Hearing:
    """What hears and answers people: with these settings, over this store, as the bot of this token."""

    given: Settings
    engine: Engine
    token: str
    turns: StoredTurns
    seal: Seal
    watch: NodeWatch


@asynccontextmanager
async def _at_work(
    hearing: Hearing, source: Source, beside: list[Callable[[], Awaitable[None]]], stop: asyncio.Event
) -> AsyncIterator[None]:
    given, engine, token, turns = hearing.given, hearing.engine, hearing.token, hearing.turns
    watch, metrics = hearing.watch, given.metrics_at()
    speech = Speech()
    clocks = given.clocks()
    rooms = house(speech, clocks)
    turns.start(rooms.stored)
    async with AsyncExitStack() as parts:
        parts.callback(turns.close)
        conversation = Conversation(turns, rooms, speech, clocks=clocks)
        bot = connect(token, given.telegram_api)
        telegram = Telegram(bot, conversation)
        parts.push_async_callback(telegram.close)
        courier = Courier(connect(token, given.telegram_api), Outbox(engine), Told(conversation))
        feed = watch.feed = Feed(engine, partial(_told, conversation, courier, hearing.seal))
        working: list[asyncio.Task[None]] = [
            asyncio.create_task(_hearing(hearing, bot, Intake(conversation, now_utc), telegram, stop)),
            asyncio.create_task(courier.run()),
            asyncio.create_task(while_trusted(given.node, feed.run(source, stop))),
            asyncio.create_task(_forgetting(conversation, stop)),
            *(asyncio.ensure_future(work()) for work in beside),
        ]
        if metrics is not None:
            working.append(asyncio.create_task(_shown(watch, *metrics, stop)))
        parts.push_async_callback(finished, working, [courier.stop, turns.hurry])
        for task in working:
            task.add_done_callback(partial(ended, stop))
        yield


async def _shown(watch: NodeWatch, host: str, port: int, stop: asyncio.Event) -> None:
    # Loaded only where it is wanted: a server is a good part of a node's memory.
    from bot.console.app import guarded
    from bot.serving import serve
    from bot.watch.pages import routes

    await serve(guarded(routes(watch)), host, port, stop)


async def _hearing(hearing: Hearing, bot: Bot, intake: Intake, telegram: Telegram, stop: asyncio.Event) -> None:
    """Listen by webhook or by polling; either way an update is confirmed only after its commit."""
    given, watch = hearing.given, hearing.watch
    watch.channel = lambda: "UNREACHED"
    if given.webhook_url:
        await _by_webhook(hearing, bot, intake, telegram, stop)
        return
    await _patiently(lambda: bot.delete_webhook(drop_pending_updates=False), stop)
    url = f"{given.telegram_api}/bot{bot.token}/getUpdates"
    asking = Polling(url, intake, telegram)
    watch.channel = lambda: asking.trouble
    polling = asyncio.create_task(asking.run())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def _by_webhook(hearing: Hearing, bot: Bot, intake: Intake, telegram: Telegram, stop: asyncio.Event) -> None:
    given = hearing.given
    host, port = address(given.webhook_listen)
    path = urlsplit(given.webhook_url).path or "/"
    secret = given.secret()
    front = Front(Webhook(intake, telegram, path, secret, lambda: not hearing.watch.room.is_short()).answer)
    serving = asyncio.create_task(front.serve(host, port, stop))
    await _patiently(
        lambda: bot.set_webhook(
            given.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED), drop_pending_updates=False
        ),
        stop,
    )
    hearing.watch.channel = lambda: ""
    await serving


async def _patiently(call: Callable[[], Awaitable[object]], stop: asyncio.Event) -> None:
    """Make a call until it goes through: a node may start while its link is down."""
    pause = 1.0
    while not stop.is_set():
        try:
            await call()
            return
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise Unset("Telegram does not know HAMRAH_CITIZEN_TOKEN: ask @BotFather for it again.") from None
        except (TelegramNetworkError, TelegramRetryAfter, TelegramServerError) as error:
            log.warning("telegram.unreached", error=type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(pause * 2, 30)


async def _forgetting(conversation: Conversation, stop: asyncio.Event) -> None:
    """What was said leaves the memory, and who asked for it the records, when its time is over."""
    while not stop.is_set():
        conversation.recent.forget()
        await conversation.erase_due()
        await rest(MINUTE, stop)


async def _told(conversation: Conversation, courier: Courier, seal: Seal, entry: Entry) -> None:
    if isinstance(entry.fact.body, KeyMade):
        seal.turn_to(entry.fact.body.generation, bytes.fromhex(entry.fact.body.public))
    await conversation.told(entry)
    if isinstance(entry.fact.body, NoteStopped):
        courier.drop(entry.fact.body.note, entry.fact.person)
    courier.wake()
