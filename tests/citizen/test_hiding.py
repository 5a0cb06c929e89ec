"""What a note says does not stay on the screen: it goes back behind neutral words after a minute, or at once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from bot.terminal.play import NOW
from flows.conversation.said import press
from flows.facts import NoteRead, OfferMade, StaffReplied
from flows.ports import Lane, Outgoing
from storage.outbox import Outbox
from tests.citizen.conftest import BOT, LAILA, Stage
from tests.citizen.talker import Talker
from tests.citizen.test_memory import to_check

MINUTE = timedelta(seconds=61)
OFFER = OfferMade("w1", "AIR", NOW + timedelta(days=9), NOW + timedelta(days=2))
WORDS = "Come to the blue house."
NEUTRAL = "You have 1 new note"


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


async def noted(talker: Talker) -> None:
    """Someone with a note of the staff that is announced in message 77."""
    await to_check(talker)
    await talker.says("yes")
    await talker.says("a person")
    await talker.told(StaffReplied(talker.standing.case, "n1", WORDS), 1)
    Outbox(talker.engine).settle_all([(each.id, "sent") for each in Outbox(talker.engine).claim(talker.now, 99)])


async def pressed(talker: Talker, data: str, message: int = 77) -> str:
    return await talker.acts(press(data, message), again=False)


def due(talker: Talker, after: timedelta = MINUTE) -> list[Outgoing]:
    return [each for each in Outbox(talker.engine).claim(talker.now + after, 99) if each.lane is Lane.AWAY]


@pytest.mark.asyncio
async def test_it_is_hidden_after_a_minute_though_the_node_was_restarted(talker: Talker) -> None:
    await noted(talker)
    assert WORDS in await pressed(talker, "note:n1:read")
    talker.restart()
    assert due(talker, timedelta(seconds=59)) == []
    [hides] = due(talker)
    call: Any = msgspec.json.decode(hides.body)
    assert call["method"] == "editMessageText"
    assert call["params"]["message_id"] == 77
    assert call["params"]["text"].startswith(NEUTRAL)
    assert "note:n1:read" in str(call["params"]["reply_markup"])
    assert WORDS in await pressed(talker, "note:n1:read")
    assert sum(isinstance(body, NoteRead) for body in talker.facts()) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("data", ["note:n1:hide", "home:end:status", "no:such:button"])
async def test_who_pressed_on_in_that_message_is_left_alone(talker: Talker, data: str) -> None:
    await noted(talker)
    await pressed(talker, "note:n1:read")
    await pressed(talker, data)
    assert due(talker) == []


@pytest.mark.asyncio
async def test_a_press_takes_back_even_what_is_at_hand_already(talker: Talker) -> None:
    await noted(talker)
    await pressed(talker, "note:n1:read")
    [hides] = due(talker)
    outbox = Outbox(talker.engine)
    assert outbox.holds(hides.id)
    await pressed(talker, "home:end:status")
    assert not outbox.holds(hides.id)


@pytest.mark.asyncio
async def test_typing_or_a_press_elsewhere_keeps_nothing_on_the_screen(talker: Talker) -> None:
    await noted(talker)
    await pressed(talker, "note:n1:read")
    await pressed(talker, "home:end:status", message=78)
    await talker.says("thank you")
    assert len(due(talker)) == 1


@pytest.mark.asyncio
async def test_read_again_it_is_hidden_a_minute_after_that(talker: Talker) -> None:
    await noted(talker)
    await pressed(talker, "note:n1:read")
    talker.now += timedelta(seconds=40)
    await pressed(talker, "note:n1:read")
    assert due(talker, timedelta(seconds=59)) == []
    [hides] = due(talker)
    Outbox(talker.engine).settle(hides.id, "sent")
    await pressed(talker, "note:n1:read")
    assert len(due(talker)) == 1


@pytest.mark.asyncio
async def test_it_is_hidden_from_who_is_hushed_too(talker: Talker) -> None:
    await noted(talker)
    await pressed(talker, "note:n1:read")
    await talker.says("they are at the door")
    assert talker.standing.hushed
    assert len(due(talker)) == 1


@pytest.mark.asyncio
async def test_an_offer_that_was_hidden_can_still_be_answered(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("yes")
    await talker.told(OFFER, 1)
    shown = await pressed(talker, "note:w1:read")
    assert "There is a place" in shown
    assert NEUTRAL in await pressed(talker, "note:w1:hide")
    assert await pressed(talker, "note:w1:read") == shown
    assert "May we give your names" in await pressed(talker, "offer.w1:answer:yes")
    assert due(talker) == []


def test_on_the_phone_the_words_go_and_come_again(stage: Stage) -> None:
    stage.agreed()
    stage.sandbox.say(LAILA, BOT, "a person")
    stage.shown("A person will read this")
    kept = stage.behind.conversation.turns.of_chat(LAILA)
    assert kept is not None
    stage.told(StaffReplied(kept.standing.case, "n1", WORDS))
    push = stage.shown(NEUTRAL)["message_id"]
    stage.sandbox.press(LAILA, BOT, data="note:n1:read")
    shown = stage.shown(WORDS)
    assert shown["message_id"] == push
    assert shown["has_protected_content"]
    stage.sandbox.faults({"method": "editMessageText", "kind": "429", "count": 1, "retry_after": 1})
    stage.behind.ahead = MINUTE
    assert stage.shown(NEUTRAL)["message_id"] == push
    stage.sandbox.press(LAILA, BOT, data="note:n1:read")
    assert stage.shown(WORDS)["message_id"] == push
