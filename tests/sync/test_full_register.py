"""A register whose disk is full takes nothing, says so, and has everything once there is room."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import aclosing, suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.compose.register import _every
from storage.engine import migrate, open_store, read
from storage.errors import StoreFull
from storage.ledger import records, verify
from storage.push import Push
from tests.faults.disk import disk, no_disk
from tests.keys import NODES, Speaker, link
from tests.register.people import heard, registered
from tests.sync.served import served

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(bool(no_disk()), reason=f"needs {no_disk()}"),
]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Engine, Path]]:
    """A register's store on a disk of 16 MB, and a file that can fill it."""
    with disk(tmp_path, 16) as where:
        engine = open_store(str(where.root / "register.db"))
        migrate(engine)
        yield engine, where.root / "filler"
        engine.dispose()


def kept(engine: Engine) -> int:
    with read(engine) as connection:
        return len(records(connection, after=0, limit=100_000))


async def test_what_a_full_register_refuses_it_has_once_there_is_room(
    small: tuple[Engine, Path], field: Engine
) -> None:
    centre, filler = small
    for number in range(400):
        heard(field, registered(f"p{number}"))
    stop = asyncio.Event()
    push = Push(field, Speaker(field), NODES["node-1"], pause=lambda _: 0.02)
    with served(centre) as url:
        async with aclosing(link(url)) as way:
            with filler.open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    file.write(os.urandom(1 << 12))
            running = asyncio.ensure_future(push.run(way, stop))
            async with asyncio.timeout(30):
                while push.trouble != "NO_ROOM":
                    await asyncio.sleep(0.02)
                before = kept(centre)
                assert before < 3600
                with read(centre) as connection:
                    assert verify(connection, "node-1", 1).seq == before
                filler.unlink()
                while kept(centre) < 3600:
                    await asyncio.sleep(0.02)
            stop.set()
            await running
    with read(centre) as connection:
        assert verify(connection, "node-1", 1).seq == 3600
    assert push.trouble == ""


async def test_what_it_does_by_the_clock_it_does_again_later() -> None:
    stop, tries = asyncio.Event(), []

    def work() -> None:
        tries.append(1)
        if len(tries) > 2:
            stop.set()
            return
        raise StoreFull

    async with asyncio.timeout(5):
        await _every(0.01, stop, work)
    assert len(tries) == 3
