"""Dates of birth as people say them: a day, a month, a year, or how old somebody is."""

import re
from datetime import date, timedelta
from enum import StrEnum

from flows.dates import Said, as_said, begins, longest
from flows.words import fold, number


class Precision(StrEnum):
    """How much of a date of birth is known; a placeholder is a first of January or Hamal."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AGE = "age"
    PLACEHOLDER = "placeholder"


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_AROUND = _keys(
    "about around nearly almost approximately approx maybe i im am is he she my was were in on at the of and now "
    "تقریبا تقریباً حدود حدودا نزدیک شاید من او هستم هست است ام دارم دارد میباشم در به از "
    "شاوخوا نږدې زه زما یم دی ده د یې په کې"
)
_BORN = _keys("born birth birthday dob date تولد متولد تولدم زاده زېږېدلی زېږېدلې زیږیدلی زېږېدنې زوکړه نېټه")
_AGED = _keys(
    "age aged old yrs yr y years ساله سالهام سالگی سالم سن سنم عمر عمرم عمرش کلن کلنه کالنی کلونه کاله کلنی"
)
# "۶۴ سال" is an age and "سال ۶۴" a year.
_YEAR = _keys("year سال کال")
_MY_AGE = fold("عمر مې")  # "مې" alone is folded like "می", the month of May
_MONTHS_OLD = _keys("months month ماهه ماه میاشتې میاشتو میاشتنی میاشتنۍ")

OLDEST = 120
_CENTURIES = {"gregorian": (1900, 2000), "solar": (1300, 1400), "lunar": (1300, 1400)}
_LUNAR_BEGAN, _LUNAR_YEAR, _LUNAR_MONTH = date(622, 7, 19), 354.36707, 29.53059
_SLACK = timedelta(days=2)  # a lunar month begins when its moon is seen
_LATE = timedelta(days=1)  # so much may a solar year be reckoned late
_AGE_SLACK = 5


def read_birth(text: str, today: date, said_age: int | None = None) -> str | None:
    """A date of birth like "solar:1364-05-24", "gregorian:1985" or "age:40@2026", None if it is none.

    "age:40@2026" is somebody 40 years old in that year, "age:15@1380" 15 years old in a solar year, as paper
    tazkiras say it. "unclear:1400-05" is a year of which only the person knows the calendar, "unclear:64" one of
    which they know also the century: ask, then `settled`. A number alone is an age. No date is after today.
    said_age: what the person said elsewhere; a solar reading more than five years off makes the date unclear.
    """
    tokens = re.findall(r"[0-9]+|[^\W\d]+", fold(text).replace(_MY_AGE, "عمر"))
    told = [token for token in tokens if token not in _AROUND and token not in _BORN]
    if not any(token.isdigit() for token in told):
        told = [str(number(token) or token) for token in told]
    is_year = set(tokens) & _BORN and not set(told) & _AGED
    if not is_year and (age := _age(told, today)):
        return age
    said = as_said(" ".join(_year_last([token for token in told if token not in _YEAR])))
    return _dated(said, today, said_age) if said and len(said.eras) < 2 else None


def settled(unclear: str, calendar: str, today: date) -> str | None:
    """An unclear date of birth in the calendar that the person named, None if there is no such past day in it."""
    year, *parts = unclear.partition(":")[2].split("-")
    month, day = [*map(int, parts), 0, 0][:2]
    return _written(Said(year, month, day, frozenset()), calendar, today)


def precision(written: str) -> Precision:
    """How much is known of a date as `read_birth` writes it."""
    calendar, _, value = written.partition(":")
    parts = value.split("-")
    if calendar == "age":
        return Precision.AGE
    if parts[1:] == ["01", "01"] and calendar != "lunar":
        return Precision.PLACEHOLDER
    return (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]


def _age(told: list[str], today: date) -> str | None:
    """How old and when, if that is all that was told."""
    numbers = [token for token in told if token.isdigit()]
    words = [token for token in told if not token.isdigit()]
    if not numbers or not (len(numbers[0]) <= 3 or len(numbers[-1]) <= 3):
        return None
    aged = set(words) & _AGED or {*told[told.index(numbers[0]) + 1 :][:1]} & _YEAR
    match sorted(numbers, key=len):
        case [old] if set(words) <= _AGED | _YEAR and (aged or (not words and int(old))):
            return _aged(int(old), today.year)
        case [old] if set(words) & _MONTHS_OLD and set(words) <= _MONTHS_OLD | _AGED and told[0].isdigit():
            return _aged(int(old) // 12, today.year)
        case [old, year] if len(year) == 4 and aged and set(words) <= _AGED | _YEAR:
            reading = _dated(Said(year, 0, 0, frozenset()), today, None)
            return _aged(int(old), int(year)) if reading and not reading.startswith("lunar") else None
    return None


def _aged(old: int, year: int) -> str | None:
    return f"age:{old}@{year}" if old <= OLDEST else None


def _year_last(told: list[str]) -> list[str]:
    """64/5/24 begins with its year, as many write it; no day and no month is above 31."""
    if len(told) == 3 and all(token.isdigit() for token in told) and len(told[0]) == 2 and int(told[0]) > 31:
        return told[::-1]
    return told


def _dated(said: Said, today: date, said_age: int | None) -> str | None:
    """The date in the calendar that was named, else in the one that its year tells (domain.md §6.3)."""
    for named in said.eras:
        return _written(said, named, today)
    readings = {era: written for era in _CENTURIES if (written := _written(said, era, today))}
    if len(said.year) == 2:
        return _of_two_figures(said, readings, today, said_age)
    solar, lunar = readings.get("solar"), readings.get("lunar")
    if "gregorian" in readings or (lunar and begins("solar", int(said.year), 1, 1) > today + _LATE):
        return readings.get("gregorian", lunar)
    doubtful = said_age is not None and solar and abs(_old(solar, today) - said_age) > _AGE_SLACK
    return _unclear(said) if doubtful or (lunar and not solar) else solar


def _of_two_figures(said: Said, readings: dict[str, str], today: date, said_age: int | None) -> str | None:
    """A year without its century is of the one calendar that fits the age, or else unclear."""
    likely = [written for era, written in readings.items() if era != "lunar"]
    if said_age is not None:
        fitting = [written for written in likely if abs(_old(written, today) - said_age) <= _AGE_SLACK]
        likely = fitting or likely
    return likely[0] if len(likely) == 1 else _unclear(said) if likely else None


def _written(said: Said, era: str, today: date) -> str | None:
    """The latest such day of the calendar that is not after today; two figures may be a year of two centuries."""
    year, month, day = said.year, said.month, said.day
    years = [int(year)] if len(year) == 4 else [century + int(year) for century in _CENTURIES[era]]
    past = [each for each in years if _is_past(era, each, month, day, today)]
    return f"{era}:{_dashed(str(max(past)), month, day)}" if past else None


def _unclear(said: Said) -> str:
    return f"unclear:{_dashed(said.year, said.month, said.day)}"


def _dashed(year: str, month: int, day: int) -> str:
    return "-".join([year, *(f"{part:02}" for part in (month, day) if part)])


def _is_past(era: str, year: int, month: int, day: int, today: date) -> bool:
    first = _CENTURIES[era][0]
    if not first <= year <= first + 300 or month > 12 or (day and day > longest(era, year, month)):
        return False
    return begins(era, year, month or 1, day or 1) <= today + (timedelta() if era == "gregorian" else _SLACK)


def _old(written: str, today: date) -> int:
    """How many years ago that was."""
    era, _, value = written.partition(":")
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    return int((today - begins(era, year, month, day)).days / 365.2425)
