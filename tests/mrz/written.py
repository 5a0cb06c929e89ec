"""Zones as a state would print them, by an own reading of ICAO 9303: nothing here is the reader's."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase, digits

TODAY = date(2026, 11, 23)
SIZES = {"TD1": 30, "TD2": 36, "TD3": 44, "MRV-A": 44, "MRV-B": 36}
_SPARE = {"TD1": 15, "TD2": 7, "TD3": 14, "MRV-A": 16, "MRV-B": 8}
_KINDS = {"TD1": ("I", "ID", "AR", "C1", "IR"), "TD2": ("I", "AC", "P"), "TD3": ("P", "PD", "PS")}
_STATES = ("AFG", "USA", "D", "PAK", "IRN", "UNO", "XXA", "XXB", "GBN", "RKS", "UTO")


@dataclass(frozen=True, slots=True)
class Holder:
    """What a document says. birth: YYMMDD with fillers for what is not known."""

    format: str
    document: str
    issuer: str
    number: str
    nationality: str
    birth: str
    sex: str
    expiry: date
    surname: str
    given: str
    optional: tuple[str, ...]


def zone_lines(holder: Holder) -> list[str]:
    """The lines of a document."""
    width = SIZES[holder.format]
    head = holder.document.ljust(2, "<") + holder.issuer.ljust(3, "<")
    names = f"{holder.surname}<<{holder.given}".replace(" ", "<")
    birth, expiry = _checked(holder.birth), _checked(holder.expiry.strftime("%y%m%d"))
    number, spare = _number(holder)
    if holder.format == "TD1":
        upper = (head + number + spare).ljust(30, "<")
        lower = birth + holder.sex + expiry
        rest = _filled(holder.optional[1], 11)
        digit = _digit(upper[5:] + birth + expiry + rest)
        return [upper, lower + holder.nationality.ljust(3, "<") + rest + digit, _cut(names, 30)]
    lower = number + holder.nationality.ljust(3, "<") + birth + holder.sex + expiry
    spare = spare.ljust(_SPARE[holder.format], "<")
    if holder.format == "TD3":
        spare += _digit(spare) if spare.strip("<") else "<"
    if not holder.format.startswith("MRV"):
        spare += _digit(number + birth + expiry + spare)
    return [_cut(head + names, width), lower + spare]


def _number(holder: Holder) -> tuple[str, str]:
    """The field of the number with its digit, and what stands in the first optional field."""
    digit, optional = _digit(holder.number), holder.optional[0].replace(" ", "<")
    if len(holder.number) <= 9:
        return holder.number.ljust(9, "<") + digit, optional
    return holder.number[:9] + "<", holder.number[9:] + digit + "<" + optional


def _digit(text: str) -> str:
    order = digits + ascii_uppercase
    return str(
        sum((7, 3, 1)[i % 3] * (0 if sign == "<" else order.index(sign)) for i, sign in enumerate(text)) % 10
    )


def _checked(text: str) -> str:
    return text + _digit(text)


def _filled(text: str, width: int) -> str:
    return text.replace(" ", "<").ljust(width, "<")


def _cut(text: str, width: int) -> str:
    return text[:width].ljust(width, "<")


def somebody(dice: random.Random, wanted: str = "") -> Holder:
    """An invented holder; every sort of number, name and date comes up."""
    kind = wanted or dice.choice(list(SIZES))
    document = dice.choice(_KINDS.get(kind, ("V", "VB")))
    long = kind in {"TD1", "TD2"} and dice.random() < 0.3
    number = _signs(dice, *((10, 9 + _SPARE[kind] - 3) if long else (5, 9)))
    spare = _SPARE[kind] - (len(number) - 9 + 2 if long else 0)
    return Holder(
        format=kind,
        document=document,
        issuer=dice.choice(_STATES),
        number=number,
        nationality=dice.choice(_STATES),
        birth=_birth(dice),
        sex=dice.choice("MFX<"),
        expiry=TODAY + timedelta(days=dice.randrange(-7000, 18000)),
        surname=_name(dice, 2),
        given=_name(dice, 1) if dice.random() < 0.8 else "",
        optional=(_signs(dice, 0, spare), *((_signs(dice, 0, 11),) if kind == "TD1" else ())),
    )


def _signs(dice: random.Random, least: int, most: int) -> str:
    return "".join(dice.choices(ascii_uppercase + digits * 4, k=dice.randint(least, most)))


def _name(dice: random.Random, most: int) -> str:
    """Few words, and few long ones, so that all names fit the smallest field."""
    return " ".join(
        "".join(dice.choices(ascii_uppercase, k=dice.randint(2, 6))) for _ in range(dice.randint(1, most))
    )


def _birth(dice: random.Random) -> str:
    born = TODAY - timedelta(days=dice.randrange(1, 36_000))
    return dice.choice([born.strftime("%y%m%d")] * 6 + [born.strftime("%y%m<<"), born.strftime("%y<<<<")])
