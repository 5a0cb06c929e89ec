"""Who a window is offered to: the dry run, and the digest that an approval binds."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from flows.ports import PersonRow, WindowRow


class LeftOut(StrEnum):
    """Why somebody is not in the audience."""

    NOT_REGISTERED = "NOT_REGISTERED"
    UNREACHABLE = "UNREACHABLE"
    WISH_STAY = "WISH_STAY"
    WISH_UNDECIDED = "WISH_UNDECIDED"
    WISH_LATER = "WISH_LATER"
    WISH_LEFT = "WISH_LEFT"
    WISH_UNKNOWN = "WISH_UNKNOWN"
    WITH_FAMILY_NOT_ASSESSED = "WITH_FAMILY_NOT_ASSESSED"
    ASKED_TO_BE_ERASED = "ASKED_TO_BE_ERASED"
    WANTS_NO_NOTES = "WANTS_NO_NOTES"
    TORN = "TORN"


WISHES = {
    "STAY": LeftOut.WISH_STAY,
    "UNDECIDED": LeftOut.WISH_UNDECIDED,
    "LEAVE_LATER": LeftOut.WISH_LATER,
    "LEFT": LeftOut.WISH_LEFT,
    "LEAVE_WITH_FAMILY": LeftOut.WITH_FAMILY_NOT_ASSESSED,
}


@dataclass(frozen=True, slots=True)
class DryRun:
    """Exactly who would be offered a seat, in the order they became known, and how many are not, and why."""

    chosen: tuple[str, ...]
    left_out: Mapping[str, int]
    languages: Mapping[str, int]
    digest: str


def audience(window: WindowRow, people: Sequence[PersonRow]) -> DryRun:
    """The dry run of a window over everyone known.

    The rule so far: registered, reachable, and wants to go by then. Whether someone is ready (papers, route,
    family) is not judged yet; who goes only with their family is left out until the family can be judged too.
    """
    chosen = [row for row in people if reason(row, window.departs) is None]
    left_out = Counter(str(why) for row in people if (why := reason(row, window.departs)) is not None)
    persons = tuple(row.person for row in chosen)
    return DryRun(persons, left_out, Counter(row.language for row in chosen), digest(window, persons))


def reason(row: PersonRow, departs: datetime) -> LeftOut | None:
    """Why this person is left out of a departure then, None if they are not; the first reason that holds."""
    if row.locked:
        return LeftOut.ASKED_TO_BE_ERASED
    if row.notes in ("stop", "declined"):
        return LeftOut.WANTS_NO_NOTES
    if not row.registered:
        return LeftOut.NOT_REGISTERED
    if not row.reachable:
        return LeftOut.UNREACHABLE
    if row.torn:
        return LeftOut.TORN
    in_time = row.not_before is not None and row.not_before <= departs
    if row.wish == "LEAVE_NOW" or (row.wish == "LEAVE_LATER" and in_time):
        return None
    return WISHES.get(row.wish, LeftOut.WISH_UNKNOWN)


def digest(window: WindowRow, people: Sequence[str]) -> str:
    """SHA-256 over the window's terms and the people, whatever their order: any change of either changes it."""
    times = (window.departs.timestamp(), window.answer_by.timestamp())
    terms = [window.window, window.route, *times, window.seats, window.bags]
    return sha256(json.dumps([terms, sorted(people)]).encode()).hexdigest()
