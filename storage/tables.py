"""The rows, without behaviour: the ledger, a node's working store, and what the register concludes.

Times are integers, microseconds since 1970 in UTC, so that SQLite and PostgreSQL keep the same order.
"""

from sqlalchemy import BigInteger, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel


def _big(**options: object) -> Column[int]:
    return Column(BigInteger, nullable=False, **options)  # type: ignore[arg-type]


def _bytes() -> Column[bytes]:
    return Column(LargeBinary, nullable=False)


class FactRow(SQLModel, table=True):
    """One fact of the ledger: its header in clear, its body sealed in this envelope of its node.

    Of an erased fact the envelope is "" and the body its SHA-256, so that the chain still holds.
    """

    __tablename__ = "facts"
    __table_args__ = (Index("facts_of_person", "person", "position"),)

    node: str = Field(primary_key=True)
    epoch: int = Field(sa_column=_big(primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=_big(primary_key=True, autoincrement=False))
    position: int = Field(sa_column=_big(unique=True))
    id: str = Field(unique=True)
    person: str
    kind: str
    version: int
    by: str
    said_at: int = Field(sa_column=_big())
    received_at: int = Field(sa_column=_big())
    recorded_at: int = Field(sa_column=_big())
    cause: str
    envelope: str
    body: bytes = Field(sa_column=_bytes())
    chain: bytes = Field(sa_column=_bytes())


class EnvelopeRow(SQLModel, table=True):
    """A data key that facts of a node are sealed with, sealed itself to one generation of the register's key."""

    __tablename__ = "envelopes"

    node: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    generation: int
    key: bytes = Field(sa_column=_bytes())


class HeadRow(SQLModel, table=True):
    """How far a node's ledger has come; node "" is the store's own counter of positions."""

    __tablename__ = "heads"

    node: str = Field(primary_key=True)
    epoch: int = Field(sa_column=_big(primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=_big())
    chain: bytes = Field(sa_column=_bytes())


class NodeRow(SQLModel, table=True):
    """A node that may hand in facts; its bot's token is sealed to the register's key of this generation.

    state: active or revoked, since `changed_at`; public: the Ed25519 key by which it signs.
    """

    __tablename__ = "nodes"

    name: str = Field(primary_key=True)
    public: bytes = Field(sa_column=_bytes())
    state: str
    generation: int
    token: bytes = Field(sa_column=_bytes())
    added_at: int = Field(sa_column=_big())
    changed_at: int = Field(sa_column=_big())


class LentRow(SQLModel, table=True):
    """Something the register lent a node, remembered in its encrypted store: the token of its bot."""

    __tablename__ = "lent"

    name: str = Field(primary_key=True)
    value: bytes = Field(sa_column=_bytes())


class QuarantineRow(SQLModel, table=True):
    """A batch that contradicts what its node said before, as it came, for somebody to look at."""

    __tablename__ = "quarantine"

    digest: str = Field(primary_key=True)
    node: str
    why: str
    frame: bytes = Field(sa_column=_bytes())
    kept_at: int = Field(sa_column=_big())


class CursorRow(SQLModel, table=True):
    """How far a reader has come in a ledger: a projection, the push, a feed."""

    __tablename__ = "cursors"

    reader: str = Field(primary_key=True)
    position: int = Field(sa_column=_big())


class StandingRow(SQLModel, table=True):
    """A person's standing at a node, with the last update and what it was answered; erase_at: 0 for never."""

    __tablename__ = "standings"

    person: str = Field(primary_key=True)
    chat: int = Field(sa_column=_big(unique=True))
    standing: bytes = Field(sa_column=_bytes())
    update: int = Field(sa_column=_big())
    reply: bytes = Field(sa_column=_bytes())
    erase_at: int = Field(sa_column=_big(), default=0)


class UpdateRow(SQLModel, table=True):
    """An update of the channel that is done; kept three days, the channel repeats for one."""

    __tablename__ = "updates"

    update: int = Field(sa_column=_big(primary_key=True, autoincrement=False))
    done_at: int = Field(sa_column=_big())


class PoisonRow(SQLModel, table=True):
    """An update that broke us three times; `raw` is sealed to the register."""

    __tablename__ = "poison"

    update: int = Field(sa_column=_big(primary_key=True, autoincrement=False))
    raw: bytes = Field(sa_column=_bytes())
    error: str
    kept_at: int = Field(sa_column=_big())


class OutgoingRow(SQLModel, table=True):
    """A message to send, until `expires_at` if that is not 0. state: queued, sending, sent, unknown or failed."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_due", "state", "lane", "due_at"),)

    id: str = Field(primary_key=True)
    chat: int = Field(sa_column=_big())
    person: str
    lane: int
    body: bytes = Field(sa_column=_bytes())
    due_at: int = Field(sa_column=_big())
    note: str
    state: str
    tries: int
    expires_at: int = Field(sa_column=_big(), default=0)


class PersonTable(SQLModel, table=True):
    """What the register concluded of a person.

    Times, 0 for never: heard_at, of their latest own word; wished_at, of the wish; asked_at, when they asked to be
    erased; ordered_at, when the centre wanted it; view_at, when they asked to see what is kept, until they were
    shown it; erased_at, when it was done: until they are heard again, only who met them when is known.
    """

    __tablename__ = "people"

    person: str = Field(primary_key=True)
    met_at: int = Field(sa_column=_big())
    node: str
    ref: str
    language: str
    category: str
    wish: str
    count: int
    province: str
    registered: bool
    reachable: bool
    heard_at: int = Field(sa_column=_big(), default=0)
    wished_at: int = Field(sa_column=_big(), default=0)
    asked_at: int = Field(sa_column=_big(), default=0)
    ordered_at: int = Field(sa_column=_big(), default=0)
    view_at: int = Field(sa_column=_big(), default=0)
    erased_at: int = Field(sa_column=_big(), default=0)


class LinkTable(SQLModel, table=True):
    """Two records that the staff found to be of one human being; person is the smaller id."""

    __tablename__ = "links"

    person: str = Field(primary_key=True)
    other: str = Field(primary_key=True)


class CaseTable(SQLModel, table=True):
    """A case at the register."""

    __tablename__ = "cases"

    case: str = Field(primary_key=True)
    person: str
    code: str
    priority: str
    opened_at: int = Field(sa_column=_big())
    claimed_by: str
    closed: bool


class WindowTable(SQLModel, table=True):
    """A window at the register."""

    __tablename__ = "windows"

    window: str = Field(primary_key=True)
    route: str
    departs: int = Field(sa_column=_big())
    answer_by: int = Field(sa_column=_big())
    seats: int
    planned_by: str
    approved_by: str
    digest: str
    planned_at: int = Field(sa_column=_big())


class OfferTable(SQLModel, table=True):
    """A person's offer on a window at the register; `answered` is the ledger position of the latest answer.

    state: how far its note came: "" before anything was heard, else sent or as `NoteStood` says.
    """

    __tablename__ = "offers"

    window: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    made: int = Field(sa_column=_big())
    sent: bool
    read: bool
    answer: str
    answered: int = Field(sa_column=_big())
    seat: bool
    place: int
    state: str = ""


class CardRow(SQLModel, table=True):
    """A message of the desk bot that shows a case or a window, so that it is posted once and then edited."""

    __tablename__ = "cards"

    subject: str = Field(primary_key=True)
    chat: int = Field(sa_column=_big())
    message: int = Field(sa_column=_big())
    shown: str
