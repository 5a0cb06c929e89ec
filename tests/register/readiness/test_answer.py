"""What is told of each reason: since when, what proves it, who mends it and how, and what else would do."""

from dataclasses import replace
from datetime import date

import pytest

from flows.register.readiness.answer import Fixer, Status, Step
from flows.register.readiness.people import Hold, Intent, Paper, Precision, State
from tests.register.readiness.tables import assess, person


def test_a_reason_says_since_when_and_which_fact_says_so() -> None:
    told = replace(
        person(),
        intent_on=date(2021, 10, 21),
        contact_on=date(2021, 10, 20),
        consent=False,
        holds=(Hold("CUSTODY", date(2021, 11, 2), "f9"),),
        papers=(Paper("US_PPT", State.LOST, since=date(2021, 9, 1), proof="f1"),),
        proof={"intent": "f2", "contact": "f3", "consent": "f4"},
    )
    [answer] = assess(told).values()
    assert [(reason.code, reason.since, reason.proof) for reason in answer.reasons] == [
        ("HOLD:CUSTODY", date(2021, 11, 2), "f9"),
        ("INTENT_STALE", date(2021, 11, 5), "f2"),
        ("NO_CONTACT", date(2021, 11, 4), "f3"),
        ("DOC_LOST:US_PPT", date(2021, 9, 1), "f1"),
        ("CONSENT_SHARE_MISSING", None, "f4"),
    ]


@pytest.mark.parametrize(
    ("paper", "fixer", "step", "since"),
    [
        (Paper("US_PPT", expires=date(2021, 3, 1), evidence=2), Fixer.STATE, Step.RENEW, date(2021, 3, 2)),
        (
            Paper("US_PPT", expires=date(2021, 11, 20), precision=Precision.MONTH, evidence=2),
            Fixer.STATE,
            Step.RENEW,
            date(2021, 11, 2),
        ),
        (Paper("US_PPT", State.HELD_BY_MISSION), Fixer.STAFF, Step.FETCH_FROM_MISSION, None),
        (Paper("US_PPT", State.WITH_OTHER_PERSON), Fixer.PERSON, Step.GET_BACK, None),
        (Paper("US_PPT", State.APPLIED_FOR), Fixer.STATE, Step.WAIT_FOR_ISSUE, None),
        (Paper("US_PPT", evidence=4), Fixer.PERSON, Step.SAY_EXPIRY, None),
        (Paper("US_PPT", expires=date(2030, 1, 1), evidence=1), Fixer.PERSON, Step.SHOW_PAPER, None),
        (Paper("AF_TAZ", evidence=4), Fixer.STATE, Step.APPLY, None),
    ],
)
def test_a_paper_says_who_mends_it_and_how(paper: Paper, fixer: Fixer, step: Step, since: date | None) -> None:
    [answer] = assess(replace(person(), papers=(paper,))).values()
    [reason] = answer.reasons
    assert (reason.fixer, reason.step, reason.since, answer.step) == (fixer, step, since, step)


def test_who_named_no_paper_is_asked_which_they_have() -> None:
    [answer] = assess(replace(person(), papers=())).values()
    assert answer.step is Step.NAME_PAPER


def test_the_other_document_sets_follow_by_their_gaps() -> None:
    lost = Paper("US_PPT", State.LOST)
    [answer] = assess(replace(person(), papers=(lost,))).values()
    codes = [[gap.code for gap in gaps] for gaps in answer.or_else]
    assert codes == [["DOC_MISSING:US_EMERG_PPT"], ["DOC_LOST:US_PPT", "WAIVER_MISSING:W_CONSUL"]]
    assert assess(person())["a"].or_else == ()


def test_a_member_s_own_first_reason_is_told_with_the_party() -> None:
    waits = replace(person("a"), must_with=("b",))
    stays = replace(person("b"), intent=Intent.STAY, proof={"intent": "f7"})
    reason = assess(waits, stays)["a"].reasons[0]
    assert (reason.since, reason.proof, reason.fixer) == (date(2021, 11, 5), "f7", Fixer.MEMBER)


@pytest.mark.parametrize(
    ("told", "noted"),
    [
        ({"birth": "2000-11-11"}, ["AGING_OUT"]),  # still to come on the day asked about, past on that of the trip
        ({"birth": "2001-01-09"}, ["AGING_OUT"]),
        ({"birth": "2001-01-10"}, []),
        ({"birth": "2000-11-10"}, []),
        ({"age": 20}, ["AGING_OUT"]),
        ({"age": 19}, []),
        ({"age": 20, "waivers": ["W_AGE"]}, []),
        ({"age": 20, "presence": "LEFT"}, []),
        ({"age": 20, "cat": "USC"}, []),
    ],
)
def test_who_turns_twenty_one_within_sixty_days_is_noted(told: dict[str, object], noted: list[str]) -> None:
    [answer] = assess(person("a", **({"cat": "IF_USC_CH"} | told))).values()
    assert [note.code for note in answer.notes] == noted


def test_who_has_aged_out_is_told_since_which_birthday() -> None:
    [answer] = assess(person(cat="IF_USC_CH", birth="2000-11-18")).values()
    assert (answer.status, answer.reasons[0].code) == (Status.OUT_OF_SCOPE, "AGED_OUT:IF_USC_CH")
    assert (answer.reasons[0].since, answer.step) == (date(2021, 11, 18), Step.ASK_AGE_WAIVER)


def test_who_was_born_on_a_leap_day_turns_on_the_first_of_march() -> None:
    born = replace(person(), birth=date(2000, 2, 29))
    assert (born.age_on(date(2021, 2, 28)), born.age_on(date(2021, 3, 1))) == (20, 21)
