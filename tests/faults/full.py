"""A disk that fills up: nothing is acknowledged that is not kept, and once there is room the node goes on."""

import os

from tests.faults.bugs import CHILD
from tests.faults.disk import MEGABYTE, any_disk
from tests.faults.power import assert_whole, empty_store
from tests.faults.row import Row, Run
from tests.storage.keeping import KEEPER, keeping

LEAST = 64 * 1024
FIRST_AGAIN = 10**6
FOR_EVER = 2**63


def fills(run: Run) -> str:
    """Let the disk run full at a random moment of the node's work, then give it room."""
    key, chance, acknowledged = os.urandom(32), run.chance, 0
    empty = empty_store(run.place, key)
    with any_disk(run.place, 16) as where:
        store = where.root / "node.db"
        with keeping(str(store), key, (*CHILD, *where.through, *KEEPER[2:]), run.log) as keeper:
            for _ in range(run.size):
                where.put(empty, store.name)
                where.leave(chance.randrange(LEAST, MEGABYTE))
                # It ends by itself, once its writer meets the end of the disk.
                kept = keeper.broken(0, 0.0, lambda _: FOR_EVER)
                where.give()
                kept |= keeper.broken(FIRST_AGAIN, 0.05)
                assert max(kept) >= FIRST_AGAIN, "with room again, nothing more was kept"
                assert_whole(store, key, kept)
                acknowledged += len(kept)
    return f"{acknowledged} acknowledged, 0 lost, 0 by half; every node went on once there was room"


ROW = Row("full", "3: the disk fills up", fills, small=2, large=100)
