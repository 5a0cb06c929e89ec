"""A node's working store: turns are kept by one writer, and those that wait together share one commit."""

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from threading import Thread

import msgspec
import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, IntegrityError

from flows.conversation.standing import Standing
from flows.ports import Kept, Turned
from storage import epochs
from storage.answering import Line, Waiting, answer
from storage.cache import Cache
from storage.engine import micros, moment, read, write
from storage.errors import StoreError, StoreFailed, StoreFull, TurnRefused
from storage.group import (
    FEED,
    Anew,
    Job,
    Poison,
    chats_met,
    forget_had,
    forget_updates,
    keep_group,
    marked,
    person_of,
    spoke,
    spoken,
    to_erase,
    updates_done,
)
from storage.lock import sole_writer
from storage.older import mark_standings
from storage.outbox import HOUR, SOME, clock, purge_some
from storage.room import Room
from storage.vault import Seal
from storage.waiting import rest

LARGEST_GROUP = 256
IDLE = 60.0
FULL_PAUSE = 1.0
GATHER = 0.001  # seconds: where several turns came at once, more are on their way to share the next commit

# What one turn can be guilty of. Whatever else the database says is about the store, and ends the writer.
GUILTY = (
    IntegrityError, DataError, StoreError, msgspec.MsgspecError,
    ValueError, TypeError, ArithmeticError, LookupError, AttributeError,
)  # fmt: skip

log = structlog.get_logger()


def stop_the_process() -> None:
    """A node that cannot keep what it hears must not go on listening."""
    logging.shutdown()
    os._exit(70)


