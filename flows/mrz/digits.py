"""Check digits of ICAO 9303, and what they cannot see: they count modulo 10, and every letter is a number."""

from collections.abc import Mapping
from string import ascii_uppercase, digits

from flows.mrz.layouts import Field, Layout

_VALUES = {sign: value for value, sign in enumerate(digits + ascii_uppercase)} | {"<": 0}
_WEIGHTS = (7, 3, 1)
_CLASSES = ("0<AKU", "5FPZ", "6GQ", "8IS", "4EOY", "1BLV")

# What one may be taken for the other without any check digit noticing.
UNSEEN: Mapping[str, str] = {sign: group.replace(sign, "") for group in _CLASSES for sign in group}


def check_digit(signs: str) -> str:
    """The check digit over these characters; what is no character of a zone counts as a filler."""
    return str(sum(_VALUES.get(sign, 0) * _WEIGHTS[i % 3] for i, sign in enumerate(signs)) % 10)


def whole_number(layout: Layout, zone: str) -> tuple[str, str, int]:
    """The document number, its check digit, and how many characters of the optional field they took.

    A number of more than nine characters has a filler for its check digit; its end, then the check digit, then a
    filler begin the optional field (Doc 9303-5 and 9303-6, note j).
    """
    number, digit = layout.take(zone, Field.NUMBER), layout.take(zone, Field.NUMBER_DIGIT)
    if layout.spill and digit == "<" and "<" not in number:
        rest = layout.take(zone, layout.spill).partition("<")[0]
        if len(rest) > 1:
            return number + rest[:-1], rest[-1], len(rest)
    return number, digit, 0


def verdicts(layout: Layout, zone: str) -> dict[str, bool]:
    """Which check digits hold; one that is a filler after an empty field is not there, so it is left out."""
    number, digit, _ = whole_number(layout, zone)
    told = {
        "number": (number, digit),
        "birth": (layout.take(zone, Field.BIRTH), layout.take(zone, Field.BIRTH_DIGIT)),
        "expiry": (layout.take(zone, Field.EXPIRY), layout.take(zone, Field.EXPIRY_DIGIT)),
        "optional": (layout.take(zone, Field.OPTIONAL), layout.take(zone, Field.OPTIONAL_DIGIT)),
        "composite": ("".join(zone[i] for i in layout.covered), layout.take(zone, Field.COMPOSITE)),
    }
    return {
        name: digit == check_digit(signs)
        for name, (signs, digit) in told.items()
        if digit and (digit != "<" or signs.strip("<"))
    }
