"""Characters taken for one another: read as the other where their place forbids them, else only offered."""

import re
from collections.abc import Mapping
from datetime import date

from flows.mrz.digits import verdicts
from flows.mrz.fields import days_are_real
from flows.mrz.layouts import ALPHABETS, COVERED, Field, Layout
from flows.mrz.zone import Change

_AS_DIGIT = {
    "O": "0",
    "Q": "0",
    "D": "0",
    "I": "1",
    "L": "1",
    "Z": "2",
    "A": "4",
    "S": "5",
    "G": "6",
    "T": "7",
    "B": "8",
}
_AS_LETTER = {"0": "O", "1": "I", "2": "Z", "4": "A", "5": "S", "6": "G", "7": "T", "8": "B"}
_DOUBLES: Mapping[Field, Mapping[str, str]] = {
    Field.DOCUMENT: {"F": "P", "R": "P", "4": "A", "G": "C", "1": "I", "L": "I", "U": "V", "W": "V", "Y": "V"},
    Field.ISSUER: _AS_LETTER,
    Field.NAMES: _AS_LETTER,
    Field.NATIONALITY: _AS_LETTER,
    Field.SEX: {"K": "<"},
    Field.NUMBER_DIGIT: _AS_DIGIT | {"K": "<"},
    Field.BIRTH: _AS_DIGIT | {"K": "<"},
    Field.BIRTH_DIGIT: _AS_DIGIT,
    Field.EXPIRY: _AS_DIGIT | {"K": "<"},
    Field.EXPIRY_DIGIT: _AS_DIGIT,
    Field.OPTIONAL_DIGIT: _AS_DIGIT | {"K": "<"},
    Field.COMPOSITE: _AS_DIGIT,
}

# A filler is often seen as K: four at an end, any after three fillers, and any after the names' second separator.
_FILLED = re.compile("(?:K{4,}|<{3,}[K<]*|<[K<]*K{4,}[K<]*)$")
_AFTER_NAMES = re.compile("<<.*?[A-JL-Z].*?(<<[K<]*)$")
_GERMANY = re.compile("D[K<]{2}$")
_RUNS = (
    (Field.NAMES, _FILLED),
    (Field.NAMES, _AFTER_NAMES),
    (Field.OPTIONAL, _FILLED),
    (Field.OPTIONAL_UPPER, _FILLED),
    (Field.ISSUER, _GERMANY),
    (Field.NATIONALITY, _GERMANY),
)

# Pairs that eyes and cameras mix up, both ways.
_ALIKE = "0O 0D 0Q OD OQ 08 1I 1L IL 17 7T 27 2Z 38 49 8B 4A 5S 56 6G 68 CG EF HN KX PR UV VW VY"


def _confusions() -> dict[str, str]:
    pairs = [(pair[0], pair[1]) for pair in _ALIKE.split()]
    pairs += [(other, one) for one, other in pairs]
    return {sign: "".join(other for one, other in pairs if one == sign) for sign, _ in pairs}


CONFUSED: Mapping[str, str] = _confusions()


def mended(layout: Layout, zone: str) -> tuple[str, tuple[Change, ...]]:
    """The zone with look-alikes read as what their place allows, and each character that was changed."""
    signs = [
        sign if sign in ALPHABETS[field] else _DOUBLES.get(field, {}).get(sign, sign)
        for field, sign in zip(layout.fields, zone, strict=True)
    ]
    for field, pattern in _RUNS:
        _fill(signs, layout.where(field), pattern)
    after = "".join(signs)
    return after, tuple(_change(layout, zone, i, new) for i, new in enumerate(after) if new != zone[i])


def suggestion(layout: Layout, zone: str, today: date) -> Change | None:
    """The only look-alike of one character with which all check digits hold and both days are real."""
    found = [
        _change(layout, zone, i, other)
        for i, field in enumerate(layout.fields)
        if field in COVERED or field is Field.COMPOSITE
        for other in CONFUSED.get(zone[i], "")
        if other in ALPHABETS[field] and _would_hold(layout, f"{zone[:i]}{other}{zone[i + 1 :]}", today)
    ]
    return found[0] if len(found) == 1 else None


def _would_hold(layout: Layout, zone: str, today: date) -> bool:
    return all(verdicts(layout, zone).values()) and days_are_real(layout, zone, today)


def _fill(signs: list[str], where: tuple[int, ...], pattern: re.Pattern[str]) -> None:
    """Read each K as a filler where the pattern, or its group, finds it."""
    if found := pattern.search("".join(signs[i] for i in where)):
        for i in where[slice(*found.span(found.lastindex or 0))]:
            signs[i] = "<" if signs[i] == "K" else signs[i]


def _change(layout: Layout, zone: str, position: int, new: str) -> Change:
    name = layout.fields[position].name.lower()
    return Change(name, *layout.spot(position), zone[position], new)