class StoredTurns:
    """The working store of one node, on SQLite or PostgreSQL; fulfils `flows.ports.Turns`.

    node, epoch: whose ledger it writes; commits, kept, updates: how many groups, turns and updates it has kept;
    room: of the disk it is on; clock: the time as best it is known, in microseconds; machine: what this machine
    says, if not the same; on_fail: what ends the process once the writer has failed. Where there is no room, what
    people say is refused and comes again, and what we know ourselves waits, until `hurry`.
    """

    def __init__(
        self,
        engine: Engine,
        node: str,
        seal: Seal,
        *,
        cached: int = 100_000,
        room: Room | None = None,
        clock: Callable[[], int] = clock,
        machine: Callable[[], int] | None = None,
        on_fail: Callable[[], None] = stop_the_process,
    ) -> None:
        self.commits = self.kept = self.updates = 0
        self.node, self.epoch = node, 1
        self._engine, self._seal = engine, seal
        self._room, self._clock, self._machine, self._on_fail = room, clock, machine or clock, on_fail
        self._hurried = asyncio.Event()
        self._cache = Cache(cached)
        self._done: set[int] = set()
        self._met: set[int] = set()
        self._line = Line()
        self._hand: list[Waiting] = []
        self._tidy_at = 0
        self._held = ExitStack()
        self._writer = Thread(target=self._run, name=f"writer of {node}", daemon=True)

    def start(self, stored: Callable[[Standing], Standing] | None = None) -> None:
        """Take the store for this process, remember what was done, and begin to write.

        stored: what may be stored of a standing, for those of an older build, which stored more.
        """
        self._held.enter_context(sole_writer(self._engine, self.node))
        if stored is not None:
            with write(self._engine) as connection:
                mark_standings(connection, stored)
        with read(self._engine) as connection:
            self._done, self._met = updates_done(connection), chats_met(connection)
            self.epoch = epochs.current(connection, self.node)
        # Not before this machine's clock can have been compared with the channel's.
        self._tidy_at = self._clock() + HOUR // 6
        self._line.shut("")
        self._writer.start()

    def close(self) -> None:
        """Keep what still waits, then give the store back."""
        self._line.shut(self._line.why or "closed")
        if self._writer.is_alive():
            self._line.end()
            self._writer.join()
        self._held.close()

    def of_chat(self, chat: int) -> Kept | None:
        """The row of the person who writes from this chat."""
        if chat not in self._met:
            return None
        return self._cache.of_chat(chat) or self._read(chat=chat)

    def of_person(self, person: str) -> Kept | None:
        """The row of this person."""
        return self._cache.of_person(person) or self._read(person=person)

    def done(self, update: int) -> bool:
        """Whether this update was kept before."""
        return update in self._done

    def to_erase(self, now: datetime) -> Sequence[str]:
        """The persons whose record is to be erased by now."""
        with read(self._engine) as connection:
            return to_erase(connection, micros(now))

    def spoke(self, person: str, since: datetime) -> bool:
        """Whether the person said something after this moment."""
        with read(self._engine) as connection:
            return spoke(connection, person, micros(since))

    def fed(self) -> int:
        """The register's position up to which its feed was taken."""
        with read(self._engine) as connection:
            return marked(connection, FEED) or 0

    def mark(self, name: str) -> datetime | None:
        """The moment that was last kept under this name."""
        with read(self._engine) as connection:
            at = marked(connection, name)
        return moment(at) if at is not None else None

    def everyone(self, since: datetime | None = None) -> list[tuple[Kept, datetime | None]]:
        """Everyone met, or who wrote since then, each with when they last wrote if that is remembered."""
        with read(self._engine) as connection:
            return spoken(connection, micros(since) if since else None)

    async def keep(self, turned: Turned) -> None:
        """Return once the turn is durable.

        TurnRefused if it alone broke a rule, StoreFull if there is no room now, StoreFailed if all is over.
        """
        if turned.update is not None:
            if self._room is not None and self._room.is_short():
                raise StoreFull
            await self._line.join(turned)
            return
        while True:
            try:
                await self._line.join(turned)
                return
            except StoreFull:
                if self._hurried.is_set():
                    raise
            await rest(FULL_PAUSE, self._hurried)

    def hurry(self) -> None:
        """Wait for no room any more: the process ends."""
        self._hurried.set()

    async def poison(self, update: int, raw: bytes, error: str) -> None:
        """Keep an update that breaks us, and mark it done."""
        await self._line.join(Poison(update, raw, error))

    async def begin_epoch(self, after: int) -> int:
        """Begin a new epoch, with what was said after this number of the last one, between two groups of turns."""
        await self._line.join(Anew(after))
        return self.epoch

    def _read(self, *, chat: int | None = None, person: str | None = None) -> Kept | None:
        seen = self._cache.seen
        with read(self._engine) as connection:
            kept = person_of(connection, chat=chat, person=person)
        if kept is not None:
            self._cache.read(kept, seen)
        return kept

    def _run(self) -> None:
        try:
            with self._engine.connect() as connection:
                while (hand := self._line.first()) is not None:
                    self._hand = hand
                    self._keep(connection)
                    self._seal.rest()
                    with suppress(StoreFull):
                        self._tidy(connection)
                    if self._room is not None:
                        self._room.pass_by()
        except Exception as error:
            self._fail(error)

    def _keep(self, connection: Connection) -> None:
        first: dict[int, Waiting] = {}
        group, again = [], []
        for waiting in self._hand:
            update = waiting.job.update
            if update is None or (update not in self._done and first.setdefault(update, waiting) is waiting):
                group.append(waiting)
            else:
                again.append(waiting)
        self._together(connection, group)
        for waiting in again:
            twin = first.get(waiting.job.update or 0)
            waiting.error = twin.error if twin else None
        answer(self._hand)
        self._hand = []

    def _together(self, connection: Connection, group: list[Waiting]) -> None:
        try:
            self._commit(connection, group)
        except StoreFull:
            for waiting in group:
                waiting.error = StoreFull()
        except GUILTY:
            for waiting in group:
                self._alone(connection, waiting)

    def _alone(self, connection: Connection, waiting: Waiting) -> None:
        try:
            self._commit(connection, [waiting])
        except StoreFull as full:
            waiting.error = full
        except GUILTY as error:
            # The error itself may repeat what was said, so only its type goes on.
            waiting.error = TurnRefused(waiting.job.update, type(error).__name__)

    def _commit(self, connection: Connection, group: list[Waiting]) -> None:
        jobs = [waiting.job for waiting in group]
        if not jobs:
            return
        with connection.begin():
            epoch = self._epoch_of(connection, jobs)
            keep_group(connection, jobs, self._seal, self.node, epoch, self._clock(), self._machine())
        self.epoch = epoch
        self.commits += 1
        self.kept += sum(isinstance(job, Turned) for job in jobs)
        self.updates += sum(job.update is not None for job in jobs)
        self._done.update([job.update for job in jobs if job.update is not None])
        turns = [job for job in jobs if isinstance(job, Turned)]
        self._cache.wrote([(turn.chat, turn.kept) for turn in turns])
        self._met.update([turn.chat for turn in turns if turn.kept is not None])

    def _epoch_of(self, connection: Connection, jobs: list[Job]) -> int:
        asked = [job.after for job in jobs if isinstance(job, Anew)]
        return epochs.begin(connection, self.node, min(asked)) if asked else self.epoch

    def _tidy(self, connection: Connection) -> None:
        """Once an hour, and in small steps, remove what is kept for a time only."""
        now = self._clock()
        if now < self._tidy_at:
            return
        with connection.begin():
            gone = forget_updates(connection, now)
            messages = purge_some(connection, now)
            had = forget_had(connection, self.node, self.epoch, now)
        self._done -= gone
        if max(len(gone), messages, had) < SOME:
            self._tidy_at = now + HOUR

    def _fail(self, error: Exception) -> None:
        self._line.shut(type(error).__name__)
        log.critical("writer.failed", error=self._line.why)
        for waiting in (left := [*self._hand, *self._line.rest()]):
            waiting.error = StoreFailed(self._line.why)
        answer(left)
        self._on_fail()
