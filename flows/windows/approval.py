"""Who may approve a window, and what exactly."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from flows.ports import WindowRow
from flows.windows.audience import digest


class Objection(StrEnum):
    """Why a window may not be approved."""

    APPROVED_BEFORE = "APPROVED_BEFORE"
    OWN_PLAN = "OWN_PLAN"
    OTHER_LIST = "OTHER_LIST"
    NO_LONGER_CHOSEN = "NO_LONGER_CHOSEN"


def objection(
    window: WindowRow, staff: str, approved: str, people: Sequence[str], chosen: Collection[str]
) -> Objection | None:
    """What stands against `staff` approving exactly these people by the digest `approved`, if anything.

    chosen: the audience as it is now. Who came to it since the dry run waits for the next window; but nobody is
    offered a seat who has left it, for instance by saying that they want to stay.
    """
    if window.approved_by:
        return Objection.APPROVED_BEFORE
    if staff == window.planned_by:
        return Objection.OWN_PLAN
    if len(set(people)) != len(people) or digest(window, people) != approved:
        return Objection.OTHER_LIST
    if not set(people) <= set(chosen):
        return Objection.NO_LONGER_CHOSEN
    return None
