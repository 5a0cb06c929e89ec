"""The clocks of retention at the register: what is ordered, what is erased, and what stays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.compose.erasing import Erased, erase
from bot.compose.viewing import show
from bot.terminal.play import SPEECH
from flows.facts import (
    AnswerGiven,
    CaseHandedBack,
    CaseOpened,
    ErasureOrdered,
    Fact,
    MessageHeard,
    OfferMade,
    RecordErased,
    Source,
    TalkOpened,
    Unread,
    ViewGiven,
)
from flows.retention import USUAL
from flows.windows.audience import LeftOut, audience
from storage import ledger, nodes
from storage.engine import read, write
from storage.opened import entries
from storage.projections import rebuild
from storage.register import StoredRegister
from storage.rows import table
from storage.tables import EnvelopeRow
from tests.keys import VAULT, enrolled
from tests.register.people import START, fact, heard, registered
from tests.register.stores import Stores
from tests.register.test_projections import rows
from tests.register.test_windows import planned, seats

DELETE = AnswerGiven("erasure", "erasure", "all")
KEEP = AnswerGiven("erasure", "erasure", "keep")
HOUR = timedelta(hours=1)


def bodies(store: Engine, person: str) -> list[Any]:
    with read(store) as connection:
        return [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=999, person=person)]


def known(register: StoredRegister) -> list[str]:
    return [row.person for row in register.people()]


def later(facts: Sequence[Fact], by: timedelta) -> list[Fact]:
    return [replace(each, said_at=each.said_at + by, received_at=each.received_at + by) for each in facts]


def erased(person: str, at: datetime) -> Fact:
    return Fact(f"erased-{person}", person, RecordErased("asked"), Source.SYSTEM, at, at, "")


def test_who_asks_is_offered_nothing_more_and_gives_their_seat_free(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    for person in ("p1", "p2"):
        heard(store, registered(person))
    window, dry = planned(register)
    register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    for person in ("p1", "p2"):
        heard(store, [fact(person, AnswerGiven("offer.w1", "answer", "yes"))])
        register.allot(START)
    assert seats(register) == {"p1": "seat", "p2": "1"}
    heard(store, [fact("p1", DELETE)])
    register.allot(START)
    assert seats(register) == {"p2": "seat"}
    assert audience(window, register.people()).left_out == {LeftOut.ASKED_TO_BE_ERASED: 1}
    assert [(rule.why, rule.count) for rule in register.erasures()] == [("asked", 1)]
    heard(store, [fact("p1", KEEP)])
    assert register.erasures() == []


def test_an_erased_record_leaves_that_it_was_and_what_was_offered(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *registered("p2")])
    _, dry = planned(register)
    register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    asked = fact("p1", DELETE)
    heard(store, [asked, erased("p1", asked.received_at + USUAL.asked)])
    assert known(register) == ["p2"]
    assert register.erase(asked.received_at + USUAL.asked) == 10
    told = bodies(store, "p1")
    assert [type(body) for body in told if not isinstance(body, Unread)] == [OfferMade, RecordErased]
    assert register.totals().people == 2
    assert not any(isinstance(body, Unread) for body in bodies(store, "p2"))
    with write(store) as connection:
        assert ledger.verify(connection, "node-1", 1).seq == 20
        before = rows(store)
        rebuild(connection, VAULT)
    assert rows(store) == before


def test_what_was_said_before_the_erasure_and_comes_after_it_is_erased_too(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    said = registered("p1")
    asked = fact("p1", DELETE)
    at = asked.received_at + USUAL.asked
    heard(store, [*said, asked, erased("p1", at)])
    heard(store, [fact("p1", MessageHeard("", "late words"))])
    assert known(register) == []
    register.erase(at)
    assert isinstance(bodies(store, "p1")[-1], Unread)
    heard(store, later([fact("p1", AnswerGiven("registration", "province", "HER"))], 9 * USUAL.asked))
    assert known(register) == ["p1"], "whom a node goes on talking with is not lost"
    register.erase(at)
    assert bodies(store, "p1")[-1] == AnswerGiven("registration", "province", "HER")


def test_a_node_that_is_silent_too_long_is_not_waited_for(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    asked = fact("p1", DELETE)
    heard(store, [*registered("p1"), asked])
    due = asked.received_at + USUAL.asked
    register.erase(due + USUAL.overdue - HOUR)
    assert known(register) == ["p1"]
    register.erase(due + USUAL.overdue)
    assert known(register) == []
    assert bodies(store, "p1")[-1] == RecordErased("asked")


def test_of_a_revoked_node_the_centre_erases_at_once(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    enrolled(store, "node-1")
    asked = fact("p1", DELETE)
    heard(store, [*registered("p1"), asked])
    nodes.revoke(store, "node-1", START)
    register.erase(asked.received_at + USUAL.asked)
    assert known(register) == []


def test_a_registration_that_was_not_finished_is_ordered_to_be_erased_once(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    said = registered("p1")[:4]
    heard(store, said)
    due = said[-1].received_at + USUAL.aborted
    register.erase(due - HOUR)
    assert not any(isinstance(body, ErasureOrdered) for body in bodies(store, "p1"))
    for _ in range(3):
        register.erase(due)
    assert bodies(store, "p1")[4:] == [ErasureOrdered("aborted", said[-1].received_at)]
    heard(store, later([fact("p1", AnswerGiven("registration", "count", 2))], USUAL.aborted))
    register.erase(due + USUAL.overdue)
    assert known(register) == ["p1"], "who comes back is kept"


def test_words_go_when_their_time_is_over_unless_a_case_is_open(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    words = [fact("p1", CaseOpened("c1", "E22", "P2")), fact("p1", MessageHeard("c1", "help"))]
    heard(store, [*registered("p1"), *words])
    over = words[-1].received_at + USUAL.words + HOUR
    assert register.erase(over) == 0
    heard(store, [fact("p1", CaseHandedBack("c1", "staff"), Source.STAFF)])
    assert register.erase(over) == 1
    assert bodies(store, "p1")[-2] == Unread("MessageHeard")
    assert register.erase(over) == 0


def test_data_keys_that_seal_nothing_any_more_are_gone(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    asked = fact("p1", DELETE)
    heard(store, registered("p1"))
    VAULT._begin()
    heard(store, registered("p2"))
    heard(store, [erased("p1", asked.received_at + USUAL.asked)])
    register.erase(asked.received_at + USUAL.asked)
    with read(store) as connection:
        assert len(connection.execute(table(EnvelopeRow).select()).all()) == 1


def test_a_restored_backup_brings_nobody_back(stores: Stores, tmp_path: Path) -> None:
    memory = Erased(tmp_path / "erased")
    asked = fact("p1", DELETE)
    said = [*registered("p1"), *registered("p2"), asked]
    at = asked.received_at + USUAL.asked + USUAL.overdue
    for _ in range(2):
        # The second round is a store as a backup would have it: from before the erasure.
        with stores.empty("sqlite") as store:
            register = StoredRegister(store, VAULT)
            heard(store, said)
            assert known(register) == ["p1", "p2"]
            erase(register, USUAL, memory, at if memory.read() == {} else START)
            assert known(register) == ["p2"]
    memory.add({"half": at})
    with memory.file.open("a") as file:
        file.write("p2")
    assert set(memory.read()) == {"p1", "half"}


def test_after_two_years_only_the_erasure_itself_is_left(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *registered("p2")])
    _, dry = planned(register)
    register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    asked = fact("p1", DELETE)
    at = asked.received_at + USUAL.asked
    heard(store, [asked, fact("p1", CaseOpened("c1", "E23", "P2")), erased("p1", at)])
    register.erase(at)
    assert [(rule.why, rule.first) for rule in register.erasures()] == [("audit", at + USUAL.audit)]
    assert register.erase(at + USUAL.audit - HOUR) == 0
    assert register.erase(at + USUAL.audit) == 2
    assert [body for body in bodies(store, "p1") if not isinstance(body, Unread)] == [RecordErased("asked")]
    assert [offer.person for offer in register.offers("w1")] == ["p2"]
    assert not register.cases()
    assert not register.erasures()
    with write(store) as connection:
        before = rows(store)
        rebuild(connection, VAULT)
    assert rows(store) == before


def test_whoever_asks_to_see_their_data_is_shown_it_once(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    asked = fact("p1", TalkOpened("view"))
    heard(store, [*registered("p1"), *registered("p2"), asked])
    at = asked.received_at
    show(register, SPEECH, at + HOUR)
    assert not any(isinstance(body, ViewGiven) for body in bodies(store, "p1")), "too late"
    for _ in range(2):
        show(register, SPEECH, at)
    [body] = [body for body in bodies(store, "p1") if isinstance(body, ViewGiven)]
    assert "REF-p1" in body.words
    assert not any(isinstance(body, ViewGiven) for body in bodies(store, "p2"))
