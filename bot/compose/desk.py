"""The staff's bot, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Engine

from bot.desk.app import Desk
from bot.settings import Settings
from storage.register import StoredRegister


@asynccontextmanager
async def desk(given: Settings, engine: Engine) -> AsyncIterator[None]:
    """The staff's bot at work, over the register's store."""
    at_work = Desk(StoredRegister(engine), given.token("desk_token"), given.staff(), api=given.telegram_api)
    await at_work.start()
    try:
        yield
    finally:
        await at_work.stop()
