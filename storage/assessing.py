"""What the centre concludes of everybody's readiness, said whenever it changed (domain.md §1.6)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, select

from flows.facts import Assessed, Source
from flows.places import KABUL
from flows.ports import PersonRow
from flows.register.assessing import Known, assessed, codes, of_family
from flows.register.crisis.policy import Policy
from flows.register.links import sets
from flows.register.readiness.readiness import readiness
from storage import listed
from storage.decisions import Decisions
from storage.projections import cursor
from storage.register_tables import MemberTable, PersonTable
from storage.rows import table

CAUSE = "assessed"
_people, _members = table(PersonTable), table(MemberTable)

Said = tuple[str, Assessed]


class StoredAssessing:
    """Readiness on the register's store, under one policy."""

    def __init__(self, decisions: Decisions, policy: Policy) -> None:
        self._decisions, self._policy = decisions, policy
        self._seen: tuple[int, date] | None = None

    def assess(self, at: datetime) -> int:
        """Say of whom another thing holds now; returns of how many.

        Nobody waits while nothing changed; where nothing was heard since, on the same day, nobody is looked at.
        """
        with self._decisions.looking() as connection:
            seen = cursor(connection), at.astimezone(KABUL).date()
            if seen == self._seen:
                return 0
            if not self._changed(connection, at):
                self._seen = seen
                return 0
        with self._decisions.deciding() as connection:
            said = self._changed(connection, at)
            self._decisions.say(connection, said, at, cause=CAUSE, by=Source.SYSTEM)
            return len(said)

    def _changed(self, connection: Connection, at: datetime) -> list[Said]:
        before = _concluded(connection)
        return [
            (person, body)
            for person, body in self._conclusions(connection, at)
            if before.get(of_family(person, body.item)) != (body.status, " ".join(body.reasons))
        ]

    def _conclusions(self, connection: Connection, at: datetime) -> Iterable[Said]:
        people = [row for row in listed.people(connection) if not row.locked]
        members = listed.members(connection)
        known = Known(
            people, members, listed.papers(connection), listed.cases(connection), sets(listed.links(connection))
        )
        found = readiness(
            assessed(known, at, self._policy),
            at.astimezone(KABUL).date(),
            _next_trip(connection, at).astimezone(KABUL).date(),
            self._policy,
        )
        rows: Mapping[str, PersonRow] = {row.person: row for row in people}
        everyone = [(row.person, "") for row in people] + [(each.person, each.item) for each in members]
        for person, item in everyone:
            one = found.get(of_family(person, item))
            if one is not None:
                reasons, covered = codes(one, person, self._policy, rows[person])
                yield person, Assessed(one.status, reasons, one.policy, one.rule, item, covered)


def _next_trip(connection: Connection, at: datetime) -> datetime:
    """The day that papers and ages are reckoned for: of the next trip that is approved, else now."""
    days = (row.departs for row in listed.windows(connection) if row.approved_by and row.departs > at)
    return min(days, default=at)


def _concluded(connection: Connection) -> dict[str, tuple[str, str]]:
    """What was said last of everybody, and of everybody whom they listed."""
    own = connection.execute(select(_people.c.person, _people.c.ready, _people.c.reasons)).all()
    asked = select(_members.c.person, _members.c.item, _members.c.ready, _members.c.reasons)
    family = connection.execute(asked).all()
    return {row.person: (row.ready, row.reasons) for row in own} | {
        of_family(row.person, row.item): (row.ready, row.reasons) for row in family
    }
