from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.facts import SeatHeld, SeatReleased, Waitlisted
from flows.ports import OfferRow
from flows.windows.seats import Outcome, allotted

Book = dict[str, OfferRow]
PEOPLE = [f"p{number}" for number in range(7)]
ANSWERS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["yes", "no"]), st.booleans()), max_size=40)


def answered(book: Book, person: str, answer: str) -> None:
    """A new answer goes to the end; the same again changes nothing."""
    offer = book.get(person) or OfferRow("w", person, True, True, "", False, 0)
    if offer.answer != answer:
        book.pop(person, None)
        book[person] = replace(offer, answer=answer)


def applied(book: Book, outcomes: tuple[Outcome, ...]) -> None:
    for person, body in outcomes:
        match body:
            case SeatHeld():
                book[person] = replace(book[person], seat=True, place=0)
            case SeatReleased():
                book[person] = replace(book[person], seat=False, place=0)
            case Waitlisted(place=place):
                book[person] = replace(book[person], seat=False, place=place)


@given(seats=st.integers(0, 4), answers=ANSWERS)
def test_whatever_people_answer_the_seats_are_given_in_order(
    seats: int, answers: list[tuple[str, str, bool]]
) -> None:
    book: Book = {}
    for person, answer, allot in answers:
        held = {name for name, offer in book.items() if offer.seat and offer.answer == "yes"}
        answered(book, person, answer)
        if not allot:
            continue
        applied(book, allotted(seats, tuple(book.values())))
        seated = {name for name, offer in book.items() if offer.seat}
        line = [offer for offer in book.values() if offer.answer == "yes" and not offer.seat]
        assert len(seated) <= seats
        assert not line or len(seated) == seats, "someone waits while a seat is free"
        assert [offer.place for offer in line] == list(range(1, len(line) + 1))
        assert all(book[name].answer == "yes" for name in seated)
        assert held - seated <= {person}, "a seat was taken from someone who wants it"
        assert allotted(seats, tuple(book.values())) == ()


@given(seats=st.integers(0, 4), people=st.permutations(PEOPLE))
def test_who_said_yes_first_has_the_seat(seats: int, people: list[str]) -> None:
    book: Book = {}
    for person in people:
        answered(book, person, "yes")
    applied(book, allotted(seats, tuple(book.values())))
    assert [name for name, offer in book.items() if offer.seat] == people[:seats]


def test_a_no_frees_the_seat_for_the_first_who_waits_and_the_others_move_up() -> None:
    book: Book = {}
    for person in PEOPLE[:4]:
        answered(book, person, "yes")
    applied(book, allotted(1, tuple(book.values())))
    answered(book, "p0", "no")
    assert allotted(1, tuple(book.values())) == (
        ("p0", SeatReleased("w")),
        ("p1", SeatHeld("w")),
        ("p2", Waitlisted("w", 1)),
        ("p3", Waitlisted("w", 2)),
    )


def test_who_stops_waiting_moves_only_those_behind() -> None:
    book: Book = {}
    for person in PEOPLE[:4]:
        answered(book, person, "yes")
    applied(book, allotted(1, tuple(book.values())))
    answered(book, "p2", "no")
    outcomes = allotted(1, tuple(book.values()))
    assert outcomes == (("p2", SeatReleased("w")), ("p3", Waitlisted("w", 2)))
