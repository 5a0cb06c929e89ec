"""Two records of one human being: counted once, the latest word holds, both are kept, and it can all be undone."""

from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import Engine

from bot.terminal.begun import registered as standing
from bot.terminal.play import Play
from flows.conversation.standing import told
from flows.facts import AnswerGiven, Fact, PersonsLinked, PersonsUnlinked
from flows.register.links import sets
from storage.decisions import Decisions
from storage.engine import read, write
from storage.feed import feed
from storage.linking import StoredLinks
from storage.projections import rebuild
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

AT = START + timedelta(hours=1)


@pytest.fixture
def links(store: Engine) -> StoredLinks:
    """Three people, the first two of them one human being with two phones."""
    heard(store, registered("p1", wish="STAY"), "node-1")
    heard(store, registered("p2", wish="LEAVE_NOW"), "node-2")
    heard(store, registered("p3", wish="UNDECIDED"), "node-1")
    return StoredLinks(Decisions(store, VAULT))


def wishes(store: Engine) -> list[tuple[str, str]]:
    return [(row.person, row.wish) for row in StoredRegister(store, VAULT).people()]


def test_the_record_heard_last_speaks_with_the_wish_said_last(store: Engine, links: StoredLinks) -> None:
    before = wishes(store)
    assert links.link("p1", "p2", "amina", AT)
    assert wishes(store) == [("p2", "LEAVE_NOW"), ("p3", "UNDECIDED")]
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "LEAVE_LATER"))], "node-1")
    assert wishes(store) == [("p1", "LEAVE_LATER"), ("p3", "UNDECIDED")]
    assert links.unlink("p2", "p1", "amina", AT)
    assert wishes(store) == [("p1", "LEAVE_LATER"), *before[1:]]


def test_they_are_counted_once(store: Engine, links: StoredLinks) -> None:
    register = StoredRegister(store, VAULT)
    apart = register.totals()
    links.link("p1", "p2", "amina", AT)
    once = register.totals()
    assert (apart.people, apart.registered, once.people, once.registered) == (3, 3, 2, 2)
    assert once.wishes == {"LEAVE_NOW": 1, "UNDECIDED": 1}
    assert once.languages == {"fa": 2}
    links.unlink("p1", "p2", "amina", AT)
    assert register.totals().wishes == apart.wishes


def test_linking_twice_or_the_unknown_changes_nothing(links: StoredLinks) -> None:
    assert links.link("p1", "p2", "amina", AT)
    assert not links.link("p2", "p1", "zalmay", AT)
    assert not links.link("p1", "nobody", "amina", AT)
    assert not links.unlink("p1", "p3", "amina", AT)


def test_folding_anew_gives_the_same(store: Engine, links: StoredLinks) -> None:
    links.link("p1", "p2", "amina", AT)
    links.link("p2", "p3", "amina", AT)
    links.unlink("p1", "p2", "amina", AT)
    known = wishes(store)
    with write(store) as connection:
        rebuild(connection, VAULT)
    assert wishes(store) == known
    assert len(known) == 2


def test_each_node_hears_of_its_own_person_once(store: Engine, links: StoredLinks) -> None:
    links.link("p1", "p2", "amina", AT)
    for node, person, other in (("node-1", "p1", "p2"), ("node-2", "p2", "p1")):
        facts = [entry.fact for entry in feed(store, VAULT, node, 0, AT).entries]
        assert [(each.person, each.body) for each in facts] == [(person, _linked(other, asks=person == "p2"))]
    links.unlink("p1", "p2", "amina", AT)
    [*_, undone] = feed(store, VAULT, "node-1", 0, AT).entries
    assert undone.fact.body == PersonsUnlinked("p2", "amina")


def _linked(other: str, *, asks: bool) -> PersonsLinked:
    return PersonsLinked(other, "amina", asks)


def test_nobody_is_asked_when_the_two_were_said_at_different_times(store: Engine, links: StoredLinks) -> None:
    later = fact("p2", AnswerGiven("wish", "wish", "LEAVE_WITH_FAMILY"))
    at = later.said_at + timedelta(minutes=30)
    heard(store, [Fact(later.id, "p2", later.body, later.by, at, at, later.cause)], "node-2")
    links.link("p1", "p2", "amina", AT)
    bodies = [
        entry.fact.body for node in ("node-1", "node-2") for entry in feed(store, VAULT, node, 0, AT).entries
    ]
    assert [body.asks for body in bodies if isinstance(body, PersonsLinked)] == [False, False]


def test_who_is_asked_gets_a_neutral_note_and_then_the_question() -> None:
    play = Play(standing(wish="LEAVE_NOW"))
    [push] = play.happens(PersonsLinked("p2", "amina", asks=True))
    assert push.paragraphs[0].text.id == "O1_PUSH"
    assert "Last time you said: I want to go. Is it still so?" in play.texts(play.presses("Read"))
    assert play.happens(PersonsLinked("p2", "amina", asks=False)) == []


def test_what_others_decide_of_links_leaves_the_answers_alone() -> None:
    before = standing()
    after = told(told(before, PersonsLinked("p2", "amina", asks=True)), PersonsUnlinked("p2", "amina"))
    assert (after.answers, after.known) == (before.answers, before.known)


def test_sets_hang_together_in_any_order() -> None:
    for links in permutations([("a", "b"), ("b", "c"), ("d", "e"), ("c", "f")]):
        assert {frozenset("abcf"), frozenset("de")} == set(sets(links))


def test_erased_records_leave_the_link_without_a_row(store: Engine, links: StoredLinks) -> None:
    links.link("p1", "p2", "amina", AT)
    with read(store) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM links").scalar() == 1
    later = fact("p1", AnswerGiven("erasure", "erasure", "all"))
    heard(store, [later], "node-1")
    [row, _] = StoredRegister(store, VAULT).people()
    assert row.locked, "whichever phone asked, no place is offered"
