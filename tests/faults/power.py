"""Power cuts: whatever a node acknowledged before the cut is there after it, whole, in its encrypted store."""

import os
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from storage.engine import migrate, open_store, read
from tests.faults.bugs import CHILD
from tests.faults.disk import CachedDisk, Disk, disk, no_disk
from tests.faults.row import Row, Run
from tests.storage.keeping import KEEPER, assert_kept, keeping

LONGEST = 0.25


def cuts(run: Run) -> str:
    """Cut the power of a true disk on which turns are kept."""
    with disk(run.place, 64) as where:
        return _cuts(run, where)


def tears(run: Run) -> str:
    """Cut it while some sectors of what was written have reached the disk before others written earlier."""
    return _cuts(run, CachedDisk(run.place))


def _cuts(run: Run, where: Disk) -> str:
    """Cut the power of a disk on which turns are kept."""
    key, chance, acknowledged = os.urandom(32), run.chance, 0
    empty = empty_store(run.place, key)
    store = where.root / "node.db"
    with keeping(str(store), key, (*CHILD, *where.through, *KEEPER[2:]), run.log) as keeper:
        for _ in range(run.size):
            where.put(empty, store.name)
            kept = keeper.broken(0, chance.uniform(0, LONGEST), where.cut)
            where.power()
            assert_whole(store, key, kept)
            acknowledged += len(kept)
    return f"{acknowledged} acknowledged, 0 lost, 0 corrupt"


def empty_store(place: Path, key: bytes) -> Path:
    """A store in which nothing was kept yet."""
    path = place / "empty.db"
    engine = open_store(str(path), key)
    migrate(engine)
    engine.dispose()
    return path


def assert_whole(store: Path, key: bytes, kept: set[int]) -> None:
    """The store at this path is sound and has all that was acknowledged; it is taken away then."""
    engine = open_store(str(store), key)
    try:
        with read(engine) as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        assert sound == "ok", "the store is corrupt"
        assert_kept(engine, kept)
    except DatabaseError as error:
        raise AssertionError(f"the store is corrupt: {type(error).__name__}") from None
    finally:
        engine.dispose()
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()


ROW = Row("power", "2: power cut under load", cuts, small=15, large=500, lacks=no_disk)
TORN = Row("torn", "2: power cut, any sector first", tears, small=10, large=500)
