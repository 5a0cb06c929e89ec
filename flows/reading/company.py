"""With whom somebody goes, and of whom a clause speaks: the speaker, or one of their people."""

from flows.reading.chains import VERBS
from flows.reading.heard import Clause, Heard
from flows.reading.lexicon.known import sounds_like_a_name
from flows.reading.signs import Kind, Sign

_FAR = 5
_SPONSORS = (Kind.OF, Kind.US, Kind.CITIZEN, Kind.CAT, Kind.SOLDIER)


def together(clause: Clause) -> tuple[str, float]:
    """How the clause speaks of going together: without them, only with them, with them, or not at all."""
    for at, sign in enumerate(clause):
        if sign.kind in (Kind.WITHOUT, Kind.UNLESS) and _rel(clause[at + 1 : at + 5]):
            return "without", 0.92
    for at, sign in enumerate(clause):
        near = clause[at + 1 : at + 6]
        if sign.kind in (Kind.ONLY, Kind.ALONE) and _rel(near) and any(s.kind is Kind.WITH for s in near):
            return "only", 0.92
    for at, sign in enumerate(clause):
        beside = clause[at + 1 : at + 4] + clause[max(0, at - 1) : at]
        if sign.kind is Kind.WITH and (rel := _rel(beside)) and rel.value not in ("kin",):
            return "with", 0.7
    return "", 0.0


def _rel(signs: list[Sign]) -> Sign | None:
    return next((sign for sign in signs if sign.kind is Kind.REL), None)


def misses_whom(heard: Heard, clause: Clause) -> bool:
    """ "Only with" somebody whose word was not understood."""
    kinds = {sign.kind for sign in clause}
    if Kind.REL in kinds or not kinds & {Kind.WITH, Kind.WITHOUT, Kind.UNLESS}:
        return False
    return any(sign.kind is Kind.WORD and not sounds_like_a_name(heard.key(sign)) for sign in clause)


def is_of_another(clause: Clause, at: int) -> bool:
    """Whether somebody of the speaker's people, not the speaker, is who goes or stays."""
    for place in range(at - 1, -1, -1):
        sign = clause[place]
        if sign.kind in (Kind.ME, Kind.WE, Kind.DANGER) or sign.kind in VERBS:
            return False
        if sign.kind is Kind.THEY:
            return True
        if sign.kind is Kind.REL:
            before = {each.kind for each in clause[max(0, place - 2) : place]}
            listed = before & {Kind.WITH, Kind.WITHOUT, Kind.AND, Kind.NUM, Kind.TO, Kind.ME, Kind.WE}
            with_after = place + 1 < len(clause) and clause[place + 1].kind in (Kind.WITH, Kind.AND)
            sponsored = place + 1 < len(clause) and clause[place + 1].kind in _SPONSORS
            return not (listed or with_after or sponsored) and sign.value != "family" and at - place <= _FAR
    return False
