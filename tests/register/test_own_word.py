"""Whose word counts: a person's own, and each node's of its own people (reliability: I7, I9)."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.terminal.begun import registered as standing
from flows.conversation.standing import Standing, told
from flows.facts import AnswerGiven, Body, PersonMet, QuestionsReopened, Source, TalkOpened, UpdatesMissed
from storage.concluded import CENTRE
from storage.engine import write
from storage.projections import rebuild
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered


@pytest.mark.parametrize("by", [Source.STAFF, Source.SYSTEM])
@pytest.mark.parametrize("node", ["node-1", CENTRE])
def test_what_others_say_a_person_wants_changes_nothing(store: Engine, by: Source, node: str) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1", wish="LEAVE_NOW"))
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "STAY"), by)], node)
    assert register.people()[0].wish == "LEAVE_NOW"
    with write(store) as connection:
        rebuild(connection, VAULT)
    assert register.people()[0].wish == "LEAVE_NOW"
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "UNDECIDED"))])
    assert register.people()[0].wish == "UNDECIDED"


def test_who_does_not_agree_any_more_gets_no_notes_until_they_do(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    for consent, notes in (("no", "declined"), ("yes", "")):
        heard(store, [fact("p1", AnswerGiven("away", "consent", consent))])
        assert register.people()[0].notes == notes
    for answer in (AnswerGiven("notes", "notes", "stop"), AnswerGiven("away", "consent", "yes")):
        heard(store, [fact("p1", answer)])
        assert register.people()[0].notes == "stop"


@pytest.mark.parametrize(
    "body", [AnswerGiven("wish", "wish", "STAY"), TalkOpened("wish"), QuestionsReopened("registration", ("wish",))]
)
def test_nor_does_it_move_the_talk_at_a_node(body: Body) -> None:
    before: Standing = standing()
    assert told(before, body) == before


def test_who_writes_to_two_nodes_is_kept_by_both(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1", wish="LEAVE_NOW"), "node-1")
    heard(store, [fact("p2", PersonMet("telegram", 7)), fact("p2", AnswerGiven("wish", "wish", "STAY"))], "node-2")
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "UNDECIDED"))], "node-2")
    assert [(row.person, row.wish) for row in register.people()] == [("p1", "LEAVE_NOW"), ("p2", "STAY")]


def test_a_node_that_was_deaf_is_a_case_of_its_own(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    missed = UpdatesMissed("c1", START, START + timedelta(days=2))
    heard(store, [fact("", missed, Source.SYSTEM)])
    heard(store, [fact("", UpdatesMissed("c1", START, START), Source.SYSTEM)], "node-2")
    [case] = register.cases()
    assert (case.code, case.priority, case.ref, case.language) == ("N1", "P1", "node-1", "")
    assert register.totals().cases_open == 1
    assert register.claim("c1", "amina", START) == "amina"
    assert [words for _, words in register.heard("c1")] == ["2026-11-20 06:00 – 2026-11-22 06:00 UTC"]
    assert not register.reply("c1", "amina", "hello", START, "m1"), "nobody would read it"
    assert register.hand_back("c1", "amina", START)
    assert register.cases()[0].closed
    with write(store) as connection:
        rebuild(connection, VAULT)
    assert register.cases()[0].closed
