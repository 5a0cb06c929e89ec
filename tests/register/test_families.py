"""Those who would go along, and the papers of all, as the register sees them."""

from collections.abc import Mapping

import pytest
from alembic import command
from sqlalchemy import Engine

from flows.facts import AnswerGiven, Body, Fact, RecordErased, Source, TalkOpened, Value
from flows.ports import PaperRow
from storage.engine import write
from storage.register import StoredRegister
from storage.revisions import revisions, upgrade
from tests.keys import VAULT
from tests.register.people import fact, heard, registered
from tests.register.stores import Stores


def told(talk: str, answers: Mapping[str, Value], person: str = "p1") -> list[Fact]:
    return [fact(person, AnswerGiven(talk, question, value)) for question, value in answers.items()]


def of(item: str, answers: Mapping[str, Value]) -> dict[str, Value]:
    return {f"members.{item}.{question}": value for question, value in answers.items()}


LAILA = of("i1", {"name": "Laila", "relation": "spouse", "age": "21+", "go_without": "no"})


def paper(store: Engine, answers: Mapping[str, Value], talk: str = "papers", *more: Body) -> PaperRow:
    register = StoredRegister(store, VAULT)
    own = {f"documents.AF_PPT.{question}": value for question, value in answers.items()}
    heard(store, [*registered("p1"), *told(talk, {"documents": ("AF_PPT", "done"), **own})])
    heard(store, [fact("p1", body) for body in more])
    [row] = register.papers()
    return row


def test_who_is_on_the_list_is_known_by_what_was_said(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *told("people", {"members": ("i1", "done"), **LAILA})])
    [row] = register.members()
    assert (row.person, row.item, row.relation, row.age, row.go_without) == ("p1", "i1", "spouse", "21+", "no")
    assert (row.wish, row.wished_at) == ("", None)
    heard(store, told("people", {"members": ("i2", "done"), **of("i2", {"relation": "child"})}))
    assert [row.item for row in register.members()] == ["i2"], "who was taken off the list goes with nobody"


def test_a_grown_ups_own_word_is_kept_with_when_it_was_said(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *told("people", {"members": ("i1", "done"), **LAILA})])
    heard(store, told("family", of("i1", {"self": "yes", "speaks": "self", "own_wish": "STAY"})))
    [row] = register.members(["p1"])
    assert (row.wish, register.people()[0].wish) == ("STAY", "LEAVE_NOW")
    assert row.wished_at is not None
    assert row.wished_at > row.told_at


def test_what_staff_would_say_for_a_person_concludes_nothing(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    heard(store, [fact("p1", AnswerGiven("people", "members", ("i1", "done")), Source.STAFF)])
    assert register.members() == []


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({}, ""), ({"state": "held"}, "held"), ({"state": "expired"}, "expired"), ({"state": "lost"}, "lost"),
        ({"state": "lost", "left_there": "yes"}, "held_by_mission"),
        ({"state": "lost", "left_there": "no", "lost_how": "taken"}, "taken"),
        ({"state": "unknown"}, "unknown"), ({"state": "unknown", "where": "applied_for"}, "applied_for"),
        ({"state": "held", "lost_how": "taken"}, "held"), ({"number": "zone:*"}, "held"),
    ],
)  # fmt: skip
def test_the_state_follows_from_all_that_was_answered(
    store: Engine, answers: Mapping[str, Value], state: str
) -> None:
    assert paper(store, answers).state == state


@pytest.mark.parametrize(
    ("answers", "number", "expiry"),
    [
        ({"number": "P04455667", "expiry": "gregorian:2027-03"}, "typed", "gregorian:2027-03"),
        ({"number": "odd:51", "expiry": "unsure"}, "odd", ""), ({"number": "later"}, "later", ""),
        ({"expiry": "unclear:1430-05"}, "", ""), ({"expiry": "solar:1406-05"}, "", "solar:1406-05"),
        ({"expiry": "unclear:1430-05", "calendar": "lunar"}, "", "lunar:1430-05"),
        ({"expiry": "unclear:1430-05", "calendar": "unsure"}, "", ""),
    ],
)  # fmt: skip
def test_of_a_number_only_its_sort_is_kept(
    store: Engine, answers: Mapping[str, Value], number: str, expiry: str
) -> None:
    row = paper(store, answers)
    assert (row.number, row.expiry) == (number, expiry)


def test_papers_of_each_are_kept_apart(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    heard(store, told("papers", {"documents": ("US_PPT", "done"), "documents.US_PPT.state": "held"}))
    heard(store, told("of.i1", {"documents": ("US_PPT", "done"), "documents.US_PPT.state": "lost"}))
    assert [(row.item, row.state) for row in register.papers()] == [("", "held"), ("i1", "lost")]


def test_the_zone_that_was_confirmed_holds_until_another_is(store: Engine) -> None:
    zone: list[Body] = [
        TalkOpened("zone.AF_PPT"),
        AnswerGiven("zone.AF_PPT", "zone_expiry", "gregorian:2028-05-01"),
        AnswerGiven("zone.AF_PPT", "zone_lines", "hold"),
        AnswerGiven("zone.AF_PPT", "zone_check", "yes"),
        AnswerGiven("papers", "documents.AF_PPT.number", "zone:*"),
        AnswerGiven("papers", "documents.AF_PPT.expiry", "zone:*"),
    ]
    row = paper(store, {}, "papers", *zone)
    assert (row.number, row.expiry, row.odd, row.state) == ("zone", "gregorian:2028-05-01", False, "held")
    again: list[Body] = [TalkOpened("zone.AF_PPT"), AnswerGiven("zone.AF_PPT", "zone_lines", "number")]
    heard(store, [fact("p1", body) for body in again])
    register = StoredRegister(store, VAULT)
    assert register.papers() == [row]
    heard(store, [fact("p1", AnswerGiven("zone.AF_PPT", "zone_check", "yes"))])
    assert register.papers()[0].odd


def test_a_name_and_the_yes_to_share_are_known(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    assert (register.people()[0].named, register.people()[0].share) == (False, "")
    heard(store, told("registration", {"name": "Ahmad Wali"}))
    heard(store, told("offer.w1", {"share": "yes"}))
    assert (register.people()[0].named, register.people()[0].share) == (True, "yes")


def test_of_the_erased_nobody_is_on_a_list(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *told("people", {"members": ("i1", "done"), **LAILA})])
    heard(store, told("papers", {"documents": ("US_PPT", "done")}))
    heard(store, [fact("p1", RecordErased("asked"), Source.SYSTEM)])
    assert (register.members(), register.papers()) == ([], [])


def test_what_was_said_before_the_tables_were_there_is_folded_into_them(stores: Stores) -> None:
    with stores.empty("sqlite") as store:
        register = StoredRegister(store, VAULT)
        heard(store, [*registered("p1"), *told("people", {"members": ("i1", "done"), **LAILA})])
        before = register.members()
        with write(store) as connection:
            command.downgrade(revisions(connection), "0011")
        with write(store) as connection:
            upgrade(connection)
        assert before
        assert register.members() == before
