"""Opening a store so that what it says is kept is kept: SQLite by default, PostgreSQL beyond."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import StoreFull, StoreUnsafe

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))
MIGRATING = 0x48414D524148

# What SQLite must be told on every connection, and what it must answer when asked again.
# Temporary tables stay in memory, because a temporary file would hold personal words in clear.
PRAGMAS = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", "2"),
    "busy_timeout": ("20000", "20000"),
    "foreign_keys": ("ON", "1"),
    "secure_delete": ("ON", "1"),
    "temp_store": ("MEMORY", "2"),
}
DISK_FULL = "53100"
PAGES = 1 << 16
DURABLE_COMMITS = ("on", "remote_write", "remote_apply")


def open_store(url: str, key: bytes | None = None) -> Engine:
    """The store at a SQLAlchemy URL or, for SQLite, a plain file path; with a key, the whole file is encrypted."""
    place = _place(url)
    # An error of the database must not repeat the values of a row: they end in logs.
    engine = create_engine(place, hide_parameters=True, **_encrypted(place, key))
    event.listen(engine, "handle_error", _full_disk, retval=True)
    if engine.dialect.name == "sqlite":
        _create_private(place)
        event.listen(engine, "connect", _make_sqlite_safe)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _assert_postgres_safe)
    return engine


def _encrypted(place: URL, key: bytes | None) -> dict[str, Any]:
    """SQLCipher in place of SQLite; the key goes to each connection by hand, for a URL is printed in errors."""
    if key is None:
        return {}
    if place.get_backend_name() != "sqlite":
        raise StoreUnsafe("encryption", "a file of this machine", "a database server")
    from sqlcipher3 import dbapi2

    def connected() -> Any:
        connection = dbapi2.connect(place.database, check_same_thread=False)
        # A wrong key is an error of ours to tell, not a line of SQLCipher's on standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    return {"module": dbapi2, "creator": connected}


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision; several processes may try at once."""
    with write(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        if _revision(connection) != NEWEST:
            # Loaded only when there is something to do: it is a twentieth of a node's memory.
            from storage.revisions import upgrade

            upgrade(connection)


def _revision(connection: Connection) -> str | None:
    """Which revision the tables are at, None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write; on SQLite it holds the store's only write lock from the start."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def read(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, and waits for no writer."""
    with engine.connect().execution_options(reading=True) as connection:
        yield connection


def scrub(engine: Engine) -> None:
    """Let go of what a database keeps of rows that were overwritten: SQLite its log, PostgreSQL dead versions."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM facts")
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def now_utc() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def micros(at: datetime) -> int:
    """Microseconds since 1970 in UTC."""
    return (at - EPOCH) // MICROSECOND


def moment(at: int) -> datetime:
    """The moment, in UTC, of so many microseconds since 1970."""
    return EPOCH + timedelta(microseconds=at)


def _place(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url)))
    place = make_url(url)
    if place.drivername in ("postgresql", "postgres"):
        return place.set(drivername="postgresql+psycopg")
    return place


def _create_private(place: URL) -> None:
    if place.database:
        os.close(os.open(place.database, os.O_RDWR | os.O_CREAT, 0o600))


def _full_disk(context: ExceptionContext) -> StoreFull | None:
    """StoreFull in place of what the driver says of a full disk, the one fault that passes by itself."""
    error = context.original_exception
    if getattr(error, "sqlstate", "") == DISK_FULL or "disk is full" in str(error):
        return StoreFull()
    place = context.engine.url.database if context.engine and context.dialect.name == "sqlite" else None
    # SQLite cannot always say why a file of its own did not grow.
    if place and "disk I/O error" in str(error) and disk_usage(Path(place).parent).free < PAGES:
        return StoreFull()
    return None


def _make_sqlite_safe(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: it would begin them too late for IMMEDIATE.
    connection.isolation_level = None
    for setting, (value, wanted) in PRAGMAS.items():
        connection.cursor().execute(f"PRAGMA {setting}={value}")
        _assert_answer(connection, setting, f"PRAGMA {setting}", (wanted,))


def _assert_postgres_safe(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    _assert_answer(connection, "fsync", "SHOW fsync", ("on",))
    _assert_answer(connection, "synchronous_commit", "SHOW synchronous_commit", DURABLE_COMMITS)
    connection.rollback()


def _assert_answer(connection: DBAPIConnection, setting: str, question: str, wanted: tuple[str, ...]) -> None:
    cursor = connection.cursor()
    cursor.execute(question)
    row = cursor.fetchone()
    got = str(row[0]) if row else ""
    if got not in wanted:
        connection.close()
        raise StoreUnsafe(setting, " or ".join(wanted), got)


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
