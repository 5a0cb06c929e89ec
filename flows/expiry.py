"""The first day that a paper may end, whichever calendar it was said in (domain.md §1.5)."""

from datetime import date, timedelta

from flows.dates import begins

# How many days `begins` may be late: it never makes a paper last longer than it does.
_LATE = {"gregorian": timedelta(0), "solar": timedelta(days=1), "lunar": timedelta(days=2)}


def first_day(written: str) -> date | None:
    """The first day that a date may be as `flows.dates.read_date` writes it; None where nobody can tell.

    A month counts from its first day; in the calendar of the sun up to one day early, of the moon up to four.
    """
    era, _, figures = written.partition(":")
    parts = figures.split("-")
    if era not in _LATE or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return begins(era, year, month, day) - _LATE[era]
    except (ValueError, OverflowError):
        return None
