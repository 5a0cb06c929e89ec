"""A disk that fills up: nothing is acknowledged that is not kept, and once there is room the node goes on."""

import os
from pathlib import Path

from storage.engine import migrate, open_store
from tests.faults.bugs import CHILD
from tests.faults.disk import MEGABYTE, Disk, disk, no_disk
from tests.faults.power import assert_whole
from tests.faults.row import Row, Run
from tests.storage.keeping import KEEPER, keeping

LEAST = 64 * 1024
FIRST_AGAIN = 10**6
FOR_EVER = 2**63


def fills(run: Run) -> str:
    """Let the disk run full at a random moment of the node's work, then give it room."""
    key, chance, acknowledged = os.urandom(32), run.chance, 0
    empty = run.place / "empty.db"
    engine = open_store(str(empty), key)
    migrate(engine)
    engine.dispose()
    with disk(run.place, 16) as where:
        store = where.root / "node.db"
        with keeping(str(store), key, (*CHILD, *KEEPER[2:]), run.log) as keeper:
            for _ in range(run.size):
                where.put(empty, store.name)
                ballast = _ballast(where, chance.randrange(LEAST, MEGABYTE))
                # It ends by itself, once its writer meets the end of the disk.
                kept = keeper.broken(0, 0.0, lambda _: FOR_EVER)
                ballast.unlink()
                kept |= keeper.broken(FIRST_AGAIN, 0.05)
                assert max(kept) >= FIRST_AGAIN, "with room again, nothing more was kept"
                assert_whole(store, key, kept)
                acknowledged += len(kept)
    return f"{acknowledged} acknowledged, 0 lost, 0 by half; every node went on once there was room"


def _ballast(where: Disk, room: int) -> Path:
    """Take all of the disk but so many bytes."""
    file = where.root / "ballast"
    free = os.statvfs(where.root)
    with file.open("wb") as taken:
        os.posix_fallocate(taken.fileno(), 0, max(1, free.f_bavail * free.f_frsize - room))
    return file


ROW = Row("full", "3: the disk fills up", fills, small=2, large=100, lacks=no_disk)
