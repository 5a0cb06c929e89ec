"""Lines that fall silent, crawl, or end in the middle of a word: only what was committed counts as taken."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import aclosing as closing
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import psutil
from sqlalchemy import Engine

from storage.engine import migrate, open_store, read
from storage.ledger import head, records, verify
from storage.push import Push
from tests.faults.row import Row, Run
from tests.keys import NODES, Speaker, link
from tests.register.people import heard, registered
from tests.sync.served import served

NODE = "node-1"
HOW = ("silent", "crawling", "cut on the way there", "cut on the way back")
SILENCE, LONGEST, FARTHEST, SLACK, PATIENCE = 0.1, 0.3, 9000, 24, 600.0


class Proxy:
    """Carries bytes to a register, each connection badly in another way, while it is bad."""

    def __init__(self, port: int, chance: random.Random) -> None:
        self._port, self._chance = port, chance
        self.bad = True
        self.counts: Counter[str] = Counter()
        self._open: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[str]:
        """Its own address, while the block runs."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        try:
            yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            if self._open:
                await asyncio.wait(self._open)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        how = self._chance.choice(HOW) if self.bad else ""
        carrying = asyncio.create_task(self._held(reader, writer, how))
        self._open.add(carrying)
        carrying.add_done_callback(self._open.discard)
        await carrying

    async def _held(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, how: str) -> None:
        if how == "silent":
            await asyncio.sleep(SILENCE)
        else:
            await self._carried(reader, writer, how)
        self.counts[how] += 1
        writer.close()

    async def _carried(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, how: str) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        far = self._chance.randrange(FARTHEST)
        ways = [
            asyncio.ensure_future(_pumped(reader, back, how, far if how.endswith("there") else -1)),
            asyncio.ensure_future(_pumped(there, writer, how, far if how.endswith("back") else -1)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED, timeout=LONGEST if self.bad else None)
        for way in ways:
            way.cancel()
        back.close()


async def _pumped(source: asyncio.StreamReader, sink: asyncio.StreamWriter, how: str, left: int) -> None:
    """Carry until the end, or for so many bytes, of which -1 are all."""
    with suppress(OSError):
        while part := await source.read(64 if how == "crawling" else 4096):
            if 0 <= left < len(part):
                sink.write(part[:left])
                await sink.drain()
                return
            left -= len(part) if left >= 0 else 0
            sink.write(part)
            await sink.drain()
            await asyncio.sleep(0.001 if how == "crawling" else 0)


def lines(run: Run) -> str:
    """Push facts over bad lines, then over a good one."""
    field, centre = (open_store(str(run.place / f"{name}.db")) for name in (NODE, "register"))
    for engine in (field, centre):
        migrate(engine)
    with served(centre) as url:
        proxy = Proxy(urlsplit(url).port or 0, run.chance)
        grown = asyncio.run(_pushed(field, centre, proxy, run.size))
    said, kept = _ids(field), _ids(centre)
    with read(centre) as connection:
        verify(connection, NODE, 1)
    assert kept == said, f"{len(said)} facts were said and {len(kept)} are kept, or in another order"
    assert grown < SLACK, f"{grown} files are open that were not before"
    told = ", ".join(f"{proxy.counts[how]} {how}" for how in HOW)
    return f"{told}: {len(said)} facts, 0 lost, 0 doubled; {grown:+} files open"


async def _pushed(field: Engine, centre: Engine, proxy: Proxy, size: int) -> int:
    process, stop = psutil.Process(), asyncio.Event()
    async with proxy.laid() as url, closing(link(url)) as way, asyncio.timeout(PATIENCE):
        pushing = asyncio.create_task(Push(field, Speaker(field), NODES[NODE], lambda _: 0.005).run(way, stop))
        opened = process.num_fds()
        while proxy.counts.total() < size:
            await asyncio.to_thread(heard, field, registered(f"p{proxy.counts.total()}"))
            await asyncio.sleep(0.2)
        proxy.bad = False
        while _last(centre) < _last(field):
            await asyncio.sleep(0.02)
        grown = process.num_fds() - opened
        stop.set()
        await pushing
    return grown


def _last(engine: Engine) -> int:
    with read(engine) as connection:
        return head(connection, NODE, 1).seq


def _ids(engine: Engine) -> list[str]:
    with read(engine) as connection:
        return [record.id for record in records(connection, after=0, limit=10**7)]


ROW = Row("lines", "5: silent, crawling, truncated lines", lines, small=8, large=1000)
