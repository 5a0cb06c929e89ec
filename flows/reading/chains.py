"""What stands around a verb of going or staying and turns it round: not, want, cannot."""

from dataclasses import dataclass

from flows.reading.heard import Clause, Heard
from flows.reading.lexicon.known import sounds_like_a_name
from flows.reading.signs import Kind, Sign

VERBS = (Kind.GO, Kind.STAY)
# A word that nobody knows, right beside the verb, may be what turns it round.
SURE_BESIDE_A_RIDDLE = 0.7
_TURNS = (Kind.WANT, Kind.NEG, Kind.CANNOT)
_CLOSE = 2
_SMALL = (Kind.FILL, Kind.HERE, Kind.ME, Kind.WE, Kind.TO, Kind.IN, Kind.IS, Kind.NOW)
_PLACES = (Kind.PLACE, Kind.COUNTRY, Kind.REL, Kind.US)


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb with what governs it."""

    no: bool
    cannot: bool = False
    wants: bool = False
    past: bool = False
    other: bool = False
    mine: bool = False
    first: int = 0
    sure: float = 1.0


def chain_of(heard: Heard, clause: Clause, at: int) -> Chain:
    """What stands before the verb and governs it; in Dari and Pashto it may stand behind."""
    verb = clause[at]
    back = _governed(heard, clause, at, -1)
    ahead = _governed(heard, clause, at, 1) if not (back.wants or back.cannot) else Chain(no=False)
    return Chain(
        no=verb.no ^ back.no ^ ahead.no,
        cannot=back.cannot or ahead.cannot,
        wants=back.wants or ahead.wants,
        past=back.past or ahead.past,
        other=verb.other or back.other or ahead.other,
        mine=verb.mine or back.mine or ahead.mine,
        first=back.first,
        sure=min(back.sure, ahead.sure),
    )


def _governed(heard: Heard, clause: Clause, at: int, step: int) -> Chain:
    no = cannot = wants = past = other = mine = False
    first, skipped, place, sure, apart = at, 0, at + step, 1.0, False
    while 0 <= place < len(clause) and skipped <= _CLOSE:
        sign = clause[place]
        if sign.kind in VERBS or (step > 0 and _has_a_verb(clause, place)):
            break
        if sign.kind is Kind.NEG and step < 0 < place and clause[place - 1].kind is Kind.NEG:
            # Twice is once: in Pashto the first belongs to "from" or "without".
            no, place, skipped = not no, place - 1, 0
        elif sign.kind is Kind.NEG and _may_be_from(clause, place):
            no, sure = not no, min(sure, SURE_BESIDE_A_RIDDLE)
        elif sign.kind in (Kind.NEG, Kind.NONE) and step < 0 and clause[place + 1].no:
            # "No, don't": the answer before a not turns nothing.
            first, skipped = place, 0
        elif sign.kind in _TURNS or _turns(clause, place, at):
            no ^= sign.no ^ (sign.kind in (Kind.NEG, Kind.NONE, Kind.HAVE_NOT))
            cannot |= sign.kind is Kind.CANNOT
            wants |= sign.kind is Kind.WANT
            past, other, mine = past | sign.past, other | sign.other, mine | (sign.mine and sign.kind is Kind.WANT)
            first, skipped, sure = place, 0, min(sure, sign.sure)
        else:
            if not apart and _is_a_riddle(heard, sign, step):
                sure = min(sure, SURE_BESIDE_A_RIDDLE)
            apart |= step > 0 or sign.kind not in _SMALL
            skipped += sign.kind not in (Kind.ME, Kind.WE)
        place += step
    return Chain(no, cannot, wants, past, other, mine, min(first, at), sure)


def _is_a_riddle(heard: Heard, sign: Sign, step: int) -> bool:
    """Whether the word may as well be "not" or "want" in a spelling of its own; names stand behind verbs too."""
    key = heard.key(sign)
    return sign.kind is Kind.WORD and not sounds_like_a_name(key) and (step < 0 or key[0] in "nmgنمغ")


def _may_be_from(clause: Clause, place: int) -> bool:
    """Pashto says "from Kabul" as «له کابل نه», where «نه» is no "not"."""
    if place < 2:
        return False
    return clause[place - 2].kind in (Kind.FROM, Kind.OF, Kind.IN) and clause[place - 1].kind in _PLACES


def _turns(clause: Clause, place: int, at: int) -> bool:
    """ "No" and "am not" turn only what they stand right before."""
    sign = clause[place]
    turns = sign.kind is Kind.NONE or (sign.kind is Kind.HAVE_NOT and not sign.mine)
    return turns and place < at and clause[place + 1].kind in (*VERBS, *_TURNS)


def _has_a_verb(clause: Clause, place: int) -> bool:
    """Whether a word behind the verb governs the next verb instead."""
    if clause[place].kind not in _TURNS:
        return False
    return any(sign.kind in VERBS for sign in clause[place + 1 : place + 4])
