"""Reading what a policy file tells, by type: what is wrong is collected with its place, and read as nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

T = TypeVar("T")
CODE = re.compile(r"[A-Z0-9_]{1,40}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a policy: the path of its key, as in TOML, and why in words."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """One table of a file, with the faults found so far; `path` is where the table stands."""

    table: Mapping[str, object]
    faults: list[Fault] = field(default_factory=list)
    path: str = ""

    def at(self, key: str) -> str:
        """The path of a key of this table."""
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, why: str) -> None:
        """Keep a fault of a key."""
        self.faults.append(Fault(self.at(key), why))

    def known_only(self, keys: Sequence[str]) -> None:
        """Fault every other key."""
        for key in self.table:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                self.fault(key, "there is no such key" + (f"; is it {near[0]}?" if near else ""))

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        return self._one(key, default, "", lambda value: isinstance(value, str) and bool(value.strip()), "a text")

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        wanted = f"a whole number from {least} to {most}"
        return self._one(
            key,
            default,
            least,
            lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most,
            wanted,
        )

    def day(self, key: str) -> date:
        """A day without an hour."""
        return self._one(key, None, date.min, _is_day, "a day like 2021-11-01, without quotes")

    def table_of(self, key: str, *, needed: bool = True) -> "Told":
        """A table, empty if it is not there."""
        none: dict[str, object] = {}
        value = self._one(key, None if needed else none, none, lambda value: isinstance(value, dict), "a table")
        return Told(value, self.faults, self.at(key))

    def codes(self, key: str, *, needed: bool = True) -> list[str]:
        """A list of codes, each once."""
        none: list[object] = []
        value = self._one(
            key, None if needed else none, none, lambda each: isinstance(each, list), "a list of codes"
        )
        return self._each_once(key, value)

    def sets(self, key: str) -> list[list[str]]:
        """A list of lists of codes, none of them empty."""
        none: list[object] = []
        value = self._one(key, None, none, lambda each: isinstance(each, list) and bool(each), "a list of sets")
        found: list[list[str]] = []
        for place, each in enumerate(value):
            here = f"{key}[{place}]"
            if isinstance(each, list) and each:
                found.append(self._each_once(here, each))
            else:
                self.fault(here, "this must be a list of codes, not empty")
        return found

    def texts(self) -> dict[str, str]:
        """The whole table as texts by code; a code is what reasons are made of, so it has no gaps and no colon."""
        for key in self.table:
            if not CODE.fullmatch(key):
                self.fault(key, "a code is of capital letters, digits and _")
        return {key: self.text(key) for key in self.table}

    def _each_once(self, key: str, value: Iterable[object]) -> list[str]:
        found: list[str] = []
        for place, code in enumerate(value):
            if not isinstance(code, str) or not code:
                self.fault(f"{key}[{place}]", "this must be a code in quotes")
            elif code in found:
                self.fault(f"{key}[{place}]", f"{code} stands here twice")
            else:
                found.append(code)
        return found

    def _one(self, key: str, default: T | None, instead: T, fits: Callable[[object], bool], wanted: str) -> T:
        if key not in self.table:
            if default is None:
                self.fault(key, f"this is missing: it must be {wanted}")
            return instead if default is None else default
        value = self.table[key]
        if fits(value):
            return value  # type: ignore[return-value]
        self.fault(key, f"this must be {wanted}")
        return instead


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
