"""Updates that come twice and out of order: each has its effect once, and is answered as the first time."""

import asyncio
import random

from sqlalchemy import Engine

from bot.citizen.intake import Broken
from storage.engine import migrate, open_store, read
from storage.group import updates_done
from tests.faults.row import Row, Run
from tests.faults.updates import Update, assert_once, ear, updates

TWICE, AT_ONCE, LATE, A_PERSON, RESTARTS = 0.3, 64, 40, 25, 4


def duplicates(run: Run) -> str:
    """Let updates come twice and out of order, over a few restarts."""
    chance = run.chance
    stream = _stream(chance, run.size)
    engine = open_store(str(run.place / "node.db"), chance.randbytes(32))
    migrate(engine)
    part = -(-len(stream) // RESTARTS)
    for start in range(0, len(stream), part):
        asyncio.run(_taken(engine, stream[start : start + part]))
    with read(engine) as connection:
        done = len(updates_done(connection))
    assert done == run.size, f"of {run.size} updates {done} are done"
    first: dict[int, Update] = {}
    for update in stream:
        first.setdefault(update.number, update)
    facts = assert_once(engine, first.values())
    return f"{len(stream)} deliveries of {run.size} updates: {facts} facts, each once"


def _stream(chance: random.Random, size: int) -> list[Update]:
    """Updates in the order of their delivery; half way their numbers begin anew, as after a quiet week."""
    first, second = 10**9 + chance.randrange(10**8), chance.randrange(10**8)
    numbers = [*range(first, first + size // 2), *range(second, second + size - size // 2)]
    order = []
    for at, update in enumerate(updates(chance, numbers, max(8, size // A_PERSON))):
        order.append((at + chance.uniform(0, 8), update))
        if chance.random() < TWICE:
            order.append((at + chance.uniform(0, LATE), update))
    return [update for _, update in sorted(order, key=lambda timed: timed[0])]


async def _taken(engine: Engine, stream: list[Update]) -> None:
    # What a restart forgets is answered with the screen where the update left its person.
    replies: dict[int, bytes] = {}
    async with ear(engine) as intake:
        for start in range(0, len(stream), AT_ONCE):
            some = stream[start : start + AT_ONCE]
            try:
                answers = await asyncio.gather(*[intake.take(update.raw) for update in some])
            except Broken as error:
                raise AssertionError(f"an update broke the node: {error}") from None
            for update, answer in zip(some, answers, strict=True):
                assert answer is not None, "an update had no answer"
                first = replies.setdefault(update.number, answer.reply)
                assert answer.reply in (first, b""), "an update was answered otherwise the second time"


ROW = Row("duplicates", "8: duplicates and reorder, 30 % twice", duplicates, small=3000, large=100_000)
