"""A phone in other hands: it reaches nobody, and is theirs again when the staff say so."""

import pytest
from sqlalchemy import Engine, select

from flows.facts import AnswerGiven, CaseOpened
from storage.decisions import Decisions
from storage.engine import read
from storage.linking import StoredLinks, lost
from storage.register import StoredRegister
from storage.register_tables import PersonTable
from storage.rows import table
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered


def test_a_phone_in_other_hands_reaches_nobody_whatever_it_says(store: Engine) -> None:
    register, decisions = StoredRegister(store, VAULT), Decisions(store, VAULT)
    heard(store, registered("p1"))
    lost(decisions, "p1", "amina", START, over=False)
    heard(store, [fact("p1", AnswerGiven("papers", "name", "x"))])
    assert not register.people()[0].reachable
    lost(decisions, "p1", "amina", START, over=True)
    assert register.people()[0].reachable


def linked(store: Engine) -> StoredRegister:
    """One human being with two phones, and somebody else."""
    register, decisions = StoredRegister(store, VAULT), Decisions(store, VAULT)
    for person in ("old", "new", "other"):
        heard(store, registered(person))
    StoredLinks(decisions).link("old", "new", "amina", START)
    return register


def lost_now(store: Engine) -> set[str]:
    with read(store) as connection:
        return set(connection.scalars(select(table(PersonTable).c.person).where(table(PersonTable).c.lost)))


def test_who_says_from_one_phone_that_another_was_taken_stops_its_notes_once(store: Engine) -> None:
    register = linked(store)
    heard(store, [fact("new", CaseOpened("c1", "E06", "P0"))])
    assert [register.speaking.settle(START) for _ in range(2)] == [1, 0]
    assert lost_now(store) == {"old"}
    lost(Decisions(store, VAULT), "old", "amina", START, over=True)
    assert register.speaking.settle(START) == 0, "what the staff undid stays undone"
    assert lost_now(store) == set()


@pytest.mark.parametrize(("who", "code"), [("other", "E06"), ("new", "E22")])
def test_nobody_else_and_no_other_case_stops_a_phone(store: Engine, who: str, code: str) -> None:
    register = linked(store)
    heard(store, [fact(who, CaseOpened("c1", code, "P0"))])
    assert register.speaking.settle(START) == 0
    assert lost_now(store) == set()
