"""The ledger: facts in the order they became known; each node's own without a gap and chained by hash."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, select

from flows.facts import Entry, Fact, Source
from storage.codec import VERSION, decode, encode, kind
from storage.engine import micros, moment
from storage.errors import ChainBroken, ChainForked
from storage.rows import Asked, Into, Values, table
from storage.tables import FactRow, HeadRow

FIRST = bytes(32)
STORE = ""
COUNTER = 0
PAGE = 1000
ASKED = 500

_facts, _heads = table(FactRow), table(HeadRow)
_into_facts = Into(FactRow)
_into_heads = Into(HeadRow, key=("node", "epoch"), change=("seq", "chain"))
_of_ledger = (_heads.c.node == bindparam("of_node"), _heads.c.epoch == bindparam("of_epoch"))
_head = Asked(select(_heads.c.seq, _heads.c.chain).where(*_of_ledger))
_counter = Asked(select(_heads.c.seq).where(*_of_ledger).with_for_update())
_header = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Head:
    """How far a node's ledger has come: its last sequence number, and the hash over all up to it."""

    seq: int
    chain: bytes


def chained(previous: bytes, fact: Fact, node: str, epoch: int, seq: int) -> bytes:
    """The hash that seals a fact, in the newest version of its kind, to everything its node said before."""
    chain: bytes = _row(fact, node, epoch, seq, 0, 0, previous)[-1]
    return chain


def append(connection: Connection, facts: Sequence[Fact], node: str, epoch: int, now: int) -> list[Entry]:
    """Keep facts that this node heard; `now` in microseconds."""
    if not facts:
        return []
    position = _last_position(connection)
    last = head(connection, node, epoch)
    seq, chain, at = last.seq, last.chain, moment(now)
    entries, rows = [], []
    for offset, fact in enumerate(facts, 1):
        row = _row(fact, node, epoch, seq + offset, position + offset, now, chain)
        chain = row[-1]
        rows.append(row)
        entries.append(Entry(fact, node, epoch, seq + offset, at, position + offset, chain))
    _into_facts.put(connection, rows)
    count = len(facts)
    _into_heads.put(connection, [(STORE, COUNTER, position + count, b""), (node, epoch, seq + count, chain)])
    return entries


def insert(connection: Connection, entries: Sequence[Entry], *, strict: bool = True) -> list[Entry]:
    """Keep facts of other nodes, and return those that are new here, with this store's positions.

    strict: each node's facts must follow on what is kept without a gap (ChainBroken) and by their hash
    (ChainForked); otherwise they are a part of a ledger that was verified elsewhere, which has no head here.
    """
    if not entries:
        return []
    position = _last_position(connection)
    heads = _followed(connection, entries) if strict else []
    known = _known(connection, [entry.fact.id for entry in entries])
    new: dict[str, Entry] = {}
    for entry in entries:
        if entry.fact.id not in known and entry.fact.id not in new:
            new[entry.fact.id] = replace(entry, position=position + len(new) + 1)
    _into_facts.put(connection, [_row_of(entry) for entry in new.values()])
    _into_heads.put(connection, [(STORE, COUNTER, position + len(new), b""), *heads])
    return list(new.values())


def head(connection: Connection, node: str, epoch: int) -> Head:
    """How far the ledger of a node has come here; seq 0 before its first fact."""
    row = _head.of(connection, node, epoch)
    return Head(row.seq, bytes(row.chain)) if row else Head(0, FIRST)


def entries(
    connection: Connection, *, after: int, limit: int, node: str | None = None, person: str | None = None
) -> list[Entry]:
    """What became known after a position, in that order: of all, of one node, or about one person."""
    asked = select(_facts).where(_facts.c.position > after).order_by(_facts.c.position).limit(limit)
    if node is not None:
        asked = asked.where(_facts.c.node == node)
    if person is not None:
        asked = asked.where(_facts.c.person == person)
    return [_entry(row) for row in connection.execute(asked)]


def of_node(connection: Connection, node: str, epoch: int, after_seq: int, limit: int) -> list[Entry]:
    """What a node said after a sequence number, in its own order."""
    return [_entry(row) for row in connection.execute(_said(node, epoch, after_seq, limit))]


