"""What the register's rows say of people, as readiness reckons with it (domain.md §1.4 to §1.6; §2.2).

Everybody of a family has an id of their own: the person's record, and `record/item` for whom they listed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from flows.expiry import first_day
from flows.places import KABUL
from flows.ports import CaseRow, MemberRow, PaperRow, PersonRow
from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Assessment, Status
from flows.register.readiness.people import Hold, Intent, Paper, Person, Presence, State

R = TypeVar("R", MemberRow, PaperRow)

SAID, TYPED = 1, 2  # evidence (§1.5): what was only said, and whose number is known
AGES = {"0-1": 0, "2-5": 2, "6-11": 6, "12-17": 12, "18-20": 20, "21+": 30}
CHILD = ("child", "stepchild")
CITIZENS, RESIDENTS = ("US_PPT", "US_EMERG_PPT", "US_PPT_CARD", "CRBA"), ("US_GC",)
# A group that is asked for in the chat, and what its holder is without and with the visa in hand.
GROUPS = {
    "SIV": ("SIV_PEND", "SIV_HOLD"),
    "IV_PEND": ("IV_PEND", "IV_HOLD"),
    "P1P2": ("P2", "P2"),
    "": ("UNSURE", "UNSURE"),
}
VISAS = ("US_VISA", "BOARD_FOIL")
# What an open case holds a record for.
HOLDS = {"E04": "MINOR_ALONE", "E05": "DURESS", "E07": "DURESS", "E12": "IDENTITY", "E19": "DUPLICATE"}


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of some people; links: records of one human being, each set once, whose papers count together."""

    people: Sequence[PersonRow]
    members: Sequence[MemberRow] = ()
    papers: Sequence[PaperRow] = ()
    cases: Sequence[CaseRow] = ()
    links: Sequence[frozenset[str]] = ()
    _records: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_records", {person: each for each in self.links for person in each})

    def records(self, person: str) -> frozenset[str]:
        """All records of the human being that this one is of."""
        return self._records.get(person, frozenset((person,)))


def of_family(person: str, item: str) -> str:
    """The id of one whom a person listed, "" being the person."""
    return f"{person}/{item}" if item else person


def assessed(known: Known, as_of: datetime, policy: Policy) -> Iterator[Person]:
    """Everybody, and everybody whom they listed, as readiness takes them."""
    today = as_of.astimezone(KABUL).date()
    papers, members, holds = _by_person(known.papers), _by_person(known.members), _held(known.cases)
    for row in known.people:
        records = known.records(row.person)
        held: dict[str, list[PaperRow]] = {}
        for record in sorted(records):
            for paper in papers.get(record, ()):
                held.setdefault(paper.item, []).append(paper)
        family = members.get(row.person, [])
        lead = _lead(row, held.get("", []), family, [hold for each in records for hold in holds.get(each, ())])
        yield _with_papers(lead, held.get("", []))
        for member in family:
            own = held.get(member.item, [])
            yield _with_papers(_member(member, row, lead, own, today, policy), own)


