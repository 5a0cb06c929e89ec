"""After the yes: codes, the place by two persons, another time, the end, and being reminded."""

from datetime import datetime, timedelta

from sqlalchemy import Engine

from flows.facts import Body, NoteSent, NoteStood, PlaceTold, SeatSure, Source, TripEnded
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered
from tests.register.test_windows import ANSWER_BY, DEPARTS, answered, bodies, planned

GATHERS = DEPARTS + timedelta(hours=1)


def offered(store: Engine, *people: str, seats: int) -> StoredRegister:
    """A register where these people were offered a seat on one window."""
    register = StoredRegister(store, VAULT)
    for person in people:
        heard(store, registered(person))
    _, dry = planned(register, seats)
    assert register.approve("w1", "bashir", dry.digest, dry.chosen, START)
    return register


def said(store: Engine, kind: type[Body]) -> list[Body]:
    return [body for body in bodies(store) if isinstance(body, kind)]


def stages(register: StoredRegister) -> dict[str, str]:
    return {offer.person: offer.stage for offer in register.offers("w1")}


def test_only_who_holds_a_seat_gets_a_code_and_only_once(store: Engine) -> None:
    register = offered(store, "p1", "p2", "p3", seats=1)
    answered(store, "p1", "yes")
    answered(store, "p2", "yes")
    register.allot(START)
    assert register.trips.make_sure("w1", START) == 1
    assert register.trips.make_sure("w1", START) == 0
    assert stages(register) == {"p1": "sure", "p2": "", "p3": ""}
    [sure] = said(store, SeatSure)
    assert isinstance(sure, SeatSure)
    assert len(sure.code.replace("-", "")) == 6
    assert register.trips.codes("w1") == {"p1": sure.code}


def test_who_gives_the_seat_back_is_sure_of_nothing_and_the_next_is(store: Engine) -> None:
    register = offered(store, "p1", "p2", seats=1)
    answered(store, "p1", "yes")
    answered(store, "p2", "yes")
    register.allot(START)
    register.trips.make_sure("w1", START)
    answered(store, "p1", "no")
    register.allot(START)
    assert stages(register) == {"p1": "", "p2": ""}
    assert register.trips.make_sure("w1", START) == 1
    assert stages(register) == {"p1": "", "p2": "sure"}


def test_a_place_needs_two_persons_and_goes_to_the_sure_alone(store: Engine) -> None:
    register = offered(store, "p1", "p2", seats=1)
    answered(store, "p1", "yes")
    answered(store, "p2", "yes")
    register.allot(START)
    register.trips.make_sure("w1", START)
    register.trips.propose("w1", "The old gate", GATHERS, "amina", START)
    old = register.trips.proposed("w1")
    register.trips.propose("w1", "The blue gate", GATHERS, "amina", START)
    proposal = register.trips.proposed("w1")
    assert old is not None
    assert proposal is not None
    assert register.trips.tell_place(proposal, "amina", START) is None, "who wrote it"
    assert register.trips.tell_place(old, "bashir", START) is None, "not the latest"
    assert register.trips.tell_place(proposal, "bashir", START) == 1
    assert said(store, PlaceTold) == [PlaceTold("w1", "The blue gate", GATHERS)]
    assert stages(register) == {"p1": "told", "p2": ""}
    assert register.trips.seen("w1", {"p1", "p2"}, GATHERS, gone=True) == 1
    assert register.trips.seen("w1", {"p1"}, GATHERS, gone=True) == 0
    assert stages(register) == {"p1": "gone", "p2": ""}


def test_a_trip_that_does_not_go_is_told_to_all_who_may_wait_for_it_once(store: Engine) -> None:
    register = offered(store, "p1", "p2", "p3", seats=2)
    answered(store, "p1", "yes")
    answered(store, "p2", "no")
    register.allot(START)
    register.trips.make_sure("w1", START)
    assert register.trips.cancel("w1", START) == 2
    assert register.trips.cancel("w1", START) == 0
    assert said(store, TripEnded) == [TripEnded("w1", "cancelled")] * 2


def test_who_does_not_answer_is_reminded_three_times_by_day(store: Engine) -> None:
    register = offered(store, "p1", "p2", "p3", seats=2)
    heard(store, [fact(person, NoteSent("w1"), Source.SYSTEM) for person in ("p1", "p2")])
    answered(store, "p2", "yes")

    def at(share: float, hour: int) -> datetime:
        return (START + (ANSWER_BY - START) * share).replace(hour=hour)

    assert register.trips.remind(START) == 0
    assert register.trips.remind(at(0.3, 20)) == 0, "it is past midnight in Kabul"
    assert register.trips.remind(at(0.3, 9)) == 1, "one had no note yet, one has answered"
    assert register.trips.remind(at(0.3, 10)) == 0
    assert register.trips.remind(at(0.85, 9)) == 1, "what was missed is not made up for twice"
    assert register.trips.remind(at(0.9, 9)) == 0
    assert register.trips.remind(ANSWER_BY) == 0


def test_who_has_gone_or_was_never_sent_the_note_hears_of_no_cancelled_trip(store: Engine) -> None:
    register = offered(store, "p1", "p2", seats=2)
    answered(store, "p1", "yes")
    heard(store, [fact("p1", NoteSent("w1"), Source.SYSTEM)])
    register.allot(START)
    register.trips.make_sure("w1", START)
    register.trips.seen("w1", {"p1"}, GATHERS, gone=True)
    heard(store, [fact("p2", NoteStood("w1", "stopped"), Source.SYSTEM)])
    assert register.trips.cancel("w1", START) == 0
