"""The one transaction of a group of turns: all that they change, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, delete, exists, func, select

from flows.facts import Source
from flows.ports import Kept, Lane, Outgoing, Turned
from storage.codec import decode_standing, encode_standing
from storage.engine import micros, moment, read
from storage.epochs import HANDED, PUSHED
from storage.erasure import drop_envelopes, erase_person
from storage.ledger import append, purge
from storage.outbox import QUEUED, SOME, UNSENT
from storage.rows import Asked, Into, Values, table
from storage.tables import CursorRow, FactRow, OutgoingRow, PoisonRow, StandingRow, UpdateRow
from storage.vault import Seal

FEED = "feed"
HANDED_AT = "handed in at"
DAY = 24 * 3600 * 1_000_000
STALE, HAD, BROKEN = 3 * DAY, 7 * DAY, 30 * DAY
SPARED = 20_000

_standings, _updates, _cursors, _poison = table(StandingRow), table(UpdateRow), table(CursorRow), table(PoisonRow)
_facts, _outbox = table(FactRow), table(OutgoingRow)
_into_standings = Into(StandingRow, key=("person",), change=("standing", "update", "reply", "erase_at"))
_into_updates = Into(UpdateRow)
_into_poison = Into(PoisonRow, key=("update",))
_into_outbox = Into(OutgoingRow)
_of_chat = Asked(select(_standings).where(_standings.c.chat == bindparam("chat")))
_of_person = Asked(select(_standings).where(_standings.c.person == bindparam("person")))
_into_cursors = Into(CursorRow, key=("reader",), change=("position",), newer="position")
_into_marks = Into(CursorRow, key=("reader",), change=("position",))


@dataclass(frozen=True, slots=True)
class Poison:
    """An update that broke us; `raw` is personal, `error` the error's type."""

    update: int
    raw: bytes
    error: str


@dataclass(frozen=True, slots=True)
class Anew:
    """A new epoch, with what was said after this number of the last one."""

    after: int
    update: int | None = None


Job = Turned | Poison | Anew


def keep_group(
    connection: Connection, jobs: Sequence[Job], seal: Seal, node: str, epoch: int, now: int, machine: int
) -> None:
    """Write what these turns, heard by this node, change; `now` and the `machine`'s time in microseconds."""
    _into_updates.put(connection, [(job.update, now) for job in jobs if job.update is not None])
    poison = [job for job in jobs if isinstance(job, Poison)]
    _into_poison.put(connection, [_apart(job, seal, now) for job in poison])
    turns = [job for job in jobs if isinstance(job, Turned)]
    _keep_standings(connection, turns)
    _forget(connection, turns)
    _into_outbox.put(connection, [_queued(message) for turn in turns for message in turn.outgoing])
    fed = [turn.feed for turn in turns if turn.feed is not None]
    _into_cursors.put(connection, [(FEED, max(fed))] if fed else [])
    _into_marks.put(connection, [(name, micros(at)) for turn in turns for name, at in turn.marks.items()])
    # Last, because positions are locked from here until the commit.
    append(connection, [fact for turn in turns for fact in turn.facts], seal, node, epoch, machine)


def person_of(connection: Connection, *, chat: int | None = None, person: str | None = None) -> Kept | None:
    """The row of a person, by chat or by name."""
    row = _of_person.of(connection, person) if chat is None else _of_chat.of(connection, chat)
    return _kept(row) if row else None


def to_erase(connection: Connection, now: int) -> list[str]:
    """The persons whose record is to be erased by now."""
    asked = select(_standings.c.person).where(_standings.c.erase_at.between(1, now))
    return list(connection.scalars(asked))


def spoke(connection: Connection, person: str, since: int) -> bool:
    """Whether the person said something after this moment."""
    own = (_facts.c.person == person, _facts.c.by == Source.SELF, _facts.c.received_at > since)
    return bool(connection.scalar(select(exists().where(*own))))


def updates_done(connection: Connection) -> set[int]:
    """Every update that is remembered as done."""
    return set(connection.scalars(select(_updates.c.update)))


def chats_met(connection: Connection) -> set[int]:
    """Every chat of which there may be a row: whoever is in no such chat writes for the first time."""
    return set(connection.scalars(select(_standings.c.chat)))


def forget_updates(connection: Connection, now: int) -> set[int]:
    """Forget some of the updates that the channel cannot repeat any more; returns which.

    A clock that is ahead calls everything old, so the latest stay whatever it says.
    """
    count = connection.scalar(select(func.count()).select_from(_updates)) or 0
    most = max(0, min(SOME, count - SPARED))
    old = (
        select(_updates.c.update).where(_updates.c.done_at < now - STALE).order_by(_updates.c.done_at).limit(most)
    )
    gone = delete(_updates).where(_updates.c.update.in_(old)).returning(_updates.c.update)
    return set(connection.scalars(gone))


