"""The ledger: facts in the order they became known; each node's own without a gap and chained by hash.

Bodies are sealed before they get here and stay so: nothing in this room can read them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, func, or_, select

from flows.facts import Fact
from storage.codec import VERSION, encode, kind
from storage.engine import micros
from storage.errors import ChainBroken, ChainForked
from storage.rows import Asked, Into, Values, table
from storage.tables import EnvelopeRow, FactRow, HeadRow
from storage.vault import Envelope, Seal

FIRST = bytes(32)
STORE = ""
COUNTER = 0
PAGE = 1000
ASKED = 500
ERASED = ""

_facts, _heads, _envelopes = table(FactRow), table(HeadRow), table(EnvelopeRow)
_into_facts = Into(FactRow)
_into_heads = Into(HeadRow, key=("node", "epoch"), change=("seq", "chain"))
_into_envelopes = Into(EnvelopeRow, key=("node", "id"))
_of_ledger = (_heads.c.node == bindparam("of_node"), _heads.c.epoch == bindparam("of_epoch"))
_head = Asked(select(_heads.c.seq, _heads.c.chain).where(*_of_ledger))
_counter = Asked(select(_heads.c.seq).where(*_of_ledger).with_for_update())
_json = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Head:
    """How far a node's ledger has come: its last sequence number, and the hash over all up to it."""

    seq: int
    chain: bytes


class Record(NamedTuple):
    """A fact as it is kept and sent, in the order of its columns; times in microseconds."""

    node: str
    epoch: int
    seq: int
    position: int
    id: str
    person: str
    kind: str
    version: int
    by: str
    said_at: int
    received_at: int
    recorded_at: int
    cause: str
    envelope: str
    body: bytes
    chain: bytes

    @property
    def about(self) -> bytes:
        """What the sealed body is bound to, so that it cannot be moved to another fact."""
        return about(self.id, self.person, self.kind, self.version)


def about(fact: str, person: str, kind: str, version: int) -> bytes:
    """The part of a header that a body is sealed with; not its place, which a new epoch changes."""
    return _json((fact, person, kind, version))


def linked(previous: bytes, record: Record) -> bytes:
    """The hash that ties a record to everything its node said before; an erased body left its own hash."""
    # A JSON list ends where it ends and hashes have one length: no two records share these bytes.
    header = (*record[:3], *record[4:12], record.cause)
    body = record.body if record.envelope == ERASED else hashlib.sha256(record.body).digest()
    return hashlib.sha256(previous + _json(header) + body).digest()


def append(
    connection: Connection, facts: Sequence[Fact], seal: Seal, node: str, epoch: int, now: int
) -> list[Record]:
    """Seal and keep facts that this node heard; `now` in microseconds."""
    if not facts:
        return []
    position = _last_position(connection)
    last = head(connection, node, epoch)
    chain, records, envelopes = last.chain, [], {}
    for offset, fact in enumerate(facts, 1):
        envelope, record = _sealed(fact, seal, node, epoch, last.seq + offset, position + offset, now)
        chain = linked(chain, record)
        envelopes[envelope.id] = envelope
        records.append(record._replace(chain=chain))
    keep_envelopes(connection, node, list(envelopes.values()))
    _into_facts.put(connection, records)
    count = len(facts)
    _into_heads.put(connection, [(STORE, COUNTER, position + count, b""), (node, epoch, last.seq + count, chain)])
    return records


def insert(connection: Connection, records: Sequence[Record]) -> list[Record]:
    """Keep what other nodes said, and return what is new here, with this store's positions.

    Each node's records must follow on what is kept without a gap (ChainBroken) and by their hash (ChainForked).
    """
    if not records:
        return []
    position = _last_position(connection)
    heads = _followed(connection, records)
    known = _known(connection, [record.id for record in records])
    new: dict[str, Record] = {}
    for record in records:
        if record.id not in known and record.id not in new:
            new[record.id] = record._replace(position=position + len(new) + 1)
    _into_facts.put(connection, list(new.values()))
    _into_heads.put(connection, [(STORE, COUNTER, position + len(new), b""), *heads])
    return list(new.values())


def keep_envelopes(connection: Connection, node: str, envelopes: Sequence[Envelope]) -> None:
    """Keep what opens a node's facts; one that is known stays as it was."""
    _into_envelopes.put(connection, [(node, each.id, each.generation, each.key) for each in envelopes])


def envelopes(connection: Connection, records: Sequence[Record]) -> dict[tuple[str, str], Envelope]:
    """What opens these records, by node and name."""
    found: dict[tuple[str, str], Envelope] = {}
    wanted = sorted({record.envelope for record in records} - {ERASED})
    for start in range(0, len(wanted), ASKED):
        asked = select(_envelopes).where(_envelopes.c.id.in_(wanted[start : start + ASKED]))
        for row in connection.execute(asked):
            found[row.node, row.id] = Envelope(row.id, row.generation, bytes(row.key))
    return found


def head(connection: Connection, node: str, epoch: int) -> Head:
    """How far the ledger of a node has come here; seq 0 before its first fact."""
    row = _head.of(connection, node, epoch)
    return Head(row.seq, bytes(row.chain)) if row else Head(0, FIRST)


