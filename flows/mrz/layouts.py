"""The five formats of ICAO 9303 as pictures: each position shows the field that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import ascii_uppercase, digits


class Field(StrEnum):
    """What a position belongs to, by its letter in the pictures; small letters follow what they complete."""

    DOCUMENT = "T"
    SUBTYPE = "t"
    ISSUER = "I"
    NAMES = "N"
    NUMBER = "D"
    NUMBER_DIGIT = "d"
    NATIONALITY = "C"
    BIRTH = "B"
    BIRTH_DIGIT = "b"
    SEX = "S"
    EXPIRY = "E"
    EXPIRY_DIGIT = "e"
    OPTIONAL_UPPER = "P"
    OPTIONAL = "O"
    OPTIONAL_DIGIT = "o"
    COMPOSITE = "X"


class Format(StrEnum):
    """Cards, larger cards, passports, and the two sizes of visas."""

    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    MRV_A = "MRV-A"
    MRV_B = "MRV-B"


_LETTERS = frozenset(ascii_uppercase + "<")
_DIGITS = frozenset(digits)
_ANY = _LETTERS | _DIGITS
# Passports begin with P, other papers and cards with A, C or I, visas with V. The second letter is the state's and
# may be a figure: cards of residence in the United States begin C1.
ALPHABETS: Mapping[Field, frozenset[str]] = {
    Field.DOCUMENT: frozenset("PACIV"),
    Field.SUBTYPE: _ANY,
    Field.ISSUER: _LETTERS,
    Field.NAMES: _LETTERS,
    Field.NUMBER: _ANY,
    Field.NUMBER_DIGIT: _DIGITS | {"<"},
    Field.NATIONALITY: _LETTERS,
    Field.BIRTH: _DIGITS | {"<"},
    Field.BIRTH_DIGIT: _DIGITS | {"<"},
    Field.SEX: frozenset("MFX<"),
    Field.EXPIRY: _DIGITS | {"<"},
    Field.EXPIRY_DIGIT: _DIGITS | {"<"},
    Field.OPTIONAL_UPPER: _ANY,
    Field.OPTIONAL: _ANY,
    Field.OPTIONAL_DIGIT: _DIGITS | {"<"},
    Field.COMPOSITE: _DIGITS,
}
COVERED = frozenset("DdPOBbEeo")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of a format stand; a zone is its lines as one string, positions count from 0.

    spill: the field that takes the end of a document number of more than nine characters.
    """

    format: Format
    picture: tuple[str, ...]
    spill: Field | None = None
    fields: tuple[Field, ...] = field(init=False, repr=False)
    covered: tuple[int, ...] = field(init=False, repr=False)
    _at: Mapping[Field, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        fields = tuple(Field(letter) for line in self.picture for letter in line)
        at = {each: tuple(i for i, letter in enumerate(fields) if letter is each) for each in Field}
        object.__setattr__(self, "fields", fields)
        object.__setattr__(self, "_at", at)
        object.__setattr__(self, "covered", tuple(i for i, letter in enumerate(fields) if letter in COVERED))

    @property
    def width(self) -> int:
        """The length of each line."""
        return len(self.picture[0])

    @property
    def is_visa(self) -> bool:
        """Whether it is a visa, which begins with V and has no composite check digit."""
        return Field.COMPOSITE not in self.fields

    def take(self, zone: str, wanted: Field) -> str:
        """The characters of a field, empty if the format has none."""
        return "".join(zone[i] for i in self._at[wanted])

    def where(self, wanted: Field) -> tuple[int, ...]:
        """The positions of a field."""
        return self._at[wanted]

    def lines(self, zone: str) -> tuple[str, ...]:
        """The zone as lines."""
        return tuple(zone[i : i + self.width] for i in range(0, len(zone), self.width))

    def spot(self, position: int) -> tuple[int, int]:
        """Line and column of a position, both from 1, as the standard counts."""
        line, column = divmod(position, self.width)
        return line + 1, column + 1


_HEAD = "DDDDDDDDDd" + "CCC" + "BBBBBBb" + "S" + "EEEEEEe"
TD3 = Layout(Format.TD3, ("TtIII" + "N" * 39, _HEAD + "O" * 14 + "oX"))
TD2 = Layout(Format.TD2, ("TtIII" + "N" * 31, _HEAD + "O" * 7 + "X"), Field.OPTIONAL)
TD1 = Layout(
    Format.TD1,
    ("TtIII" + "DDDDDDDDDd" + "P" * 15, "BBBBBBb" + "S" + "EEEEEEe" + "CCC" + "O" * 11 + "X", "N" * 30),
    Field.OPTIONAL_UPPER,
)
MRV_A = Layout(Format.MRV_A, ("TtIII" + "N" * 39, _HEAD + "O" * 16))
MRV_B = Layout(Format.MRV_B, ("TtIII" + "N" * 31, _HEAD + "O" * 8))
LAYOUTS = (TD3, TD1, TD2, MRV_A, MRV_B)
