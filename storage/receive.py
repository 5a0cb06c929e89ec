"""The register's side of the sync: a batch is kept whole and once, or refused with a reason.

What is in the facts is not looked at: they are kept sealed, so one that nobody can read holds up no others.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Engine, exists, select

from flows import facts
from flows.link import Receipt, Refused
from storage import feed as feeding
from storage import nodes
from storage.concluded import CENTRE
from storage.engine import micros, now_utc, read, write
from storage.ledger import Head, head, insert, keep_envelopes
from storage.rows import Into, table
from storage.tables import FactRow, QuarantineRow
from storage.wire import Batch, Malformed, decode_batch

# What a node may say; all else is said by the centre alone.
OF_NODES = frozenset(
    kind.__name__
    for kind in (
        facts.PersonMet,
        facts.TalkOpened,
        facts.QuestionsReopened,
        facts.AnswerGiven,
        facts.ReferenceGiven,
        facts.CaseOpened,
        facts.MessageHeard,
        facts.PhotoSent,
        facts.VoiceSent,
        facts.NoteSent,
        facts.NoteRead,
        facts.NoteStood,
        facts.ContactLost,
        facts.RecordErased,
        facts.UpdatesMissed,
    )
)
OF_THE_CENTRE = frozenset(facts.KINDS) - OF_NODES

_facts = table(FactRow)
_into_quarantine = Into(QuarantineRow, key=("digest",))


class Gap(Refused):
    """Facts are missing before this batch, from `wanted` on."""

    def __init__(self, wanted: int) -> None:
        super().__init__("GAP", wanted)


class Fork(Refused):
    """The node said something else before, or another said the same: it may have been restored from a copy."""

    def __init__(self) -> None:
        super().__init__("FORK")


class NotAdmitted(Refused):
    """Nobody may say this, or not this node."""

    def __init__(self) -> None:
        super().__init__("NOT_ADMITTED")


def receive(engine: Engine, frame: bytes, at: Callable[[], datetime] = now_utc) -> Receipt:
    """Keep what is new in a batch, and say how far the node's ledger is kept; Refused with none of it kept."""
    with read(engine) as connection:
        batch = decode_batch(frame, lambda name: nodes.key_of(connection, name))
    try:
        with write(engine) as connection:
            return _taken(connection, batch)
    except (Fork, NotAdmitted) as error:
        _set_apart(engine, batch.node, error.why, frame, at())
        raise


def _taken(connection: Connection, batch: Batch) -> Receipt:
    feeding.position(connection, lock=True)
    nodes.key_of(connection, batch.node)
    _admit(connection, batch)
    last = head(connection, batch.node, batch.epoch)
    if batch.first_seq > last.seq + 1:
        raise Gap(last.seq + 1)
    _assert_same(connection, batch, last)
    new = batch.records[last.seq + 1 - batch.first_seq :]
    if not new:
        return Receipt(last.seq, last.chain)
    keep_envelopes(connection, batch.node, batch.envelopes)
    # A fact that is known from another place would leave a hole here.
    if len(insert(connection, new)) != len(new):
        raise Fork
    return Receipt(new[-1].seq, new[-1].chain)


def _admit(connection: Connection, batch: Batch) -> None:
    """Whether this node may say this: not as the desk, not what only the desk says, not of another node's people.

    A kind that is newer than this build is kept; who may say it is known once it can be read.
    """
    if batch.node == CENTRE or any(record.kind in OF_THE_CENTRE for record in batch.records):
        raise NotAdmitted
    met = {record.person for record in batch.records if record.kind == facts.PersonMet.__name__}
    other = (_facts.c.person.in_(met), _facts.c.kind == facts.PersonMet.__name__, _facts.c.node != batch.node)
    if met and connection.execute(select(exists().where(*other))).scalar_one():
        raise NotAdmitted
    opening = {envelope.id for envelope in batch.envelopes}
    if any(record.envelope and record.envelope not in opening for record in batch.records):
        raise Malformed


def _assert_same(connection: Connection, batch: Batch, last: Head) -> None:
    """Each hash covers all before it, so comparing the last that both have compares them all."""
    common = min(last.seq, batch.first_seq + len(batch.records) - 1)
    theirs = batch.previous if common < batch.first_seq else batch.records[common - batch.first_seq].chain
    if theirs != chain_at(connection, batch.node, batch.epoch, common, last):
        raise Fork


def chain_at(connection: Connection, node: str, epoch: int, seq: int, last: Head) -> bytes:
    """The hash over all that a node said up to here."""
    if seq == last.seq:
        return last.chain
    place = (_facts.c.node == node, _facts.c.epoch == epoch, _facts.c.seq == seq)
    return bytes(connection.execute(select(_facts.c.chain).where(*place)).scalar_one())


def _set_apart(engine: Engine, node: str, why: str, frame: bytes, at: datetime) -> None:
    with write(engine) as connection:
        digest = hashlib.sha256(frame).hexdigest()
        _into_quarantine.put(connection, [(digest, node, why, frame, micros(at))])
