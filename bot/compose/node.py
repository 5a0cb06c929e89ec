"""A node, put together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from bot.citizen.clock import TrueClock
from bot.citizen.conversation import Conversation
from bot.citizen.news import News
from bot.citizen.recent import Recent
from bot.citizen.telegram import Telegram
from bot.citizen.views import Views
from bot.compose.hearing import Hearing, listening
from bot.compose.parts import ended, finished
from bot.compose.stores import store
from bot.compose.unlocking import Unlocking, linked, token_of, while_trusted
from bot.compose.watching import NodeWatch
from bot.courier import Courier, connect
from bot.keys import Carried
from bot.reviewing import refuse_unreviewed
from bot.settings import Settings
from bot.speech import Speech
from flows.facts import Entry, KeyMade, ViewGiven
from flows.talks.talks import house
from storage.feed import Feed, LinkedFeed, LocalFeed, Source
from storage.outbox import Outbox
from storage.outbox import clock as machine_clock
from storage.push import Push
from storage.room import Room
from storage.telling import Session
from storage.turns import StoredTurns
from storage.vault import Seal, Vault
from storage.waiting import rest

CACHED = 1_000  # about 3 KB a person; whoever is not among them costs one read
MINUTE = 60.0


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
        clock = TrueClock()
        turns = StoredTurns(
            engine, given.node, seal, cached=CACHED, room=room, clock=clock.micros, machine=machine_clock
        )
        push = Push(engine, turns, signing)
        watch = NodeWatch(engine, turns, room, push, unlocking, clock=clock)
        hearing = Hearing(given, engine, token, turns, seal, watch, clock)
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
    clock = TrueClock()
    turns = StoredTurns(
        engine, given.node, vault, cached=CACHED, room=room, clock=clock.micros, machine=machine_clock
    )
    watch = NodeWatch(engine, turns, room, clock=clock)
    hearing = Hearing(given, engine, given.token("citizen_token"), turns, vault, watch, clock)
    async with _at_work(hearing, LocalFeed(engine, vault, given.node), [], stop):
        yield


@asynccontextmanager
async def _at_work(
    hearing: Hearing, source: Source, beside: list[Callable[[], Awaitable[None]]], stop: asyncio.Event
) -> AsyncIterator[None]:
    given, engine, token, turns = hearing.given, hearing.engine, hearing.token, hearing.turns
    watch, clock, metrics = hearing.watch, hearing.clock, given.metrics_at()
    drafts = given.drafts()
    speech = Speech(drafts=drafts)
    if not given.unreviewed:
        refuse_unreviewed(speech)
    rooms = house(
        speech,
        given.clocks(),
        drafts,
        given.handles,
        duress=given.duress,
        press=given.press,
        contacts=given.contacts(),
    )
    turns.start(rooms.stored)
    async with AsyncExitStack() as parts:
        parts.callback(turns.close)
        conversation = Conversation(turns, rooms, speech, clock.now)
        conversation.reached = watch.reached
        bot = connect(token, given.telegram_api)
        telegram, news = Telegram(bot, conversation), News(conversation)
        parts.push_async_callback(telegram.close)
        views = Views(bot, conversation)
        outbox = Outbox(engine, clock.micros)
        courier = Courier(connect(token, given.telegram_api), outbox, news, now=clock.now)
        feed = watch.feed = Feed(engine, partial(_told, news, views, courier, hearing.seal))
        working: list[asyncio.Task[None]] = [
            asyncio.create_task(listening(hearing, conversation, bot, telegram, stop)),
            asyncio.create_task(courier.run()),
            asyncio.create_task(while_trusted(given.node, feed.run(source, stop))),
            asyncio.create_task(_forgetting(conversation.recent, news, clock, stop)),
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


async def _forgetting(recent: Recent, news: News, clock: TrueClock, stop: asyncio.Event) -> None:
    """What was said leaves the memory, and who asked for it the records, when its time is over for sure."""
    while not stop.is_set():
        recent.forget()
        if clock.sure:
            await news.erase_due()
        await rest(MINUTE, stop)


async def _told(news: News, views: Views, courier: Courier, seal: Seal, entry: Entry) -> None:
    if isinstance(entry.fact.body, KeyMade):
        seal.turn_to(entry.fact.body.generation, bytes.fromhex(entry.fact.body.public))
    if isinstance(entry.fact.body, ViewGiven):
        await views.show(entry.fact)
    await news.told(entry)
    courier.wake()
