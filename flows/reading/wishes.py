"""The wish of who writes, and of others they speak of: verbs of going and staying, and what turns them round."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from flows.reading.heard import Heard
from flows.reading.signs import Kind, Sign

LEAVE, FAMILY, LATER, UNDECIDED, STAY, LEFT = (
    "LEAVE_NOW", "LEAVE_WITH_FAMILY", "LEAVE_LATER", "UNDECIDED", "STAY", "LEFT",
)  # fmt: skip
_VERBS = (Kind.GO, Kind.STAY)
_TURNS = (Kind.WANT, Kind.NEG, Kind.CANNOT)
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One wish that was said: how sure it is, whether of somebody else, of the past, or only for now."""

    wish: str
    sure: float
    other: bool = False
    past: bool = False
    for_now: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    """A verb with what governs it."""

    no: bool
    cannot: bool = False
    wants: bool = False
    past: bool = False
    other: bool = False
    mine: bool = False
    first: int = 0


def said(heard: Heard) -> list[Said]:
    """Every wish in the message, in its order."""
    wishes: list[Said] = []
    for clause in heard.clauses():
        found = list(_of_clause(heard, clause))
        if not found and wishes and wishes[-1].wish == LEAVE and _puts_off(clause):
            found = [Said(LATER, 0.85, wishes[-1].other, wishes[-1].past)]
        wishes += found
    return wishes


def _puts_off(clause: list[Sign]) -> bool:
    """ "But later": said of what was said before."""
    times = [at for at, sign in enumerate(clause) if sign.kind in (Kind.LATER, Kind.NOT_NOW)]
    return bool(times) and (times[0] == 0 or clause[0].kind is Kind.BUT)


def _of_clause(heard: Heard, clause: list[Sign]) -> Iterator[Said]:
    verbs = [at for at, sign in enumerate(clause) if sign.kind in _VERBS]
    kinds = {sign.kind for sign in clause}
    doubt = 0.6 if heard.asks(clause) else 1.0
    if Kind.UNSURE in kinds or _either(clause, verbs):
        yield Said(UNDECIDED, (0.9 if not verbs and Kind.UNSURE in kinds else 0.75) * doubt)
        return
    if Kind.LEFT in kinds:
        left = next(at for at, sign in enumerate(clause) if sign.kind is Kind.LEFT)
        yield Said(LEFT, 0.92 * doubt, other=clause[left].other or _of_another(clause, left))
        return
    for at in verbs:
        yield _of_verb(heard, clause, at, verbs, doubt)
    if not verbs:
        yield from _without_verb(clause, doubt)


def _either(clause: list[Sign], verbs: list[int]) -> bool:
    """Go or stay?"""
    between = pairwise(verbs)
    return any(
        clause[a].kind is not clause[b].kind and any(s.kind is Kind.OR for s in clause[a:b]) for a, b in between
    )


def _of_verb(heard: Heard, clause: list[Sign], at: int, verbs: list[int], doubt: float) -> Said:
    verb, chain = clause[at], _chain(clause, at)
    other = not chain.mine and (chain.other or _of_another(clause, chain.first))
    sure = verb.sure * doubt * (0.94 if chain.wants or chain.mine or len(clause) <= 3 else 0.85)
    if any(sign.kind is Kind.MAYBE for sign in clause):
        sure *= 0.8
    if any(sign.kind is Kind.DANGER and sign.value == "E05" for sign in clause) or _is_of_you(heard, clause, at):
        sure = min(sure, 0.5)
    wish = _plain(verb, chain)
    with_family, family_sure = _with_family(clause)
    if wish is STAY and verb.kind is Kind.GO and with_family == "without":
        wish, sure = FAMILY, min(sure, 0.92)
    elif wish is LEAVE and verb.kind is Kind.GO and with_family in ("only", "with"):
        wish, sure = FAMILY, min(sure, family_sure)
    elif chain.cannot and verb.kind is Kind.GO:
        wish, sure = LEAVE, min(sure, 0.5)
    when = _when(clause, at, verbs)
    if verb.kind is Kind.GO and wish in (LEAVE, STAY) and when & {Kind.LATER, Kind.NOT_NOW}:
        return Said(LATER, min(sure / (0.8 if sure < 0.8 * doubt else 1), 0.88), other, chain.past)
    for_now = verb.kind is Kind.GO and wish is STAY and Kind.NOW in when
    return Said(wish, min(sure, 0.75) if for_now else sure, other, chain.past, for_now)


def _is_of_you(heard: Heard, clause: list[Sign], at: int) -> bool:
    """ "You help people leave" is no wish of anybody."""
    return any(heard.key(sign) in ("you", "u") for sign in clause[max(0, at - 3) : at])


