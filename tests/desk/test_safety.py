"""Asking whether people are safe: who is asked, and who has not answered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.desk import words
from tests.desk.conftest import DESK, OMAR, SARA, Stage


def test_who_is_asked_and_who_is_silent(stage: Stage) -> None:
    for person in "abc":
        stage.met(person)
    persons, now = stage.paper.persons, datetime.now(UTC)
    persons["c"] = replace(persons["c"], province="HER")
    persons["b"] = replace(persons["b"], placed_at=now - timedelta(days=12), heard_at=now - timedelta(days=3))
    stage.sandbox.say(SARA, stage.chat, "/check kab")
    asked = stage.card("Ask 2 people (Kabul)")
    assert persons["a"].safety_asked is None
    stage.press(OMAR, asked, words.CHECK_YES)
    stage.card("Asked: 2 people (Kabul)")
    persons["a"] = replace(persons["a"], heard_at=datetime.now(UTC))
    stage.sandbox.say(SARA, DESK, "/check")
    shown = stage.private(SARA, "Asked whether they are safe: 2 people · answered 1 · silent 1")
    assert "KAB-b · Kabul, said 12 days ago · silent for 3 days" in shown["text"]
    assert "KAB-a" not in shown["text"]


def test_check_explains_itself(stage: Stage) -> None:
    stage.met("a")
    stage.sandbox.say(SARA, stage.chat, "/check moon")
    assert "HER Herat" in stage.card("ask everyone in these provinces")["text"]
    stage.sandbox.say(SARA, stage.chat, "/check all")
    stage.card("Ask 1 person (anywhere)")
    assert stage.paper.persons["a"].safety_asked is None
