"""A machine-readable zone out of what was typed: of all ways to lay it out, the one that fits best."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from flows.mrz.codes import CODES
from flows.mrz.digits import verdicts, whole_number
from flows.mrz.doubting import doubts, misfits
from flows.mrz.fields import born, days_are_real, expires, names, spaced
from flows.mrz.layouts import ALPHABETS, LAYOUTS, Field, Layout
from flows.mrz.mending import mended, suggestion
from flows.mrz.typed import RECOUNTED, laid
from flows.mrz.zone import Change, Zone

_MOST_MISFITS = 3
_MOST_MENDED = 15  # apart from fillers that were seen as K
_ENOUGH_HOLD = 2  # check digits; fewer may be chance, if anything else does not fit


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way to lay the text out. lines: what its lines cost to fit."""

    layout: Layout
    zone: str
    mended: tuple[Change, ...]
    lines: tuple[int, ...]

    @property
    def misfits(self) -> int:
        """How many characters cannot stand where they do."""
        return len(misfits(self.layout, self.zone))

    @property
    def cost(self) -> int:
        """How badly it fits: a check digit that fails weighs more than what was read anew."""
        failed = list(verdicts(self.layout, self.zone).values()).count(False)
        nobody = spaced(self.layout.take(self.zone, Field.ISSUER)) not in CODES
        return 10 * failed + 4 * self.misfits + 3 * nobody + sum(self.lines) + min(len(self.mended), 9)

    def is_zone(self, today: date) -> bool:
        """Whether this can be no chance: enough check digits hold, or every character stands where it may."""
        checks = verdicts(self.layout, self.zone)
        hold, fail = (list(checks.values()).count(verdict) for verdict in (True, False))
        if (self.zone[0] == "V") is not self.layout.is_visa or not self.zone[0].isalpha():
            return False
        if not self.layout.take(self.zone, Field.NUMBER).strip("<"):
            return False
        if sum(change.read != "<" for change in self.mended) > _MOST_MENDED:
            return False
        if RECOUNTED in self.lines:  # many ways were tried, so chance had more
            return not self.misfits and hold >= _ENOUGH_HOLD >= fail
        if not self.misfits and days_are_real(self.layout, self.zone, today):
            return True
        return hold >= _ENOUGH_HOLD and self.misfits <= (_MOST_MISFITS if checks.get("number") else 1)


def read_zone(text: str, today: date) -> Zone | None:
    """The zone in a text, None if there is none; one whose check digits fail is returned with their names.

    Lines may be broken anywhere, in capitals or not, with gaps, with figures of three digit sets and without their
    last fillers. Years of two figures are counted from today: births are past, expiry is within fifty years.
    """
    best = _best(text, today)
    return _zone(best, today) if best else None


def _best(text: str, today: date) -> _Trial | None:
    best: _Trial | None = None
    ways = [(layout, *way) for layout in LAYOUTS for way in laid(text, layout)]
    for layout, typed, lines in sorted(ways, key=lambda way: sum(way[2])):
        if best and sum(lines) >= best.cost:
            break
        if _could_be(layout, typed):
            trial = _Trial(layout, *mended(layout, typed), lines)
            if trial.is_zone(today) and (not best or trial.cost < best.cost):
                best = trial
    return best


def _could_be(layout: Layout, zone: str) -> bool:
    """A quick look: of the figures of birth and expiry, a third at least are figures."""
    days = layout.take(zone, Field.BIRTH) + layout.take(zone, Field.EXPIRY)
    return sum(sign.isdigit() for sign in days) * 3 >= len(days)


def _zone(trial: _Trial, today: date) -> Zone:
    layout, zone = trial.layout, trial.zone
    number, _, spilt = whole_number(layout, zone)
    surname, given = names(layout.take(zone, Field.NAMES))
    checks = verdicts(layout, zone)
    return Zone(
        format=layout.format,
        lines=layout.lines(zone),
        document=spaced(layout.take(zone, Field.DOCUMENT) + layout.take(zone, Field.SUBTYPE)),
        issuer=spaced(layout.take(zone, Field.ISSUER)),
        number=spaced(number),
        nationality=spaced(layout.take(zone, Field.NATIONALITY)),
        birth=born(layout.take(zone, Field.BIRTH), today),
        sex=_sex(layout.take(zone, Field.SEX)),
        expiry=expires(layout.take(zone, Field.EXPIRY), today),
        surname=surname,
        given=given,
        optional=_optional(layout, zone, spilt),
        checks=MappingProxyType(checks),
        mended=trial.mended,
        doubts=doubts(layout, zone, trial.mended, today, recounted=RECOUNTED in trial.lines),
        suggestion=None if all(checks.values()) else suggestion(layout, zone, today),
    )


def _sex(sign: str) -> str:
    return sign if sign in ALPHABETS[Field.SEX] else ""


def _optional(layout: Layout, zone: str, spilt: int) -> tuple[str, ...]:
    """What the optional fields hold after the end of a long document number."""
    return tuple(
        spaced(layout.take(zone, each)[spilt if each is layout.spill else 0 :])
        for each in (Field.OPTIONAL_UPPER, Field.OPTIONAL)
        if layout.where(each)
    )