def forget_had(connection: Connection, node: str, epoch: int, now: int) -> int:
    """Drop some of what the register has had for a week; and what broke us, after a month. Returns how many.

    A register that is restored from a copy of this week asks for the rest again, so it is not enough that a fact
    is old: after a long outage all that is handed in is old.
    """
    connection.execute(delete(_poison).where(_poison.c.kept_at < now - BROKEN))
    acknowledged, had, since = (marked(connection, name) for name in (PUSHED, HANDED, HANDED_AT))
    if acknowledged is None:
        return 0
    count = 0
    if had is not None and since is not None and had <= acknowledged and since <= now:
        if now - since < HAD:
            return 0
        count = purge(connection, node, epoch, had, now - HAD, SOME)
    if count:
        drop_envelopes(connection)
    if count < SOME:
        _into_marks.put(connection, [(HANDED, acknowledged), (HANDED_AT, now)])
    return count


def marked(connection: Connection, name: str) -> int | None:
    """The number kept under this name: of the feed, the register's position up to which it was taken."""
    return connection.scalar(select(_cursors.c.position).where(_cursors.c.reader == name))


def spoken(connection: Connection, since: int | None) -> list[tuple[Kept, datetime | None]]:
    """Everyone, or who wrote since then, each with when they last wrote, as far as updates are remembered."""
    asked = select(_standings, _updates.c.done_at)
    asked = asked.outerjoin_from(_standings, _updates, _standings.c.update == _updates.c.update)
    if since is not None:
        asked = asked.where(_updates.c.done_at >= since)
    rows = connection.execute(asked.order_by(_standings.c.person))
    return [(_kept(row), moment(row.done_at) if row.done_at is not None else None) for row in rows]


def poisoned(engine: Engine) -> int:
    """How many updates broke us; what they said stays sealed."""
    with read(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table(PoisonRow))) or 0


def _forget(connection: Connection, turns: Sequence[Turned]) -> None:
    """Take back what waits to be sent but may not be any more, and erase whose record is to go."""
    for turn in turns:
        if turn.stops and turn.kept is not None:
            of = (_outbox.c.person == turn.kept.standing.person, _outbox.c.note == turn.stops)
            connection.execute(delete(_outbox).where(*of, _outbox.c.state.in_(UNSENT)))
        if turn.clears and turn.kept is not None:
            of = (_outbox.c.person == turn.kept.standing.person, _outbox.c.lane == int(Lane.TALK))
            connection.execute(delete(_outbox).where(*of, _outbox.c.note == "", _outbox.c.state.in_(UNSENT)))
    if dropped := [message for turn in turns for message in turn.drops]:
        connection.execute(delete(_outbox).where(_outbox.c.id.in_(dropped)))
    instead = [turn.instead for turn in turns if turn.instead]
    if instead:
        connection.execute(delete(_outbox).where(_outbox.c.id.in_(instead), _outbox.c.state == QUEUED))
    for person in [turn.erases for turn in turns if turn.erases]:
        connection.execute(delete(_outbox).where(_outbox.c.person == person))
        erase_person(connection, person)


def _keep_standings(connection: Connection, turns: Sequence[Turned]) -> None:
    """The last word of each chat; a chat that was forgotten in between is emptied first, for someone new."""
    gone = [turn.chat for turn in turns if turn.kept is None]
    if gone:
        connection.execute(delete(_standings).where(_standings.c.chat.in_(gone)))
    last = {turn.chat: turn.kept for turn in turns}
    _into_standings.put(connection, [_row(kept) for kept in last.values() if kept is not None])


def _kept(row: Row[Any]) -> Kept:
    erase_at = moment(row.erase_at) if row.erase_at else None
    return Kept(decode_standing(bytes(row.standing)), row.chat, row.update, bytes(row.reply), erase_at)


def _row(kept: Kept) -> Values:
    erase_at = micros(kept.erase_at) if kept.erase_at else 0
    return kept.standing.person, kept.chat, encode_standing(kept.standing), kept.update, kept.reply, erase_at


def poison_use(update: int) -> bytes:
    """What the sealed bytes of an update that broke us are bound to."""
    return b"hamrah poison 1 %d" % update


def _apart(job: Poison, seal: Seal, now: int) -> Values:
    return job.update, seal.seal_alone(job.raw, poison_use(job.update)), job.error, now


def _queued(message: Outgoing) -> Values:
    who = (message.id, message.chat, message.person, int(message.lane))
    expires_at = micros(message.expires_at) if message.expires_at else 0
    return (*who, message.body, micros(message.due_at), message.note, QUEUED, 0, expires_at)
