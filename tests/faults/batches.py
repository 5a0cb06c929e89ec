"""Falsified batches: each is refused for a reason that its node understands, and the ledger stays as it was."""

import hashlib
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, select

from flows.facts import AnswerGiven
from flows.link import Refused
from storage import nodes
from storage.engine import migrate, open_store, read
from storage.ledger import envelopes, of_node
from storage.receive import receive
from storage.rows import table
from storage.tables import EnvelopeRow, FactRow, HeadRow
from tests.faults.falsified import FALSIFIED, Said
from tests.faults.row import Row, Run
from tests.keys import enrolled
from tests.register.people import START, fact, heard, registered

KNOWN = 30
ROOM = 32  # megabytes that no batch may cost
LOOK = 250


def falsified(run: Run) -> str:
    """Hand in falsified batches, and now and then one that is already known."""
    with _opened(run.place / "register.db") as centre:
        enrolled(centre, "node-1", "node-2", "node-3")
        nodes.revoke(centre, "node-3", START)
        ours, theirs = (_said(run.place, centre, node) for node in ("node-1", "node-2"))
        chance, before, cost = run.chance, _digest(centre), 0
        refused, sorts = Counter[str](), [*FALSIFIED]
        for number in range(run.size):
            # Each sort at least once, whatever the seed.
            name = sorts[number] if number < len(sorts) else chance.choice(sorts)
            make, reasons = FALSIFIED[name]
            frame, room = make(chance, ours, theirs), _megabytes()
            why = _refusal(centre, name, frame)
            cost = max(cost, _megabytes() - room)
            assert why in reasons, f"a batch {name} was answered with {why or 'a receipt'}"
            refused[why] += 1
            assert not _refusal(centre, "known already", ours.again(chance)), "a known batch was refused"
            if number % LOOK == LOOK - 1:
                assert _digest(centre) == before, f"the ledger is another after a batch {name}"
        assert _digest(centre) == before, "the ledger is another"
    assert cost < ROOM, f"a batch cost {cost} MB of memory"
    return f"0 accepted: {', '.join(f'{count} {why}' for why, count in refused.most_common())}"


def _refusal(centre: Engine, name: str, frame: bytes) -> str:
    try:
        receive(centre, frame)
    except Refused as refused:
        return refused.why if refused.wanted in (0, KNOWN + 1) else f"{refused.why} {refused.wanted}"
    except Exception as error:
        raise AssertionError(f"a batch {name} raised {type(error).__name__}") from error
    return ""


def _said(place: Path, centre: Engine, node: str) -> Said:
    """What a node has said, part of which the register took."""
    with _opened(place / f"{node}.db") as field:
        wishes = [fact(f"p1-{node}", AnswerGiven("wish", "wish", f"W{number}")) for number in range(KNOWN)]
        heard(field, [*registered(f"p1-{node}"), *wishes, *registered(f"p2-{node}")], node=node)
        with read(field) as connection:
            records = of_node(connection, node, 1, 0, 1000)
            said = Said(records, envelopes(connection, records), KNOWN)
    receive(centre, said.batch(said.records[:KNOWN]))
    return said


def _digest(centre: Engine) -> str:
    """Everything that the register's ledger is."""
    with read(centre) as connection:
        rows = [connection.execute(select(table(row))).all() for row in (FactRow, HeadRow, EnvelopeRow)]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _megabytes() -> int:
    """The most memory that this process ever had, and not what its parent had: getrusage counts that in."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


@contextmanager
def _opened(place: Path) -> Iterator[Engine]:
    engine = open_store(str(place))
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


ROW = Row("batches", "16: falsified batches", falsified, small=300, large=10_000)
