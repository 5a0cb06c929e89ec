"""How a node hears people: by webhook or by polling, and what time it is meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
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

from bot.citizen.clock import TrueClock
from bot.citizen.conversation import Conversation
from bot.citizen.ear import Ear
from bot.citizen.front import Front
from bot.citizen.intake import Intake
from bot.citizen.polling import ALLOWED, Polling
from bot.citizen.pulse import Pulse
from bot.citizen.telegram import Telegram
from bot.citizen.webhook import Webhook
from bot.compose.watching import NodeWatch
from bot.settings import Settings, Unset, address
from storage.turns import StoredTurns
from storage.vault import Seal

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Hearing:
    """What hears and answers people: with these settings, over this store, as the bot of this token."""

    given: Settings
    engine: Engine
    token: str
    turns: StoredTurns
    seal: Seal
    watch: NodeWatch
    clock: TrueClock


async def listening(
    hearing: Hearing, conversation: Conversation, bot: Bot, telegram: Telegram, stop: asyncio.Event
) -> None:
    """Listen by webhook or by polling; either way an update is confirmed only after its commit."""
    given, watch, clock = hearing.given, hearing.watch, hearing.clock
    intake, ear = Intake(conversation, clock.now), Ear(hearing.turns, conversation, clock)
    methods = f"{given.telegram_api}/bot{bot.token}"
    watch.channel = lambda: "UNREACHED"
    if given.webhook_url:
        await _by_webhook(hearing, bot, Pulse(f"{methods}/getWebhookInfo", ear, clock), intake, telegram, stop)
        return
    await _patiently(lambda: bot.delete_webhook(drop_pending_updates=False), stop)
    asking = Polling(f"{methods}/getUpdates", intake, telegram, ear, clock)
    watch.channel = lambda: asking.trouble
    polling = asyncio.create_task(asking.run())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def _by_webhook(
    hearing: Hearing, bot: Bot, pulse: Pulse, intake: Intake, telegram: Telegram, stop: asyncio.Event
) -> None:
    given = hearing.given
    host, port = address(given.webhook_listen)
    path = urlsplit(given.webhook_url).path or "/"
    secret = given.secret()
    front = Front(Webhook(intake, telegram, path, secret, lambda: not hearing.watch.room.is_short()).answer)
    # Before anybody is heard: what they say is dated by the channel.
    await pulse.beat()
    serving = asyncio.create_task(front.serve(host, port, stop))
    beating = asyncio.create_task(pulse.run(stop))
    await _patiently(
        lambda: bot.set_webhook(
            given.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED), drop_pending_updates=False
        ),
        stop,
    )
    hearing.watch.channel = lambda: ""
    await serving
    await beating


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
