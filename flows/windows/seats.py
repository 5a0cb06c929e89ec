"""Who gets a seat and who waits: decided at the centre, in the order in which the answers arrived there."""

from collections.abc import Iterator, Sequence

from flows.facts import SeatHeld, SeatReleased, Waitlisted
from flows.ports import OfferRow

Outcome = tuple[str, SeatHeld | SeatReleased | Waitlisted]


def allotted(seats: int, offers: Sequence[OfferRow]) -> tuple[Outcome, ...]:
    """What changes for whom, given a window's offers in the order of their answers; nothing when all is settled.

    Who no longer says yes frees their seat or place; free seats go to the first who said yes and has none; the
    others wait, and hear their number again only if it changed. A seat once held is never taken away.
    """
    wanting = [offer for offer in offers if offer.answer == "yes"]
    line = [offer for offer in wanting if not offer.seat]
    free = max(0, seats - (len(wanting) - len(line)))
    return (*_released(offers), *_seated(line[:free]), *_waiting(line[free:]))


def _released(offers: Sequence[OfferRow]) -> Iterator[Outcome]:
    for offer in offers:
        if offer.answer != "yes" and (offer.seat or offer.place):
            yield offer.person, SeatReleased(offer.window)


def _seated(line: Sequence[OfferRow]) -> Iterator[Outcome]:
    for offer in line:
        yield offer.person, SeatHeld(offer.window)


def _waiting(line: Sequence[OfferRow]) -> Iterator[Outcome]:
    for place, offer in enumerate(line, 1):
        if offer.place != place:
            yield offer.person, Waitlisted(offer.window, place)
