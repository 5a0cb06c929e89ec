"""How wishes age and turn at the register, and who is asked anew."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from flows.facts import AnswerGiven, CaseHandedBack, Fact, SafetyAsked, Source, Value, WishAsked
from flows.ports import PersonRow
from flows.register.wishes import times_due
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered
from tests.register.test_trips import offered, said
from tests.register.test_windows import DEPARTS, answered

DAY = timedelta(days=1)
NOON = START.replace(hour=9)


def told(person: str, at: datetime, *given: tuple[str, Value]) -> list[Fact]:
    """What a person says of their wish at this moment."""
    return [
        Fact(f"{person}-{at}-{q}", person, AnswerGiven("wish", q, v), Source.SELF, at, at, "u") for q, v in given
    ]


def row(wish: str, **known: object) -> PersonRow:
    base = PersonRow("p", "n", "R", "fa", "USC", wish, 1, "KAB", True, True, START, START)
    return replace(base, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wish", "known", "days"),
    [
        ("LEAVE_NOW", {}, [14, 28, 42, 103]),
        ("LEAVE_WITH_FAMILY", {}, [14, 28, 42, 103]),
        ("UNDECIDED", {}, [7, 21, 45, 106]),
        ("STAY", {}, [45, 106, 167]),
        ("STAY", {"ask_again": "no"}, []),
        ("LEAVE_LATER", {"not_before": START + 30 * DAY}, [23, 37, 51]),
        ("LEAVE_LATER", {}, [7, 21, 45]),
        ("LEFT", {}, []),
        ("", {}, []),
    ],
)
def test_when_a_wish_is_asked_anew(wish: str, known: dict[str, object], days: list[int]) -> None:
    person = row(wish, **known)
    due = [
        times_due(person, START + day * DAY, trip_is_near=False) for day in range(days[-1] + 1 if days else 400)
    ]
    assert [day for day in range(1, len(due)) if due[day] > due[day - 1]] == days
    assert max(due) == len(days)


def test_nobody_who_stays_is_asked_more_than_six_times_a_year() -> None:
    assert times_due(row("STAY"), START + 365 * DAY, trip_is_near=True) <= 6


def test_a_trip_that_is_near_lets_a_wish_age_sooner() -> None:
    assert times_due(row("LEAVE_NOW"), START + 8 * DAY, trip_is_near=True) == 1
    assert times_due(row("LEAVE_NOW"), START + 6 * DAY, trip_is_near=True) == 0
    assert times_due(row("UNDECIDED"), START + 6 * DAY, trip_is_near=True) == 0


def test_a_wish_is_asked_once_each_time_and_a_yes_makes_it_new(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1") + registered("p2", wish="STAY"))
    assert register.asking.wishes(NOON + 10 * DAY) == 0
    assert register.asking.wishes(START.replace(hour=20) + 15 * DAY) == 0, "it is past midnight in Kabul"
    assert register.asking.wishes(NOON + 15 * DAY) == 1
    assert register.asking.wishes(NOON + 15 * DAY) == 0
    assert said(store, WishAsked) == [WishAsked(1)]
    heard(store, told("p1", NOON + 16 * DAY, ("still", "yes")))
    assert register.asking.wishes(NOON + 28 * DAY) == 0
    assert register.asking.wishes(NOON + 31 * DAY) == 1


@pytest.mark.parametrize("word", ["stop", "quiet"])
def test_who_wants_no_notes_is_asked_nothing(store: Engine, word: str) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), fact("p1", AnswerGiven("notes", "notes", word))])
    assert register.asking.wishes(NOON + 20 * DAY) == 0
    assert register.asking.safety("amina", NOON) == 0
    assert register.asking.wishes(NOON + 40 * DAY) == (word == "quiet"), "quiet ends after 30 days"


def test_from_when_on_one_could_go(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *told("p1", START, ("wish", "LEAVE_LATER"), ("later", "two_weeks"))])
    assert [person.not_before for person in register.people()] == [START + 14 * DAY]
    heard(store, told("p1", START + DAY, ("wish", "LEAVE_NOW")))
    assert [person.not_before for person in register.people()] == [None]


def test_a_wish_that_turns_again_and_again_waits_for_a_person(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    wishes = ("STAY", "LEAVE_NOW", "STAY")
    for hours, wish in zip((1, 5, 30), wishes, strict=True):
        assert not register.people()[0].torn
        heard(store, told("p1", START + timedelta(hours=hours), ("wish", wish)))
    assert register.people()[0].torn
    heard(store, [fact("p1", CaseHandedBack("c1", "amina"), Source.STAFF)])
    assert not register.people()[0].torn


def test_a_slip_put_right_at_once_is_no_turn(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    for minutes, wish in enumerate(("STAY", "UNDECIDED", "LEAVE_LATER", "LEAVE_NOW")):
        heard(store, told("p1", START + timedelta(minutes=minutes), ("wish", wish)))
    assert not register.people()[0].torn


def test_who_travels_tomorrow_is_asked_once_whether_it_is_still_so(store: Engine) -> None:
    register = offered(store, "p1", "p2", seats=1)
    answered(store, "p1", "yes")
    register.allot(START)
    assert register.asking.wishes(DEPARTS - 2 * DAY) == 0
    eve = DEPARTS - timedelta(hours=20)
    assert register.asking.wishes(eve) == 1
    assert register.asking.wishes(eve) == 0
    assert {offer.person: offer.checked for offer in register.offers("w1")} == {"p1": "asked", "p2": ""}
    heard(store, told("p1", eve, ("still", "yes")))
    assert {offer.person: offer.checked for offer in register.offers("w1")} == {"p1": "yes", "p2": ""}


def test_people_are_asked_if_they_are_safe_where_they_are(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1") + registered("p2", wish="LEFT") + registered("p3"))
    heard(store, [fact("p3", AnswerGiven("well", "province", "HER"))])
    assert register.asking.safety("amina", NOON, ("HER",)) == 1
    assert said(store, SafetyAsked) == [SafetyAsked("amina")]
    rows = {person.person: person for person in register.people()}
    assert (rows["p1"].safety_asked, rows["p3"].safety_asked) == (None, NOON)
    assert rows["p3"].province == "HER"
    assert rows["p3"].placed_at is not None
    assert register.asking.safety("amina", NOON) == 2
