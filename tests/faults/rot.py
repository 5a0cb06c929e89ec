"""Bits that flip on the disk: a store that is not what it was says so, and never serves what nobody said."""

import asyncio
import random
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.exc import DatabaseError

from storage import ledger
from storage.engine import migrate, open_store, read
from storage.errors import StoreError
from storage.rows import table
from storage.tables import FactRow, StandingRow, UpdateRow
from tests.faults.row import Row, Run
from tests.faults.updates import Update, ear, updates

NODE, SAID, PEOPLE = "node-1", 300, 10
ENDS = ("", "-wal")
Held = tuple[list[object], ...]


def rotten(run: Run) -> str:
    """Flip bits of a node's store, and of its journal."""
    key, chance, counts = run.chance.randbytes(32), run.chance, Counter[str]()
    left = run.place / "left.db"
    _leave(run, left, key)
    said = _held(_copied(left), key)
    for number in range(run.size):
        store = _copied(left)
        _flip(Path(f"{store}{ENDS[number % 2]}"), chance)
        counts[_verdict(store, key, said)] += 1
    return ", ".join(f"{count} {how}" for how, count in counts.most_common()) + "; 0 served what nobody said"


def _leave(run: Run, left: Path, key: bytes) -> None:
    """A store as a killed process leaves it: half of its turns are in the journal alone."""
    store = run.place / "node.db"
    engine = open_store(str(store), key)
    migrate(engine)
    stream = list(updates(run.chance, range(1, SAID + 1), PEOPLE))
    asyncio.run(_heard(engine, stream[: SAID // 2]))
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    asyncio.run(_heard(engine, stream[SAID // 2 :]))
    for end in ENDS:
        shutil.copy(f"{store}{end}", f"{left}{end}")
    engine.dispose()


async def _heard(engine: Engine, stream: list[Update]) -> None:
    async with ear(engine) as intake:
        for update in stream:
            await intake.take(update.raw)


def _copied(left: Path) -> Path:
    store = left.with_name("rotten.db")
    store.with_name("rotten.db-shm").unlink(missing_ok=True)
    for end in ENDS:
        shutil.copy(f"{left}{end}", f"{store}{end}")
    return store


def _flip(file: Path, chance: random.Random) -> None:
    raw = bytearray(file.read_bytes())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    file.write_bytes(raw)


def _held(store: Path, key: bytes) -> Held:
    """All that a store holds, if its chain holds."""
    engine = open_store(str(store), key)
    try:
        with read(engine) as connection:
            ledger.verify(connection, NODE, 1)
            asked = (select(table(FactRow)).order_by("seq"), select(table(StandingRow)), select(table(UpdateRow)))
            return tuple([tuple(row) for row in connection.execute(each)] for each in asked)
    finally:
        engine.dispose()


def _verdict(store: Path, key: bytes, said: Held) -> str:
    try:
        held = _held(store, key)
    except (DatabaseError, StoreError):
        return "noticed"
    if held == said:
        return "in what is not read any more"
    # A journal ends where it does not fit any more, as after a power cut in the middle of a turn.
    assert held[0] == said[0][: len(held[0])], "a store served what nobody said"
    return "in the journal, whose end was left out"


ROW = Row("rot", "18: bits flip on the disk", rotten, small=10, large=200)
