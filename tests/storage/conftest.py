"""A fresh store for each test, on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url

from storage.engine import migrate, open_store
from storage.turns import StoredTurns
from tests.keys import VAULT


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty store can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    server = make_url(request.getfixturevalue("postgres_url")).set(drivername="postgresql+psycopg")
    name = f"t{uuid4().hex}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture
def empty(url: str) -> Iterator[Engine]:
    """A store without tables."""
    engine = open_store(url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(empty: Engine) -> Engine:
    """A store with its tables."""
    migrate(empty)
    return empty


@pytest.fixture
def stored(store: Engine) -> Iterator[StoredTurns]:
    """The working store of node N, writing."""
    turns = StoredTurns(store, "N", VAULT)
    turns.start()
    yield turns
    turns.close()
