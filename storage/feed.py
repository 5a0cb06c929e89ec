"""What a node hears from the centre: facts of others about the people it issued, each once."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Protocol

from sqlalchemy import Connection, Engine, and_, exists, or_, select

from flows.facts import Entry, KeyMade, PersonMet, Unread
from flows.link import Link, LinkDown, Refused, Revoked, Told
from flows.ports import NoRoom
from storage.concluded import CENTRE
from storage.engine import now_utc, read, write
from storage.ledger import COUNTER, STORE, records
from storage.opened import opened
from storage.rows import Into, table
from storage.tables import CursorRow, FactRow, HeadRow
from storage.telling import Session
from storage.vault import Vault
from storage.waiting import jitter, rest
from storage.wire import FACTS

READER = "feed"
STRETCH = 5000
PATIENCE = 50.0
GLANCE = 0.15
TO_ALL = (KeyMade.__name__,)

_facts, _heads, _cursors = table(FactRow), table(HeadRow), table(CursorRow)
_into_cursors = Into(CursorRow, key=("reader",), change=("position",))


def position(connection: Connection, *, lock: bool = False) -> int:
    """How far this store's ledger has come; `lock` keeps everyone else from adding to it until we commit."""
    asked = select(_heads.c.seq).where(_heads.c.node == STORE, _heads.c.epoch == COUNTER)
    come: int = connection.execute(asked.with_for_update() if lock else asked).scalar_one()
    return come


def feed(engine: Engine, vault: Vault, node: str, after: int, at: datetime, limit: int = FACTS) -> Told:
    """The next facts that the centre says about people whom this node met, or to every node."""
    with read(engine) as connection:
        reach = min(position(connection), after + STRETCH)
        found = _positions(connection, node, after, reach, limit)
        kept = [
            each for start, count in _runs(found) for each in records(connection, after=start - 1, limit=count)
        ]
        told = [entry for entry in opened(connection, vault, kept) if not isinstance(entry.fact.body, Unread)]
    return Told(found[-1] if len(found) == limit else max(after, reach), at, told)


def _positions(connection: Connection, node: str, after: int, reach: int, limit: int) -> Sequence[int]:
    met = _facts.alias("met")
    ours = exists().where(met.c.person == _facts.c.person, met.c.kind == PersonMet.__name__, met.c.node == node)
    asked = select(_facts.c.position).where(_facts.c.position > after, _facts.c.position <= reach)
    to_all = _facts.c.kind.in_(TO_ALL)
    asked = asked.where(_facts.c.node == CENTRE, or_(to_all, and_(_facts.c.person != "", ours)))
    return connection.scalars(asked.order_by(_facts.c.position).limit(limit)).all()


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches without a gap: where each begins and how long it is."""
    for _, run in groupby(enumerate(positions), lambda numbered: numbered[1] - numbered[0]):
        stretch = [place for _, place in run]
        yield stretch[0], len(stretch)


class Source(Protocol):
    """Where a node's feed comes from."""

    async def pull(self, after: int, wait: float) -> Told:
        """What comes after a position; waits so many seconds for the first."""


class LocalFeed:
    """The feed of a node that shares the register's store: the facts are in its ledger already."""

    def __init__(self, engine: Engine, vault: Vault, node: str) -> None:
        self._engine, self._vault, self._node = engine, vault, node

    async def pull(self, after: int, wait: float) -> Told:
        """Look now and, until there is something, again every moment."""
        until = asyncio.get_running_loop().time() + wait
        while True:
            told = await asyncio.to_thread(feed, self._engine, self._vault, self._node, after, now_utc())
            if told.entries or asyncio.get_running_loop().time() >= until:
                return told
            after = told.position
            await asyncio.sleep(GLANCE)


class LinkedFeed:
    """The feed of a node that reaches the register over a link."""

    def __init__(self, link: Link, session: Session) -> None:
        self._link, self._session = link, session

    async def pull(self, after: int, wait: float) -> Told:
        """Ask the register, which waits for us."""
        return self._session.heard(await self._link.feed(self._session.public, after, wait), after)


class Feed:
    """A node's ear to the centre.

    `heard` keeps an entry's effects and the cursor "feed" at its position in one transaction, so each entry takes
    effect once however often we start again. position: the register's, up to which it has listened.
    """

    def __init__(self, engine: Engine, heard: Callable[[Entry], Awaitable[None]]) -> None:
        self._engine, self._heard = engine, heard
        self._kept = self.position = 0
        self._heard_at: float | None = None

    def silence(self) -> float | None:
        """Seconds since the source last answered, None before it first did."""
        return None if self._heard_at is None else time.monotonic() - self._heard_at

    async def run(self, source: Source, stop: asyncio.Event, wait: float = PATIENCE) -> None:
        """Hear until told to stop, or Revoked; a link that is down is tried again and again."""
        after = self.position = self._kept = await asyncio.to_thread(self._cursor)
        failures = 0
        while not stop.is_set():
            pulling = asyncio.ensure_future(source.pull(after, wait))
            try:
                await rest(None, pulling, stop)
            finally:
                pulling.cancel()
            if not pulling.done():
                return
            try:
                told = pulling.result()
                self._heard_at = time.monotonic()
                after = self.position = await self._take(told)
                failures = 0
            except Revoked:
                raise
            except (LinkDown, Refused, NoRoom):
                failures += 1
                await rest(jitter(failures), stop)

    async def _take(self, told: Told) -> int:
        for entry in told.entries:
            await self._heard(entry)
            self._kept = entry.position
        # Long stretches with nothing for this node are not walked again after a restart.
        if told.position - self._kept >= STRETCH:
            await asyncio.to_thread(self._skip, told.position)
        return told.position

    def _cursor(self) -> int:
        asked = select(_cursors.c.position).where(_cursors.c.reader == READER)
        with read(self._engine) as connection:
            return connection.execute(asked).scalar_one_or_none() or 0

    def _skip(self, reached: int) -> None:
        with write(self._engine) as connection:
            _into_cursors.put(connection, [(READER, reached)])
        self._kept = reached
