"""What the centre makes of what people said of others: who has spoken for themselves, and what does not agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, select

from flows.cases.triage import DISPUTED, IMPERSONATION, Code
from flows.facts import Body, CaseOpened, Source, WishAsked
from flows.ports import OtherRow
from storage import listed
from storage.decisions import Decisions
from storage.engine import moment
from storage.register_tables import ClaimTable, OtherTable
from storage.rows import table

_others, _claims = table(OtherTable), table(ClaimTable)
UNSAID = ("", "unsure")


class StoredSpeaking:
    """Those of whom others told us, on the register's store."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

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
            self._decisions.say(connection, said, at, cause="others", by=Source.SYSTEM)
            return len(said)


def _opened(code: Code, about: str, person: str, known: set[str]) -> list[tuple[str, Body]]:
    """A case, unless it was opened before; its name follows from what it is about."""
    case = sha256(f"{code.code}:{about}:{person}".encode()).hexdigest()[:12]
    return [] if case in known else [(person, CaseOpened(case, code.code, code.priority))]


def _told(connection: Connection) -> Iterator[OtherRow]:
    opened = defaultdict[str, list[str]](list)
    for claim in connection.execute(select(_claims).order_by(_claims.c.position)):
        opened[claim.token].append(claim.person)
    for row in connection.execute(select(_others).order_by(_others.c.told_at, _others.c.token)):
        spoke = tuple(person for person in opened[row.token] if person != row.teller)
        yield OtherRow(**{**row._mapping, "told_at": moment(row.told_at)}, spoke=spoke)
