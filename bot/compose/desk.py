"""The staff's bot, put together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from sqlalchemy import Engine
from telegram.error import InvalidToken, NetworkError

from bot.desk.app import Desk
from bot.settings import Settings, Unset
from storage.register import StoredRegister
from storage.vault import Vault

PAUSE = 2.0

log = structlog.get_logger()


@asynccontextmanager
async def desk(given: Settings, engine: Engine, vault: Vault, stop: asyncio.Event) -> AsyncIterator[None]:
    """The staff's bot at work, over the register's store."""
    register = StoredRegister(engine, vault)
    at_work = await _started(given, register, stop)
    try:
        yield
    finally:
        if at_work is not None:
            await at_work.stop()


async def _started(given: Settings, register: StoredRegister, stop: asyncio.Event) -> Desk | None:
    """The desk once it listens: it may be started while its link is down."""
    while not stop.is_set():
        desk = Desk(register, given.token("desk_token"), given.staff(), api=given.telegram_api)
        try:
            await desk.start()
        except InvalidToken:
            raise Unset("Telegram does not know HAMRAH_DESK_TOKEN: ask @BotFather for it again.") from None
        except NetworkError as error:
            log.warning("telegram.unreached", error=type(error).__name__)
            await asyncio.sleep(PAUSE)
        else:
            return desk
    return None
