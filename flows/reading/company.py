"""With whom somebody goes, and of whom a clause speaks: the speaker, or one of their people."""

from enum import StrEnum

from flows.reading.chains import VERBS
from flows.reading.heard import Clause, Heard
from flows.reading.lexicon.known import sounds_like_a_name
from flows.reading.signs import Kind, Sign

_FAR = 5
# What stands behind a relative who is not the one that goes: "wife of", «خانم تبعه», "mother with".
_NO_SUBJECT = (Kind.OF, Kind.US, Kind.CITIZEN, Kind.CAT, Kind.SOLDIER, Kind.WITH, Kind.AND)
_OBJECT = frozenset(("را", "ra", "رو", "ro"))


def together(clause: Clause) -> tuple[str, float]:
    """How the clause speaks of going together: without them, only with them, with them, or not at all."""
    for at, sign in enumerate(clause):
        beside = clause[at + 1 : at + 5] + clause[max(0, at - 1) : at]
        if sign.kind in (Kind.WITHOUT, Kind.UNLESS) and sign.value != "only" and _rel(beside):
            return "without", 0.92
    if any(sign.kind is Kind.UNLESS and sign.value == "only" for sign in clause) and _rel(clause):
        return "only", 0.9
    for at, sign in enumerate(clause):
        near = clause[at + 1 : at + 6]
        if sign.kind in (Kind.ONLY, Kind.ALONE) and _rel(near) and any(s.kind is Kind.WITH for s in near):
            return "only", 0.92
    for at, sign in enumerate(clause):
        if sign.kind in (Kind.ONLY, Kind.ALONE) and any(s.kind is Kind.WITH for s in clause[at + 1 : at + 3]):
            # "Only together."
            return "only", 0.75
    for at, sign in enumerate(clause):
        beside = clause[at + 1 : at + 4] + clause[max(0, at - 1) : at]
        if sign.kind is Kind.WITH and (rel := _rel(beside)) and rel.value not in ("kin",):
            return "with", 0.7
    return "", 0.0


def _rel(signs: list[Sign]) -> Sign | None:
    return next((sign for sign in signs if sign.kind in (Kind.REL, Kind.THEY)), None)


def misses_whom(heard: Heard, clause: Clause) -> bool:
    """ "Only with" somebody whose word was not understood."""
    kinds = {sign.kind for sign in clause}
    riddles = [at for at, sign in enumerate(clause) if _is_a_riddle(heard, sign)]
    if kinds & {Kind.REL, Kind.THEY}:
        # What stands before "my family" may be "with" or "without".
        return any(at + 1 < len(clause) and clause[at + 1].kind is Kind.REL for at in riddles)
    if kinds & {Kind.WITHOUT, Kind.UNLESS} or (kinds & {Kind.ONLY, Kind.ALONE} and Kind.WITH in kinds):
        return True
    return Kind.WITH in kinds and bool(riddles)


def _is_a_riddle(heard: Heard, sign: Sign) -> bool:
    return sign.kind is Kind.WORD and not sounds_like_a_name(heard.key(sign))


class Subject(StrEnum):
    """Of whom a verb is said: the speaker, one of their people, the family and so the speaker too, or untold."""

    SELF = "SELF"
    OTHER = "OTHER"
    FAMILY = "FAMILY"
    UNTOLD = "UNTOLD"


def subject(heard: Heard, clause: Clause, at: int) -> Subject:
    """Who goes or stays by the verb at this place."""
    for place in range(at - 1, -1, -1):
        sign = clause[place]
        if sign.kind in (Kind.ME, Kind.WE) and not _is_my(heard, clause, place):
            return Subject.SELF
        if sign.kind is Kind.DANGER or sign.kind in VERBS:
            return Subject.UNTOLD
        if sign.kind is Kind.THEY and not _is_with(clause, place):
            return Subject.OTHER
        if sign.kind is Kind.REL:
            return _relative(heard, clause, place, at)
    return Subject.UNTOLD


def _is_my(heard: Heard, clause: Clause, place: int) -> bool:
    """ "Wror me" is "my brother" in Pashto."""
    return heard.key(clause[place]) == "me" and place > 0 and clause[place - 1].kind is Kind.REL


def _relative(heard: Heard, clause: Clause, place: int, at: int) -> Subject:
    before = {each.kind for each in clause[max(0, place - 2) : place]}
    after = clause[place + 1] if place + 1 < len(clause) else None
    listed = before & {Kind.WITH, Kind.WITHOUT, Kind.AND, Kind.NUM, Kind.TO, Kind.ME, Kind.WE}
    followed = after is not None and (after.kind in _NO_SUBJECT or heard.key(after) in _OBJECT)
    if listed or followed or at - place > _FAR:
        return Subject.UNTOLD
    return Subject.FAMILY if clause[place].value == "family" else Subject.OTHER


def _is_with(clause: Clause, place: int) -> bool:
    """ "Without her": not she goes, but the speaker."""
    return any(each.kind in (Kind.WITH, Kind.WITHOUT, Kind.FOR) for each in clause[max(0, place - 1) : place])
