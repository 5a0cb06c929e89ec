"""Of whom others told us: what is known of them, who spoke for themselves, and what does not agree."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from flows import claims
from flows.facts import AnswerGiven, CaseOpened, Fact, Source, WishAsked
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered
from tests.register.test_trips import said

LATER = START + timedelta(days=2)
TOKEN = claims.token("zahra", "i1")


def told(at: datetime = START, wish: str = "LEAVE_NOW", teller: str = "zahra") -> list[Fact]:
    """What one person says of another."""
    given = {"from": "family", "knows": "yes", "their_wish": wish, "their_place": "KAB"}
    bodies = [AnswerGiven("others", f"others.i1.{question}", value) for question, value in given.items()]
    return [Fact(f"{at}-{b.question}", teller, b, Source.SELF, at, at, "u") for b in bodies]


def opens(person: str, token: str = TOKEN) -> list[Fact]:
    return [fact(person, AnswerGiven("registration", "claim", token))]


def cases(register: StoredRegister) -> dict[str, str]:
    return {case.person: case.code for case in register.cases()}


@pytest.mark.parametrize("link_first", [False, True])
def test_who_opens_the_link_speaks_for_themselves_in_any_order(store: Engine, link_first: bool) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("zahra") + registered("gul", wish="STAY"))
    for facts in (opens("gul"), told()) if link_first else (told(), opens("gul")):
        heard(store, facts)
    [row] = register.speaking.others()
    assert (row.teller, row.relation, row.wish, row.province) == ("zahra", "family", "LEAVE_NOW", "KAB")
    assert row.spoke == ("gul",)
    assert {person.person: person.wish for person in register.people()} == {"zahra": "LEAVE_NOW", "gul": "STAY"}
    totals = register.totals()
    assert (totals.people, totals.told_of, totals.spoke) == (2, 1, 1)
    assert register.speaking.settle(LATER) == 0, "their own word came later, and holds"


def test_a_link_that_nobody_made_is_nobody(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("gul") + opens("gul", "0" * 20))
    assert register.speaking.others() == []
    assert register.totals().told_of == 0


def test_who_told_does_not_speak_for_the_other(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("zahra") + opens("zahra") + told() + opens("gul"))
    heard(store, registered("gul") + opens("gul"))
    [row] = register.speaking.others()
    assert row.spoke == ("gul",)


def test_a_link_that_two_opened_is_looked_at_once(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("zahra") + told() + registered("gul") + registered("other"))
    heard(store, opens("gul") + opens("other") + opens("gul"))
    assert register.speaking.settle(LATER) == 2
    assert register.speaking.settle(LATER) == 0
    assert cases(register) == {"gul": "E12", "other": "E12"}


def test_a_wish_that_others_contradict_later_is_asked_of_the_person(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("zahra") + told() + registered("gul") + opens("gul"))
    heard(store, told(LATER, "STAY"))
    assert register.speaking.settle(LATER) == 2
    assert register.speaking.settle(LATER) == 0
    assert cases(register) == {"gul": "E20"}
    assert said(store, WishAsked) == [WishAsked(0, disputed=True)]
    assert [person.wish for person in register.people() if person.person == "gul"] == ["LEAVE_NOW"]


def test_what_an_erased_person_told_is_forgotten(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("zahra") + told() + registered("gul") + opens("gul"))
    heard(store, [fact("zahra", AnswerGiven("erasure", "erasure", "all"))])
    register.erase(START + timedelta(days=30))
    assert register.speaking.others() == []
    assert said(store, CaseOpened) == []
