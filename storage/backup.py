"""What a backup holds: a node's store as it is, encrypted, with its slots; or a register's rows.

Of a register's rows those are left out that were concluded from the ledger: they say in clear what people want,
and are concluded again. What remains is sealed to the register's key, so a backup alone tells nobody anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, func, select
from sqlmodel import SQLModel

import storage.register_tables  # noqa: F401  (the tables become known by it)
from storage.engine import NEWEST, open_store, read
from storage.errors import BackupBroken
from storage.projections import PROJECTED
from storage.rows import table
from storage.slots import Slots

ROWS, FILE = "rows", "file"
PAGE = 500
PART = 1 << 20
CONCLUDED = frozenset(table(row).name for row in PROJECTED)

encode = msgspec.msgpack.encode


class Manifest(msgspec.Struct, frozen=True):
    """What follows: of whom, when, at which revision of the tables; how many rows of each table, its columns."""

    kind: str
    of: str
    made_at: datetime
    revision: str
    counts: dict[str, int]
    columns: dict[str, list[str]]


def rows(engine: Engine, of: str, at: datetime) -> Iterator[bytes]:
    """A register's backup, of one moment however long it takes."""
    tables = [each for each in SQLModel.metadata.sorted_tables if each.name not in CONCLUDED]
    with _snapshot(engine) as connection:
        columns = {str(each.name): [str(column.name) for column in each.columns] for each in tables}
        yield encode(Manifest(ROWS, of, at, NEWEST, _counted(connection, tables), columns))
        for each in tables:
            for page in connection.execute(select(each)).partitions(PAGE):
                yield encode((str(each.name), [tuple(row) for row in page]))


def copied(engine: Engine, store: Path, key: bytes, slots: Slots, of: str, at: datetime) -> Iterator[bytes]:
    """A node's backup: its slots, then its store without what was deleted, in parts; the node may be at work."""
    copy = store.with_name(store.name + ".copy")
    try:
        copy.unlink(missing_ok=True)
        copy.touch(mode=0o600)
        _vacuum(engine, copy)
        opened = open_store(str(copy), key)
        with read(opened) as connection:
            counts = _counted(connection, SQLModel.metadata.sorted_tables)
        opened.dispose()
        yield encode(Manifest(FILE, of, at, NEWEST, counts, {}))
        yield encode(slots)
        with copy.open("rb") as file:
            while part := file.read(PART):
                yield part
    finally:
        copy.unlink(missing_ok=True)


def manifest(piece: bytes) -> Manifest:
    """A backup's first piece."""
    try:
        return msgspec.msgpack.decode(piece, type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        raise BackupBroken from None


def page(piece: bytes) -> tuple[str, list[tuple[Any, ...]]]:
    """A piece of rows: the table's name, and rows in the order of its columns."""
    try:
        return msgspec.msgpack.decode(piece, type=tuple[str, list[tuple[Any, ...]]])
    except (msgspec.MsgspecError, ValueError):
        raise BackupBroken from None


def counted(connection: Connection, counts: dict[str, int]) -> bool:
    """Whether the store has just so many rows of these tables."""
    tables = [SQLModel.metadata.tables[name] for name in counts if name in SQLModel.metadata.tables]
    return _counted(connection, tables) == {str(each.name): counts[each.name] for each in tables}


def _counted(connection: Connection, tables: list[Table]) -> dict[str, int]:
    return {str(each.name): connection.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


def _vacuum(engine: Engine, into: Path) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(into),))
    finally:
        connection.close()


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    options: dict[str, Any] = {"stream_results": True, "yield_per": PAGE}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with read(engine) as connection:
        yield connection.execution_options(**options)
