"""What readiness is worked out from: people as they are known at one moment, without names or numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

_NO_PROOF: Mapping[str, str] = MappingProxyType({})


class Presence(StrEnum):
    """Where somebody is; who came back is in the country again."""

    IN_COUNTRY = "IN_COUNTRY"
    LEFT = "LEFT"
    RETURNED = "RETURNED"
    UNKNOWN = "UNKNOWN"


class Intent(StrEnum):
    """What somebody wants (domain.md §2.1)."""

    LEAVE_NOW = "LEAVE_NOW"
    LEAVE_WITH_FAMILY = "LEAVE_WITH_FAMILY"
    LEAVE_LATER = "LEAVE_LATER"
    UNDECIDED = "UNDECIDED"
    STAY = "STAY"
    UNKNOWN = "UNKNOWN"


class State(StrEnum):
    """What became of a paper (domain.md §1.5)."""

    HELD = "held"
    EXPIRED = "expired"
    LOST = "lost"
    TAKEN = "taken"
    DESTROYED = "destroyed"
    HELD_BY_MISSION = "held_by_mission"
    APPLIED_FOR = "applied_for"
    WITH_OTHER_PERSON = "with_other_person"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How much of a day of expiry is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_LEFT, _DAY = Presence.LEFT, Precision.DAY


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper somebody named; expires: the day, or any day of the month or year; evidence: 0 none to 4 confirmed.

    since: when this was said or seen; proof: the fact that says so.
    """

    kind: str
    state: State = State.HELD
    expires: date | None = None
    precision: Precision = Precision.DAY
    evidence: int = 0
    since: date | None = None
    proof: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day it surely counts: of a month or year the first."""
        return first_of(self.expires, self.precision)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A named officer's waiver of one reason; by: their mark, never shown; without expiry it just holds."""

    kind: str
    by: str = ""
    expires: date | None = None
    precision: Precision = Precision.DAY
    proof: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it surely holds on that day."""
        last = first_of(self.expires, self.precision)
        return last is None or last >= day


@dataclass(frozen=True, slots=True)
class Hold:
    """An open hold, by its code without `HOLD:`."""

    kind: str
    since: date | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One human being as known at one moment; what nobody said keeps its default, which never makes them ready.

    household: "" is a household of their own; named: whether a name is known; age in years, or better `birth`;
    category: as verified, else as claimed; intent_on, contact_on: the day of the statement, and of the last answer
    at any contact point; consent: to share with the carrier and the host of the route; must_with: whom they will
    not go without, of a minor the guardian; dependent: cannot care for themselves; care_arranged: somebody cares
    for them, or for those they leave; proof: the fact that says a field, by the field's name.
    """

    id: str
    household: str = ""
    named: bool = False
    age: int | None = None
    birth: date | None = None
    category: str = "UNSURE"
    presence: Presence = Presence.UNKNOWN
    intent: Intent = Intent.UNKNOWN
    intent_on: date | None = None
    not_before: date | None = None
    contact_on: date | None = None
    consent: bool = False
    papers: tuple[Paper, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    holds: tuple[Hold, ...] = ()
    must_with: tuple[str, ...] = ()
    dependent: bool = False
    care_arranged: bool = False
    proof: Mapping[str, str] = field(default_factory=lambda: _NO_PROOF)

    def age_on(self, day: date) -> int | None:
        """How old in years; who was born on the 29th of February has their birthday on the first of March."""
        if self.birth is None:
            return self.age
        return day.year - self.birth.year - ((day.month, day.day) < (self.birth.month, self.birth.day))

    @property
    def departed(self) -> bool:
        """Whether they left and did not come back."""
        return self.presence is _LEFT


def first_of(day: date | None, precision: Precision) -> date | None:
    """The first day that the stated one may be."""
    if day is None or precision is _DAY:
        return day
    return day.replace(day=1) if precision is Precision.MONTH else day.replace(month=1, day=1)
