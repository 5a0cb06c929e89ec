"""The wishes that a message says, of who writes and of others: to go, to stay, with whom, and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from flows.reading.chains import SURE_BESIDE_A_RIDDLE, VERBS, Chain, chain_of
from flows.reading.company import Subject, misses_whom, subject, together
from flows.reading.heard import Clause, Heard
from flows.reading.signs import Kind, Sign

LEAVE, FAMILY, LATER, UNDECIDED, STAY, LEFT = (
    "LEAVE_NOW", "LEAVE_WITH_FAMILY", "LEAVE_LATER", "UNDECIDED", "STAY", "LEFT",
)  # fmt: skip
_MOST_VERBS = 5
_OBJECTS = (Kind.MY, Kind.THEY)
_TELLING = {
    Kind.GO,
    Kind.STAY,
    Kind.LEFT,
    Kind.UNSURE,
    Kind.WANT,
    Kind.WITH,
    Kind.WITHOUT,
    Kind.NOT_NOW,
    Kind.UNLESS,
}


@dataclass(frozen=True, slots=True)
class Said:
    """One wish that was said: how sure it is, whether of somebody else, of the past, or only for now.

    before: a word beside it may say that it was said before, or that something comes before something.
    """

    wish: str
    sure: float
    other: bool = False
    past: bool = False
    for_now: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb in its clause: which sign, how sure, of whom, and the words of time that belong to it."""

    at: int
    sure: float
    who: Subject
    when: set[Kind]


def said(heard: Heard) -> list[Said]:
    """Every wish in the message, in its order."""
    wishes: list[Said] = []
    for clause in heard.clauses:
        before = any(sign.kind is Kind.NOW and sign.other for sign in clause)
        found = [replace(wish, before=before) for wish in _of_clause(heard, clause)]
        if not found and wishes and wishes[-1].wish == LEAVE and _puts_off(clause):
            found = [Said(LATER, 0.85, wishes[-1].other, wishes[-1].past)]
        wishes += found
    return _held_back(heard, wishes)


def _held_back(heard: Heard, wishes: list[Said]) -> list[Said]:
    """Who says that they cannot, or that somebody forces them, is asked what they wish."""
    held = any(sign.kind is Kind.DANGER and sign.value == "E05" for sign in heard.signs)
    if held or any(_only_cannot(clause) for clause in heard.clauses):
        return [replace(wish, sure=min(wish.sure, 0.6)) for wish in wishes]
    return wishes


def _only_cannot(clause: Clause) -> bool:
    kinds = {sign.kind for sign in clause}
    return Kind.CANNOT in kinds and not kinds & {*VERBS, Kind.TALK, Kind.CALL, Kind.PHONE}


def _puts_off(clause: Clause) -> bool:
    """ "But later": said of what was said before."""
    times = [at for at, sign in enumerate(clause) if sign.kind in (Kind.LATER, Kind.NOT_NOW)]
    return bool(times) and (times[0] == 0 or clause[0].kind is Kind.BUT)


def _of_clause(heard: Heard, clause: Clause) -> Iterator[Said]:
    kinds = {sign.kind for sign in clause}
    if not kinds & _TELLING:
        return
    verbs = [at for at, sign in enumerate(clause) if sign.kind in VERBS][:_MOST_VERBS]
    if _unless_they_go(heard, clause, verbs):
        yield Said(FAMILY, 0.75)
        return
    doubt = 0.6 if heard.asks(clause) else 1.0
    if Kind.UNSURE in kinds or _either(clause, verbs):
        yield Said(UNDECIDED, (0.75 if verbs else 0.9) * doubt)
    elif Kind.LEFT in kinds:
        left = next(at for at, sign in enumerate(clause) if sign.kind is Kind.LEFT)
        other = clause[left].other or subject(heard, clause, left) is Subject.OTHER
        yield Said(LEFT, 0.92 * doubt, other)
    elif verbs:
        company = together(clause)
        for at in verbs:
            chain = chain_of(heard, clause, at)
            if clause[at].kind is Kind.STAY and clause[at].weak and not (chain.wants or chain.no or chain.cannot):
                # "I live here" is no wish.
                continue
            sure = chain.sure * doubt * _sure_of(heard, clause, at, chain)
            who = subject(heard, clause, chain.first)
            yield _of_verb(clause, chain, _Verb(at, sure, who, _when(clause, at, verbs)), company)
    else:
        yield from _without_verb(heard, clause, doubt)


def _unless_they_go(heard: Heard, clause: Clause, verbs: list[int]) -> bool:
    """ "If my family does not go, I do not": not a wish to stay; in Pashto "if" is also "or"."""
    if len(verbs) < 2 or clause[0].kind not in (Kind.IF, Kind.OR):
        return False
    goes = [clause[at].kind is Kind.GO and chain_of(heard, clause, at).no for at in (verbs[0], verbs[-1])]
    return all(goes) and any(sign.kind in (Kind.REL, Kind.THEY) for sign in clause[: verbs[0]])


def _either(clause: Clause, verbs: list[int]) -> bool:
    """Go or stay?"""
    between = pairwise(verbs)
    return any(
        clause[a].kind is not clause[b].kind and any(s.kind is Kind.OR for s in clause[a:b]) for a, b in between
    )


