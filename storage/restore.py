"""A store from a backup: it takes its place only when all of it is there and every ledger in it is sound."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, column, delete, insert, inspect, select, update
from sqlalchemy import table as named
from sqlalchemy.exc import SQLAlchemyError

from storage.backup import FILE, ROWS, Manifest, counted, manifest, page
from storage.engine import NEWEST, migrate, open_store, read, write
from storage.errors import BackupBroken, BackupNewer, BackupOfAnother, BackupOld, StoreThere
from storage.ledger import COUNTER, STORE, first, verify
from storage.projections import READER
from storage.revisions import upgrade
from storage.rows import table
from storage.slots import Slots, beside, put
from storage.tables import CursorRow, HeadRow

KEPT_FOR = timedelta(days=35)
# Nodes know how far they took the register's feed. What a restored register says must come after that, though it
# does not remember how far it had come.
LEAP = 1_000_000

Take = Callable[[bytes], None]
Pieces = Callable[[Take], None]

_heads, _cursors = table(HeadRow), table(CursorRow)


def restore_register(url: str, pieces: Pieces, of: str, oldest: datetime) -> Manifest:
    """A register's store from its rows, at a path or in a database where there is none; what was in it.

    pieces: hands over the pieces of the backup, or raises; oldest: what was made before is refused.
    """
    if "://" in url:
        return _rows_into(url, pieces, of, oldest)
    place = Path(url)
    with _beside(place) as new:
        held = _rows_into(str(new), pieces, of, oldest)
        put(new, place)
    return held


def restore_node(
    place: Path, pieces: Pieces, key_of: Callable[[Slots], bytes], of: str, oldest: datetime
) -> Manifest:
    """A node's store and its slots, where there is none; what was in it. `key_of` opens the slots."""
    with _beside(place) as new:
        taken = _File(new, of, oldest)
        try:
            pieces(taken.take)
        finally:
            taken.close()
        held, slots = taken.whole()
        kept = beside(str(place)).read()
        if kept not in (None, slots):
            raise StoreThere
        _check_file(new, key_of(slots), held)
        # First the slots: without them the store could never be opened.
        beside(str(place)).write(slots)
        put(new, place)
    return held


class _File:
    """Takes a node's backup into a file."""

    def __init__(self, new: Path, of: str, oldest: datetime) -> None:
        self._of, self._oldest = of, oldest
        self._held: Manifest | None = None
        self._slots: Slots | None = None
        self._file = new.open("wb")

    def take(self, piece: bytes) -> None:
        """The manifest, the slots, and then parts of the store."""
        if self._held is None:
            self._held = _begun(piece, FILE, self._of, self._oldest)
        elif self._slots is None:
            self._slots = _slots(piece)
        else:
            self._file.write(piece)

    def close(self) -> None:
        """Let go of the file, with all in it on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def whole(self) -> tuple[Manifest, Slots]:
        """What it was; BackupBroken if something is missing."""
        if self._held is None or self._slots is None:
            raise BackupBroken
        return self._held, self._slots


class _Rows:
    """Takes a register's backup into tables of the revision at which it was made."""

    def __init__(self, connection: Connection, of: str, oldest: datetime) -> None:
        self._connection, self._of, self._oldest = connection, of, oldest
        self.held: Manifest | None = None

    def take(self, piece: bytes) -> None:
        """The manifest, and then pages of rows."""
        if self.held is None:
            self.held = _begun(piece, ROWS, self._of, self._oldest)
            upgrade(self._connection, self.held.revision)
            for name in self.held.columns:
                self._connection.execute(delete(named(name)))
            return
        name, rows = page(piece)
        if name not in self.held.columns:
            raise BackupBroken
        columns = self.held.columns[name]
        values: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
        if values:
            self._connection.execute(insert(named(name, *map(column, columns))), values)


def _rows_into(url: str, pieces: Pieces, of: str, oldest: datetime) -> Manifest:
    engine = open_store(url)
    try:
        with write(engine) as connection:
            if inspect(connection).has_table("alembic_version"):
                raise StoreThere
            rows = _Rows(connection, of, oldest)
            pieces(rows.take)
            if rows.held is None:
                raise BackupBroken
            upgrade(connection)
            _check(connection, rows.held)
            # Its conclusions are not in the backup: they are drawn anew.
            connection.execute(delete(_cursors).where(_cursors.c.reader == READER))
            counter = (_heads.c.node == STORE, _heads.c.epoch == COUNTER)
            connection.execute(update(_heads).where(*counter).values(seq=_heads.c.seq + LEAP))
            return rows.held
    except (SQLAlchemyError, ValueError, TypeError):
        raise BackupBroken from None
    finally:
        engine.dispose()


def _begun(piece: bytes, kind: str, of: str, oldest: datetime) -> Manifest:
    held = manifest(piece)
    if (held.kind, held.of) != (kind, of):
        raise BackupOfAnother(held.of)
    if held.made_at < oldest:
        raise BackupOld(held.made_at, KEPT_FOR.days)
    if held.revision > NEWEST:
        raise BackupNewer
    return held


def _slots(piece: bytes) -> Slots:
    try:
        return msgspec.msgpack.decode(piece, type=Slots)
    except (msgspec.MsgspecError, ValueError):
        raise BackupBroken from None


def _check_file(new: Path, key: bytes, held: Manifest) -> None:
    try:
        engine = open_store(str(new), key)
        with read(engine) as connection:
            for asked, well in (("integrity_check", ["ok"]), ("cipher_integrity_check", [])):
                if connection.exec_driver_sql(f"PRAGMA {asked}").scalars().all() != well:
                    raise BackupBroken
            _check(connection, held)
        migrate(engine)
        engine.dispose()
    except SQLAlchemyError:
        raise BackupBroken from None


def _check(connection: Connection, held: Manifest) -> None:
    """BackupBroken if rows are missing; ChainBroken or ChainForked if a ledger lies."""
    if not counted(connection, held.counts):
        raise BackupBroken
    ledgers = select(_heads.c.node, _heads.c.epoch).where(_heads.c.node != STORE)
    for node, epoch in connection.execute(ledgers).all():
        # A node drops what the register has, at last all of an epoch that is over.
        dropped = held.kind == FILE
        if not dropped or first(connection, node, epoch):
            verify(connection, node, epoch, purged=dropped)


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A place for a new store until it is sound; StoreThere if the old one is still there."""
    if place.exists():
        raise StoreThere
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = place.with_name(place.name + ".restoring")
    remains = [new, *(Path(f"{new}{end}") for end in ("-wal", "-shm", "-journal"))]
    for path in remains:
        path.unlink(missing_ok=True)
    new.touch(mode=0o600)
    try:
        yield new
    finally:
        for path in remains:
            path.unlink(missing_ok=True)
