"""The clocks of retention over the register's rows: what is due, what is ordered, and what is done."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from flows.facts import Body, ErasureOrdered, RecordErased
from flows.pictures import KEPT
from flows.ports import Erasures
from flows.retention import ASKED, STAYS, Clocks, Due, Recorded, due
from storage.engine import micros, moment
from storage.erasure import (
    WORDS,
    drop_envelopes,
    erase_audit,
    erase_late,
    erase_photos,
    erase_pictures,
    erase_words,
)
from storage.ledger import ERASED
from storage.listed import KNOWN
from storage.nodes import REVOKED
from storage.register_tables import PersonTable, PictureRow
from storage.rows import table
from storage.tables import FactRow, NodeRow

_people, _nodes, _facts, _pictures = table(PersonTable), table(NodeRow), table(FactRow), table(PictureRow)
_unerased = _facts.c.envelope != ERASED


def orders(connection: Connection, at: datetime, clocks: Clocks) -> list[tuple[str, Body]]:
    """What the centre says now about records whose time is over.

    A node erases what it is ordered to, and what its people ask for; if it is lost, or silent for too long, the
    centre does it without.
    """
    found: list[tuple[str, Body]] = []
    lost = set(connection.scalars(select(_nodes.c.name).where(_nodes.c.state == REVOKED)))
    for row, over in _due(connection, clocks):
        patience = timedelta() if row.node in lost else clocks.overdue
        ordered_at = moment(row.ordered_at) if row.ordered_at else None
        if over.at > at:
            continue
        if over.why == ASKED:
            if over.at + patience <= at:
                found.append((row.person, RecordErased(ASKED)))
        elif ordered_at is None and row.node not in lost:
            found.append((row.person, ErasureOrdered(over.why, moment(row.heard_at))))
        elif ordered_at is None or ordered_at + patience <= at:
            found.append((row.person, RecordErased(over.why)))
    return found


def erased(connection: Connection, at: datetime, clocks: Clocks) -> int:
    """Make unreadable what is to be; returns how many facts."""
    count = erase_late(connection) + erase_words(connection, micros(at - clocks.words))
    count += erase_audit(connection, micros(at - clocks.audit))
    count += erase_pictures(connection, micros(at - clocks.photos), micros(at - 3 * clocks.photos))
    count += erase_photos(connection)
    if count:
        drop_envelopes(connection)
    return count


def erasures(connection: Connection, clocks: Clocks) -> list[Erasures]:
    """What will be erased, by rule."""
    dues = sorted((over.why, over.at) for _, over in _due(connection, clocks))
    found = []
    for why, same in groupby(dues, lambda each: each[0]):
        times = [at for _, at in same]
        found.append(Erasures(why, len(times), times[0], times[-1]))
    return [*found, *_words(connection, clocks), *_kept(connection, clocks), *_audit(connection, clocks)]


def dates(connection: Connection, clocks: Clocks) -> list[tuple[str, Due]]:
    """When whose record is erased, by reference number, the next first."""
    return sorted(((row.ref, over) for row, over in _due(connection, clocks)), key=lambda each: each[1].at)


def gone(connection: Connection) -> dict[str, datetime]:
    """Who is erased and was not heard since, and when it was."""
    asked = select(_people.c.person, _people.c.erased_at).where(~KNOWN)
    return {row.person: moment(row.erased_at) for row in connection.execute(asked)}


def back(connection: Connection, people: Mapping[str, datetime]) -> list[str]:
    """Whoever of these was erased at that time, and is here as if they had not been: from an older copy."""
    asked = select(_people.c.person, _people.c.heard_at).where(_people.c.erased_at == 0)
    known = {row.person: row.heard_at for row in connection.execute(asked)} if people else {}
    return [person for person, at in people.items() if person in known and known[person] <= micros(at)]


def _due(connection: Connection, clocks: Clocks) -> list[tuple[Row[Any], Due]]:
    running = (_people.c.asked_at > 0) | _people.c.registered.is_(False) | (_people.c.wish == "LEFT")
    rows = connection.execute(select(_people).where(KNOWN, running)).all()
    return [(row, over) for row in rows if (over := due(_recorded(row), clocks)) is not None]


def _recorded(row: Row[Any]) -> Recorded:
    asked_at = moment(row.asked_at) if row.asked_at else None
    return Recorded(asked_at, moment(row.heard_at or row.met_at), row.registered, row.wish)


def _audit(connection: Connection, clocks: Clocks) -> Sequence[Erasures]:
    # Of who has nothing left but that they were erased, nothing more will go.
    stays = select(_facts.c.person).where(_facts.c.kind.in_(STAYS - {RecordErased.__name__}), _unerased)
    asked = select(_people.c.erased_at).where(~KNOWN, _people.c.person.in_(stays)).order_by(_people.c.erased_at)
    times = [moment(at) + clocks.audit for at in connection.scalars(asked)]
    return (Erasures("audit", len(times), times[0], times[-1]),) if times else ()


def _kept(connection: Connection, clocks: Clocks) -> Sequence[Erasures]:
    rows = connection.execute(select(_pictures.c.kept_at, _pictures.c.seen_at).where(_pictures.c.state == KEPT))
    times = sorted(
        moment(row.seen_at) + clocks.photos if row.seen_at else moment(row.kept_at) + 3 * clocks.photos
        for row in rows
    )
    return (Erasures("photos", len(times), times[0], times[-1]),) if times else ()


def _words(connection: Connection, clocks: Clocks) -> Sequence[Erasures]:
    times = (func.min(_facts.c.received_at), func.max(_facts.c.received_at))
    asked = select(func.count(), *times).where(_facts.c.kind.in_(WORDS), _unerased)
    count, first, last = connection.execute(asked).one()
    if not count:
        return ()
    return (Erasures("words", count, moment(first) + clocks.words, moment(last) + clocks.words),)