def _of_verb(clause: Clause, chain: Chain, verb: _Verb, company: tuple[str, float]) -> Said:
    sign, (whom, sure_of_whom) = clause[verb.at], company
    wish, sure = _plain(sign, chain), verb.sure
    other = not chain.mine and verb.who is Subject.OTHER
    if (
        not chain.mine
        and verb.who in (Subject.FAMILY, Subject.UNTOLD)
        and (chain.other or verb.who is Subject.FAMILY)
    ):
        # "Wants to go" may be said of oneself, by name; what a family wants is not yet what the speaker wants.
        sure = min(sure, 0.7)
    for_now = False
    if sign.kind is Kind.GO:
        if wish is STAY and whom == "without":
            wish = FAMILY
        elif wish is LEAVE and whom in ("only", "with"):
            wish, sure = FAMILY, min(sure, sure_of_whom)
        elif wish is STAY and any(each.kind is Kind.ALONE for each in clause):
            # "I do not want to go alone."
            wish, sure = FAMILY, min(sure, 0.75)
        elif chain.cannot:
            wish, sure = LEAVE, min(sure, 0.5)
        if wish in (LEAVE, STAY) and verb.when & {Kind.LATER, Kind.NOT_NOW}:
            return Said(LATER, min(sure, 0.88), other, chain.past)
        for_now = wish is STAY and Kind.NOW in verb.when
        maybe = any(each.kind is Kind.MAYBE for each in clause)
        sure = min(sure, 0.75 if for_now or maybe else 1.0)
    return Said(wish, sure, other, chain.past, for_now)


def _sure_of(heard: Heard, clause: Clause, at: int, chain: Chain) -> float:
    """How sure the verb by itself is a wish, and all of it."""
    if _is_of_you(heard, clause, at) or _leaves_somebody(heard, clause, at) or _is_not(clause, at):
        return 0.5
    if misses_whom(heard, clause) or any(sign.kind is Kind.IF for sign in clause):
        return SURE_BESIDE_A_RIDDLE
    return clause[at].sure * (0.94 if chain.wants or chain.mine or len(clause) <= 3 else 0.85)


def _leaves_somebody(heard: Heard, clause: Clause, at: int) -> bool:
    """ "Leave my mother" is not "leave"."""
    after = clause[at + 1] if at + 1 < len(clause) else None
    if after is None or clause[at].kind is not Kind.GO or clause[at].mine:
        return False
    return after.kind in _OBJECTS or (heard.key(clause[at])[0] == "l" and heard.key(after) in ("us", "me"))


def _is_not(clause: Clause, at: int) -> bool:
    """ "My going is not ...", in Dari and Pashto, of whatever it is not."""
    return any(sign.kind is Kind.HAVE_NOT and sign.mine for sign in clause[at + 1 : at + 3])


def _is_of_you(heard: Heard, clause: Clause, at: int) -> bool:
    """ "You help people leave" is no wish of anybody."""
    return any(heard.key(sign) in ("you", "u") for sign in clause[max(0, at - 3) : at])


def _plain(verb: Sign, chain: Chain) -> str:
    if chain.cannot:
        return LEAVE if verb.kind is Kind.STAY else STAY
    return (STAY if chain.no else LEAVE) if verb.kind is Kind.GO else (LEAVE if chain.no else STAY)


def _when(clause: Clause, at: int, verbs: list[int]) -> set[Kind]:
    """The words of time that stand nearer to this verb than to another."""
    return {
        sign.kind
        for place, sign in enumerate(clause)
        if sign.kind in (Kind.LATER, Kind.NOT_NOW, Kind.NOW) and min(verbs, key=lambda v: abs(v - place)) == at
    }


def _without_verb(heard: Heard, clause: Clause, doubt: float) -> Iterator[Said]:
    how, sure = together(clause)
    kinds = [sign.kind for sign in clause]
    if how == "only" or (how == "without" and (Kind.NEG in kinds or Kind.CANNOT in kinds)):
        yield Said(FAMILY, sure * doubt)
    elif Kind.WITHOUT in kinds and (Kind.NEG in kinds or Kind.CANNOT in kinds) and misses_whom(heard, clause):
        yield Said(FAMILY, 0.5)
    elif Kind.NOT_NOW in kinds:
        yield Said(LATER, 0.6)
    elif other := _of_others(heard, clause):
        yield other
    elif Kind.WANT in kinds and _aims_abroad(clause, kinds.index(Kind.WANT)):
        yield Said(LEAVE, 0.85 * doubt)


def _of_others(heard: Heard, clause: Clause) -> Said | None:
    """ "But my parents do not want": the verb was said before."""
    wants = [at for at, sign in enumerate(clause) if sign.kind is Kind.WANT and sign.other]
    if not wants or subject(heard, clause, wants[0]) is not Subject.OTHER:
        return None
    no = clause[wants[0]].no or any(sign.kind is Kind.NEG for sign in clause)
    return Said(STAY if no else LEAVE, 0.5, other=True)


def _aims_abroad(clause: Clause, want: int) -> bool:
    """ "Want to America": the verb is left out."""
    aim = {sign.kind for sign in clause[want + 1 : want + 4]}
    turned = clause[want].no or any(sign.kind is Kind.NEG for sign in clause[:want])
    return not turned and Kind.TO in aim and bool(aim & {Kind.US, Kind.COUNTRY})
