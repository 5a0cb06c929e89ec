"""A node that was away, for minutes or for days: whom it may have failed to hear is told once, crash or not."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime

from sqlalchemy import Engine, select

from bot.citizen.clock import TrueClock
from bot.citizen.conversation import Conversation
from bot.citizen.ear import HEARD, Ear
from bot.citizen.intake import Intake
from bot.compose.stores import stored_entries
from bot.speech import Speech
from flows.conversation.outage import Outage, notice
from flows.facts import UpdatesMissed
from flows.ports import Turned
from flows.talks.talks import house
from storage.engine import migrate, open_store, read
from storage.rows import table
from storage.tables import OutgoingRow
from storage.turns import StoredTurns
from tests.faults.row import Row, Run
from tests.faults.updates import NOW, updates
from tests.keys import VAULT

PEOPLE, ACTS = 12, 40
LENGTHS = [timedelta(minutes=minutes) for minutes in (1, 4, 20 * 60, 25 * 60, 9 * 24 * 60)]
GO_ON = b'"back::"'
MOMENT = timedelta(seconds=20)
SPEECH = Speech()
ROOMS = house(SPEECH)


class Killed(Exception):
    """The process ended here."""


class Mortal(StoredTurns):
    """The real store of a process that ends just before or just after it kept what is to be sent."""

    dies = ""

    async def keep(self, turned: Turned) -> None:
        """Keep it, unless it dies first."""
        dying = self.dies if HEARD in turned.marks else ""
        if dying == "before":
            raise Killed
        await super().keep(turned)
        if dying:
            raise Killed


@dataclass
class World:
    """The time, and the node's store."""

    engine: Engine
    now: datetime = NOW

    @asynccontextmanager
    async def node(self, dies: str = "") -> AsyncIterator[tuple[Mortal, Intake, Ear]]:
        """A process of the node, to which the channel answers."""
        clock = TrueClock(lambda: self.now, lambda: self.now.timestamp())
        clock.tell(format_datetime(self.now, usegmt=True))
        turns = Mortal(self.engine, "node-1", VAULT, clock=clock.micros)
        turns.start(ROOMS.stored)
        turns.dies = dies
        conversation = Conversation(turns, ROOMS, SPEECH, clock.now)
        try:
            yield turns, Intake(conversation, clock.now), Ear(turns, conversation, clock)
        finally:
            turns.close()

    def told(self) -> Counter[int]:
        """How often each chat was written to unasked."""
        with read(self.engine) as connection:
            waiting = connection.execute(select(table(OutgoingRow))).all()
        return Counter(row.chat for row in waiting if GO_ON in bytes(row.body))


def outages(run: Run) -> str:
    """Let people talk, be away, come back and perhaps die while telling them so, again and again."""
    engine = open_store(str(run.place / "node.db"), run.chance.randbytes(32))
    migrate(engine)
    world, chance = World(engine), run.chance
    said = updates(chance, range(1, 10**9), PEOPLE)
    expected: Counter[int] = Counter()
    longer = deaths = 0
    for _ in range(run.size):
        length, dies = chance.choice(LENGTHS), chance.choice(("", "before", "after"))
        asyncio.run(_talked(world, [next(said).raw for _ in range(ACTS)]))
        concerned = asyncio.run(_away(world, length))
        expected += concerned
        longer += length > timedelta(days=1)
        deaths += bool(dies)
        asyncio.run(_back(world, dies))
        sent = world.told()
        assert sent == expected, f"{sent.total()} notices where {expected.total()} were due"
    missed = [entry for entry in stored_entries(engine, VAULT) if isinstance(entry.fact.body, UpdatesMissed)]
    assert len(missed) == longer, f"{len(missed)} cases of {longer} outages of more than a day"
    told, cases = f"{expected.total()} notices", f"{longer} cases"
    return f"{run.size} outages, {deaths} deaths on the way back: {told}, {cases}, each once"


async def _talked(world: World, some: list[bytes]) -> None:
    async with world.node() as (_, intake, ear):
        for raw in some:
            world.now += MOMENT
            ear.told()
            await intake.take(raw)
            await ear.heard(all_of_it=True)


async def _away(world: World, length: timedelta) -> Counter[int]:
    """Time passes; whom it concerns."""
    async with world.node() as (turns, _, __):
        since, world.now = turns.mark(HEARD), world.now + length
        assert since is not None
        outage = Outage(since, world.now)
        found = [(kept.chat, notice(outage, kept.standing, at, ROOMS)) for kept, at in turns.everyone()]
    return Counter(chat for chat, letter in found if letter)


async def _back(world: World, dies: str) -> None:
    for fate in (dies, ""):
        async with world.node(fate) as (_, __, ear):
            try:
                ear.told()
                await ear.heard(all_of_it=True)
            except Killed:
                world.now += timedelta(seconds=1)


ROW = Row("outage", "10: the channel is not heard for minutes or days", outages, small=12, large=300)
