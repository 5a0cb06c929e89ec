"""What the doctor looks at in stores: whether they open, keep what they are told, and are sound. It makes none."""

import asyncio
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.compose.unlocking import key_of
from bot.settings import Settings, Unset
from storage.engine import open_store, read
from storage.slots import beside


def is_there(url: str) -> bool:
    """Whether a store was made here before."""
    return "://" in url or Path(url).exists()


def register(given: Settings) -> str:
    """The register's."""
    return _sound(given.register_store) if is_there(given.register_store) else ""


async def node(given: Settings) -> str:
    """The node's; before its first start there is none, and nothing wrong with that."""
    if not is_there(given.store):
        return ""
    if "://" in given.store:
        raise Unset("HAMRAH_STORE must be a file of this machine: only a file can be encrypted.")
    slots = beside(given.store).read()
    if slots is None:
        raise Unset(f"{given.store} is not encrypted: move it away, and the node makes one that is.")
    key = await key_of(given, slots)
    return await asyncio.to_thread(_sound, given.store, key)


def _sound(url: str, key: bytes | None = None) -> str:
    engine = open_store(url, key)
    try:
        with read(engine) as connection:
            if connection.dialect.name == "sqlite":
                found = connection.exec_driver_sql("PRAGMA quick_check").scalar()
                return "" if found == "ok" else "its file is damaged: restore the newest backup."
            return ""
    except SQLAlchemyError as error:
        why = type(error).__name__
        return f"it does not open ({why}): check its path or URL and who may write there, or restore a backup."
    finally:
        engine.dispose()
