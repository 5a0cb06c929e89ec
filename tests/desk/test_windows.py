"""Departures on the desk: planned by one, approved by another, followed by all."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.desk import words
from bot.desk.plans import Plan, planned
from tests.desk.conftest import DESK, OMAR, SARA, Stage, in_days

NOW = datetime(2021, 11, 9, 12, tzinfo=UTC)


def drafted(stage: Stage) -> dict[str, Any]:
    """A plan of Sara's in the staff chat, over four people."""
    for person, language in (("a", "en"), ("b", "fa-AF"), ("c", "ps")):
        stage.met(person, language=language)
    stage.met("d", "STAY")
    stage.sandbox.say(SARA, stage.chat, f"/plan {in_days(9)} air 2 answer {in_days(7)} 18:00")
    return stage.card("Would go to 3 people")


def test_a_dry_run_says_who_and_who_not(stage: Stage) -> None:
    text = drafted(stage)["text"]
    assert "Would go to 3 people: Dari 1, English 1, Pashto 1\nLeft out: wants to stay 1" in text
    assert "2 seats" in text


def test_a_second_person_approves_and_all_see_how_it_goes(stage: Stage) -> None:
    stage.press(SARA, drafted(stage), words.ASK)
    card = stage.card(words.WAITS_FOR_SECOND)
    assert stage.answer(stage.press(SARA, card, words.APPROVE)) == words.SECOND_PERSON
    assert not stage.paper.made
    assert stage.answer(stage.press(OMAR, card, words.APPROVE)) == "Approved: 3 offers go out."
    stage.card("offered 3 · sent 0 · read 0")
    [(window, offers)] = stage.paper.made.items()
    assert stage.paper.departures[window].approved_by == "tg:333"
    offers["a"] = replace(offers["a"], sent=True, read=True, answer="yes", seat=True)
    offers["b"] = replace(offers["b"], sent=True, answer="no")
    text = stage.card("offered 3 · sent 2 · read 1")["text"]
    assert "yes 1 · no 1 · open 1\nseats left 1 · waiting 0" in text
    assert "Approved by Omar" in text


def test_what_is_not_sent_yet_is_stopped_by_one_person_at_once(stage: Stage) -> None:
    stage.press(SARA, drafted(stage), words.ASK)
    stage.answer(stage.press(OMAR, stage.card(words.WAITS_FOR_SECOND), words.APPROVE))
    [offers] = stage.paper.made.values()
    offers["a"] = replace(offers["a"], sent=True, state="sent")
    offers["b"] = replace(offers["b"], state="queued")
    card = stage.card("sent 1")
    assert "still to send 2 · not delivered 0" in card["text"]
    assert stage.answer(stage.press(SARA, card, words.STOP)) == words.STOPPED.format(offers="2 offers")
    card = stage.card("still to send 0 · not delivered 2")
    assert [row[0]["text"] for row in card["reply_markup"]["inline_keyboard"]] == [words.CANCEL]
    assert [offer.state for offer in offers.values()] == ["sent", "stopped", "stopped"]


def test_a_list_that_changed_must_be_approved_anew(stage: Stage) -> None:
    stage.press(SARA, drafted(stage), words.ASK)
    card = stage.card(words.WAITS_FOR_SECOND)
    stage.met("c", "STAY")
    assert stage.answer(stage.press(OMAR, card, words.APPROVE)) == words.VOID
    assert not stage.paper.made
    card = stage.card("Would go to 2 people: Dari 1, English 1\nLeft out: wants to stay 2")
    assert stage.answer(stage.press(OMAR, card, words.APPROVE)) == "Approved: 2 offers go out."
    old = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    late = stage.sandbox.press(SARA, stage.chat, card["message_id"], data=old, stale=True)
    assert stage.answer(late["callback_query_id"]) == "Omar· has approved it already."


def test_a_plan_in_private_is_asked_for_in_the_staff_chat(stage: Stage) -> None:
    stage.met("a")
    stage.sandbox.say(SARA, DESK, f"/plan {in_days(9)} land 2 answer {in_days(7)} 18:00")
    stage.press(SARA, stage.private(SARA, "Would go to 1 person"), words.ASK)
    stage.private(SARA, words.WAS_ASKED)
    card = stage.card(words.WAITS_FOR_SECOND)
    assert stage.answer(stage.press(OMAR, card, words.AGAIN)) == words.LOOKED
    stage.sandbox.say(OMAR, DESK, "/windows")
    stage.private(OMAR, words.ASKED_STATE)


def test_plan_explains_itself(stage: Stage) -> None:
    stage.sandbox.say(SARA, DESK, "/plan")
    example = stage.private(SARA, "Plan a departure in one line")["text"].splitlines()[1]
    assert isinstance(planned(example.removeprefix("/plan "), datetime.now(UTC)), Plan)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2021-11-08 air 2 answer 2021-11-08 18:00", words.PAST_DAY),
        ("2021-11-18 air 2 answer 2021-11-08 18:00", words.PAST_DEADLINE),
        ("2021-11-18 air 2 answer 2021-11-19 18:00", words.LATE_DEADLINE),
        ("2021-11-18 air 0 answer 2021-11-16 18:00", words.NO_SEATS),
        ("2021-11-18 air 2 answer 2021-11-16 18:00 bags 12", words.TOO_MANY_BAGS.format(most=9)),
        ("2021-11-18 air 501 answer 2021-11-16 18:00", words.TOO_MANY_SEATS.format(most=500)),
        ("2021-11-18 sea 2 answer 2021-11-16 18:00", words.NO_ROUTE),
        ("2021-11-31 air 2 answer 2021-11-16 18:00", words.NO_SUCH_DAY),
        ("2021-11-18 air 2 answer 2021-11-16 25:00", words.NO_SUCH_DAY),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(line: str, why: str) -> None:
    assert planned(line, NOW) == why


def test_a_plan_is_in_the_time_of_kabul() -> None:
    plan = planned("2021-11-18 AIR 2 answer 2021-11-16 18:00", NOW)
    assert isinstance(plan, Plan)
    assert (plan.route, plan.seats, plan.bags) == ("AIR", 2, 1)
    assert plan.answer_by == datetime(2021, 11, 16, 13, 30, tzinfo=UTC)
    assert plan.departs == datetime(2021, 11, 17, 19, 30, tzinfo=UTC)