def _plain(verb: Sign, chain: _Chain) -> str:
    if chain.cannot:
        return LEAVE if verb.kind is Kind.STAY else STAY
    return (STAY if chain.no else LEAVE) if verb.kind is Kind.GO else (LEAVE if chain.no else STAY)


def _chain(clause: list[Sign], at: int) -> _Chain:
    """What stands before the verb and governs it; in Dari and Pashto it may stand behind."""
    verb = clause[at]
    back = _governed(clause, at, -1)
    ahead = _governed(clause, at, 1) if not (back.wants or back.cannot) else _Chain(no=False)
    return _Chain(
        no=verb.no ^ back.no ^ ahead.no,
        cannot=back.cannot or ahead.cannot,
        wants=back.wants or ahead.wants,
        past=back.past or ahead.past,
        other=verb.other or back.other or ahead.other,
        mine=verb.mine or back.mine or ahead.mine,
        first=back.first,
    )


def _governed(clause: list[Sign], at: int, step: int) -> _Chain:
    no = cannot = wants = past = other = mine = False
    first, skipped, place = at, 0, at + step
    while 0 <= place < len(clause) and skipped <= _CLOSE:
        sign = clause[place]
        if sign.kind in _VERBS or (step > 0 and _has_a_verb(clause, place)):
            break
        if sign.kind is Kind.NEG and place > 0 and clause[place - 1].kind is Kind.NEG:
            pass
        elif sign.kind in _TURNS or _turns(clause, place, at):
            no ^= sign.no ^ (sign.kind in (Kind.NEG, Kind.NONE, Kind.HAVE_NOT))
            cannot |= sign.kind is Kind.CANNOT
            wants |= sign.kind is Kind.WANT
            past, other, mine = past | sign.past, other | sign.other, mine | (sign.mine and sign.kind is Kind.WANT)
            first, skipped = place, 0
        else:
            skipped += sign.kind not in (Kind.ME, Kind.WE)
        place += step
    return _Chain(no, cannot, wants, past, other, mine, min(first, at))


def _turns(clause: list[Sign], place: int, at: int) -> bool:
    """ "No" and "am not" turn only what they stand right before."""
    sign = clause[place]
    turns = sign.kind is Kind.NONE or (sign.kind is Kind.HAVE_NOT and not sign.mine)
    return turns and place < at and clause[place + 1].kind in (*_VERBS, *_TURNS)


def _has_a_verb(clause: list[Sign], place: int) -> bool:
    """Whether a word behind the verb governs the next verb instead."""
    if clause[place].kind not in _TURNS:
        return False
    return any(sign.kind in _VERBS for sign in clause[place + 1 : place + 4])


def _of_another(clause: list[Sign], at: int) -> bool:
    """Whether somebody of the speaker's people, not the speaker, is who goes or stays."""
    for place in range(at - 1, -1, -1):
        sign = clause[place]
        if sign.kind in (Kind.ME, Kind.WE, Kind.DANGER) or sign.kind in _VERBS:
            return False
        if sign.kind is Kind.THEY:
            return True
        if sign.kind is Kind.REL:
            before = {each.kind for each in clause[max(0, place - 2) : place]}
            listed = before & {Kind.WITH, Kind.WITHOUT, Kind.AND, Kind.NUM, Kind.TO, Kind.ME, Kind.WE}
            with_after = place + 1 < len(clause) and clause[place + 1].kind in (Kind.WITH, Kind.AND)
            return not listed and not with_after and sign.value != "family"
    return False


def _with_family(clause: list[Sign]) -> tuple[str, float]:
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


def _when(clause: list[Sign], at: int, verbs: list[int]) -> set[Kind]:
    """The words of time that stand nearer to this verb than to another."""
    return {
        sign.kind
        for place, sign in enumerate(clause)
        if sign.kind in (Kind.LATER, Kind.NOT_NOW, Kind.NOW) and min(verbs, key=lambda v: abs(v - place)) == at
    }


def _without_verb(clause: list[Sign], doubt: float) -> Iterator[Said]:
    how, sure = _with_family(clause)
    kinds = [sign.kind for sign in clause]
    if how == "only" or (how == "without" and (Kind.NEG in kinds or Kind.CANNOT in kinds)):
        yield Said(FAMILY, sure * doubt)
    elif Kind.NOT_NOW in kinds:
        yield Said(LATER, 0.6)
    elif Kind.WANT in kinds:
        want = kinds.index(Kind.WANT)
        aim = kinds[want + 1 : want + 4]
        if (
            clause[want].no is False
            and Kind.NEG not in kinds[:want]
            and Kind.TO in aim
            and {Kind.US, Kind.COUNTRY} & set(aim)
        ):
            yield Said(LEAVE, 0.85 * doubt)
