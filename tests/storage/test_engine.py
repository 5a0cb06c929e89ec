"""A store that does not keep what it is told is refused."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, insert, inspect, select
from sqlmodel import SQLModel

import storage.register_tables  # noqa: F401
from storage import engine as opened
from storage.engine import NEWEST, micros, migrate, moment, open_store, read, write
from storage.errors import StoreUnsafe
from storage.revisions import revisions

# SQLModel says of its own text type only that it is an object.
SAMPLE: dict[type, object] = {object: "x", int: 7, bool: True, bytes: b"\x00\xff"}


def test_sqlite_answers_what_it_was_told(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path}/store.db")
    with read(engine) as one, read(engine) as two:
        for connection in (one, two):
            for setting, (_, wanted) in opened.PRAGMAS.items():
                assert str(connection.exec_driver_sql(f"PRAGMA {setting}").scalar()) == wanted
    engine.dispose()


def test_the_file_is_private(tmp_path: Path) -> None:
    engine = open_store(str(tmp_path / "store.db"))
    migrate(engine)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}
    engine.dispose()


def test_an_answer_that_differs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(opened.PRAGMAS, "synchronous", ("NORMAL", "2"))
    engine = open_store(str(tmp_path / "store.db"))
    with pytest.raises(StoreUnsafe, match="synchronous=1"):
        engine.connect()
    engine.dispose()


def test_a_store_in_memory_is_refused() -> None:
    with pytest.raises(StoreUnsafe, match="journal_mode=memory"):
        open_store("sqlite://").connect()


@pytest.mark.postgres
def test_postgres_without_durable_commits_is_refused(postgres_url: str) -> None:
    separator = "&" if "?" in postgres_url else "?"
    engine = open_store(f"{postgres_url}{separator}options=-csynchronous_commit%3Doff")
    with pytest.raises(StoreUnsafe, match="synchronous_commit=off"):
        engine.connect()
    engine.dispose()


def test_what_fails_in_the_middle_is_not_kept(store: Engine) -> None:
    cursors = SQLModel.metadata.tables["cursors"]

    def fails() -> None:
        with write(store) as connection:
            connection.execute(insert(cursors).values(reader="r", position=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with read(store) as connection:
        assert connection.execute(select(cursors)).all() == []


def test_reading_waits_for_no_writer(store: Engine) -> None:
    cursors = SQLModel.metadata.tables["cursors"]
    with write(store) as writing, read(store) as reading:
        writing.execute(insert(cursors).values(reader="r", position=1))
        assert reading.execute(select(cursors)).all() == []


def test_the_migrations_make_the_tables_as_they_are_written(empty: Engine) -> None:
    migrate(empty)
    migrate(empty)
    with read(empty) as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_newest_revision_is_named_by_its_file(empty: Engine) -> None:
    migrate(empty)
    with read(empty) as connection:
        scripts = ScriptDirectory.from_config(revisions(connection))
        assert scripts.get_current_head() == NEWEST
        assert MigrationContext.configure(connection).get_current_revision() == NEWEST


def test_0001_up_with_rows_and_down(empty: Engine) -> None:
    migrate(empty)
    with write(empty) as connection:
        for table in SQLModel.metadata.sorted_tables:
            row = {column.name: SAMPLE[column.type.python_type] for column in table.columns}
            connection.execute(insert(table).values(**row))
            got = connection.execute(select(table).where(*[table.c[name] == row[name] for name in row])).one()
            assert {name: bytes(v) if isinstance(v, memoryview) else v for name, v in got._mapping.items()} == row
    with write(empty) as connection:
        command.downgrade(revisions(connection), "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    migrate(empty)
    with read(empty) as connection:
        heads = SQLModel.metadata.tables["heads"]
        assert [tuple(row)[:3] for row in connection.execute(select(heads))] == [("", 0, 0)]


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001
def test_a_moment_comes_back(at: datetime) -> None:
    aware = at.replace(tzinfo=UTC)
    assert moment(micros(aware)) == aware
    assert micros(aware + timedelta(microseconds=1)) == micros(aware) + 1
