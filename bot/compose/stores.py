"""Stores that are there, up to date, and readable as a ledger."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.keys import Centre
from bot.settings import Settings, Unset
from flows.facts import Entry
from storage.engine import migrate, open_store, read
from storage.opened import entries
from storage.slots import beside, made, open_by_passphrase, open_by_register
from storage.vault import Vault


def store(url: str, key: bytes | None = None) -> Engine:
    """A store that is there and up to date, encrypted if there is a key; a file's folder is its owner's alone."""
    try:
        if "://" not in url:
            Path(url).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        engine = open_store(url, key)
        migrate(engine)
    except (OSError, SQLAlchemyError, ImportError) as error:
        # A URL may hold a password, and so may the error's own words.
        why = type(error).__name__
        raise Unset(f"a store does not open ({why}): check its path or URL, and who may write there.") from None
    return engine


def vault(given: Settings) -> Vault:
    """The centre's sealing keys."""
    return Vault(Centre(given.keys, given.passphrase.get_secret_value()).sealing)


def own_store(given: Settings) -> Engine:
    """The one store of a deployment on one machine, encrypted under the passphrase: nobody else lends a key."""
    passphrase = given.passphrase.get_secret_value()
    if not passphrase:
        raise Unset("HAMRAH_PASSPHRASE is missing: it locks the store where no register lends a key.")
    return store(given.store, unlocked(given, vault(given), passphrase))


def unlocked(given: Settings, keys: Vault, passphrase: str) -> bytes:
    """The key of the store at `given.store`, which is made at the first start."""
    file = beside(given.store)
    slots = file.read()
    if slots is not None:
        return open_by_passphrase(slots, passphrase)
    Path(given.store).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, slots = made(given.node, keys.generation, keys.public, passphrase)
    file.write(slots)
    return key


def any_store(given: Settings, url: str) -> Engine:
    """A store as it is: plain, or opened by the passphrase, or at the centre by the register's keys."""
    slots = beside(url).read() if "://" not in url else None
    if slots is None:
        return store(url)
    passphrase = given.passphrase.get_secret_value()
    if Centre(given.keys).is_here:
        return store(url, open_by_register(slots.register, vault(given), given.node))
    if not passphrase:
        raise Unset(
            "HAMRAH_PASSPHRASE is missing: without it, or the register's keys, a node's store stays closed."
        )
    return store(url, open_by_passphrase(slots, passphrase))


def stored_entries(engine: Engine, vault: Vault | None) -> Iterator[Entry]:
    """Every entry of a store, in its order; unread without the register's keys."""
    after = 0
    try:
        while True:
            with read(engine) as connection:
                found = entries(connection, vault, after=after, limit=1000)
            if not found:
                return
            yield from found
            after = found[-1].position
    finally:
        engine.dispose()
