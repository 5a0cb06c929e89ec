"""A backlog that drains over a slow and lossy line, with outages: all of it arrives, once and in its order."""

import asyncio
import random
import time
from contextlib import ExitStack
from contextlib import aclosing as closing
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.api.tls import of_node
from flows.link import Receipt
from storage.engine import migrate, open_store, read
from storage.ledger import head, records, verify
from storage.push import Push
from tests.faults.row import Row, Run
from tests.faults.updates import ear, updates
from tests.faults.weather import FAR, Line, line, no_line
from tests.keys import NODES, Speaker, tls
from tests.sync.served import served

NODE = "node-1"
CONTROL = Path("/proc/sys/net/ipv4/tcp_congestion_control")
KBITS, LOSS, PATIENCE = 64, 20, 1800.0
A_PERSON, AT_ONCE, FACTS_AN_OUTAGE, LONGEST_OUTAGE = 25, 64, 2000, 2.0


def drained(run: Run, control: str = "") -> str:
    """Let a node hear so many facts while it is cut off, then let them go, by this congestion control."""
    control = control or CONTROL.read_text().strip()
    field, centre = (_made(run, name) for name in (NODE, "register"))
    asyncio.run(_heard(field, run))
    said = _ids(field)
    with line(KBITS, LOSS, control) as bad, ExitStack() as parts:
        with bad.at("far"):
            url = parts.enter_context(served(centre, FAR))
        with bad.at("near"):
            begun = time.monotonic()
            carried = asyncio.run(_carried(field, url, bad, run.chance))
            seconds = time.monotonic() - begun
        spent = bad.spent() / len(said)
    kept = _ids(centre)
    with read(centre) as connection:
        verify(connection, NODE, 1)
    assert kept == said, f"{len(said)} facts were said and {len(kept)} arrived, or in another order"
    assert seconds < PATIENCE, f"{len(said)} facts took {seconds:.0f} s"
    taken = f"{len(said)} facts in {seconds:.0f} s by {control}"
    return f"{taken}, {carried / len(said):.0f} bytes a fact sealed and signed, {spent:.0f} on the line both ways"


def _made(run: Run, name: str) -> Engine:
    engine = open_store(str(run.place / f"{name}.db"))
    migrate(engine)
    return engine


async def _heard(field: Engine, run: Run) -> None:
    """People talk until so many facts are kept."""
    stream = updates(run.chance, range(1, 3 * run.size), max(8, run.size // A_PERSON))
    async with ear(field) as intake:
        while _last(field) < run.size:
            await asyncio.gather(*[intake.take(update.raw) for update in islice(stream, AT_ONCE)])


async def _carried(field: Engine, url: str, bad: Line, chance: random.Random) -> int:
    """The bytes of the batches that were taken, once all are."""
    stop, last = asyncio.Event(), _last(field)
    async with closing(Weighed(url, NODE, NODES[NODE], of_node(tls() / "node"))) as way:
        pushing = asyncio.create_task(Push(field, Speaker(field), NODES[NODE]).run(way, stop))
        outages = max(1, last // FACTS_AN_OUTAGE)
        async with asyncio.timeout(PATIENCE):
            for outage in range(1, outages + 1):
                await way.come_to(outage * last // (outages + 1))
                bad.up(there=False)
                await asyncio.sleep(chance.uniform(0.5, LONGEST_OUTAGE))
                bad.up(there=True)
            await way.come_to(last)
        stop.set()
        await pushing
    return way.carried


class Weighed(HttpLink):
    """A node's link that knows what it carried, and how far the register has come by it."""

    carried = come = 0

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch."""
        receipt = await super().send(body)
        self.carried += len(body)
        self.come = receipt.seq
        return receipt

    async def come_to(self, seq: int) -> None:
        """Wait until the register has so many facts."""
        while self.come < seq:
            await asyncio.sleep(0.02)


def _last(engine: Engine) -> int:
    with read(engine) as connection:
        return head(connection, NODE, 1).seq


def _ids(engine: Engine) -> list[str]:
    with read(engine) as connection:
        return [record.id for record in records(connection, after=0, limit=10**7)]


ROW = Row("slow", "4: 64 kbit/s, 20 % lost, outages", drained, small=100, large=20_000, lacks=no_line)
# The plainest congestion control, which takes every loss for a queue: as slow as any host may be.
RENO = Row(
    "slow-reno", "4: the same by reno", partial(drained, control="reno"), small=0, large=20_000, lacks=no_line
)
