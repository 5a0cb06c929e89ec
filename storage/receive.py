"""The register's side of the sync: a batch is kept whole and once, or refused with a reason."""

from sqlalchemy import Connection, Engine, select

from flows import facts
from flows.link import Receipt, Refused
from storage import feed as feeding
from storage.engine import read, write
from storage.ledger import Head, head, insert
from storage.rows import table
from storage.tables import FactRow
from storage.wire import FACTS, Batch, Oversized, decode_batch, encode_feed

DESK = "desk"
# What a node may say; all else is said by the centre alone.
OF_NODES = (
    facts.PersonMet,
    facts.TalkOpened,
    facts.QuestionsReopened,
    facts.AnswerGiven,
    facts.ReferenceGiven,
    facts.CaseOpened,
    facts.MessageHeard,
    facts.NoteSent,
    facts.NoteRead,
    facts.ContactLost,
)

_facts = table(FactRow)


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


def admit(batch: Batch) -> None:
    """Whether this node may say this: NotAdmitted if it speaks as the desk, or says what only the desk may say."""
    if batch.node == DESK or not all(isinstance(entry.fact.body, OF_NODES) for entry in batch.entries):
        raise NotAdmitted


def receive(engine: Engine, body: bytes) -> Receipt:
    """Keep what is new in a batch, and say how far the node's ledger is kept; Refused with nothing kept at all."""
    batch = decode_batch(body)
    admit(batch)
    with write(engine) as connection:
        feeding.position(connection, lock=True)
        last = head(connection, batch.node, batch.epoch)
        if batch.first_seq > last.seq + 1:
            raise Gap(last.seq + 1)
        _assert_same(connection, batch, last)
        new = batch.entries[last.seq + 1 - batch.first_seq :]
        # A fact that is known from another place would leave a hole here.
        if len(insert(connection, new)) != len(new):
            raise Fork
    return Receipt(new[-1].seq, new[-1].chain) if new else Receipt(last.seq, last.chain)


def _assert_same(connection: Connection, batch: Batch, last: Head) -> None:
    """Each hash covers all before it, so comparing the last that both have compares them all."""
    common = min(last.seq, batch.first_seq + len(batch.entries) - 1)
    theirs = batch.previous if common < batch.first_seq else batch.entries[common - batch.first_seq].chain
    if theirs != (last.chain if common == last.seq else _chain(connection, batch.node, batch.epoch, common)):
        raise Fork


def _chain(connection: Connection, node: str, epoch: int, seq: int) -> bytes:
    place = (_facts.c.node == node, _facts.c.epoch == epoch, _facts.c.seq == seq)
    return bytes(connection.execute(select(_facts.c.chain).where(*place)).scalar_one())


class StoredExchange:
    """The register as nodes reach it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def receive(self, body: bytes) -> Receipt:
        """Take a batch; Refused if it cannot be."""
        return receive(self._engine, body)

    def head(self, node: str, epoch: int) -> Receipt:
        """How far a node's ledger is kept."""
        with read(self._engine) as connection:
            last = head(connection, node, epoch)
        return Receipt(last.seq, last.chain)

    def position(self) -> int:
        """How far the register's own ledger has come."""
        with read(self._engine) as connection:
            return feeding.position(connection)

    def feed(self, node: str, after: int, limit: int = FACTS) -> tuple[int, bytes]:
        """The position reached for this node, and its facts up to there, b"" for none."""
        fed = feeding.feed(self._engine, node, after, limit)
        try:
            return fed.position, encode_feed(fed.entries) if fed.entries else b""
        except Oversized:
            return self.feed(node, after, len(fed.entries) // 2)
