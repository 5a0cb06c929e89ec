"""Statements over whole rows, compiled once for each dialect and run with plain tuples."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Row, Select, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql import ClauseElement
from sqlmodel import SQLModel

Values = tuple[Any, ...]
Key = Sequence[str]
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": psycopg.dialect(paramstyle="format"),  # type: ignore[no-untyped-call]
}
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def table(row: type[SQLModel]) -> Table:
    """The table that keeps such rows."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


class Into:
    """Puts rows, as tuples in the order of the table's columns, into a table.

    Without `key`, a row that is already there is an error. With it, such a row takes the new values of
    `change`; of no columns, it stays as it was. `newer`: only if this column grows by it.
    """

    def __init__(self, row: type[SQLModel], *, key: Key | None = None, change: Key = (), newer: str = "") -> None:
        self._sql = {name: self._compiled(name, table(row), key, change, newer) for name in _DIALECTS}

    def put(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Put all these rows."""
        if rows:
            connection.exec_driver_sql(self._sql[connection.dialect.name], list(rows))

    @staticmethod
    def _compiled(dialect: str, into: Table, key: Key | None, change: Key, newer: str) -> str:
        statement: Any = _INSERTS[dialect](into)
        if key is not None and change:
            new = {name: statement.excluded[name] for name in change}
            where = into.c[newer] < statement.excluded[newer] if newer else None
            statement = statement.on_conflict_do_update(index_elements=list(key), set_=new, where=where)
        elif key is not None:
            statement = statement.on_conflict_do_nothing(index_elements=list(key))
        return compiled(statement, dialect)


class Asked:
    """A question without literals: each value is a bindparam, given in the order in which they appear."""

    def __init__(self, question: Select[Any]) -> None:
        self._sql = {name: compiled(question, name) for name in _DIALECTS}

    def of(self, connection: Connection, *values: object) -> Row[Any] | None:
        """The one row that answers, or None."""
        return connection.exec_driver_sql(self._sql[connection.dialect.name], values).one_or_none()


def compiled(statement: ClauseElement, dialect: str) -> str:
    """The statement's text with positional parameters, in the order in which they appear."""
    return str(statement.compile(dialect=_DIALECTS[dialect]))
