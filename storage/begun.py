"""The register's rows as they begin, before anything more was said."""

from typing import Any

from flows.facts import Entry, WindowPlanned
from storage.engine import micros
from storage.register_tables import CaseTable, OfferTable, PersonTable, WindowTable

MOST_BAGS = 9
AT_REGISTRATION = ("category",)


def stranger(person: str, met_at: int, node: str) -> PersonTable:
    """A person who said nothing of themselves yet."""
    unsaid: dict[str, Any] = dict.fromkeys(("ref", "language", "wish", "province", *AT_REGISTRATION), "")
    return PersonTable(
        person=person, met_at=met_at, node=node, count=0, registered=False, reachable=True, **unsaid
    )


def offered(window: str, entry: Entry) -> OfferTable:
    """An offer that nothing is known of."""
    return OfferTable(
        window=window,
        person=entry.fact.person,
        made=entry.position,
        sent=False,
        read=False,
        answer="",
        answered=0,
        seat=False,
        place=0,
    )


def opened(case: str, whose: str, code: str, priority: str, at: int) -> CaseTable:
    """A case of a person or a node, which waits for the staff."""
    return CaseTable(
        case=case, person=whose, code=code, priority=priority, opened_at=at, claimed_by="", closed=False
    )


def planned(plan: WindowPlanned, at: int) -> WindowTable:
    """A window that nobody approved yet."""
    return WindowTable(
        window=plan.window,
        route=plan.route,
        departs=micros(plan.departs),
        answer_by=micros(plan.answer_by),
        seats=plan.seats,
        planned_by=plan.staff,
        approved_by="",
        digest="",
        planned_at=at,
        bags=min(max(plan.bags, 0), MOST_BAGS),
    )
