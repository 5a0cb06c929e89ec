"""Backups and what becomes of them: one-shot commands for a node and for the register."""

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.compose.stores import store
from bot.compose.unlocking import key_of
from bot.settings import Settings, Unset
from storage import backup, parcel, restore
from storage.slots import beside

REGISTER = "the register"
EVER = datetime(1970, 1, 1, tzinfo=UTC)


def new_identity(file: Path) -> str:
    """Make what opens backups, in a new file to be taken away from every machine; its recipient."""
    identity, recipient = parcel.new_identity()
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(f"# opens backups sealed to {recipient}\n{identity}\n")
    except OSError as error:
        raise Unset(f"{file} cannot be made ({error.strerror}): name a new file.") from None
    return recipient


def back_up(given: Settings, file: Path, *, register: bool) -> str:
    """Write a backup; into a folder, under a name with its date."""
    try:
        to = parcel.recipient(given.backup_recipient)
    except ValueError:
        raise Unset(
            "HAMRAH_BACKUP_RECIPIENT is not a recipient, age1…: hamrah keys backup makes one, and no backup is "
            "written unsealed."
        ) from None
    now = datetime.now(UTC)
    if file.is_dir():
        part = "register" if register else given.node
        file = file / f"hamrah-{part}-{now:%Y-%m-%dT%H%M%SZ}.age"
    if file.exists():
        raise Unset(f"{file} is there already: name another file, or a folder.")
    pieces = _register(given, now) if register else _node(given, now)
    try:
        size = parcel.seal(file, to, pieces)
    except OSError as error:
        raise Unset(f"{file} cannot be written ({type(error).__name__}): name another place.") from None
    days = restore.KEPT_FOR.days
    return f"Written to {file}, {size:,} bytes. Delete it within {days} days: it holds what is erased meanwhile."


def put_back(given: Settings, file: Path, identity: Path, *, register: bool, old: bool) -> str:
    """Restore a backup where there is no store."""
    try:
        by = parcel.identity(identity.read_text())
    except (OSError, ValueError):
        raise Unset(f"{identity} is no identity: give the file that hamrah keys backup made.") from None
    if not file.is_file():
        raise Unset(f"there is no file {file}: give a backup.")
    pieces = partial(parcel.open_parcel, file, by)
    oldest = EVER if old else datetime.now(UTC) - restore.KEPT_FOR
    if register:
        held = restore.restore_register(given.register_store, pieces, REGISTER, oldest)
        kept = f"{given.keys / 'erased'} and {given.keys / 'revoked'}"
        after = f"Who was erased, and which node was ended since then, it does again by {kept}: keep these files."
    else:
        held = restore.restore_node(
            Path(given.store), pieces, lambda slots: asyncio.run(key_of(given, slots)), given.node, oldest
        )
        after = "What it said since then the register has; it goes on in a new epoch."
    facts = held.counts.get("facts", 0)
    return (
        f"Restored {held.of} as of {held.made_at:%Y-%m-%d %H:%M} UTC: {facts:,} facts, every ledger sound. {after}"
    )


def _register(given: Settings, now: datetime) -> Iterator[bytes]:
    if "://" not in given.register_store and not Path(given.register_store).exists():
        raise Unset("HAMRAH_REGISTER_STORE does not exist: there is nothing to back up.")
    return backup.rows(store(given.register_store), REGISTER, now)


def _node(given: Settings, now: datetime) -> Iterator[bytes]:
    slots = beside(given.store).read() if "://" not in given.store else None
    if slots is None or not Path(given.store).exists():
        raise Unset("HAMRAH_STORE is not the file of an encrypted store: there is nothing to back up.")
    key = asyncio.run(key_of(given, slots))
    return backup.copied(store(given.store, key), Path(given.store), key, slots, given.node, now)
