"""Stores for the tests: migrated once, then copied or emptied for every test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

from storage.engine import migrate, open_store, write


class Stores:
    """Makes empty stores, on SQLite or PostgreSQL."""

    def __init__(self, place: Path, server: str) -> None:
        self._place = place
        self._server = make_url(server).set(drivername="postgresql+psycopg")
        self._template = ""
        self._free: list[str] = []

    @contextmanager
    def empty(self, kind: str) -> Iterator[Engine]:
        """A new store of its own, open while the block runs."""
        url = (
            self._sqlite()
            if kind == "sqlite"
            else self._free.pop()
            if self._free
            else self._migrated(self.nowhere())
        )
        engine = open_store(url)
        try:
            yield engine
        finally:
            if kind == "postgres":
                self._emptied(engine)
                self._free.append(url)
            engine.dispose()

    def _sqlite(self) -> str:
        if not self._template:
            self._template = self._migrated(str(self._place / "template.db"))
        copy = self._place / f"{uuid4().hex}.db"
        shutil.copy(self._template, copy)
        return str(copy)

    def _postgres(self) -> str:
        return self._free.pop() if self._free else self._migrated(self.nowhere())

    def nowhere(self) -> str:
        """The URL of a PostgreSQL database without tables."""
        name = f"store_{uuid4().hex}"
        engine = create_engine(self._server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        return self._server.set(database=name).render_as_string(hide_password=False)

    @staticmethod
    def _emptied(engine: Engine) -> None:
        """As the migrations left it: that is much quicker than another database."""
        names = ", ".join(name for name in SQLModel.metadata.tables)
        with write(engine) as connection:
            connection.exec_driver_sql(f"TRUNCATE {names}")
            connection.exec_driver_sql("INSERT INTO heads VALUES ('', 0, 0, '')")

    @staticmethod
    def _migrated(url: str) -> str:
        engine = open_store(url)
        migrate(engine)
        engine.dispose()
        return url
