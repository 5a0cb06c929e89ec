"""A disk that is nearly full, or full, is survived: nothing is acknowledged that was not kept, nothing is lost."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.facts import Fact
from flows.ports import Turned
from storage.engine import migrate, open_store, read
from storage.errors import StoreFull
from storage.ledger import records, verify
from storage.outbox import Outbox
from storage.push import Push
from storage.room import Room
from storage.turns import StoredTurns
from tests.faults.disk import disk, no_disk
from tests.keys import NODES, VAULT, Speaker, link
from tests.storage.said import NOW, fact, message, turned
from tests.sync.served import served

GIB = 1 << 30
needs_a_disk = pytest.mark.skipif(bool(no_disk()), reason=f"needs {no_disk()}")


@dataclass
class Disk:
    """A disk of which only the numbers are true; as large as a field machine's."""

    free: int
    total: int = 4 * GIB

    def __call__(self, _: Path) -> tuple[int, int, int]:
        return self.total, self.total - self.free, self.free


def room(store: Path, disk: Disk) -> Room:
    made = Room(store, size=64 * 1024, look=disk)
    made.begin()
    return made


@pytest.mark.parametrize(
    ("total", "free", "trouble"),
    [
        (4 * GIB, GIB // 2, ""),
        (4 * GIB, 4 * GIB // 10 - 1, "DISK_HIGH"),
        (500 * GIB, 2 * GIB, ""),
        (500 * GIB, GIB - 1, "DISK_HIGH"),
    ],
)
def test_beyond_nine_tenths_nobody_new_is_heard(tmp_path: Path, total: int, free: int, trouble: str) -> None:
    looked = room(tmp_path / "n.db", Disk(free, total))
    assert looked.is_short() is bool(trouble)
    assert looked.trouble == trouble


def test_the_reserve_is_real_private_and_thrown_off_once_it_is_needed(tmp_path: Path) -> None:
    numbers = Disk(GIB)
    looked = room(tmp_path / "n.db", numbers)
    kept = looked.ballast.stat()
    assert (kept.st_size, kept.st_blocks * 512 >= kept.st_size, kept.st_mode & 0o077) == (64 * 1024, True, 0)
    looked.spend()
    assert (looked.trouble, looked.ballast.exists()) == ("DISK_FULL", False)
    numbers.free = 4 * GIB // 10 + 1000
    looked.tend()
    assert (looked.trouble, looked.ballast.exists()) == ("DISK_FULL", False), "there is no room for it yet"
    numbers.free = GIB
    looked.tend()
    assert (looked.trouble, looked.ballast.exists()) == ("", True)


def test_a_node_that_starts_on_a_full_disk_lives_on_its_reserve(tmp_path: Path) -> None:
    room(tmp_path / "n.db", Disk(GIB))
    assert (tmp_path / "n.db.ballast").exists()
    again = room(tmp_path / "n.db", Disk(4096))
    assert (again.trouble, again.ballast.exists()) == ("DISK_FULL", False)


@dataclass
class Small:
    """A node's store on a real disk of 32 MB."""

    engine: Engine
    turns: StoredTurns
    room: Room
    filler: Path

    def fill(self) -> None:
        """Somebody else takes all that is left."""
        with self.filler.open("ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1 << 9):
                while True:
                    try:
                        file.write(os.urandom(size))
                    except OSError:
                        break

    def facts(self) -> list[str]:
        with read(self.engine) as connection:
            return [record.id for record in records(connection, after=0, limit=100_000)]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    with disk(tmp_path, 32) as where:
        place = where.root / "node.db"
        watched = Room(place)
        watched.begin()
        engine = open_store(str(place), b"k" * 32)
        watched.guard(engine)
        migrate(engine)
        turns = StoredTurns(engine, "node-1", VAULT, room=watched)
        turns.start()
        try:
            yield Small(engine, turns, watched, where.root / "filler")
        finally:
            (where.root / "filler").unlink(missing_ok=True)
            turns.close()
            engine.dispose()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Engine]:
    """A register's store, on a disk with room."""
    engine = open_store(str(tmp_path / "centre.db"))
    migrate(engine)
    yield engine
    engine.dispose()


async def until(look: Callable[[], object], seconds: float = 15) -> None:
    async with asyncio.timeout(seconds):
        while not look():
            await asyncio.sleep(0.05)


@needs_a_disk
@pytest.mark.asyncio
async def test_a_full_disk_refuses_what_is_said_and_lets_out_what_waits(small: Small, centre: Engine) -> None:
    said = [fact("p1") for _ in range(40)]
    waiting = message(1)
    await small.turns.keep(turned(1, 1, *said, outgoing=(waiting,)))
    small.fill()
    for update in (2, 3, 4):
        await asyncio.sleep(1.1)
        with pytest.raises(StoreFull):
            await small.turns.keep(turned(2, update, fact("p2")))
        assert not small.turns.done(update)
    # What we know ourselves is kept, until the disk is full in truth, and from then on in the reserve's place.
    while small.room.ballast.exists():
        assert len(said) < 10_000
        known = [fact("p1") for _ in range(100)]
        await small.turns.keep(own(*known))
        said += known
    assert small.facts() == [each.id for each in said]
    outbox = Outbox(small.engine)
    [claimed] = outbox.claim(NOW, 10)
    outbox.settle(claimed.id, "sent")
    assert claimed.id == waiting.id
    stop = asyncio.Event()
    push = Push(small.engine, Speaker(small.engine), NODES["node-1"], pause=lambda _: 0.05)
    with served(centre) as url:
        async with aclosing(link(url)) as way:
            running = asyncio.ensure_future(push.run(way, stop))
            await until(lambda: at_register(centre) == len(said) and not push.trouble)
            stop.set()
            await running
    assert small.room.trouble == "DISK_FULL"
    assert not small.room.ballast.exists()
    small.filler.unlink()
    await until(lambda: not small.room.is_short())
    late = fact("p2")
    await small.turns.keep(turned(2, 2, late))
    await until(small.room.ballast.exists)
    assert small.facts() == [each.id for each in (*said, late)]
    with read(small.engine) as connection:
        assert verify(connection, "node-1", 1).seq == len(said) + 1


def own(*facts: Fact) -> Turned:
    """What no update of the channel caused."""
    return replace(turned(1, 1, *facts), update=None)


def at_register(centre: Engine) -> int:
    with read(centre) as connection:
        return len(records(connection, after=0, limit=100_000))


@needs_a_disk
@pytest.mark.asyncio
async def test_what_we_know_ourselves_waits_for_room_until_we_stop(small: Small) -> None:
    small.room.spend()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.turns.keep_group", full_disk)
        waits = asyncio.ensure_future(small.turns.keep(own(fact("p1"))))
        await asyncio.sleep(0.2)
        assert not waits.done()
    await asyncio.wait_for(waits, 5)
    assert len(small.facts()) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.turns.keep_group", full_disk)
        waits = asyncio.ensure_future(small.turns.keep(own(fact("p1"))))
        await asyncio.sleep(0.1)
        small.turns.hurry()
        with pytest.raises(StoreFull):
            await asyncio.wait_for(waits, 5)


def full_disk(*_: object) -> None:
    raise StoreFull
