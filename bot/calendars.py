"""Days and times in words: two calendars, the reader's month names and digits, and the clock of Kabul."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from flows import dates
from flows.places import KABUL

# The package is right on every day of 1900 to 2099, but its constructor has no types.
_solar: Callable[[date], JalaliDate] = JalaliDate


# Own tables: no platform has the Afghan month names in all these languages without a slip (domain.md §6.3).
_GREGORIAN = {
    "en": dates.GREGORIAN_ENGLISH,
    "fa-AF": dates.GREGORIAN_DARI,
    "ps": dates.GREGORIAN_PASHTO,
    "uz": dates.GREGORIAN_UZBEK,
}
_SOLAR = {"en": dates.SOLAR_ENGLISH, "fa-AF": dates.SOLAR_DARI, "ps": dates.SOLAR_PASHTO, "uz": dates.SOLAR_UZBEK}
_WEEK_DARI = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
_WEEK = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fa-AF": _WEEK_DARI,
    "ps": _WEEK_DARI,  # better known among Pashto speakers than the bookish اونۍ, يونۍ …
    "uz": ("dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba"),
}
_CLOCK = {
    "en": "{day}, {clock}",
    "fa-AF": "{day}، ساعت {clock}",
    "ps": "{day}، {clock} بجې",
    "uz": "{day}, {clock}",
}
LATIN = ("en", "uz")  # written from the left, with these digits
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def in_digits(figures: str, language: str) -> str:
    """The figures in the digits of the language."""
    return figures if language in LATIN else figures.translate(_DIGITS)


@lru_cache(1000)
def say_day(day: date, language: str) -> str:
    """A day as 18 Nov 2021 (27 Aqrab 1400)."""
    solar = _solar(day)
    gregorian = f"{day.day} {_GREGORIAN[language][day.month - 1]} {day.year}"
    return in_digits(f"{gregorian} ({solar.day} {_SOLAR[language][solar.month - 1]} {solar.year})", language)


@lru_cache(1000)
def say_time(at: datetime, language: str) -> str:
    """A moment as weekday, day and clock in Kabul."""
    there = at.astimezone(KABUL)
    day = f"{_WEEK[language][there.weekday()]} {say_day(there.date(), language)}"
    return _CLOCK[language].format(day=day, clock=in_digits(f"{there:%H:%M}", language))
