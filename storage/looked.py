"""What a store holds, in numbers: for its operators, and of nobody."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from storage.engine import moment, read
from storage.epochs import PUSHED
from storage.feed import position
from storage.ledger import head
from storage.listed import totals_of_nodes
from storage.rows import table
from storage.tables import CursorRow, OutgoingRow, PoisonRow, QuarantineRow

STATES = ("queued", "sending", "sent", "unknown", "failed")

_cursors, _outbox = table(CursorRow), table(OutgoingRow)


@dataclass(frozen=True, slots=True)
class NodeNumbers:
    """Of a node's store; behind: how many of its facts the register has not acknowledged."""

    outbox: dict[str, int]
    poison: int
    behind: int
    size: int


@dataclass(frozen=True, slots=True)
class RegisterNumbers:
    """Of a register's store; facts, heard: of each node, all epochs together, and when the latest reached it."""

    position: int
    facts: dict[str, int]
    heard: dict[str, datetime]
    quarantined: int
    size: int


def node_numbers(engine: Engine, node: str, epoch: int) -> NodeNumbers:
    """A node's store in numbers."""
    with read(engine) as connection:
        states = dict.fromkeys(STATES, 0)
        by_state = select(_outbox.c.state, func.count()).group_by(_outbox.c.state)
        states |= {row[0]: row[1] for row in connection.execute(by_state)}
        reached = select(_cursors.c.position).where(_cursors.c.reader == PUSHED)
        acknowledged = connection.scalar(reached) or 0
        behind = max(0, head(connection, node, epoch).seq - acknowledged)
        poison = connection.scalar(select(func.count()).select_from(table(PoisonRow))) or 0
        return NodeNumbers(states, poison, behind, _size(connection))


def register_numbers(engine: Engine) -> RegisterNumbers:
    """A register's store in numbers."""
    facts: dict[str, int] = {}
    heard: dict[str, datetime] = {}
    with read(engine) as connection:
        for total in totals_of_nodes(connection):
            facts[total.node] = facts.get(total.node, 0) + total.facts
            heard[total.node] = max(total.heard_at, heard.get(total.node, moment(0)))
        quarantined = connection.scalar(select(func.count()).select_from(table(QuarantineRow))) or 0
        return RegisterNumbers(position(connection), facts, heard, quarantined, _size(connection))


def answers(engine: Engine) -> bool:
    """Whether the store can be read now."""
    try:
        with read(engine) as connection:
            return connection.scalar(select(1)) == 1
    except Exception:
        return False


def _size(connection: Connection) -> int:
    """Bytes on the disk."""
    if connection.dialect.name == "postgresql":
        return connection.scalar(select(func.pg_database_size(func.current_database()))) or 0
    place = connection.engine.url.database or ""
    files = (Path(place + end) for end in ("", "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
