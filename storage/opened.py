"""Records as the facts that they are, for whoever holds the register's keys."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from flows.facts import Body, Entry, Fact, Source, Unread
from storage import ledger
from storage.codec import decode
from storage.engine import moment
from storage.errors import FactUnknown, FactUnreadable, SealBroken
from storage.ledger import Record
from storage.vault import Envelope, Vault

Envelopes = Mapping[tuple[str, str], Envelope]
CLOSED = (SealBroken, FactUnknown, FactUnreadable)


def entries(
    connection: Connection,
    vault: Vault | None,
    *,
    after: int,
    limit: int,
    node: str | None = None,
    person: str | None = None,
) -> list[Entry]:
    """What became known after a position, in that order; without a vault, or where it does not open, unread."""
    return opened(
        connection, vault, ledger.records(connection, after=after, limit=limit, node=node, person=person)
    )


def opened(connection: Connection, vault: Vault | None, records: Sequence[Record]) -> list[Entry]:
    """These records as entries."""
    envelopes = ledger.envelopes(connection, records) if vault else {}
    return [_entry(record, vault, envelopes) for record in records]


def _entry(record: Record, vault: Vault | None, envelopes: Envelopes) -> Entry:
    body = _body(record, vault, envelopes.get((record.node, record.envelope)))
    times = moment(record.said_at), moment(record.received_at)
    fact = Fact(record.id, record.person, body, Source(record.by), *times, record.cause)
    place = (record.node, record.epoch, record.seq, moment(record.recorded_at), record.position)
    return Entry(fact, *place, record.chain)


def _body(record: Record, vault: Vault | None, envelope: Envelope | None) -> Body | Unread:
    if vault is None or envelope is None:
        return Unread(record.kind)
    try:
        return decode(record.kind, record.version, vault.open(envelope, record.body, record.about))
    except CLOSED:
        return Unread(record.kind)
