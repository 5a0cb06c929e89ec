"""What the centre makes of what people said of others: who has spoken for themselves, and what does not agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, select

from flows import claims
from flows.cases.triage import DISPUTED, IMPERSONATION, Code
from flows.facts import Body, CaseOpened, PersonsLinked, PhoneLost, Source, WishAsked
from flows.ports import OtherRow
from storage import listed
from storage.concluded import CENTRE
from storage.decisions import Decisions
from storage.engine import moment
from storage.opened import entries
from storage.register_tables import ClaimTable, OtherTable, PersonTable
from storage.rows import table
from storage.vault import Vault

_others, _claims, _people = table(OtherTable), table(ClaimTable), table(PersonTable)
UNSAID = ("", "unsure")
TAKEN = "E06"
SAID = 10_000
SAME_PHONE = "link from their own phone"
VALID = timedelta(days=1) // timedelta(microseconds=1)


class StoredSpeaking:
    """Those of whom others told us, on the register's store."""

    def __init__(self, decisions: Decisions, vault: Vault) -> None:
        self._decisions, self._vault = decisions, vault

    def others(self) -> Sequence[OtherRow]:
        """Everyone of whom another person told us, the first first."""
        with self._decisions.looking() as connection:
            return list(_told(connection))

    def settle(self, at: datetime) -> int:
        """Open a case for each link that two opened, and for each wish that others contradict; how many."""
        with self._decisions.deciding() as connection:
            known = {case.case for case in listed.cases(connection)}
            wishes = {row.person: (row.wish, row.wished_at) for row in listed.records(connection)}
            said: list[tuple[str, Body]] = []
            for row in _told(connection):
                for person in row.spoke if len(row.spoke) > 1 else ():
                    said += _opened(IMPERSONATION, row.token, person, known)
                person = next(iter(row.spoke), "")
                wish, wished_at = wishes.get(person, ("", None))
                later = wished_at is not None and row.told_at > wished_at
                if later and row.wish not in UNSAID and row.wish != wish:
                    opened = _opened(DISPUTED, f"{row.token}:{row.told_at}", person, known)
                    said += [*opened, *((person, WishAsked(0, disputed=True)) for _ in opened)]
            said += self._phones(connection, known)
            said += self._taken(connection)
            self._decisions.say(connection, said, at, cause="others", by=Source.SYSTEM)
            return len(said)

    def _phones(self, connection: Connection, known: set[str]) -> Iterator[tuple[str, Body]]:
        """The same person on another phone, by the link that the first one showed; once, and within a day."""
        opened = _claims_of(connection)
        shown = select(_people.c.person, _people.c.phone_at).where(_people.c.phone_at > 0)
        for person, phone_at in connection.execute(shown).all():
            token = claims.token(person, kind=claims.PHONE)
            others = [each for each in opened[token] if each[0] != person]
            for other, _ in others if len(others) > 1 else ():
                yield from _opened(IMPERSONATION, token, other, known)
            other, opened_at = others[0] if len(others) == 1 else ("", 0)
            in_time = 0 <= opened_at - phone_at <= VALID
            if other and in_time and not self._was(connection, person, other):
                yield person, PersonsLinked(other, SAME_PHONE)
                yield other, PersonsLinked(person, SAME_PHONE)

    def _taken(self, connection: Connection) -> Iterator[tuple[str, Body]]:
        """Stop the notes to the other phones of whoever says from one of theirs that one is lost, once."""
        open_cases = (case for case in listed.cases(connection) if case.code == TAKEN and not case.closed)
        taken = {case.person: case.case for case in open_cases}
        pairs = listed.links(connection) if taken else []
        for one, other in (*pairs, *((other, one) for one, other in pairs)):
            if one in taken and not self._stopped(connection, other, taken[one]):
                yield other, PhoneLost(taken[one])

    def _stopped(self, connection: Connection, person: str, case: str) -> bool:
        """Whether it was stopped for this case before: what the staff undid since stays undone."""
        said = entries(connection, self._vault, after=0, limit=SAID, person=person, node=CENTRE)
        return any(isinstance(one.fact.body, PhoneLost) and one.fact.body.staff == case for one in said)

    def _was(self, connection: Connection, person: str, other: str) -> bool:
        """Whether they were linked before: what the staff undid since stays undone."""
        said = entries(connection, self._vault, after=0, limit=SAID, person=person, node=CENTRE)
        bodies = [entry.fact.body for entry in said]
        return any(isinstance(body, PersonsLinked) and body.other == other for body in bodies)


def _claims_of(connection: Connection) -> dict[str, list[tuple[str, int]]]:
    """Who opened each link and when, the first first."""
    opened = defaultdict[str, list[tuple[str, int]]](list)
    for claim in connection.execute(select(_claims).order_by(_claims.c.position)):
        opened[claim.token].append((claim.person, claim.opened_at))
    return opened


def _opened(code: Code, about: str, person: str, known: set[str]) -> list[tuple[str, Body]]:
    """A case, unless it was opened before; its name follows from what it is about."""
    case = sha256(f"{code.code}:{about}:{person}".encode()).hexdigest()[:12]
    return [] if case in known else [(person, CaseOpened(case, code.code, code.priority))]


def _told(connection: Connection) -> Iterator[OtherRow]:
    opened = _claims_of(connection)
    for row in connection.execute(select(_others).order_by(_others.c.told_at, _others.c.token)):
        spoke = tuple(person for person, _ in opened[row.token] if person != row.teller)
        yield OtherRow(**{**row._mapping, "told_at": moment(row.told_at)}, spoke=spoke)
