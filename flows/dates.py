"""Dates as people type them, in three calendars and three digit sets; dates of expiry read to the end."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from flows.words import fold

SOLAR_DARI = ("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت")
SOLAR_PASHTO = (
    "وری", "غویی", "غبرگولی", "چنگاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه", "کب",
)  # fmt: skip
SOLAR_ENGLISH = (
    "Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut",
)  # fmt: skip
SOLAR_UZBEK = (
    "hamal", "savr", "javzo", "saraton", "asad", "sunbula", "mezon", "aqrab", "qavs", "jadiy", "dalv", "hut",
)  # fmt: skip
GREGORIAN_DARI = (
    "جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر",
)  # fmt: skip
GREGORIAN_PASHTO = (
    "جنوري", "فېبروري", "مارچ", "اپریل", "مۍ", "جون", "جولای", "اګست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر",
)  # fmt: skip
GREGORIAN_UZBEK = (
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr",
)  # fmt: skip
GREGORIAN_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LUNAR = (
    "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال",
    "ذی‌القعده", "ذی‌الحجه",
)  # fmt: skip

# Spellings that are accepted and never shown, month by month.
_ALSO = {
    "gregorian": (
        "January", "February", "March", "April", "", "June", "July جولاي", "August", "September Sept",
        "October", "November", "December",
    ),
    "solar": (
        "", "Saur Sour", "Jauza Joza", "", "", "Sonbola Sumbula", "", "Akrab", "Qaus Qows Qos Kaws", "Jaddi",
        "Dalwa", "Hoot",
    ),
    "lunar": (
        "Muharram", "Safar", "RabiAlAwwal", "RabiAlThani", "JumadaAlAwwal جمادی‌الاولی",
        "JumadaAlThani جمادی‌الآخر", "Rajab", "Shaban", "Ramadan Ramazan", "Shawwal", "DhuAlQadah ذوالقعده",
        "DhuAlHijjah ذوالحجه",
    ),
}  # fmt: skip
_ERAS = {
    "gregorian": "gregorian miladi میلادی عیسوی زېږدیز",
    "solar": "solar shamsi شمسی خورشیدی هش لمریز ش",
    "lunar": "lunar moon qamari قمری هق سپوږمیز ق",
}
_FILLERS = frozenset(
    map(fold, ("st", "nd", "rd", "th", "of", "the", "سال", "ماه", "کال", "د", "میاشت", "هجری", "تاریخ"))
)


# In mean days, from the first of the moon's years.
_LUNAR_BEGAN, _LUNAR_YEAR, _LUNAR_MONTH = date(622, 7, 19), 354.36707, 29.53059

# Of 33 solar years these are leap years: true from 1244 to 1472.
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def _joined(words: Iterable[str]) -> str:
    return "".join(fold(word).replace(" ", "") for word in words)


def _month_words() -> dict[str, tuple[str, int]]:
    shown = {
        "gregorian": (GREGORIAN_ENGLISH, GREGORIAN_DARI, GREGORIAN_PASHTO, GREGORIAN_UZBEK),
        "solar": (SOLAR_ENGLISH, SOLAR_DARI, SOLAR_PASHTO, SOLAR_UZBEK),
        "lunar": (LUNAR,),
    }
    return {
        _joined([word]): (era, month)
        for era, tables in shown.items()
        for month, names in enumerate(zip(*tables, strict=True), 1)
        for word in (*names, *_ALSO[era][month - 1].split())
    }


_MONTHS = _month_words()
_ERA_WORDS = {fold(word): era for era, words in _ERAS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it was said: the figures of its year, its month and day (0 if not said), the calendars named."""

    year: str
    month: int
    day: int
    eras: frozenset[str]


def read_date(text: str) -> str | None:
    """A date of expiry like "gregorian:2026-05" or "solar:1405-08-02", None if it is none.

    Month and year are enough. "unclear:1430-05" is a year of which only the person knows the calendar. Where
    day and month could be either, the day comes first, as in Afghanistan: 05/06/2026 is the fifth of June.
    """
    said = as_said(text)
    return _written(_year(said.year), said.month, said.day, said.eras) if said and len(said.eras) < 2 else None


def month_of(word: str) -> tuple[str, int] | None:
    """The calendar and number of a month by its name, folded and without gaps."""
    return _MONTHS.get(word)


