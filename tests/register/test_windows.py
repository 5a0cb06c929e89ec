from datetime import timedelta

from sqlalchemy import Engine

from flows.facts import AnswerGiven, Body, Entry, NoteRead, NoteSent, OfferMade, Source, Unread
from flows.ports import OfferRow, Register, WindowRow
from flows.windows.audience import DryRun, audience
from flows.windows.counts import counts
from storage.engine import read
from storage.opened import entries
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

DEPARTS = START + timedelta(days=9)
ANSWER_BY = START + timedelta(days=7)


def planned(register: Register, seats: int = 1) -> tuple[WindowRow, DryRun]:
    window = register.plan("w1", "AIR", DEPARTS, ANSWER_BY, seats, "amina", START)
    return window, audience(window, register.people())


def answered(store: Engine, person: str, answer: str) -> None:
    heard(store, [fact(person, AnswerGiven("offer.w1", "answer", answer))])


def seats(register: Register) -> dict[str, str]:
    def place(offer: OfferRow) -> str:
        return "seat" if offer.seat else str(offer.place)

    return {offer.person: place(offer) for offer in register.offers("w1") if offer.seat or offer.place}


def bodies(store: Engine) -> list[Body | Unread]:
    with read(store) as connection:
        return [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=1000)]


def test_a_window_from_its_plan_to_the_moving_up_of_who_waited(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    for person in ("p1", "p2", "p3"):
        heard(store, registered(person))
    heard(store, registered("p4", wish="STAY"))
    window, dry = planned(register)
    assert dry.chosen == ("p1", "p2", "p3")
    assert dry.left_out == {"WISH_STAY": 1}

    assert not register.approve("w1", "amina", dry.digest, dry.chosen, START), "author"
    assert not register.approve("w1", "bashir", "0" * 64, dry.chosen, START), "another digest"
    assert not register.approve("w1", "bashir", dry.digest, ("p1", "p4"), START), "another list"
    assert not register.approve("w9", "bashir", dry.digest, dry.chosen, START), "no such window"
    assert not register.offers("w1")
    assert register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    assert not register.approve("w1", "carim", dry.digest, dry.chosen, START), "approved before"
    assert [offer.person for offer in register.offers("w1")] == ["p1", "p2", "p3"]
    assert sum(isinstance(body, OfferMade) for body in bodies(store)) == 3
    assert register.windows()[0].approved_by == "bashir"

    heard(store, [fact(p, NoteSent("w1"), Source.SYSTEM) for p in ("p1", "p2")] + [fact("p1", NoteRead("w1"))])
    for person in ("p2", "p1", "p3"):
        answered(store, person, "yes")
    answered(store, "p2", "yes")
    assert register.allot(START) == 3
    assert seats(register) == {"p2": "seat", "p1": "1", "p3": "2"}
    assert register.allot(START) == 0

    answered(store, "p2", "no")
    assert register.allot(START) == 3
    assert seats(register) == {"p1": "seat", "p3": "1"}
    now = counts(window, register.offers("w1"))
    assert (now.offered, now.sent, now.read, now.yes, now.no, now.open) == (3, 2, 1, 2, 1, 0)
    assert (now.seats_left, now.waiting) == (0, 1)


def test_a_window_is_planned_once(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    first, _ = planned(register)
    assert register.plan("w1", "LAND", ANSWER_BY, START, 9, "bashir", START) == first
    assert register.windows() == [first]


def test_who_changed_their_wish_since_the_dry_run_is_not_offered_a_seat(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), *registered("p2")])
    _, dry = planned(register)
    heard(store, [fact("p2", AnswerGiven("wish", "wish", "STAY"))])
    assert not register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    _, anew = planned(register)
    assert register.approve("w1", "bashir", anew.digest, anew.chosen, START)
    assert [offer.person for offer in register.offers("w1")] == ["p1"]


def test_who_comes_after_the_dry_run_waits_for_the_next_window(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    _, dry = planned(register)
    heard(store, registered("p2"))
    assert register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    assert [offer.person for offer in register.offers("w1")] == ["p1"]


def test_nobody_moves_up_once_it_has_departed(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    _, dry = planned(register)
    register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    answered(store, "p1", "yes")
    assert register.allot(DEPARTS) == 0
    assert register.allot(START) == 1


def test_what_the_desk_says_is_chained_under_its_own_name(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    _, dry = planned(register)
    register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    with read(store) as connection:
        said: list[Entry] = entries(connection, VAULT, after=0, limit=100, node="desk")
    assert [entry.seq for entry in said] == [1, 2, 3]
    assert {entry.fact.by for entry in said} == {Source.STAFF}
