"""A forgotten PIN is taken off by the staff, and never of who typed it under duress."""

from datetime import timedelta

from sqlalchemy import Engine

from bot.terminal.play import Play
from flows.conversation.standing import Standing, told
from flows.facts import CaseHandedBack, CaseOpened, PinLifted
from flows.talks import texts
from storage.decisions import Decisions
from storage.feed import feed
from storage.pins import lift
from tests.conversation.test_pin import away, said
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

AT = START + timedelta(hours=1)


def test_their_node_hears_of_it_and_asks_no_more(store: Engine) -> None:
    heard(store, registered("p1"), "node-1")
    assert lift(Decisions(store, VAULT), "p1", "amina", AT)
    [entry] = feed(store, VAULT, "node-1", 0, AT).entries
    assert entry.fact.body == PinLifted("amina")
    play: Play = away()
    play.says("Forgot")
    assert isinstance(play.standing, Standing)
    play.standing = told(play.standing, entry.fact.body)
    assert said(play.says("status")) == [texts.H2_STATUS]


def test_not_while_a_case_of_duress_is_open(store: Engine) -> None:
    decisions = Decisions(store, VAULT)
    heard(store, [*registered("p1"), fact("p1", CaseOpened("c1", "E07", "P0"))], "node-1")
    assert not lift(decisions, "p1", "amina", AT)
    assert feed(store, VAULT, "node-1", 0, AT).entries == []
    with decisions.deciding() as connection:
        decisions.say(connection, [("p1", CaseHandedBack("c1", "amina"))], AT, cause="done")
    assert lift(decisions, "p1", "amina", AT)
