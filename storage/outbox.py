"""What must be sent: put by the turn that decided it, claimed by a sender, settled when the channel answered."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, Select, delete, or_, select, update

from flows.ports import Lane, Outgoing
from storage.engine import micros, moment, read, write
from storage.rows import table
from storage.tables import OutgoingRow

QUEUED, SENDING = "queued", "sending"
UNSENT = (QUEUED, SENDING)
Settled = Literal["sent", "unknown", "failed"]
HOUR = 3600 * 1_000_000
DAY = 24 * HOUR
SOME = 1000

_outbox = table(OutgoingRow)


def clock() -> int:
    """Now, in microseconds."""
    return time.time_ns() // 1000


class Outbox:
    """The messages of a store that wait to be sent."""

    def __init__(self, engine: Engine, clock: Callable[[], int] = clock) -> None:
        self._engine = engine
        self._clock = clock

    def claim(self, now: datetime, limit: int) -> list[Outgoing]:
        """Take up to so many messages that are due, the urgent first; no other sender gets them."""
        due = _due(micros(now), limit)
        with read(self._engine) as connection:
            if connection.execute(due.limit(1)).first() is None:
                return []
        with write(self._engine) as connection:
            rows = connection.execute(due.with_for_update(skip_locked=True)).all()
            _change(connection, [row.id for row in rows], state=SENDING)
        return [_message(row) for row in rows]

    def holds(self, message: str) -> bool:
        """Whether the message is still to be sent; it may have been taken back since it was claimed."""
        with read(self._engine) as connection:
            return connection.scalar(select(_outbox.c.state).where(_outbox.c.id == message)) == SENDING

    def settle(self, message: str, state: Settled) -> None:
        """The channel answered, or will not; of the message only its envelope stays, for an hour."""
        self.settle_all([(message, state)])

    def settle_all(self, settled: Sequence[tuple[str, Settled]]) -> None:
        """Settle several messages in one commit, for a sender that is faster than the disk."""
        with write(self._engine) as connection:
            for message, state in settled:
                _change(connection, [message], state=state, due_at=self._clock(), body=b"")

    def again(self, message: str, due_at: datetime) -> None:
        """Back to the queue, not before this moment."""
        with write(self._engine) as connection:
            _change(connection, [message], state=QUEUED, due_at=micros(due_at), tries=_outbox.c.tries + 1)

    def recover(self, now: datetime) -> int:
        """At the start, before anyone sends: queue again what a crash left half sent; returns how many.

        A message may so be sent twice, but none is lost.
        """
        left = update(_outbox).where(_outbox.c.state == SENDING)
        with write(self._engine) as connection:
            count = connection.execute(left.values(state=QUEUED, tries=_outbox.c.tries + 1)).rowcount
        self.purge(now)
        return count

    def purge(self, now: datetime) -> int:
        """Remove what was settled more than an hour ago; returns how many."""
        gone = 0
        while True:
            with write(self._engine) as connection:
                some = purge_some(connection, micros(now))
            gone += some
            if some < SOME:
                return gone


def purge_some(connection: Connection, now: int) -> int:
    """Remove some of what was settled more than an hour ago, few enough for a disk that is nearly full."""
    settled = (_outbox.c.state.in_(("sent", "unknown", "failed")), _outbox.c.due_at < now - HOUR)
    old = select(_outbox.c.id).where(*settled).limit(SOME)
    return connection.execute(delete(_outbox).where(_outbox.c.id.in_(old))).rowcount


def _due(now: int, limit: int) -> Select[Any]:
    # Nothing is ever put off for a day: a later moment was written while the clock was wrong.
    due = or_(_outbox.c.due_at <= now, _outbox.c.due_at > now + DAY)
    return (
        select(_outbox)
        .where(_outbox.c.state == QUEUED, due)
        .order_by(_outbox.c.lane, _outbox.c.due_at)
        .limit(limit)
    )


def _change(connection: Connection, ids: list[str], **values: object) -> None:
    connection.execute(update(_outbox).where(_outbox.c.id.in_(ids)).values(**values))


def _message(row: Row[Any]) -> Outgoing:
    due_at, lane = moment(row.due_at), Lane(row.lane)
    expires_at = moment(row.expires_at) if row.expires_at else None
    return Outgoing(row.id, row.chat, row.person, lane, bytes(row.body), due_at, row.note, expires_at)
