"""SIGKILL while turns are kept: whatever a node acknowledged is there, whole, in its encrypted store."""

import os

from storage.engine import migrate, open_store
from tests.faults.bugs import CHILD
from tests.faults.row import Row, Run
from tests.kills.killing import killed
from tests.storage.keeping import KEEPER, assert_kept, keeping

SOME = 100  # kills of one store, so that it stays as small as a node's


def kills(run: Run) -> str:
    """Kill the process that keeps turns."""
    chance, acknowledged = run.chance, 0
    for begun in range(0, run.size, SOME):
        store, key = str(run.place / f"{begun}.db"), os.urandom(32)
        engine = open_store(store, key)
        migrate(engine)
        kept: set[int] = set()
        with keeping(store, key, (*CHILD, *KEEPER[2:]), run.log) as keeper:
            for kill in range(min(SOME, run.size - begun)):
                kept |= keeper.broken(kill * 10**6, chance.uniform(0, 0.1))
        assert_kept(engine, kept)
        engine.dispose()
        acknowledged += len(kept)
    return f"{acknowledged} acknowledged, 0 lost, 0 doubled, 0 torn"


def nodes(run: Run) -> str:
    """Kill a whole node, by each way in which it hears people."""
    told = []
    for way in ("polling", "webhook"):
        place = run.place / way
        place.mkdir()
        told.append(killed(way, run.size, run.seed, place))
    return "; ".join(told)


# Its small size is tests/kills.
NODES = Row("nodes", "1: SIGKILL of a whole node", nodes, small=0, large=200)
ROW = Row("kills", "1: SIGKILL of the store's writer", kills, small=20, large=2000)
