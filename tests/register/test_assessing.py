"""Whoever told enough in the chat is assessed, and hears of it once for each change."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.policies import given as policy_given
from flows.facts import AnswerGiven, Assessed, CaseHandedBack, CaseOpened, Fact, Source, Value
from storage.assessing import StoredAssessing
from storage.engine import read
from storage.linking import StoredLinks
from storage.opened import entries
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

NOW = START + timedelta(days=1)
POLICY = policy_given()
PASSPORT: dict[str, Value] = {
    "documents": ("US_PPT", "done"),
    "documents.US_PPT.state": "held",
    "documents.US_PPT.number": "512345678",
    "documents.US_PPT.expiry": "gregorian:2028-05",
}


def told(talk: str, answers: Mapping[str, Value], person: str = "p1") -> list[Fact]:
    return [fact(person, AnswerGiven(talk, question, value)) for question, value in answers.items()]


def citizen(wish: str = "LEAVE_NOW", *without: str) -> list[Fact]:
    """Somebody who told all that a citizen who goes alone is asked."""
    more = [*told("registration", {"name": "Ahmad Wali"}), *told("sharing", {"share": "yes"})]
    said = [*registered("p1", wish), *more, *told("papers", PASSPORT)]
    return [one for one in said if not (isinstance(one.body, AnswerGiven) and one.body.question in without)]


def lists(relation: str, age: str = "21+", go_without: str = "no", item: str = "i1") -> list[Fact]:
    own = {"relation": relation, "age": age, "go_without": go_without}
    return told(
        "people",
        {"members": (item, "done"), **{f"members.{item}.{question}": value for question, value in own.items()}},
    )


def assessing(store: Engine) -> StoredAssessing:
    return StoredAssessing(StoredRegister(store, VAULT).decisions, POLICY)


def said(store: Engine) -> list[Assessed]:
    """What the centre said of readiness, the last last."""
    with read(store) as connection:
        bodies = [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=1000)]
    return [body for body in bodies if isinstance(body, Assessed)]


def concluded(store: Engine, facts: list[Fact]) -> dict[str, Assessed]:
    heard(store, facts)
    assessing(store).assess(NOW)
    return {body.item: body for body in said(store)}


def test_who_has_all_that_is_needed_is_ready_and_it_is_said_once(store: Engine) -> None:
    heard(store, citizen())
    assert [assessing(store).assess(NOW) for _ in range(3)] == [1, 0, 0]
    [one] = said(store)
    assert (one.status, one.reasons, one.item, one.covered) == ("READY", (), "", ())
    assert (one.policy, bool(one.rule)) == ("POL-2021-11-A", True)


def test_where_nothing_was_heard_since_it_is_looked_at_again_on_another_day(store: Engine) -> None:
    heard(store, citizen())
    one = assessing(store)
    assert [one.assess(NOW + timedelta(days=days)) for days in (0, 0, 0, 20, 20)] == [1, 0, 0, 1, 0]


def test_a_change_is_said_and_changing_back_too(store: Engine) -> None:
    heard(store, citizen())
    assessing(store).assess(NOW)
    for state in ("expired", "held"):
        heard(store, told("papers", {"documents.US_PPT.state": state}))
        assert assessing(store).assess(NOW) == 1
    assert [one.status for one in said(store)] == ["READY", "NOT_READY", "READY"]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (citizen("LEAVE_NOW", "share"), "CONSENT_SHARE_MISSING"),
        (citizen("LEAVE_NOW", "name"), "NAME_UNKNOWN"),
        (citizen("LEAVE_NOW", "documents.US_PPT.number"), "DOC_NOT_CHECKED:US_PPT"),
        (citizen("LEAVE_NOW", "documents.US_PPT.expiry"), "DOC_EXPIRY_UNKNOWN:US_PPT"),
        ([*citizen(), *told("papers", {"documents.US_PPT.state": "lost"})], "DOC_LOST:US_PPT"),
        ([*citizen(), *told("papers", {"documents.US_PPT.number": "odd:51"})], "DOC_NOT_CHECKED:US_PPT"),
        ([*citizen(), *told("papers", {"documents": ("AF_TAZ", "done")})], "DOC_MISSING:US_PPT"),
        (citizen("STAY"), "INTENT_STAY"),
        (citizen("UNDECIDED"), "INTENT_UNDECIDED"),
        ([*citizen(), *told("registration", {"category": "P1P2"})], "CAT_NOT_COVERED:P2"),
        ([*citizen(), fact("p1", CaseOpened("c1", "E19", "P2"))], "HOLD:DUPLICATE"),
    ],
)
def test_what_is_missing_is_a_reason(store: Engine, facts: list[Fact], reason: str) -> None:
    assert reason in concluded(store, facts)[""].reasons


def test_whom_trips_are_for_is_said_to_whom_they_are_not(store: Engine) -> None:
    one = concluded(store, [*citizen(), *told("registration", {"category": "OTHER_AFG"})])[""]
    assert (one.status, one.covered) == ("OUT_OF_SCOPE", tuple(sorted(POLICY.eligible)))


def test_a_hold_ends_with_its_case(store: Engine) -> None:
    facts = [*citizen(), fact("p1", CaseOpened("c1", "E12", "P1"))]
    assert concluded(store, facts)[""].status == "HOLD"
    closed = concluded(store, [fact("p1", CaseHandedBack("c1", "amina"), Source.STAFF)])[""]
    assert closed.status == "READY"


def test_who_said_nothing_for_two_weeks_is_asked_again(store: Engine) -> None:
    heard(store, citizen())
    assessing(store).assess(NOW)
    assert assessing(store).assess(NOW + timedelta(days=20)) == 1
    assert said(store)[-1].reasons[:2] == ("INTENT_STALE", "NO_CONTACT")


def test_a_wife_without_a_visa_holds_him_back_until_he_would_go_without_her(store: Engine) -> None:
    found = concluded(store, [*citizen(), *lists("spouse")])
    assert (found[""].status, found[""].reasons) == ("PARTY_BLOCKED", ("PARTY_i1:NOT_READY",))
    assert found["i1"].reasons[:1] == ("DOC_MISSING:AF_PPT",)
    found = concluded(store, told("people", {"members.i1.go_without": "yes"}))
    assert found[""].status == "READY"


@pytest.mark.parametrize("without", ["", "unsure"])
def test_who_goes_only_with_family_goes_with_all_but_whom_they_would_leave(store: Engine, without: str) -> None:
    facts = [*citizen("LEAVE_WITH_FAMILY"), *lists("spouse", go_without=without)]
    assert concluded(store, facts)[""].status == "PARTY_BLOCKED"


def test_a_mother_is_not_covered_and_that_is_no_wish_to_stay(store: Engine) -> None:
    found = concluded(store, [*citizen(), *lists("parent")])
    assert found[""].reasons == ("PARTY_i1:OUT_OF_SCOPE",)
    assert found["i1"].reasons[:1] == ("CAT_NOT_COVERED:EXT_FAM",)


def test_her_own_word_counts_and_not_what_he_says_for_her(store: Engine) -> None:
    facts = [
        *citizen(),
        *lists("spouse"),
        *told("of.i1", PASSPORT),
        *told("family", {"members.i1.own_wish": "STAY"}),
    ]
    found = concluded(store, facts)
    assert (found["i1"].status, found[""].reasons) == ("NOT_WILLING", ("PARTY_i1:NOT_WILLING",))


def test_a_child_with_papers_of_its_own_goes_with_its_father(store: Engine) -> None:
    found = concluded(store, [*citizen(), *lists("child", "6-11"), *told("of.i1", PASSPORT)])
    assert (found[""].status, found["i1"].status) == ("READY", "READY")
    assert found["i1"].reasons == ()


def test_a_child_that_would_stay_alone_holds_him(store: Engine) -> None:
    facts = [*citizen(), *lists("child", "2-5", "yes")]
    assert "HOLD:DEPENDANT_LEFT" in concluded(store, facts)[""].reasons
    found = concluded(store, told("people", {"members.i1.care": "yes"}))
    assert found[""].status == "READY"


def test_a_child_of_nearly_21_is_noted(store: Engine) -> None:
    found = concluded(store, [*citizen(), *lists("child", "18-20")])
    assert "AGING_OUT" in found["i1"].reasons


def test_who_would_go_later_hears_from_which_day(store: Engine) -> None:
    facts = [*citizen("LEAVE_LATER"), *told("wish", {"later": "month"})]
    [reason] = [each for each in concluded(store, facts)[""].reasons if each.startswith("INTENT")]
    assert reason == f"INTENT_NOT_BEFORE:{(START + timedelta(days=30)).date()}"


def test_of_who_is_to_be_erased_nothing_is_concluded(store: Engine) -> None:
    facts: list[Fact] = [*citizen(), fact("p1", AnswerGiven("erasure", "erasure", "all"))]
    assert concluded(store, facts) == {}


def test_papers_told_on_another_phone_count(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*citizen("LEAVE_NOW", *PASSPORT), *registered("p2"), *told("papers", PASSPORT, "p2")])
    assessing(store).assess(NOW)
    assert {one.status for one in said(store)} == {"NOT_READY"}
    StoredLinks(register.decisions).link("p1", "p2", "amina", NOW)
    assessing(store).assess(NOW)
    assert said(store)[-1].status == "READY"
