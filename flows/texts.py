"""Texts that people read: said by id, put into words only when they are delivered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or label by its id (upper case: domain.md §5.4; lower case: a button or label of ours).

    The id is the gettext context and the English source the message, so translators see both. Where a number is
    said, `source` is of one, `plural` of many, and `counts` names the placeholder that holds it.
    """

    id: str
    source: str
    plural: str = ""
    counts: str = ""

    def __call__(self, **values: "Part") -> "Spoken":
        """This text with its placeholders filled."""
        return Spoken(self, values)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names in braces, in order."""
        return _placeholders(self.source)


@cache
def _placeholders(source: str) -> tuple[str, ...]:
    return tuple(PLACEHOLDER.findall(source))


@dataclass(frozen=True, slots=True)
class Code:
    """A code or document number: always Latin letters and digits, left to right."""

    value: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Several labels and values, said as a list in the reader's language."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text and the values that fill it."""

    text: Text
    values: Mapping[str, "Part"] = field(default_factory=dict)


# What a placeholder may hold. Dates and times are turned into the reader's calendar and clock at delivery.
Part = str | int | Text | Spoken | Code | Listed | date | datetime
