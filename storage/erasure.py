"""Making what was said unreadable: bodies go, headers stay, and the chain still holds."""

import hashlib

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, select, update

from flows.facts import MessageHeard, RecordErased, StaffReplied, ViewGiven
from flows.pictures import KEPT, OVER
from flows.retention import STAYS
from storage.ledger import ERASED
from storage.register_tables import CaseTable, OfferTable, PersonTable, PhotoTable, PictureRow
from storage.rows import table
from storage.tables import EnvelopeRow, FactRow

SOME = 500
WORDS = (MessageHeard.__name__, StaffReplied.__name__, ViewGiven.__name__)

_facts, _people, _cases, _envelopes = table(FactRow), table(PersonTable), table(CaseTable), table(EnvelopeRow)
_offers, _photos, _pictures = table(OfferTable), table(PhotoTable), table(PictureRow)
_same = (_pictures.c.person == _photos.c.person) & (_pictures.c.photo == _photos.c.photo)
_gone = update(_facts).where(_facts.c.position == bindparam("of")).values(envelope=ERASED, body=bindparam("hash"))


def erase_person(connection: Connection, person: str) -> int:
    """Erase all that is personal in what is kept about a person; returns how many facts."""
    return _all(connection, _facts.c.person == person, _facts.c.kind.not_in(STAYS))


def erase_late(connection: Connection) -> int:
    """Erase what became known of erased persons only after they were, but had been said before."""
    before = select(_people.c.erased_at).where(_people.c.person == _facts.c.person).scalar_subquery()
    erased = select(_people.c.person).where(_people.c.erased_at > 0)
    late = (_facts.c.person.in_(erased), _facts.c.received_at <= before)
    return _all(connection, *late, _facts.c.kind.not_in(STAYS))


def erase_words(connection: Connection, before: int) -> int:
    """Erase messages to and from staff received before this moment, but for people with an open case."""
    open_cases = select(_cases.c.person).where(_cases.c.closed.is_(False))
    old = (_facts.c.received_at < before, _facts.c.person.not_in(open_cases))
    return _all(connection, _facts.c.kind.in_(WORDS), *old)


def erase_pictures(connection: Connection, seen_before: int, kept_before: int) -> int:
    """Forget pictures that nobody wants any more, were looked at before one moment, or came before another."""
    wanted = exists().where(_same, _photos.c.wanted == "yes")
    count: int = connection.execute(delete(_pictures).where(~wanted)).rowcount
    seen = _pictures.c.seen_at.between(1, seen_before)
    old = (_pictures.c.state == KEPT) & (seen | (_pictures.c.kept_at < kept_before))
    return count + connection.execute(update(_pictures).where(old).values(state=OVER, picture=b"")).rowcount


def erase_photos(connection: Connection) -> int:
    """Erase where photos are that the person did not want to be kept, or whose pictures are over."""
    unwanted = select(_photos.c.position).where(_photos.c.wanted == "no")
    over = select(_photos.c.position).join(_pictures, _same).where(_pictures.c.state == OVER)
    return _all(connection, _facts.c.position.in_(unwanted.union(over)))


def erase_audit(connection: Connection, before: int) -> int:
    """Erase what stayed of people who were erased before this moment, but for that they were."""
    gone = select(_people.c.person).where(_people.c.erased_at.between(1, before), _people.c.heard_at == 0)
    for rows in (_offers, _cases):
        connection.execute(delete(rows).where(rows.c.person.in_(gone)))
    return _all(connection, _facts.c.person.in_(gone), _facts.c.kind != RecordErased.__name__)


def drop_envelopes(connection: Connection) -> int:
    """Forget the data keys that nothing kept is sealed with any more; returns how many."""
    used = select(_facts.c.envelope).distinct()
    return connection.execute(delete(_envelopes).where(_envelopes.c.id.not_in(used))).rowcount


def _all(connection: Connection, *which: ColumnElement[bool]) -> int:
    asked = select(_facts.c.position, _facts.c.body).where(_facts.c.envelope != ERASED, *which).limit(SOME)
    count = 0
    while rows := connection.execute(asked).all():
        connection.execute(_gone, [{"of": row.position, "hash": _hash(bytes(row.body))} for row in rows])
        count += len(rows)
    return count


def _hash(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()
