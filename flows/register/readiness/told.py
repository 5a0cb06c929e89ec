"""Fields of an object that came from outside, by type; what is wrong is named by its place, never its value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from flows.places import KABUL
from flows.register.readiness.people import Precision

E = TypeVar("E", bound=StrEnum)

CODE = re.compile(r"[A-Za-z0-9_]{1,40}")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of a person; `passed_over` marks a field that is passed over."""

    id: str
    field: str
    why: str
    passed_over: bool = False

    def __str__(self) -> str:
        return f"{self.id}: {self.field}: {self.why}" if self.field else f"{self.id}: {self.why}"


class Fields:
    """One object about one person; a missing or null field is read as nothing said."""

    __slots__ = ("faults", "fields", "id", "path")

    def __init__(self, id_: str, fields: Mapping[str, object], faults: list[Fault], path: str = "") -> None:
        self.id, self.fields, self.faults, self.path = id_, fields, faults, path

    def known_only(self, names: tuple[str, ...]) -> None:
        """A field that looks like one of these is a slip; any other is passed over, and said."""
        for key in self.fields:
            if key not in names:
                near = _near(key.lower(), names)
                why = f"there is no such field; is it {near}?" if near else "there is no such field: not read"
                self.faults.append(Fault(self.id, self.path + shown(key), why, passed_over=not near))

    def named(self) -> bool:
        """A name, or only whether one is known."""
        name = self.fields.get("name")
        if name is not None and not isinstance(name, str | bool):
            self.fault("name", "this must be a text, true or false")
        return bool(name.strip()) if isinstance(name, str) else name is True

    def text(self, key: str) -> str:
        """A text, or a number in its place; "" if there is none."""
        value = self.fields.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not (isinstance(value, str) and _is_written(value)):
            self.fault(key, "this must be a text")
            return ""
        return value or ""

    def code(self, key: str) -> str:
        """A code, "" if there is none."""
        value = self.fields.get(key)
        if value is None:
            return ""
        if isinstance(value, str) and CODE.fullmatch(value):
            return value
        self.fault(key, "this must be a code of Latin letters, digits and _")
        return ""

    def needed(self, key: str) -> str:
        """A code that must be there."""
        if self.fields.get(key) is None:
            self.fault(key, "this is missing")
        return self.code(key)

    def one_of(self, key: str, kinds: type[E], default: E) -> E:
        """A word of a fixed list, in either case."""
        value = self.fields.get(key)
        if value is None:
            return default
        found: E | None = _words(kinds).get(value.upper()) if isinstance(value, str) else None
        if found is None:
            self.fault(key, f"this must be one of {', '.join(kinds)}")
            return default
        return found

    def whole(self, key: str, most: int) -> int | None:
        """A whole number from 0."""
        value = self.fields.get(key)
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and whole and 0 <= value <= most:
            return int(value)
        self.fault(key, f"this must be a whole number from 0 to {most}")
        return None

    def yes(self, key: str) -> bool:
        """True or false."""
        value = self.fields.get(key)
        if value is not None and not isinstance(value, bool):
            self.fault(key, "this must be true or false")
        return value is True

    def day(self, key: str) -> date | None:
        """A day; of a moment with a time zone the day in Kabul."""
        value = self.fields.get(key)
        if value is None:
            return None
        day = _moment(value) if isinstance(value, str) and "T" in value else _day(value)
        if isinstance(day, date):
            return day
        self.fault(key, "this must be a day like 2021-11-10")
        return None

    def expiry(self) -> tuple[date | None, Precision]:
        """A day, a month or a year, and which of them."""
        value = self.fields.get("exp")
        if value is None:
            return None, Precision.DAY
        if isinstance(value, str) and (parts := DAY.fullmatch(value)):
            precision = Precision.DAY if parts[3] else Precision.MONTH if parts[2] else Precision.YEAR
            if day := _day(f"{parts[1]}-{parts[2] or '01'}-{parts[3] or '01'}"):
                return day, precision
        self.fault("exp", "this must be a day like 2026-05-31, a month like 2026-05 or a year")
        return None, Precision.DAY

    def each(self, key: str, short: str) -> list["Fields"]:
        """The objects of a list; where `short` names a field, its text alone stands for the object."""
        found: list[Fields] = []
        for place, value in enumerate(self._list(key)):
            path = f"{self.path}{key}[{place}]."
            told = {short: value} if short and isinstance(value, str) else value
            if isinstance(told, dict):
                found.append(Fields(self.id, told, self.faults, path))
            else:
                self.fault(
                    f"{key}[{place}]", "this must be a code or an object" if short else "this must be an object"
                )
        return found

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids."""
        found = self._list(key)
        for place, value in enumerate(found):
            if not isinstance(value, str) or not is_id(value):
                self.fault(f"{key}[{place}]", "this must be an id, as a text")
        return tuple(value for value in found if isinstance(value, str))

    def fault(self, key: str, why: str) -> None:
        """Keep what is wrong with a field."""
        self.faults.append(Fault(self.id, self.path + key, why))

    def _list(self, key: str) -> list[object]:
        value = self.fields.get(key)
        if value is not None and not isinstance(value, list):
            self.fault(key, "this must be a list")
        return value if isinstance(value, list) else []


@cache
def _words(kinds: type[E]) -> dict[str, E]:
    return {kind.upper(): kind for kind in kinds}


@lru_cache(1000)
def _near(key: str, names: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(key, names, 1, 0.75)), "")


def _day(value: object) -> date | None:
    parts = DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        day = date(int(parts[1]), int(parts[2]), int(parts[3])) if parts and parts[3] else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _moment(value: str) -> date | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return _day((moment.astimezone(KABUL) if moment.tzinfo else moment).date().isoformat())


def is_id(value: str) -> bool:
    """Whether somebody can be called by this."""
    return bool(value) and _is_written(value)


def _is_written(value: str) -> bool:
    """Whether it can be written out: half a sign cannot."""
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)


def shown(key: str) -> str:
    """A name nobody expected, fit to be printed: it may be what a person wrote."""
    return key if CODE.fullmatch(key) else "a field"
