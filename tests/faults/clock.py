"""A clock that jumps: no update takes effect twice for it, their order stays, and no message waits for years."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, func, select

from flows.conversation.bursts import CLOSE
from storage.engine import migrate, open_store, read
from storage.outbox import Outbox
from storage.rows import table
from storage.tables import OutgoingRow
from tests.faults.row import Row, Run
from tests.faults.updates import Update, assert_once, ear, updates

SECOND = timedelta(seconds=1)
JUMPS = (timedelta(), timedelta(days=-3), timedelta(days=400), SECOND)
A_JUMP, AGAIN, PEOPLE = 40, 10, 12
ALL = 10**6


def jumps(run: Run) -> str:
    """Let people talk while their node's clock jumps, and let the channel repeat what came before a jump."""
    chance = run.chance
    engine = open_store(str(run.place / "node.db"), chance.randbytes(32))
    migrate(engine)
    said = list(updates(chance, range(1, run.size * A_JUMP + 1), PEOPLE))
    for at in range(0, len(said), A_JUMP):
        # The channel repeats what was said an hour ago, whatever our clock says.
        again = chance.sample(said[:at], min(at, AGAIN))
        asyncio.run(_taken(engine, chance.choice(JUMPS), [*said[at : at + A_JUMP], *again]))
    facts = assert_once(engine, said)
    with read(engine) as connection:
        waiting = connection.scalar(select(func.count()).select_from(table(OutgoingRow)))
    due = len(Outbox(engine).claim(datetime.now(UTC) + CLOSE + 2 * SECOND, ALL))
    assert due == waiting, f"of {waiting} messages {due} are due once the clock is right again"
    return f"{run.size} jumps of {len(said)} updates: {facts} facts, each once, in order; {due} messages due"


async def _taken(engine: Engine, jump: timedelta, some: list[Update]) -> None:
    async with ear(engine, lambda: datetime.now(UTC) + jump) as intake:
        for update in some:
            await intake.take(update.raw)


ROW = Row("clock", "7: the clock jumps -3 d, +400 d", jumps, small=4, large=200)
