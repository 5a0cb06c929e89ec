"""A person talks with the bot, by polling and by webhook, and things go wrong on the way."""

import time

import httpx
import pytest

from flows.conversation.bursts import CLOSE, MANY
from flows.facts import CaseOpened, MessageHeard
from storage.group import poisoned
from tests.citizen.conftest import BOT, BREAKS, LAILA, OMAR, SECRET, TOKEN, Stage

SAFE_TO_REPEAT = 3

# By webhook the reply is in the response, whose failure Telegram never tells; by polling nobody can call in.
by_polling = pytest.mark.parametrize("stage", ["polling"], indirect=True)
by_webhook = pytest.mark.parametrize("stage", ["webhook"], indirect=True)


def test_a_registration_goes_from_start_to_number(stage: Stage) -> None:
    stage.agreed()
    for data, then in (
        ("for_whom:self", "2/6"),
        ("category:USC", "3/6"),
        ("wish:LEAVE_NOW", "4/6"),
        ("count:2", "5/6"),
    ):
        stage.press(data)
        stage.shown(then)
    stage.sandbox.say(LAILA, BOT, "Laila Noori")
    stage.shown("6/6")
    stage.press("province:KAB")
    stage.shown("Laila Noori")
    stage.press("check:yes")
    stage.shown("Your number is")
    assert stage.kinds()[0] == "PersonMet"
    assert stage.kinds()[-1] == "ReferenceGiven"
    assert [entry.seq for entry in stage.facts()] == list(range(1, len(stage.facts()) + 1))


def test_an_update_that_comes_twice_counts_once(stage: Stage) -> None:
    stage.agreed()
    before = len(stage.facts())
    stage.sandbox.faults({"method": "deliver", "kind": "duplicate", "count": SAFE_TO_REPEAT})
    stage.press("for_whom:self")
    stage.shown("2/6")
    stage.press("category:USC")
    stage.shown("3/6")
    assert len(stage.facts()) == before + 2


def test_what_breaks_us_is_kept_aside_after_three_tries(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.agreed()
    for data, then in (
        ("for_whom:self", "2/6"),
        ("category:USC", "3/6"),
        ("wish:LEAVE_NOW", "4/6"),
        ("count:2", "5/6"),
    ):
        stage.press(data)
        stage.shown(then)
    stage.sandbox.say(LAILA, BOT, BREAKS)
    stage.sandbox.say(OMAR, BOT, "/start")
    stage.shown("This help desk is free", OMAR)
    if stage.mode == "webhook":
        stage.sandbox.advance(600)
        stage.sandbox.advance(600)
    stage.shown("That did not", within=15)
    stage.shown("Our staff can see")
    assert poisoned(stage.engine) == 1
    stage.sandbox.say(LAILA, BOT, "Laila Noori")
    stage.shown("6/6")
    cases = [entry.fact.body for entry in stage.facts() if isinstance(entry.fact.body, CaseOpened)]
    assert [case.code for case in cases] == ["E21"]
    assert BREAKS not in caplog.text
    assert TOKEN not in caplog.text


@by_polling
@pytest.mark.parametrize("fault", ["429", "5xx", "drop"])
def test_a_reply_that_fails_comes_later_and_blocks_nobody(stage: Stage, fault: str) -> None:
    stage.sandbox.faults({"method": "sendMessage", "kind": fault, "count": 1, "retry_after": 1})
    stage.sandbox.say(LAILA, BOT, "/start")
    stage.sandbox.say(OMAR, BOT, "/start")
    stage.shown("This help desk is free", OMAR)
    stage.shown("This help desk is free", LAILA, within=12)


@by_polling
def test_a_message_that_is_gone_is_said_anew(stage: Stage) -> None:
    stage.sandbox.say(LAILA, BOT, "/start")
    asked = stage.shown("This help desk is free")
    next(room for room in stage.world.rooms.values() if room.id == LAILA).posts[asked["message_id"]].deleted = 1
    stage.sandbox.press(LAILA, BOT, asked["message_id"], data="registration:begin:go_on", stale=True)
    assert stage.shown("1/6")["message_id"] > asked["message_id"]


def test_whoever_closes_the_bot_is_lost(stage: Stage) -> None:
    stage.agreed()
    stage.sandbox.block(LAILA, BOT)
    stage.sandbox.say(OMAR, BOT, "/start")
    stage.shown("This help desk is free", OMAR)
    for _ in range(100):
        if "ContactLost" in stage.kinds():
            return
        stage.sandbox.transcript(BOT, OMAR)
    pytest.fail("nobody noticed")


@pytest.mark.parametrize("kind", ["sticker", "document", "photo", "voice", "contact", "location"])
def test_what_cannot_be_read_is_answered(stage: Stage, kind: str) -> None:
    stage.sandbox.say(LAILA, BOT, "/start")
    first = stage.shown("This help desk is free")["message_id"]
    sent = stage.sandbox.send(LAILA, BOT, kind)["message_id"]
    assert stage.shown("", after=max(first, sent))
    if kind in ("contact", "location"):
        fits = lambda message: message["message_id"] == sent and message["deleted"]  # noqa: E731
        stage.sandbox.wait_for(BOT, fits, user=LAILA)


@pytest.mark.parametrize("text", ["x" * 4096, "\u202e\u2066turned", "/nothing", "🙂"])
def test_odd_words_are_answered(stage: Stage, text: str) -> None:
    stage.sandbox.say(LAILA, BOT, "/start")
    stage.shown("This help desk is free")
    said = stage.sandbox.say(LAILA, BOT, text)["message_id"]
    assert stage.shown("", after=said)


def test_a_press_is_answered(stage: Stage) -> None:
    stage.sandbox.say(LAILA, BOT, "/start")
    stage.shown("This help desk is free")
    pressed = stage.sandbox.press(LAILA, BOT, data="registration:begin:go_on")["callback_query_id"]
    stage.shown("1/6")
    for _ in range(200):
        if stage.sandbox.press_answer(pressed) is not None:
            return
    pytest.fail("the button keeps turning")


@by_webhook
@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1]])
def test_without_the_secret_nothing_is_taken(stage: Stage, secret: str) -> None:
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "/start",
              "chat": {"id": LAILA, "type": "private"}}}  # fmt: skip
    answer = httpx.post(
        stage.hook, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": secret}, trust_env=False
    )
    assert answer.status_code == 403
    assert stage.facts() == []


def test_fifty_messages_at_once_have_one_answer(stage: Stage) -> None:
    stage.agreed()
    stage.press("for_whom:self")
    before = stage.shown("2/6")["message_id"]
    time.sleep(1.5 * CLOSE.total_seconds())
    texts = [f"word {number}" for number in range(47)]
    for text in ("green card", "I want to go", "4", *texts):
        stage.sandbox.say(LAILA, BOT, text)
    answer = stage.shown("The link was weak. We have your \u206850\u2069 messages now.", within=20)
    assert "6/6" in answer["text"], "the first of these words was taken for a name"
    said = [m for m in stage.sandbox.messages(BOT, LAILA) if m["from"]["is_bot"] and m["message_id"] > before]
    assert len(said) <= MANY
    assert said[-1] == answer
    heard = [entry.fact.body for entry in stage.facts()]
    assert [body.words for body in heard if isinstance(body, MessageHeard)] == texts[1:]
