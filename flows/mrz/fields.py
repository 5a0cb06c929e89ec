"""What single fields say: days with years of two figures, and names with fillers for gaps."""

from datetime import date

from flows.births import Precision
from flows.mrz.layouts import Field, Layout
from flows.mrz.zone import Born

_UNKNOWN = {"<<", "00"}  # fillers by the standard; some states print noughts
_AHEAD = 50  # years that a paper may be valid
LONG_OVER = 20  # years after which nobody shows a paper any more


def born(signs: str, today: date) -> Born | None:
    """The date of birth as far as it is told, in the latest century in which it is not after today."""
    year, month, day = signs[:2], signs[2:4], signs[4:]
    if not year.isdigit() or not all(part.isdigit() or part in _UNKNOWN for part in (month, day)):
        return None
    latest = today.year - (today.year - int(year)) % 100
    if month in _UNKNOWN:
        return Born(f"{latest:04}", Precision.YEAR)
    known = 1 if day in _UNKNOWN else int(day)
    found = _day(latest, int(month), known)
    if not found or found > today:
        found = _day(latest - 100, int(month), known)
    if not found:
        return None
    if day in _UNKNOWN:
        return Born(found.isoformat()[:7], Precision.MONTH)
    placeholder = (found.month, found.day) == (1, 1)
    return Born(found.isoformat(), Precision.PLACEHOLDER if placeholder else Precision.DAY)


def expires(signs: str, today: date) -> date | None:
    """The day of expiry, at most fifty years ahead; None where it is not told in full or there is no such day."""
    if not signs.isdigit():
        return None
    first = today.year + _AHEAD - 99
    return _day(first + (int(signs[:2]) - first) % 100, int(signs[2:4]), int(signs[4:]))


def days_are_real(layout: Layout, zone: str, today: date) -> bool:
    """Whether birth and expiry are each left empty or a day that there can be."""
    birth, expiry = layout.take(zone, Field.BIRTH), layout.take(zone, Field.EXPIRY)
    return (not birth.strip("<") or born(birth, today) is not None) and (
        not expiry.strip("<") or expires(expiry, today) is not None
    )


def names(signs: str) -> tuple[str, str]:
    """Surname and given names, either of which may be empty: one name alone is a surname here, and normal."""
    surname, _, given = signs.rstrip("<").partition("<<")
    return spaced(surname), spaced(given)


def spaced(signs: str) -> str:
    """The characters with a space for the fillers inside and none for those outside."""
    return " ".join(signs.replace("<", " ").split())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
