"""What somebody asks of us, and words of danger; each only where it is not said of its opposite."""

from itertools import pairwise

from flows.reading.heard import Heard
from flows.reading.signs import Kind, Sign

ERASURE, PERSON, HELP = "E23", "E22", "HELP"
_CHILD = "E04"
_GROWN = 18


def wants_a_call(heard: Heard) -> bool:
    """Whether they ask to be called, and do not ask not to be."""
    calls = [sign for sign in heard.signs if sign.kind is Kind.CALL]
    return bool(calls) and not any(sign.no or _turned(heard, sign) for sign in calls)


def asks(heard: Heard) -> tuple[str, ...]:
    """The codes of what is asked: E23 to be deleted, E22 a person, HELP."""
    found = []
    if any(_erases(heard, sign) for sign in heard.signs if sign.kind is Kind.DELETE):
        found.append(ERASURE)
    if any(_wants_a_person(clause) for clause in heard.clauses):
        found.append(PERSON)
    if any(sign.kind is Kind.ASK and sign.value == HELP for sign in heard.signs):
        found.append(HELP)
    return tuple(found)


def dangers(heard: Heard) -> tuple[tuple[str, ...], float]:
    """The codes of domain.md §3 whose words occur, in their order, and how sure the least sure of them is."""
    said: dict[str, float] = {}
    for sign in heard.signs:
        if sign.kind is Kind.DANGER and not _turned(heard, sign):
            said[sign.value] = max(sign.sure, said.get(sign.value, 0.0))
    if _is_a_child_alone(heard):
        said.setdefault(_CHILD, 1.0)
    return tuple(sorted(said)), min(said.values(), default=1.0)


def _turned(heard: Heard, sign: Sign) -> bool:
    """Whether "no" or "not" stands close before, or the "is not" of Dari and Pashto close behind."""
    at = sign.place
    before = [each for each in heard.signs[max(0, at - 2) : at] if each.end > sign.at - 3]
    if any(each.kind in (Kind.NEG, Kind.NONE, Kind.HAVE_NOT) for each in before) and sign.gap == 0:
        return True
    after = heard.signs[at + 1 : at + 3]
    return any(each.kind is Kind.HAVE_NOT and each.gap == 0 and _stands_behind(heard, each) for each in after)


def _stands_behind(heard: Heard, sign: Sign) -> bool:
    key = heard.key(sign)
    return not key.isascii() or key.startswith("n")


def _erases(heard: Heard, sign: Sign) -> bool:
    at = sign.place
    near = heard.signs[max(0, at - 4) : at] + heard.signs[at + 1 : at + 5]
    mine = any(each.kind in (Kind.ME, Kind.MY, Kind.NAME, Kind.RECORD) for each in near)
    ours = any(heard.key(each) in ("me", "mara", "ma", "ما", "مرا") for each in near)
    return (mine or ours or len(heard.signs) <= 3) and not _turned(heard, sign)


def _wants_a_person(clause: list[Sign]) -> bool:
    kinds = [sign.kind for sign in clause]
    if any(sign.kind is Kind.ASK and sign.value == PERSON for sign in clause):
        return True
    if Kind.TALK in kinds and any(
        a.kind is Kind.NUM and a.value == "1" and b.kind is Kind.COUNTER for a, b in pairwise(clause)
    ):
        return True
    if Kind.PERSON not in kinds:
        return False
    if Kind.NEG in kinds[: kinds.index(Kind.PERSON)]:
        return False
    return Kind.TALK in kinds or kinds == [Kind.PERSON]


def _is_a_child_alone(heard: Heard) -> bool:
    """ "I am 14 and alone"."""
    alone = any(sign.kind is Kind.ALONE for sign in heard.signs)
    return alone and any(_is_my_age(heard, at) for at, sign in enumerate(heard.signs) if sign.kind is Kind.NUM)


def _is_my_age(heard: Heard, at: int) -> bool:
    signs = heard.signs
    if int(signs[at].value) >= _GROWN:
        return False
    aged = at + 1 < len(signs) and signs[at + 1].kind is Kind.AGE
    said = any(sign.kind is Kind.ME for sign in signs[max(0, at - 2) : at])
    return aged or (said and not (at + 1 < len(signs) and signs[at + 1].kind in (Kind.COUNTER, Kind.REL)))
