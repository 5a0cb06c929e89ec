"""The date of birth and the end of a paper, told apart by the words beside them and by their years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from flows.births import Precision, precision, read_birth
from flows.dates import read_date
from flows.reading.heard import Heard, Span
from flows.reading.signs import Kind

_DATE = re.compile(r"(?<![\d/.\-])\d{1,4} ?([/.\-]) ?(?:\d{1,2} ?\1 ?\d{2,4}|\d{1,4})(?![\d/\-])")
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14)\d\d(?!\d)")
_PASSED = (Kind.OF, Kind.FILL, Kind.SPAN, Kind.IS)
_MARKS = (Kind.BORN, Kind.ENDS)
_NEAR = 6
_MOST = 20
_BORN_UNTIL = {"gregorian": 2015, "solar": 1394}


@dataclass(frozen=True, slots=True)
class Days:
    """What was read: the birth and the expiry, each with how sure it is, and where they stand."""

    birth: tuple[str, float] | None
    expiry: tuple[str, float] | None
    spans: tuple[Span, ...]


def days(heard: Heard, today: date) -> Days:
    """The birth and the expiry that a message tells."""
    birth: tuple[str, float] | None = None
    expiry: tuple[str, float] | None = None
    spans: list[Span] = []
    for start, end in _dates(heard):
        said, mark = heard.plain[start:end], _mark(heard, start, end)
        if mark is Kind.ENDS and (ends := read_date(said)):
            expiry = expiry or (ends, 0.9)
        elif mark is not Kind.ENDS and (born := read_birth(said, today)):
            sure = 0.9 if mark else 0.75 if _may_be_a_birth(born) else 0.0
            birth = birth or ((born, _sure(born, sure, said)) if sure else None)
        if read_date(said) or read_birth(said, today):
            spans.append((start, end))
    return Days(birth, expiry, tuple(spans))


def _dates(heard: Heard) -> Iterator[Span]:
    dates = islice(_DATE.finditer(heard.plain), _MOST)
    taken = [found.span() for found in dates if _is_date(found[0])]
    taken += [span for span in islice(_named(heard), _MOST) if not _within(span, taken)]
    years = (
        found.span() for found in islice(_YEAR.finditer(heard.plain), _MOST) if not _within(found.span(), taken)
    )
    taken += [span for span in years if _just_behind(heard, span)]
    yield from sorted(taken)


def _is_date(said: str) -> bool:
    """Not "2-3 people", nor a fraction: a year of four figures, or three parts."""
    parts = re.split(r"\D+", said)
    return len(parts) == 3 or any(len(part) == 4 for part in parts) or (len(parts) == 2 and len(parts[1]) == 2)


def _named(heard: Heard) -> Iterator[Span]:
    """A month by its name, with the figures around it."""
    for at, sign in enumerate(heard.signs):
        if sign.kind is Kind.MONTH:
            first, last = _reach(heard, at, -1, 2), _reach(heard, at, 1, 2)
            yield heard.words[heard.signs[first].at].start, heard.words[heard.signs[last].end - 1].end


def _reach(heard: Heard, at: int, step: int, most: int) -> int:
    """How far the figures of a date reach from its month."""
    reached, numbers, place = at, 0, at + step
    while 0 <= place < len(heard.signs) and numbers < most and abs(place - at) <= 4:
        sign = heard.signs[place]
        if sign.kind is Kind.NUM and heard.words[sign.at].is_number:
            reached, numbers = place, numbers + 1
            if len(sign.value) == 4:
                break
        elif sign.kind not in _PASSED:
            break
        place += step
    return reached


def _just_behind(heard: Heard, span: Span) -> bool:
    """Whether a bare year stands beside a word of birth."""
    return _mark(heard, *span, 3) is Kind.BORN


def _mark(heard: Heard, start: int, end: int, reach: int = _NEAR) -> Kind | None:
    """What the date is of: the nearest word before it that says so, else one right after it."""
    before = heard.before(start, reach)
    for sign in reversed(before):
        if sign.kind in _MARKS:
            return sign.kind
        if sign.kind is Kind.NUM and len(sign.value) == 4:
            break
    after = heard.after(end, 2)
    return next((sign.kind for sign in after if sign.kind in _MARKS and sign.gap == 0), None)


def _may_be_a_birth(born: str) -> bool:
    calendar, _, value = born.partition(":")
    year = int(value.partition("-")[0].partition("@")[0])
    return precision(born) not in (Precision.YEAR, Precision.AGE) and year <= _BORN_UNTIL.get(calendar, 0)


def _sure(born: str, sure: float, said: str) -> float:
    """Less sure where the calendar, or the century, is a guess."""
    guessed = born.startswith("unclear") or not re.search(r"\d{4}", said)
    return min(sure, 0.6) if guessed else sure


def _within(span: Span, spans: list[Span]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in spans)
