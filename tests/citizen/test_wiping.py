"""A chat is wiped, on both sides, as far as the channel lets us; and how it goes when the channel does not."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from bot.citizen.speak import Call
from bot.citizen.wiping import BELOW, reached
from bot.courier.wiping import FRESH
from bot.terminal.play import NOW
from flows.conversation.reply import Reply, Wipe
from flows.conversation.said import press
from flows.facts import OfferMade
from flows.ports import Lane, Turned
from storage.outbox import Outbox
from tests.citizen.conftest import BOT, LAILA, OMAR, Stage
from tests.citizen.talker import Talker
from tests.citizen.test_memory import to_check

DONE = "We took away what we can"
HOURS = 3600
OFFER = OfferMade("w1", "AIR", NOW + timedelta(days=9), NOW + timedelta(days=2))


# Taking messages away is the outbox's work, however the wish for it came.
ONE_WAY = pytest.mark.parametrize("stage", ["polling"], indirect=True)


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


def there(stage: Stage, user: int = LAILA) -> list[dict[str, Any]]:
    """What is to be seen in the chat, with who said it."""
    return [each for each in stage.sandbox.messages(BOT, user) if not each["deleted"]]


def emptied(stage: Stage, *, but: int, within: float = 8) -> list[dict[str, Any]]:
    """The chat once no more than so many messages are left."""
    until = time.monotonic() + within
    while len(left := there(stage)) > but and time.monotonic() < until:
        time.sleep(0.05)
    return left


def test_what_is_tried_is_known_or_near_and_never_newer() -> None:
    wipe = Wipe(9000, (8000, 8999), (2, 8100, 9001), 8100, Reply(()), timedelta())
    ids = reached(wipe)
    assert ids == sorted(set(ids), reverse=True)
    assert ids[0] == 9000
    assert {2, 8000, 8005, 8999, 9000 - BELOW} <= set(ids)
    assert not {8100, 9001, 8006, 0} & set(ids)
    assert reached(Wipe(3, (), (), 0, Reply(()), timedelta())) == [3, 2, 1]


def test_typed_or_pressed_it_takes_both_sides_and_leaves_others_alone(stage: Stage) -> None:
    stage.sandbox.say(OMAR, BOT, "/start")
    stage.agreed()
    stage.sandbox.say(LAILA, BOT, "what is this?")
    stage.shown("1/6")
    stage.sandbox.say(LAILA, BOT, "a person")
    stage.shown("A person will read this")
    facts = stage.kinds()
    stage.sandbox.press(LAILA, BOT, data="case:end:wipe")
    stage.shown(DONE)
    [left] = emptied(stage, but=1)
    assert DONE in left["text"]
    assert stage.kinds() == facts
    assert len(there(stage, OMAR)) == 2
    stage.sandbox.press(LAILA, BOT, data="wiped::done")
    assert emptied(stage, but=0) == []
    stage.sandbox.say(LAILA, BOT, "hello")
    stage.shown("Your words are with our staff")
    stage.sandbox.say(LAILA, BOT, "wipe")
    stage.shown(DONE, after=max(each["message_id"] for each in there(stage)))
    assert len(emptied(stage, but=1)) == 1


def test_a_stranger_wipes_and_stays_one(stage: Stage) -> None:
    stage.sandbox.say(LAILA, BOT, "wipe chat")
    stage.shown(DONE)
    assert len(emptied(stage, but=1)) == 1
    assert stage.behind.conversation.turns.of_chat(LAILA) is None
    assert stage.facts() == []


@ONE_WAY
def test_what_is_too_old_is_emptied_if_it_is_ours(stage: Stage) -> None:
    stage.agreed()
    old = stage.sandbox.say(LAILA, BOT, "Gul")["message_id"]
    stage.shown("1/6", after=old)
    stage.sandbox.advance(48 * HOURS + 60)
    young = stage.sandbox.say(LAILA, BOT, "keep me safe")["message_id"]
    stage.shown("Keep me safe", after=young)
    stage.sandbox.press(LAILA, BOT, data="safety:end:wipe")
    stage.shown(DONE, within=20)
    left = there(stage)
    assert young not in [each["message_id"] for each in left]
    assert old in [each["message_id"] for each in left]
    assert "Keep me safe" not in str(left)
    assert next(each for each in left if each["from"]["is_bot"])["text"] == "·", "pressed, so we know its id"


@ONE_WAY
@pytest.mark.parametrize("fault", ["429", "5xx", "drop"])
def test_a_channel_that_fails_is_asked_again(stage: Stage, fault: str) -> None:
    stage.sandbox.faults({"method": "deleteMessages", "kind": fault, "count": 1, "retry_after": 1})
    stage.agreed()
    stage.sandbox.say(LAILA, BOT, "wipe")
    stage.shown(DONE, within=12)
    assert len(emptied(stage, but=1)) == 1


@ONE_WAY
def test_after_an_outage_it_is_done_quietly(stage: Stage) -> None:
    stage.sandbox.faults({"method": "deleteMessages", "kind": "5xx", "count": 3})
    stage.agreed()
    stage.behind.ahead = timedelta(seconds=-FRESH)
    stage.sandbox.say(LAILA, BOT, "wipe")
    time.sleep(0.5)
    stage.behind.ahead = timedelta(seconds=FRESH)
    came = stage.sandbox.say(LAILA, BOT, "menu")["message_id"]
    stage.shown("What do you want to do?", after=came)
    left = emptied(stage, but=2, within=12)
    assert [each["message_id"] >= came for each in left] == [True, True], "what came since stays"
    assert DONE not in str(left)


@ONE_WAY
def test_what_is_in_danger_keeps_its_screen(stage: Stage) -> None:
    stage.agreed()
    stage.sandbox.say(LAILA, BOT, "they are at the door")
    asked = stage.shown("Do what keeps you safe first")
    stage.sandbox.press(LAILA, BOT, data="case:safe_to_write:wipe")
    stage.shown(DONE, within=12)
    assert asked["message_id"] == emptied(stage, but=2)[0]["message_id"]
    stage.sandbox.say(LAILA, BOT, "wipe")
    stage.shown(DONE, after=there(stage)[-1]["message_id"], within=12)
    left = emptied(stage, but=2)
    assert "Do what keeps you safe first" in left[0]["text"]
    assert left[0]["message_id"] > asked["message_id"]
    stage.sandbox.press(LAILA, BOT, data="case:safe_to_write:yes")
    stage.shown("A person will read this")


@pytest.mark.asyncio
async def test_it_is_durable_with_its_turn_and_replies_that_waited_are_not_said(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("yes")
    await talker.told(OFFER, 1)
    late = talker.conversation.outgoing(
        LAILA, talker.standing.person, Call("sendMessage", {"text": "Your number is"})
    )
    await talker.turns.keep(Turned(LAILA, talker.turns.of_chat(LAILA), outgoing=(late,)))
    await talker.says("wipe")
    talker.restart()
    waiting = Outbox(talker.engine).claim(talker.now, 99)
    assert [each.lane for each in waiting] == [Lane.AWAY, Lane.URGENT, Lane.URGENT]
    call = msgspec.json.decode(waiting[0].body)
    assert call["method"] == "wipe"
    assert talker.standing.theirs == ()


@pytest.mark.asyncio
async def test_ids_are_known_by_words_presses_and_what_the_channel_says(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("yes")
    await talker.told(OFFER, 1)
    [push] = [each for each in Outbox(talker.engine).claim(talker.now, 99) if each.note]
    await talker.news.sent(push, 500)
    talker.restart()
    assert list(talker.standing.ours) == [500]
    await talker.acts(press("home:end:status", 501), again=False)
    talker.conversation.showed(LAILA, 502)
    await talker.says("menu")
    assert list(talker.standing.ours) == [500, 501, 502]
    assert talker.standing.theirs[-1] == talker.update