def codes(
    found: Assessment, person: str, policy: Policy, row: PersonRow
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The reasons as a fact holds them, and whom trips are for where that is the reason.

    Others are named as on the person's own list; a day before which somebody cannot go stands with its code.
    """
    reasons = [_named(code, person) for code in found.codes] + [note.code for note in found.notes]
    if row.not_before is not None:
        day = row.not_before.astimezone(KABUL).date()
        reasons = [f"{code}:{day}" if code == "INTENT_NOT_BEFORE" else code for code in reasons]
    covered = tuple(sorted(policy.eligible)) if found.status is Status.OUT_OF_SCOPE else ()
    return tuple(reasons), covered


def _named(code: str, person: str) -> str:
    if not code.startswith("PARTY_"):
        return code
    other, _, status = code.removeprefix("PARTY_").rpartition(":")
    return f"PARTY_{other.removeprefix(person).removeprefix('/')}:{status}"


def _lead(
    row: PersonRow, papers: Sequence[PaperRow], family: Sequence[MemberRow], holds: Iterable[Hold]
) -> Person:
    without, visa = GROUPS.get(row.category, (row.category, row.category))
    return Person(
        row.person,
        household=row.person,
        named=row.named,
        category=visa if _holds(papers, VISAS) else without,
        presence=Presence.LEFT if row.wish == "LEFT" else Presence.IN_COUNTRY,
        intent=_intent(row.wish),
        intent_on=_day(row.wished_at),
        not_before=_day(row.not_before),
        contact_on=_day(row.heard_at) if row.reachable else None,
        consent=row.share == "yes",
        holds=tuple(sorted(holds, key=lambda hold: hold.kind)),
        must_with=tuple(of_family(row.person, each.item) for each in family if _goes_along(each, row)),
    )


def _goes_along(member: MemberRow, row: PersonRow) -> bool:
    """Whether the person will not go without this one; with "only with my family" that is unless they said yes."""
    return member.go_without == "no" or (row.wish == Intent.LEAVE_WITH_FAMILY and member.go_without != "yes")


def _member(
    member: MemberRow, row: PersonRow, lead: Person, papers: Sequence[PaperRow], today: date, policy: Policy
) -> Person:
    """One of the family, who is reached by the person's phone; their own word holds while it is fresh (§2.2)."""
    age, said_on, told_on = AGES.get(member.age), _day(member.wished_at), _day(member.told_at)
    fresh = said_on is not None and (today - said_on).days <= policy.fresh_days
    own = bool(member.wish) and (fresh or told_on is None or (said_on is not None and said_on >= told_on))
    intent = _intent(member.wish) if own else Intent.LEAVE_WITH_FAMILY
    minor = age is not None and age < policy.age.adult
    return Person(
        of_family(row.person, member.item),
        household=row.person,
        named=True,
        age=age,
        category=_category(member, lead.category, papers),
        presence=Presence.IN_COUNTRY,
        intent=intent,
        intent_on=said_on if own else told_on,
        contact_on=lead.contact_on,
        consent=lead.consent,
        must_with=(lead.id,) if minor or intent is Intent.LEAVE_WITH_FAMILY else (),
        care_arranged=member.care == "yes",
    )


def _category(member: MemberRow, lead: str, papers: Sequence[PaperRow]) -> str:
    """By their own papers, else by what they are to the person (§1.4)."""
    kinds = {paper.kind for paper in papers}
    if not kinds.isdisjoint(CITIZENS):
        return "USC"
    if not kinds.isdisjoint(RESIDENTS):
        return "LPR"
    close = "SP" if member.relation == "spouse" else "CH" if member.relation in CHILD else ""
    if not close:
        return "EXT_FAM"
    if lead in ("USC", "USN", "LPR"):
        return f"IF_{'LPR' if lead == 'LPR' else 'USC'}_{close}"
    if lead.startswith(("IF_USC", "IF_LPR")):
        # The child of one who is here as family; the one they are family of holds papers of their own.
        return f"{lead[:6]}_CH" if close == "CH" else "UNSURE"
    return lead


def _with_papers(person: Person, rows: Sequence[PaperRow]) -> Person:
    return replace(person, papers=tuple(_paper(row) for row in rows))


def _paper(row: PaperRow) -> Paper:
    """The paper; a number that is not as such numbers are, or whose digits do not hold, is only said."""
    number = row.number in ("typed", "zone") and not row.odd
    state = State(row.state) if row.state else State.UNKNOWN
    return Paper(
        row.kind,
        state,
        expires=first_day(row.expiry) if row.expiry else None,
        evidence=TYPED if number else SAID,
    )


def _holds(papers: Iterable[PaperRow], kinds: Sequence[str]) -> bool:
    return any(paper.kind in kinds and paper.state == State.HELD for paper in papers)


def _intent(wish: str) -> Intent:
    return Intent(wish) if wish in Intent.__members__ else Intent.UNKNOWN


def _day(at: datetime | None) -> date | None:
    return at.astimezone(KABUL).date() if at is not None else None


def _held(cases: Iterable[CaseRow]) -> dict[str, list[Hold]]:
    held: dict[str, list[Hold]] = {}
    for case in cases:
        if not case.closed and case.code in HOLDS:
            held.setdefault(case.person, []).append(Hold(HOLDS[case.code], _day(case.opened_at)))
    return held


def _by_person(rows: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    return found