def verify(connection: Connection, node: str, epoch: int) -> Head:
    """Read a node's ledger from its first fact and return its head; ChainBroken or ChainForked if it lies.

    It works on the bytes as they are kept, so facts of older versions verify too.
    """
    last = Head(0, FIRST)
    while page := connection.execute(_said(node, epoch, last.seq, PAGE)).all():
        for row in page:
            said = (row.kind, row.version, row.by, row.said_at, row.received_at)
            header = (node, epoch, row.seq, row.id, row.person, *said, row.cause)
            chain = _linked(last.chain, header, bytes(row.body))
            _assert_follows(last, node, epoch, row.seq, chain, bytes(row.chain))
            last = Head(row.seq, chain)
    kept = head(connection, node, epoch)
    if kept.seq != last.seq:
        raise ChainBroken(node, kept.seq, last.seq)
    if kept.chain != last.chain:
        raise ChainForked(node, epoch, kept.seq)
    return last


def _last_position(connection: Connection) -> int:
    """The store's counter, locked until the transaction ends, so that positions appear in their order."""
    row = _counter.of(connection, STORE, COUNTER)
    if row is None:
        raise LookupError("the store has no counter of positions: migrate it first")
    position: int = row.seq
    return position


def _linked(previous: bytes, header: Sequence[object], body: bytes) -> bytes:
    # A JSON list ends where it ends and the previous hash has one length: no two facts share these bytes.
    return hashlib.sha256(previous + _header(header) + body).digest()


def _row(fact: Fact, node: str, epoch: int, seq: int, position: int, now: int, previous: bytes) -> Values:
    """The fact as a row of `facts`, in the order of its columns; the chain comes last."""
    id_, person, cause, name, body = fact.id, fact.person, fact.cause, kind(fact.body), encode(fact.body)
    said = (name, VERSION[name], fact.by.value, micros(fact.said_at), micros(fact.received_at))
    chain = _linked(previous, (node, epoch, seq, id_, person, *said, cause), body)
    return (node, epoch, seq, position, id_, person, *said, now, cause, body, chain)


def _row_of(entry: Entry) -> Values:
    now = micros(entry.recorded_at)
    row = _row(entry.fact, entry.node, entry.epoch, entry.seq, entry.position, now, b"")
    return (*row[:-1], entry.chain)


def _followed(connection: Connection, entries: Sequence[Entry]) -> list[tuple[str, int, int, bytes]]:
    """The new heads of the nodes whose facts these are, if every one follows on what is kept."""
    heads: dict[tuple[str, int], Head] = {}
    for entry in entries:
        node, epoch = entry.node, entry.epoch
        last = heads.get((node, epoch)) or head(connection, node, epoch)
        if entry.seq <= last.seq:
            _assert_same(connection, entry)
            continue
        chain = chained(last.chain, entry.fact, node, epoch, entry.seq)
        _assert_follows(last, node, epoch, entry.seq, chain, entry.chain)
        heads[node, epoch] = Head(entry.seq, chain)
    return [(node, epoch, last.seq, last.chain) for (node, epoch), last in heads.items()]


def _assert_follows(last: Head, node: str, epoch: int, seq: int, chain: bytes, claimed: bytes) -> None:
    if seq != last.seq + 1:
        raise ChainBroken(node, last.seq + 1, seq)
    if chain != claimed:
        raise ChainForked(node, epoch, seq)


def _assert_same(connection: Connection, entry: Entry) -> None:
    place = (_facts.c.node == entry.node, _facts.c.epoch == entry.epoch, _facts.c.seq == entry.seq)
    kept = connection.execute(select(_facts.c.chain).where(*place)).scalar_one_or_none()
    if kept is not None and bytes(kept) != entry.chain:
        raise ChainForked(entry.node, entry.epoch, entry.seq)


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(ids), ASKED):
        known.update(connection.scalars(select(_facts.c.id).where(_facts.c.id.in_(ids[start : start + ASKED]))))
    return known


def _said(node: str, epoch: int, after_seq: int, limit: int) -> Select[Any]:
    of_it = (_facts.c.node == node, _facts.c.epoch == epoch, _facts.c.seq > after_seq)
    return select(_facts).where(*of_it).order_by(_facts.c.seq).limit(limit)


def _entry(row: Row[Any]) -> Entry:
    body = decode(row.kind, row.version, bytes(row.body))
    said_at, received_at = moment(row.said_at), moment(row.received_at)
    fact = Fact(row.id, row.person, body, Source(row.by), said_at, received_at, row.cause)
    return Entry(fact, row.node, row.epoch, row.seq, moment(row.recorded_at), row.position, bytes(row.chain))
