"""Power cuts: whatever a node acknowledged before the cut is there after it, whole, in its encrypted store."""

import os
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from storage.engine import migrate, open_store, read
from tests.faults.bugs import CHILD
from tests.faults.disk import disk, no_disk
from tests.faults.row import Row, Run
from tests.storage.keeping import KEEPER, assert_kept, keeping

LONGEST = 0.25


def cuts(run: Run) -> str:
    """Cut the power of the disk on which turns are kept."""
    key, chance, acknowledged = os.urandom(32), run.chance, 0
    empty = run.place / "empty.db"
    engine = open_store(str(empty), key)
    migrate(engine)
    engine.dispose()
    with disk(run.place, 64) as where:
        store = where.root / "node.db"
        with keeping(str(store), key, (*CHILD, *KEEPER[2:]), run.log) as keeper:
            for _ in range(run.size):
                where.put(empty, store.name)
                kept = keeper.broken(0, chance.uniform(0, LONGEST), where.cut)
                where.unmount()
                where.mount()
                assert_whole(store, key, kept)
                acknowledged += len(kept)
    return f"{acknowledged} acknowledged, 0 lost, 0 corrupt"


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
