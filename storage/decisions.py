"""How the centre looks at its rows, and how what it decides joins the ledger before anyone else speaks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine
from uuid_utils import uuid7

from flows.facts import Body, Fact, Source
from storage.concluded import CENTRE
from storage.engine import micros, read, write
from storage.feed import position
from storage.ledger import append
from storage.projections import catch_up, cursor
from storage.vault import Vault


class Decisions:
    """The centre's own word, kept under its own name.

    A decision holds the ledger from the first look to the last fact, so of two that exclude each other one is
    made, and the other sees it.
    """

    def __init__(self, engine: Engine, vault: Vault, node: str = CENTRE, epoch: int = 1) -> None:
        self._engine, self._vault, self._node, self._epoch = engine, vault, node, epoch

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A look at rows that know all the ledger knows; caught up page by page, so others can write between."""
        while self._behind():
            with write(self._engine) as connection:
                catch_up(connection, self._vault, pages=1)
        with read(self._engine) as connection:
            yield connection

    @contextmanager
    def deciding(self) -> Iterator[Connection]:
        """A transaction in which nobody else adds to the ledger."""
        with write(self._engine) as connection:
            position(connection, lock=True)
            catch_up(connection, self._vault)
            yield connection

    def say(
        self,
        connection: Connection,
        said: Sequence[tuple[str, Body]],
        at: datetime,
        *,
        cause: str,
        by: Source = Source.STAFF,
    ) -> None:
        """Keep facts about persons, and let the rows know them at once."""
        if not said:
            return
        facts = [Fact(str(uuid7()), person, body, by, at, at, cause) for person, body in said]
        append(connection, facts, self._vault, self._node, self._epoch, micros(at))
        catch_up(connection, self._vault)

    def _behind(self) -> bool:
        with read(self._engine) as connection:
            return cursor(connection) < position(connection)
