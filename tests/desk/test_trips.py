"""After the yes: seats made sure, the place by two persons, who was seen, and a trip that does not go."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.desk import words
from tests.desk.conftest import LINA, OMAR, SARA, Stage, in_days
from tests.desk.test_windows import drafted


@pytest.fixture
def card(stage: Stage) -> dict[str, Any]:
    """The card of an approved departure: `a` and `b` hold a seat, `c` was never sent the note."""
    stage.press(SARA, drafted(stage), words.ASK)
    stage.answer(stage.press(OMAR, stage.card(words.WAITS_FOR_SECOND), words.APPROVE))
    [offers] = stage.paper.made.values()
    for person in "ab":
        offers[person] = replace(offers[person], sent=True, state="sent", read=True, answer="yes", seat=True)
    return stage.card("yes 2")


def stages(stage: Stage) -> dict[str, str]:
    [offers] = stage.paper.made.values()
    return {person: offer.stage for person, offer in offers.items()}


def replied(stage: Stage, user: int, card: dict[str, Any], line: str) -> None:
    stage.sandbox.say(user, stage.chat, line, reply_to=card["message_id"])


def sure(stage: Stage, card: dict[str, Any]) -> dict[str, Any]:
    """The card after the seats were made sure."""
    pressed = stage.press(SARA, card, words.MAKE_SURE.format(count=2))
    assert stage.answer(pressed) == "Told with a code: 2 people."
    return stage.card("seat sure 2 · told where 0")


def test_who_holds_a_seat_gets_a_code(stage: Stage, card: dict[str, Any]) -> None:
    labels = [row[0]["text"] for row in sure(stage, card)["reply_markup"]["inline_keyboard"]]
    assert labels == [words.STOP, words.CANCEL]
    assert stages(stage) == {"a": "sure", "b": "sure", "c": ""}


def test_the_place_is_written_by_one_and_approved_by_another(stage: Stage, card: dict[str, Any]) -> None:
    card = sure(stage, card)
    replied(stage, SARA, card, f"/place {in_days(9)} 05:30 By the  blue\ngate")
    shown = stage.card("at:\nBy the blue gate")
    assert "05:30" in shown["text"]
    assert "Would be told to 2 people" in shown["text"]
    assert stage.answer(stage.press(SARA, shown, words.TELL)) == words.SECOND_PERSON_PLACE
    assert stages(stage)["a"] == "sure"
    assert stage.answer(stage.press(OMAR, shown, words.TELL)) == "Told: 2 people."
    told = stage.card("2 people told where and when to gather")
    assert told["message_id"] == shown["message_id"]
    assert "gate" not in told["text"]
    stage.card("told where 2")


def test_only_the_latest_place_can_be_approved(stage: Stage, card: dict[str, Any]) -> None:
    card = sure(stage, card)
    replied(stage, SARA, card, f"/place {in_days(9)} 05:30 The old gate")
    old = stage.card("at:\nThe old gate")
    replied(stage, LINA, card, f"/place {in_days(9)} 06:00 The new gate")
    stage.card("at:\nThe new gate")
    assert stage.answer(stage.press(OMAR, old, words.TELL)) == words.OTHER_PLACE
    assert stages(stage)["a"] == "sure"


def test_a_place_that_cannot_be_is_refused_in_words(stage: Stage, card: dict[str, Any]) -> None:
    refused = {
        "": "Answer the card with the day",
        f"{in_days(9)} 05:30": "Answer the card with the day",
        f"{in_days(9)} 25:30 the gate": words.NO_SUCH_DAY,
        "2021-11-18 05:30 the gate": words.PLACE_IS_PAST,
        f"{in_days(12)} 05:30 the gate": words.PLACE_IS_OTHER_DAY,
        f"{in_days(9)} 05:30 {'far ' * 40}": words.PLACE_IS_LONG.format(most=120),
    }
    after = 0
    for line, why in refused.items():
        replied(stage, SARA, card, f"/place {line}".strip())
        after = stage.card(why, after=after)["message_id"]
    assert stage.paper.places == []


def test_a_place_is_of_the_departure_whose_card_is_answered(stage: Stage, card: dict[str, Any]) -> None:
    stage.sandbox.say(SARA, stage.chat, f"/place {in_days(9)} 05:30 The gate")
    after = stage.card(words.ANSWER_A_CARD)["message_id"]
    replied(stage, SARA, card | {"message_id": after}, "/seen KAB-a")
    stage.card(words.ANSWER_A_CARD, after=after)
    assert stage.paper.places == []


def test_who_was_seen_is_written_by_code_or_reference_and_the_others_are_asked(
    stage: Stage, card: dict[str, Any]
) -> None:
    card = sure(stage, card)
    replied(stage, SARA, card, f"/place {in_days(9)} 05:30 The gate")
    stage.answer(stage.press(OMAR, stage.card("at:\nThe gate"), words.TELL))
    replied(stage, SARA, card, "/seen")
    stage.card("with their codes or references")
    replied(stage, SARA, card, "/seen abc-234 KAB-zz")
    stage.card("Nothing was written: KAB-ZZ")
    assert stages(stage) == {"a": "told", "b": "told", "c": ""}
    replied(stage, SARA, card, "/seen abc-234")
    stage.card("Seen on the way: 1 person.")
    replied(stage, OMAR, card, "/missed others")
    stage.card("Not seen, and asked if they are safe: 1 person.")
    assert stages(stage) == {"a": "gone", "b": "missed", "c": ""}
    stage.card("on the way 1 · not seen 1")


def test_a_departure_that_does_not_go_is_asked_about_and_told(stage: Stage, card: dict[str, Any]) -> None:
    stage.press(SARA, card, words.CANCEL)
    asked = stage.card("This cannot be undone")
    assert stages(stage) == {"a": "", "b": "", "c": ""}
    stage.press(SARA, asked, words.CANCEL_YES)
    assert "2 people told" in stage.card("does not go. 2 people told.")["text"]
    assert stages(stage) == {"a": "cancelled", "b": "cancelled", "c": ""}
    [offers] = stage.paper.made.values()
    assert offers["c"].state == "stopped"
    assert not stage.card("It does not go: 2 people told.")["reply_markup"]


def test_the_hour_is_of_kabul(stage: Stage, card: dict[str, Any]) -> None:
    replied(stage, SARA, sure(stage, card), f"/place {in_days(9)} 05:30 The gate")
    stage.card("at:\nThe gate")
    [place] = stage.paper.places
    assert place.at.astimezone(UTC).strftime("%H:%M") == "01:00"
    assert place.at > datetime.now(UTC)
