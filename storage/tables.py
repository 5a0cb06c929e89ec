"""The rows of the ledger and of a node's working store, without behaviour.

Times are integers, microseconds since 1970 in UTC, so that SQLite and PostgreSQL keep the same order.
"""

from sqlalchemy import BigInteger, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel


def big(**options: object) -> Column[int]:
    """A column of whole numbers of 64 bits."""
    return Column(BigInteger, nullable=False, **options)  # type: ignore[arg-type]


def blob() -> Column[bytes]:
    """A column of bytes."""
    return Column(LargeBinary, nullable=False)


class FactRow(SQLModel, table=True):
    """One fact of the ledger: its header in clear, its body sealed in this envelope of its node.

    Of an erased fact the envelope is "" and the body its SHA-256, so that the chain still holds.
    """

    __tablename__ = "facts"
    __table_args__ = (Index("facts_of_person", "person", "position"),)

    node: str = Field(primary_key=True)
    epoch: int = Field(sa_column=big(primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=big(primary_key=True, autoincrement=False))
    position: int = Field(sa_column=big(unique=True))
    id: str = Field(unique=True)
    person: str
    kind: str
    version: int
    by: str
    said_at: int = Field(sa_column=big())
    received_at: int = Field(sa_column=big())
    recorded_at: int = Field(sa_column=big())
    cause: str
    envelope: str
    body: bytes = Field(sa_column=blob())
    chain: bytes = Field(sa_column=blob())


class EnvelopeRow(SQLModel, table=True):
    """A data key that facts of a node are sealed with, sealed itself to one generation of the register's key."""

    __tablename__ = "envelopes"

    node: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    generation: int
    key: bytes = Field(sa_column=blob())


class HeadRow(SQLModel, table=True):
    """How far a node's ledger has come; node "" is the store's own counter of positions."""

    __tablename__ = "heads"

    node: str = Field(primary_key=True)
    epoch: int = Field(sa_column=big(primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=big())
    chain: bytes = Field(sa_column=blob())


class NodeRow(SQLModel, table=True):
    """A node that may hand in facts; its bot's token is sealed to the register's key of this generation.

    state: active or revoked, since `changed_at`; public: the Ed25519 key by which it signs.
    """

    __tablename__ = "nodes"

    name: str = Field(primary_key=True)
    public: bytes = Field(sa_column=blob())
    state: str
    generation: int
    token: bytes = Field(sa_column=blob())
    added_at: int = Field(sa_column=big())
    changed_at: int = Field(sa_column=big())


class LentRow(SQLModel, table=True):
    """Something the register lent a node, remembered in its encrypted store: the token of its bot."""

    __tablename__ = "lent"

    name: str = Field(primary_key=True)
    value: bytes = Field(sa_column=blob())


class QuarantineRow(SQLModel, table=True):
    """A batch that contradicts what its node said before, as it came, for somebody to look at."""

    __tablename__ = "quarantine"

    digest: str = Field(primary_key=True)
    node: str
    why: str
    frame: bytes = Field(sa_column=blob())
    kept_at: int = Field(sa_column=big())


class CursorRow(SQLModel, table=True):
    """How far a reader has come in a ledger: a projection, the push, a feed."""

    __tablename__ = "cursors"

    reader: str = Field(primary_key=True)
    position: int = Field(sa_column=big())


class StandingRow(SQLModel, table=True):
    """A person's standing at a node, with the last update and what it was answered; erase_at: 0 for never."""

    __tablename__ = "standings"

    person: str = Field(primary_key=True)
    chat: int = Field(sa_column=big(unique=True))
    standing: bytes = Field(sa_column=blob())
    update: int = Field(sa_column=big())
    reply: bytes = Field(sa_column=blob())
    erase_at: int = Field(sa_column=big(), default=0)


class UpdateRow(SQLModel, table=True):
    """An update of the channel that is done; kept three days, the channel repeats for one."""

    __tablename__ = "updates"

    update: int = Field(sa_column=big(primary_key=True, autoincrement=False))
    done_at: int = Field(sa_column=big())


class PoisonRow(SQLModel, table=True):
    """An update that broke us three times; `raw` is sealed to the register."""

    __tablename__ = "poison"

    update: int = Field(sa_column=big(primary_key=True, autoincrement=False))
    raw: bytes = Field(sa_column=blob())
    error: str
    kept_at: int = Field(sa_column=big())


class OutgoingRow(SQLModel, table=True):
    """A message to send, until `expires_at` if that is not 0. state: queued, sending, sent, unknown or failed."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_due", "state", "lane", "due_at"),)

    id: str = Field(primary_key=True)
    chat: int = Field(sa_column=big())
    person: str
    lane: int
    body: bytes = Field(sa_column=blob())
    due_at: int = Field(sa_column=big())
    note: str
    state: str
    tries: int
    expires_at: int = Field(sa_column=big(), default=0)
