"""Words that mean something become signs; what is no sign stays a word that may be part of a name."""

from enum import StrEnum
from typing import NamedTuple

from flows.reading.tokens import Gap


class Kind(StrEnum):
    """What a sign is about."""

    # Sets of kinds are made for every clause, and the hash of an enum is a Python function.
    __hash__ = str.__hash__

    ME = "ME"
    WE = "WE"
    MY = "MY"
    THEY = "THEY"
    REL = "REL"
    COUNTER = "COUNTER"
    ADULT = "ADULT"
    OF_US = "OF_US"
    TOTAL = "TOTAL"
    NUM = "NUM"
    ALONE = "ALONE"
    ONLY = "ONLY"
    WITH = "WITH"
    WITHOUT = "WITHOUT"
    UNLESS = "UNLESS"
    IF = "IF"
    NEG = "NEG"
    NONE = "NONE"
    CAN = "CAN"
    CANNOT = "CANNOT"
    WANT = "WANT"
    GO = "GO"
    STAY = "STAY"
    LEFT = "LEFT"
    LATER = "LATER"
    NOT_NOW = "NOT_NOW"
    NOW = "NOW"
    UNSURE = "UNSURE"
    MAYBE = "MAYBE"
    OR = "OR"
    AND = "AND"
    BUT = "BUT"
    IN = "IN"
    TO = "TO"
    FROM = "FROM"
    OF = "OF"
    IS = "IS"
    HERE = "HERE"
    PLACE = "PLACE"
    COUNTRY = "COUNTRY"
    US = "US"
    CITIZEN = "CITIZEN"
    CAT = "CAT"
    SOLDIER = "SOLDIER"
    NAME = "NAME"
    BORN = "BORN"
    ENDS = "ENDS"
    PHONE = "PHONE"
    PAPER = "PAPER"
    CASE = "CASE"
    MONTH = "MONTH"
    AGE = "AGE"
    SPAN = "SPAN"
    CALL = "CALL"
    DELETE = "DELETE"
    RECORD = "RECORD"
    TALK = "TALK"
    PERSON = "PERSON"
    ASK = "ASK"
    DANGER = "DANGER"
    FOR = "FOR"
    HAVE_NOT = "HAVE_NOT"
    FILL = "FILL"
    USED = "USED"
    WORD = "WORD"


class Sign(NamedTuple):
    """A stretch of words with one meaning; a tuple, since a long message makes hundreds of them.

    value: which of its kind; no: said of its opposite; other: said of somebody else; past: said of before;
    mine: of the speaker's own people; many: of several; sure: 1, or less where the spelling was guessed;
    at, end: the words it is made of; gap: what stands before it; place: which of all signs it is.
    """

    kind: Kind
    value: str = ""
    no: bool = False
    other: bool = False
    past: bool = False
    mine: bool = False
    many: bool = False
    weak: bool = False
    sure: float = 1.0
    at: int = 0
    end: int = 0
    gap: Gap = Gap.NONE
    place: int = 0

    def stands(self, at: int, end: int, gap: Gap, sure: float, place: int) -> "Sign":
        """The same sign at its place in a message."""
        marks = (self.no, self.other, self.past, self.mine, self.many, self.weak)
        return Sign(self.kind, self.value, *marks, min(sure, self.sure), at, end, gap, place)


def sign(meaning: str) -> Sign:
    """A sign written as "REL spouse mine": its kind, its value if any, and its marks."""
    kind, *rest = meaning.split()
    marks = {mark: True for mark in rest if mark in ("no", "other", "past", "mine", "many", "weak")}
    value = " ".join(word for word in rest if word not in marks)
    return Sign(Kind(kind), value, **marks)  # type: ignore[arg-type]
