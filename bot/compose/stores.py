"""Stores that are there, up to date, and readable as a ledger."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Unset
from flows.facts import Entry
from storage.engine import migrate, open_store, read
from storage.ledger import entries


def store(url: str) -> Engine:
    """A store that is there and up to date; a file's folder is made for its owner alone."""
    try:
        if "://" not in url:
            Path(url).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        engine = open_store(url)
        migrate(engine)
    except (OSError, SQLAlchemyError, ImportError) as error:
        # A URL may hold a password, and so may the error's own words.
        why = type(error).__name__
        raise Unset(f"a store does not open ({why}): check its path or URL, and who may write there.") from None
    return engine


def stored_entries(url: str) -> Iterator[Entry]:
    """Every entry of a store, in its order."""
    engine = store(url)
    after = 0
    try:
        while True:
            with read(engine) as connection:
                found = entries(connection, after=after, limit=1000)
            if not found:
                return
            yield from found
            after = found[-1].position
    finally:
        engine.dispose()
