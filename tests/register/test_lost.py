"""A phone in other hands: it reaches nobody, and is theirs again when the staff say so."""

from sqlalchemy import Engine

from flows.facts import AnswerGiven
from storage.decisions import Decisions
from storage.linking import lost
from storage.register import StoredRegister
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
