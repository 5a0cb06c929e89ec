"""Linking the records of one human being, and undoing it: both are decisions of the staff, and both are facts."""

from datetime import datetime

from flows.facts import PersonsLinked, PersonsUnlinked, PhoneLost
from flows.ports import PersonRow
from flows.register.links import differ_at_once
from storage import listed
from storage.decisions import Decisions


class StoredLinks:
    """Which records are of one human being, on the register's store."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    def find(self, named: str) -> list[PersonRow]:
        """The records of this reference number, which may be several, or of this id."""
        with self._decisions.looking() as connection:
            return [row for row in listed.records(connection) if named in (row.person, row.ref)]

    def link(self, one: str, other: str, staff: str, at: datetime) -> bool:
        """Take two records for one human being from now on; False if they are already, or one is unknown.

        Where they said different things almost at once, the one heard last is asked which holds.
        """
        with self._decisions.deciding() as connection:
            rows = listed.records(connection, {one, other})
            if len(rows) != 2 or _pair(one, other) in listed.links(connection):
                return False
            first, last = sorted(rows, key=lambda row: (row.reachable, row.heard_at))
            asks = differ_at_once(first, last)
            told = [
                (first.person, PersonsLinked(last.person, staff)),
                (last.person, PersonsLinked(first.person, staff, asks)),
            ]
            self._decisions.say(connection, told, at, cause="link")
            return True

    def unlink(self, one: str, other: str, staff: str, at: datetime) -> bool:
        """Take two records for two human beings again, as if there had been no link; False if there is none."""
        with self._decisions.deciding() as connection:
            if _pair(one, other) not in listed.links(connection):
                return False
            told = [(one, PersonsUnlinked(other, staff)), (other, PersonsUnlinked(one, staff))]
            self._decisions.say(connection, told, at, cause="link")
            return True


def lost(decisions: Decisions, person: str, staff: str, at: datetime, *, over: bool) -> None:
    """Show and send nothing more of a person to a phone that others have; or again, once it is theirs."""
    with decisions.deciding() as connection:
        decisions.say(connection, [(person, PhoneLost(staff, over))], at, cause="phone")


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
