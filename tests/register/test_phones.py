"""One person on several phones: linked by the link that the first one showed, once and within a day."""

from datetime import datetime, timedelta

from sqlalchemy import Engine

from flows import claims
from flows.facts import AnswerGiven, Body, Fact, PersonsLinked, PersonsUnlinked, Source, TalkOpened
from storage.decisions import Decisions
from storage.linking import StoredLinks
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, heard, registered
from tests.register.test_others import cases
from tests.register.test_trips import said

LATER = START + timedelta(days=3)


def at(moment: datetime, person: str, body: Body) -> list[Fact]:
    return [Fact(f"{person}-{moment}", person, body, Source.SELF, moment, moment, "u")]


def shows(moment: datetime = START) -> list[Fact]:
    return at(moment, "old", TalkOpened("phone"))


def opens(person: str, moment: datetime) -> list[Fact]:
    token = claims.token("old", kind=claims.PHONE)
    return at(moment, person, AnswerGiven("registration", "phone", token))


def register_of(store: Engine, *people: str) -> StoredRegister:
    for person in people:
        heard(store, registered(person))
    return StoredRegister(store, VAULT)


def test_another_phone_is_the_same_person_by_the_link(store: Engine) -> None:
    register = register_of(store, "old", "new")
    heard(store, shows() + opens("new", START + timedelta(hours=20)))
    assert register.speaking.settle(LATER) == 2
    assert register.speaking.settle(LATER) == 0
    assert len(register.people()) == 1
    assert {body.other for body in said(store, PersonsLinked) if isinstance(body, PersonsLinked)} == {"old", "new"}


def test_a_link_that_is_old_or_was_never_shown_joins_nobody(store: Engine) -> None:
    register = register_of(store, "old", "new")
    heard(store, opens("new", START))
    assert register.speaking.settle(LATER) == 0
    heard(store, shows(START - timedelta(days=2)))
    assert register.speaking.settle(LATER) == 0
    assert len(register.people()) == 2


def test_a_link_that_two_opened_joins_nobody_more_and_both_are_looked_at(store: Engine) -> None:
    register = register_of(store, "old", "new", "third")
    heard(store, shows() + opens("new", START) + opens("third", START))
    assert register.speaking.settle(LATER) == 2
    assert cases(register) == {"new": "E12", "third": "E12"}
    assert len(register.people()) == 3


def test_what_the_staff_undid_stays_undone(store: Engine) -> None:
    register = register_of(store, "old", "new")
    heard(store, shows() + opens("new", START))
    register.speaking.settle(LATER)
    assert StoredLinks(Decisions(store, VAULT)).unlink("old", "new", "amina", LATER)
    assert register.speaking.settle(LATER) == 0
    assert len(register.people()) == 2
    assert len(said(store, PersonsUnlinked)) == 2
