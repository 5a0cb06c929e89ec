"""What the centre asks people without their asking: the wish when it grew old, and whether they are safe."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from flows.facts import Body, SafetyAsked, Source, WishAsked
from flows.register.wishes import meant_by_check, stale, unsure_of_tomorrow
from storage import listed
from storage.decisions import Decisions

CAUSE = "asked"


class StoredAsking:
    """Fulfils `flows.ports.Asking`; every decision is one transaction."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    def wishes(self, at: datetime) -> int:
        """Ask anew whose wish grew old, and who travels tomorrow; returns how many."""
        with self._decisions.deciding() as connection:
            said = [*self._old(connection, at), *self._of_tomorrow(connection, at)]
            self._decisions.say(connection, said, at, cause=CAUSE, by=Source.SYSTEM)
            return len(said)

    def safety(self, staff: str, at: datetime, provinces: Sequence[str] = ()) -> int:
        """Ask everyone in these provinces whether they are safe, or everyone anywhere; returns how many."""
        with self._decisions.deciding() as connection:
            asked = [row for row in listed.people(connection) if meant_by_check(row, provinces, at)]
            said: list[tuple[str, Body]] = [(row.person, SafetyAsked(staff)) for row in asked]
            self._decisions.say(connection, said, at, cause=CAUSE)
            return len(said)

    def _old(self, connection: Connection, at: datetime) -> list[tuple[str, Body]]:
        windows = [window for window in listed.windows(connection) if window.approved_by and window.departs > at]
        offered = {offer.person for window in windows for offer in listed.offers(connection, window.window)}
        people = listed.people(connection)
        return [(row.person, WishAsked(times)) for row, times in stale(people, windows, offered, at)]

    def _of_tomorrow(self, connection: Connection, at: datetime) -> list[tuple[str, Body]]:
        return [
            (offer.person, WishAsked(0, window.window))
            for window in listed.windows(connection)
            for offer in unsure_of_tomorrow(window, listed.offers(connection, window.window), at)
        ]
