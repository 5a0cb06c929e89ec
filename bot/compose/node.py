"""A node, put together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.citizen.conversation import Conversation, now_utc
from bot.citizen.front import Front
from bot.citizen.intake import Intake
from bot.citizen.polling import ALLOWED, Polling
from bot.citizen.telegram import Telegram
from bot.citizen.webhook import Webhook
from bot.compose.parts import ended, finished
from bot.courier import Courier, connect
from bot.settings import Settings, Unset, address
from bot.speech import Speech
from flows.facts import Entry
from flows.ports import Outgoing
from flows.talks.talks import house
from storage.feed import Feed, LinkedFeed, LocalFeed, Source
from storage.outbox import Outbox
from storage.push import Push
from storage.turns import StoredTurns

EPOCH = 1
CACHED = 1_000  # about 3 KB a person; whoever is not among them costs one read

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """What the courier learns, as facts of the conversation."""

    conversation: Conversation

    async def sent(self, outgoing: Outgoing) -> None:
        """The channel accepted a message."""
        await self.conversation.sent(outgoing)

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        """The channel will not deliver to this person any more."""
        await self.conversation.lost(outgoing.chat, why, outgoing.id)


@asynccontextmanager
async def node(
    given: Settings, engine: Engine, stop: asyncio.Event, *, alone: bool = False
) -> AsyncIterator[None]:
    """A node at work: it hears people, answers, and trades facts with the register.

    alone: it shares the register's store, so nothing needs to be pushed.
    """
    token = given.token("citizen_token")
    speech = Speech()
    turns = StoredTurns(engine, given.node, EPOCH, cached=CACHED)
    turns.start()
    async with AsyncExitStack() as parts:
        parts.callback(turns.close)
        conversation = Conversation(turns, house(speech), speech)
        bot = connect(token, given.telegram_api)
        telegram = Telegram(bot, conversation)
        parts.push_async_callback(telegram.close)
        courier = Courier(connect(token, given.telegram_api), Outbox(engine), Told(conversation))
        working = [
            asyncio.create_task(_hearing(given, bot, Intake(conversation, now_utc), telegram, stop)),
            asyncio.create_task(courier.run()),
        ]
        parts.push_async_callback(finished, working, [courier.stop])
        link = HttpLink(given.register_url)
        parts.push_async_callback(link.close)
        source: Source = LocalFeed(engine, given.node) if alone else LinkedFeed(link, given.node)
        feed = Feed(engine, partial(_told, conversation, courier, local=alone))
        working.append(asyncio.create_task(feed.run(source, stop)))
        if not alone:
            working.append(asyncio.create_task(Push(engine, given.node, EPOCH).run(link, stop)))
        for task in working:
            task.add_done_callback(partial(ended, stop))
        yield


async def _hearing(given: Settings, bot: Bot, intake: Intake, telegram: Telegram, stop: asyncio.Event) -> None:
    """Listen by webhook or by polling; either way an update is confirmed only after its commit."""
    if given.webhook_url:
        await _by_webhook(given, bot, intake, telegram, stop)
        return
    await _patiently(lambda: bot.delete_webhook(drop_pending_updates=False), stop)
    url = f"{given.telegram_api}/bot{bot.token}/getUpdates"
    polling = asyncio.create_task(Polling(url, intake, telegram).run())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def _by_webhook(given: Settings, bot: Bot, intake: Intake, telegram: Telegram, stop: asyncio.Event) -> None:
    host, port = address(given.webhook_listen)
    path = urlsplit(given.webhook_url).path or "/"
    secret = given.secret()
    front = Front(Webhook(intake, telegram, path, secret).answer)
    serving = asyncio.create_task(front.serve(host, port, stop))
    await _patiently(
        lambda: bot.set_webhook(
            given.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED), drop_pending_updates=False
        ),
        stop,
    )
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
            log.warning("Telegram is not reached yet: %s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(pause * 2, 30)


async def _told(conversation: Conversation, courier: Courier, entry: Entry, *, local: bool) -> None:
    await conversation.told(entry, local=local)
    courier.wake()
