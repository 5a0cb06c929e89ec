"""A trip after the yes: what the desk decides of it, and what each person is told (domain.md §4.2)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from secrets import choice

from sqlalchemy import Connection

from flows.facts import Body, PlaceProposed, PlaceTold, SeatSure, Source, TripEnded
from flows.ports import OfferRow
from flows.talks.reference import ALPHABET
from flows.windows.reminders import reminded
from storage import listed
from storage.decisions import Decisions
from storage.opened import entries
from storage.vault import Vault

LENGTH = 6
SAID = 10_000


class StoredTrips:
    """Fulfils `flows.ports.Trips`; every decision is one transaction."""

    def __init__(self, decisions: Decisions, vault: Vault, node: str) -> None:
        self._decisions, self._vault, self._node = decisions, vault, node

    def make_sure(self, window: str, at: datetime) -> int:
        """Give a code to everyone who holds a seat and has none; returns to how many."""
        with self._decisions.deciding() as connection:
            holding = [offer for offer in listed.offers(connection, window) if offer.seat and not offer.stage]
            said: list[tuple[str, Body]] = [(offer.person, SeatSure(window, _code())) for offer in holding]
            self._decisions.say(connection, said, at, cause=window)
            return len(said)

    def propose(self, window: str, place: str, gathers: datetime, staff: str, at: datetime) -> None:
        """Write where and when a trip gathers, for a second person to approve; the latest takes the place."""
        with self._decisions.deciding() as connection:
            self._decisions.say(connection, [("", PlaceProposed(window, place, gathers, staff))], at, cause=window)

    def proposed(self, window: str) -> PlaceProposed | None:
        """The latest that was written of where and when a trip gathers."""
        with self._decisions.looking() as connection:
            return self._latest(connection, window)

    def tell_place(self, proposal: PlaceProposed, staff: str, at: datetime) -> int | None:
        """Tell it to all whose seat is sure; None if it is not the latest, or `staff` wrote it themselves."""
        with self._decisions.deciding() as connection:
            if self._latest(connection, proposal.window) != proposal or proposal.staff == staff:
                return None
            told = PlaceTold(proposal.window, proposal.place, proposal.at)
            sure = [offer for offer in _going(connection, proposal.window) if offer.stage in ("sure", "told")]
            self._decisions.say(connection, [(offer.person, told) for offer in sure], at, cause=proposal.window)
            return len(sure)

    def codes(self, window: str) -> Mapping[str, str]:
        """The code of each person who was told that their seat is sure and still holds it."""
        with self._decisions.looking() as connection:
            holding = (offer.person for offer in _going(connection, window) if offer.stage)
            return {person: code for person in holding if (code := self._code_of(connection, window, person))}

    def cancel(self, window: str, at: datetime) -> int:
        """Tell everyone who was offered a seat and did not refuse it that it does not go; returns how many."""
        with self._decisions.deciding() as connection:
            waiting = [offer for offer in listed.offers(connection, window) if _waits(offer)]
            return self._end(connection, window, waiting, "cancelled", at)

    def seen(self, window: str, people: Collection[str], at: datetime, *, gone: bool) -> int:
        """These people, of those who were told the place, were seen on the way or not; returns how many."""
        with self._decisions.deciding() as connection:
            named = [offer for offer in _going(connection, window) if offer.person in people]
            return self._end(connection, window, named, "gone" if gone else "missed", at)

    def remind(self, at: datetime) -> int:
        """Remind who has not answered as long as they can; returns how many."""
        with self._decisions.deciding() as connection:
            open_now = (row for row in listed.windows(connection) if row.approved_by and row.answer_by > at)
            count = 0
            for row in open_now:
                said = tuple(reminded(row, listed.offers(connection, row.window), at))
                self._decisions.say(connection, said, at, cause=row.window, by=Source.SYSTEM)
                count += len(said)
            return count

    def _end(self, connection: Connection, window: str, of: Sequence[OfferRow], how: str, at: datetime) -> int:
        ends: list[tuple[str, Body]] = [
            (offer.person, TripEnded(window, how)) for offer in of if offer.stage not in (how, "cancelled")
        ]
        self._decisions.say(connection, ends, at, cause=window)
        return len(ends)

    def _code_of(self, connection: Connection, window: str, person: str) -> str:
        said = entries(connection, self._vault, after=0, limit=SAID, node=self._node, person=person)
        bodies = (entry.fact.body for entry in reversed(said))
        return next((b.code for b in bodies if isinstance(b, SeatSure) and b.window == window), "")

    def _latest(self, connection: Connection, window: str) -> PlaceProposed | None:
        said = entries(connection, self._vault, after=0, limit=SAID, node=self._node, person="")
        bodies = (entry.fact.body for entry in reversed(said))
        return next((b for b in bodies if isinstance(b, PlaceProposed) and b.window == window), None)


def _waits(offer: OfferRow) -> bool:
    never_heard = offer.state == "stopped" and not offer.sent
    return offer.answer != "no" and offer.stage != "gone" and not never_heard


def _going(connection: Connection, window: str) -> list[OfferRow]:
    return [offer for offer in listed.offers(connection, window) if offer.seat and offer.answer != "no"]


def _code() -> str:
    symbols = "".join(choice(ALPHABET) for _ in range(LENGTH))
    return f"{symbols[:3]}-{symbols[3:]}"