def records(
    connection: Connection, *, after: int, limit: int, node: str | None = None, person: str | None = None
) -> list[Record]:
    """What became known after a position, in that order: of all, of one node, or about one person."""
    asked = select(_facts).where(_facts.c.position > after).order_by(_facts.c.position).limit(limit)
    if node is not None:
        asked = asked.where(_facts.c.node == node)
    if person is not None:
        asked = asked.where(_facts.c.person == person)
    return [_record(row) for row in connection.execute(asked)]


def of_node(connection: Connection, node: str, epoch: int, after_seq: int, limit: int) -> list[Record]:
    """What a node said after a sequence number, in its own order."""
    return [_record(row) for row in connection.execute(_said(node, epoch, after_seq, limit))]


def purge(connection: Connection, node: str, epoch: int, acknowledged: int, before: int, limit: int) -> int:
    """Drop some of what a node said before this moment and the register has; returns how many.

    The last that the register has stays: what follows is chained to it.
    """
    ours = (_facts.c.node == node, _facts.c.recorded_at < before)
    had = or_(_facts.c.epoch < epoch, and_(_facts.c.epoch == epoch, _facts.c.seq < acknowledged))
    old = select(_facts.c.position).where(*ours, had).order_by(_facts.c.position).limit(limit)
    return connection.execute(delete(_facts).where(_facts.c.position.in_(old))).rowcount


def first(connection: Connection, node: str, epoch: int) -> int:
    """The lowest number that is kept of what a node said, 0 if nothing is."""
    asked = select(func.min(_facts.c.seq)).where(_facts.c.node == node, _facts.c.epoch == epoch)
    return connection.execute(asked).scalar() or 0


def verify(connection: Connection, node: str, epoch: int, *, purged: bool = False) -> Head:
    """Read a node's ledger from its first fact and return its head; ChainBroken or ChainForked if it lies.

    purged: where the node itself dropped its oldest facts, the first that it kept is believed.
    """
    last = Head(0, FIRST)
    if purged and (anchor := of_node(connection, node, epoch, 0, 1)):
        last = Head(anchor[0].seq, anchor[0].chain)
    while page := of_node(connection, node, epoch, last.seq, PAGE):
        for record in page:
            chain = linked(last.chain, record)
            assert_follows(last, record, chain)
            last = Head(record.seq, chain)
    kept = head(connection, node, epoch)
    if kept.seq != last.seq:
        raise ChainBroken(node, kept.seq, last.seq)
    if kept.chain != last.chain:
        raise ChainForked(node, epoch, kept.seq)
    return last


def assert_follows(last: Head, record: Record, chain: bytes) -> None:
    """ChainBroken if something is missing before this record, ChainForked if its hash is not this one."""
    if record.seq != last.seq + 1:
        raise ChainBroken(record.node, last.seq + 1, record.seq)
    if chain != record.chain:
        raise ChainForked(record.node, record.epoch, record.seq)


def _sealed(
    fact: Fact, seal: Seal, node: str, epoch: int, seq: int, position: int, now: int
) -> tuple[Envelope, Record]:
    """The fact as a record, but for its chain."""
    name = kind(fact.body)
    version = VERSION[name]
    envelope, body = seal.seal(encode(fact.body), about(fact.id, fact.person, name, version))
    times = (micros(fact.said_at), micros(fact.received_at), now)
    place = (node, epoch, seq, position, fact.id, fact.person)
    return envelope, Record(*place, name, version, fact.by.value, *times, fact.cause, envelope.id, body, b"")


def _last_position(connection: Connection) -> int:
    """The store's counter, locked until the transaction ends, so that positions appear in their order."""
    row = _counter.of(connection, STORE, COUNTER)
    if row is None:
        raise LookupError("the store has no counter of positions: migrate it first")
    position: int = row.seq
    return position


def _followed(connection: Connection, records: Sequence[Record]) -> list[Values]:
    """The new heads of the nodes whose facts these are, if every one follows on what is kept."""
    heads: dict[tuple[str, int], Head] = {}
    for record in records:
        place = record.node, record.epoch
        last = heads.get(place) or head(connection, *place)
        if record.seq <= last.seq:
            _assert_same(connection, record)
            continue
        chain = linked(last.chain, record)
        assert_follows(last, record, chain)
        heads[place] = Head(record.seq, chain)
    return [(node, epoch, last.seq, last.chain) for (node, epoch), last in heads.items()]


def _assert_same(connection: Connection, record: Record) -> None:
    place = (_facts.c.node == record.node, _facts.c.epoch == record.epoch, _facts.c.seq == record.seq)
    kept = connection.execute(select(_facts.c.chain).where(*place)).scalar_one_or_none()
    if kept is not None and bytes(kept) != record.chain:
        raise ChainForked(record.node, record.epoch, record.seq)


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(ids), ASKED):
        known.update(connection.scalars(select(_facts.c.id).where(_facts.c.id.in_(ids[start : start + ASKED]))))
    return known


def _said(node: str, epoch: int, after_seq: int, limit: int) -> Select[Any]:
    of_it = (_facts.c.node == node, _facts.c.epoch == epoch, _facts.c.seq > after_seq)
    return select(_facts).where(*of_it).order_by(_facts.c.seq).limit(limit)


def _record(row: Row[Any]) -> Record:
    return Record._make((*row[:14], bytes(row.body), bytes(row.chain)))
