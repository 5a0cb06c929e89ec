"""A machine whose clock jumps: nothing is lost, doubled or put out of order, and what it kept says so."""

import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.citizen.clock import TrueClock
from bot.citizen.conversation import Conversation
from bot.citizen.intake import Intake
from bot.terminal.play import SPEECH
from flows.facts import CLOCK_OFF, AnswerGiven, Entry, Source
from storage.engine import micros, read
from storage.opened import entries
from storage.outbox import Outbox
from storage.register import StoredRegister
from storage.turns import StoredTurns
from tests.citizen.conftest import LAILA
from tests.citizen.talker import ROOMS
from tests.keys import VAULT

TRUE = datetime(2021, 11, 10, 8, tzinfo=UTC)
JUMPS = (timedelta(days=-3), timedelta(days=400))
SECOND = timedelta(seconds=1)


class Machine:
    """A node's machine: its own clock can be set, the steady one and the channel's cannot."""

    def __init__(self) -> None:
        self.passed, self.jumped = 0.0, timedelta()
        self.clock = TrueClock(self.wall, lambda: self.passed)

    def wall(self) -> datetime:
        """What the machine says."""
        return self.true() + self.jumped

    def true(self) -> datetime:
        """What the channel says."""
        return TRUE + timedelta(seconds=self.passed)

    def answer(self) -> None:
        """The channel answers, with its Date."""
        self.clock.tell(format_datetime(self.true(), usegmt=True))


class Node:
    """A person at a node on such a machine; updates come as the channel writes them."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.machine = engine, Machine()
        self.numbers = itertools.count(1)
        clock = self.machine.clock
        self.turns = StoredTurns(
            engine, "node-1", VAULT, clock=clock.micros, machine=lambda: micros(self.machine.wall())
        )
        self.turns.start()
        self.conversation = Conversation(self.turns, ROOMS, SPEECH, clock.now)
        self.intake = Intake(self.conversation, clock.now)

    async def types(self, words: str) -> bytes:
        """They type."""
        return await self.take(message={**self._message(), "text": words})

    async def presses(self, data: str) -> bytes:
        """They press a button, which carries no time of its own."""
        query = {"id": "q", "from": {"id": LAILA}, "data": data, "message": self._message(), "chat_instance": "1"}
        return await self.take(callback_query=query)

    async def take(self, **update: Any) -> bytes:
        """An update comes, a minute after the last."""
        self.machine.passed += 60
        raw = json.dumps({"update_id": next(self.numbers), **update}).encode()
        await self.intake.take(raw)
        return raw

    def _message(self) -> dict[str, Any]:
        person = {"id": LAILA, "is_bot": False, "first_name": "Laila"}
        at = int(self.machine.true().timestamp()) + 60
        return {"message_id": 1, "date": at, "chat": {"id": LAILA, "type": "private"}, "from": person}

    def entries(self) -> list[Entry]:
        """All that is in the ledger."""
        with read(self.engine) as connection:
            return entries(connection, VAULT, after=0, limit=1000)


@pytest.fixture
def node(engine: Engine) -> Iterator[Node]:
    node = Node(engine)
    yield node
    node.turns.close()


async def begun(node: Node) -> None:
    node.machine.answer()
    for words in ("/start", "English", "yes", "me", "green card"):
        await node.types(words)


@pytest.mark.asyncio
@pytest.mark.parametrize("jump", JUMPS)
async def test_a_jump_marks_what_is_kept_and_puts_nothing_out_of_order(node: Node, jump: timedelta) -> None:
    await begun(node)
    node.machine.jumped = jump
    await node.presses("registration:wish:STAY")
    await node.presses("registration:wish:LEAVE_NOW")
    node.machine.jumped = timedelta()
    await node.types("3")
    await node.presses("registration:wish:LEAVE_WITH_FAMILY")
    said = node.entries()
    assert [entry.clock_suspect for entry in said[-4:]] == [True, True, False, False]
    assert not any(entry.clock_suspect for entry in said[:-4])
    times = [entry.fact.said_at for entry in said if entry.fact.by is Source.SELF]
    assert all(later >= earlier - SECOND for earlier, later in itertools.pairwise(times))
    assert all(abs(entry.fact.received_at - entry.fact.said_at) <= SECOND for entry in said[-4:])
    assert [row.wish for row in StoredRegister(node.engine, VAULT).people()] == ["LEAVE_WITH_FAMILY"]


@pytest.mark.asyncio
@pytest.mark.parametrize("jump", JUMPS)
async def test_a_jump_neither_forgets_what_was_done_nor_holds_back_what_is_owed(
    node: Node, jump: timedelta
) -> None:
    await begun(node)
    first = await node.presses("registration:wish:STAY")
    last = await node.presses("registration:wish:LEAVE_NOW")
    before = len(node.entries())
    outbox = Outbox(node.engine, node.machine.clock.micros)
    call = (await node.intake.take(last)).call  # type: ignore[union-attr]
    assert call is not None
    await node.conversation.owe(LAILA, call, timedelta(seconds=3))
    node.machine.jumped = jump
    node.machine.passed += 3
    assert len(outbox.claim(node.machine.clock.now(), 10)) == 1
    for _ in range(3):
        # Long enough for what is kept for a time only to be looked through.
        node.machine.passed += 3600
        await node.types("/start")
    await node.intake.take(first)
    assert len(node.entries()) == before


@pytest.mark.asyncio
async def test_a_clock_that_was_wrong_from_the_start_is_known_by_the_first_answer(node: Node) -> None:
    node.machine.jumped = JUMPS[1]
    await begun(node)
    assert all(entry.clock_suspect for entry in node.entries())
    assert all(abs(entry.fact.received_at - entry.fact.said_at) <= SECOND for entry in node.entries())


@pytest.mark.asyncio
async def test_an_edit_is_said_when_it_was_edited(node: Node) -> None:
    await begun(node)
    await node.presses("registration:wish:STAY")
    await node.types("Zarghuna")
    node.machine.passed += 600
    edited = {**node._message(), "message_id": 1, "text": "Zarghuna Noori"}
    edited["edit_date"] = edited["date"]
    edited["date"] -= 660
    await node.take(edited_message=edited)
    last = node.entries()[-1].fact
    assert last.body == AnswerGiven("registration", "name", "Zarghuna Noori")
    assert last.said_at == node.machine.true()


def test_within_five_minutes_the_machine_is_believed() -> None:
    machine = Machine()
    machine.jumped = JUMPS[1]
    assert machine.clock.now() == machine.wall(), "until the channel answers"
    assert not machine.clock.sure
    machine.answer()
    assert (machine.clock.now(), machine.clock.sure) == (machine.true(), True)
    machine.jumped = CLOCK_OFF
    assert machine.clock.now() == machine.wall()
    machine.jumped = CLOCK_OFF + SECOND
    assert machine.clock.now() == machine.true()
    machine.passed += 86_400
    assert machine.clock.now() == machine.true()


@pytest.mark.parametrize("date", [None, "", "yesterday", "Wed, 99 Nov 2021 08:00:00 GMT"])
def test_an_answer_without_a_date_changes_nothing(date: str | None) -> None:
    machine = Machine()
    machine.clock.tell(date)
    assert not machine.clock.sure
