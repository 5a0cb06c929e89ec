"""A machine-readable zone that was read: what it says, which check digits hold, and what stays doubtful."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.births import Precision
from flows.mrz.layouts import Format


class Why(StrEnum):
    """Why a field stays doubtful although it was read."""

    UNSEEN = "unseen"  # another character here would have the same check digits
    FORBIDDEN = "forbidden"  # this character cannot stand here, and what was meant is not known
    FILLERS = "fillers"  # more or fewer fillers were typed than the line has; they were counted anew
    CUT = "cut"  # the names fill their field, so the end may be missing
    CODE = "code"  # no state or body known by this code
    DATE = "date"  # no such day, or an unlikely one


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about a field, or about one character of it; line and column count from 1, 0 is the whole field.

    field: as in `layouts.Field`, in small letters, or "zone". also: what could stand there as well.
    """

    field: str
    why: Why
    line: int = 0
    column: int = 0
    also: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A character that was read as another, or could be; line and column count from 1."""

    field: str
    line: int
    column: int
    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Born:
    """A date of birth as far as it is known: "1985-05-24", "1985-05" or "1985" in the Gregorian calendar.

    `read_birth` would write it with "gregorian:" before it.
    """

    value: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as read; document numbers and names are without fillers, codes as printed ("D", "UTO").

    lines: the zone as it should be printed. sex: M, F, X, `<` for not told, or nothing if it cannot be read.
    optional: what each optional field holds, two for TD1. checks: number, birth, expiry, optional, composite,
    as far as they are there. mended: what was read as its double because its place forbids it. suggestion:
    the one look-alike with which all check digits would hold; never applied, somebody has to look.
    """

    format: Format
    lines: tuple[str, ...]
    document: str
    issuer: str
    number: str
    nationality: str
    birth: Born | None
    sex: str
    expiry: date | None
    surname: str
    given: str
    optional: tuple[str, ...]
    checks: Mapping[str, bool]
    mended: tuple[Change, ...]
    doubts: tuple[Doubt, ...]
    suggestion: Change | None

    @property
    def sound(self) -> bool:
        """All check digits that are there hold; if not, its evidence stays lower (E18)."""
        return all(self.checks.values())

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What no check digit covers in this format, so that only a person can confirm it."""
        always = ("document", "issuer", "nationality", "sex", "surname", "given")
        return always if "composite" in self.checks else (*always, "optional")