def as_said(text: str) -> Said | None:
    """The parts of a date with or without its month and day, not yet asked whether there is such a day."""
    tokens = re.findall(r"[0-9]+|[^\W\d]+", fold(text))
    numbers = [token for token in tokens if token.isdigit()]
    words = [token for token in tokens if not token.isdigit() and token not in _FILLERS]
    eras = {_ERA_WORDS[word] for word in words if word in _ERA_WORDS}
    name = _joined(word for word in words if word not in _ERA_WORDS)
    if not name:
        found = _in_figures(numbers)
    elif name in _MONTHS:
        era, month = _MONTHS[name]
        eras.add(era)
        found = _with_month(month, numbers, starts=tokens[0].isdigit())
    else:
        return None
    return Said(*found, frozenset(eras)) if found else None


def _in_figures(numbers: list[str]) -> tuple[str, int, int] | None:
    """Year, month and day (0 if not said) of figures alone."""
    match [len(number) for number in numbers]:
        case [2 | 4]:
            return numbers[0], 0, 0
        case [4, 1 | 2]:
            return numbers[0], _part(numbers[1]), 0
        case [1 | 2, 2 | 4]:
            return numbers[1], _part(numbers[0]), 0
        case [4, 1 | 2, 1 | 2]:
            return numbers[0], _part(numbers[1]), _part(numbers[2])
        case [1 | 2, 1 | 2, 2 | 4]:
            first, second = numbers[0], numbers[1]
            if int(second) > 12:
                first, second = second, first
            return numbers[2], _part(second), _part(first)
    return None


def _with_month(month: int, numbers: list[str], *, starts: bool) -> tuple[str, int, int] | None:
    """Year, month and day of a named month; "26 May" is a day and no year, so it is not enough."""
    match [len(number) for number in numbers]:
        case [4]:
            return numbers[0], month, 0
        case [2] if not starts:
            return numbers[0], month, 0
        case [4, 1 | 2]:
            return numbers[0], month, _part(numbers[1])
        case [1 | 2, 2 | 4]:
            return numbers[1], month, _part(numbers[0])
    return None


def _year(figures: str) -> int:
    """Two figures are a year from 2021 to 2060, or none; no paper that ends before matters by its year."""
    if len(figures) == 4:
        return int(figures)
    return 2000 + int(figures) if 21 <= int(figures) <= 60 else 0


def _part(figures: str) -> int:
    """A month or day; 0 was not said, so a typed 0 becomes one that no calendar has."""
    return int(figures) or 99


def _written(year: int, month: int, day: int, eras: frozenset[str]) -> str | None:
    era = _era(year, eras)
    if not era or not 1 <= month <= 12 or day > longest(era, year, month):
        return None
    return f"{era}:{year}-{month:02}-{day:02}" if day else f"{era}:{year}-{month:02}"


def _era(year: int, eras: frozenset[str]) -> str:
    """The calendar that was named, if the year can be one of it, else the one the year itself tells."""
    told = "gregorian" if 1900 <= year <= 2060 else "other" if 1300 <= year <= 1500 else ""
    for named in eras:
        return named if told == ("gregorian" if named == "gregorian" else "other") else ""
    if told != "other":
        return told
    return "solar" if 1400 <= year <= 1420 else "lunar" if 1440 <= year <= 1460 else "unclear"


def longest(era: str, year: int, month: int) -> int:
    """How many days the month has; where the calendar is unclear, as many as either allows."""
    if era == "gregorian":
        return monthrange(year, month)[1]
    if era == "lunar":
        return 30
    if month == 12 and era == "solar":
        return 30 if year % 33 in _SOLAR_LEAPS else 29
    return 31 if month <= 6 else 30


def begins(era: str, year: int, month: int, day: int) -> date:
    """The Gregorian day: exact, one late in some solar years, and give or take two in the lunar calendar."""
    if era == "gregorian":
        return date(year, month, day)
    if era == "solar":
        return date(year + 621, 3, 21) + timedelta(days=30 * (month - 1) + min(month - 1, 6) + day - 1)
    return _LUNAR_BEGAN + timedelta(days=(year - 1) * _LUNAR_YEAR + (month - 1) * _LUNAR_MONTH + day - 1)
