"""How many would go, with the speaker: a number and a word for people, or those who are listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from flows.reading.heard import Heard
from flows.reading.signs import Kind, Sign
from flows.reading.tokens import Gap

MOST = 30
_MOST_NUMBERS = 40
# A larger number without a word is rather an age.
_LARGEST_ALONE = 12
_COUNTED = (Kind.COUNTER, Kind.OF_US)
_JOINS = frozenset(
    (Kind.AND, Kind.MY, Kind.NUM, Kind.REL, Kind.ME, Kind.WE, Kind.WITH, Kind.IS, Kind.FILL, Kind.OF, Kind.WORD)
) | {Kind.ADULT, Kind.ALONE, Kind.ONLY}
_TELLING = (Kind.CAT, Kind.CITIZEN, Kind.PLACE, Kind.GO, Kind.STAY, Kind.US)
_NO_COUNT = (Kind.SPAN, Kind.AGE, Kind.MONTH)


@dataclass(slots=True)
class _List:
    """Those who are listed: how many so far, whether the speaker was, and whether some number is not known."""

    people: int = 0
    me: bool = False
    adults: bool = False
    unknown: bool = False
    related: int = 0


def count(heard: Heard) -> tuple[int, float] | None:
    """How many people, and how sure it is."""
    said = [number for number in _said(heard) if 1 <= number[0] <= MOST]
    listed = _listed(heard)
    if said:
        best = max(said, key=lambda number: number[1])
        apart = {number for number, sure in said if sure >= 0.85}
        if len(apart) > 1:
            return best[0], 0.6
        if listed and listed[1] >= 0.9 and listed[0] > best[0]:
            return best[0], 0.6
        return best
    if listed and listed[0] <= MOST:
        return listed
    return _loose(heard)


def _said(heard: Heard) -> Iterator[tuple[int, float]]:
    for at, sign in islice(_numbers(heard), _MOST_NUMBERS):
        if sign.kind is Kind.NUM and (sure := _sure_of(heard, at)):
            yield _value(sign), sure
        elif sign.kind is Kind.ALONE and not _is_only(heard.signs, at):
            yield 1, 0.88


def _numbers(heard: Heard) -> Iterator[tuple[int, Sign]]:
    return ((at, sign) for at, sign in enumerate(heard.signs) if sign.kind in (Kind.NUM, Kind.ALONE))


def _sure_of(heard: Heard, at: int) -> float:
    """How sure the number counts people, by the words beside it."""
    signs = heard.signs
    if _beside(signs, at, 1, _COUNTED):
        return 0.0 if _talks(signs, at) or _is_one_of(heard, at) else 0.95
    if not _is_count(signs, at):
        return 0.0
    if _beside(signs, at, -1, (Kind.TOTAL,), apart=True):
        return 0.95
    return 0.92 if _labelled(signs, at) or _we_are(signs, at) else 0.9 if _times(heard, at) else 0.0


def _talks(signs: tuple[Sign, ...], at: int) -> bool:
    """ "I want to talk to one person"."""
    return signs[at].value == "1" and any(sign.kind is Kind.TALK for sign in signs[max(0, at - 5) : at + 6])


def _is_one_of(heard: Heard, at: int) -> bool:
    """ "One person asked me": «یک نفر از من» counts nobody who goes."""
    after = heard.signs[at + 2 : at + 4]
    of = any(heard.key(sign) in ("از", "az", "from") for sign in after)
    return heard.signs[at].value == "1" and of and any(sign.kind is Kind.DANGER for sign in heard.signs)


def _beside(signs: tuple[Sign, ...], at: int, step: int, kinds: tuple[Kind, ...], *, apart: bool = False) -> bool:
    """Whether a sign of these kinds stands next, or after one word that says nothing."""
    place = at + step
    while 0 <= place < len(signs) and abs(place - at) <= 2:
        inner = signs[max(place, place - step) if step > 0 else place + 1]
        if inner.gap is Gap.END or (inner.gap is Gap.PART and not apart):
            return False
        if signs[place].kind in kinds:
            return True
        if signs[place].kind not in (Kind.FILL, Kind.OF, Kind.IS, Kind.ADULT):
            return False
        place += step
    return False


def _labelled(signs: tuple[Sign, ...], at: int) -> bool:
    """ "People: 6", where nothing that could be counted follows."""
    before = signs[at - 1] if at else None
    if before is None or before.kind is not Kind.COUNTER or signs[at].gap is Gap.END:
        return False
    counted = at >= 2 and signs[at - 2].kind is Kind.NUM
    return not counted


def _we_are(signs: tuple[Sign, ...], at: int) -> bool:
    """ "We are five", "ما پنج": not "I am 14", which is an age."""
    back = signs[max(0, at - 3) : at]
    kinds = [sign.kind for sign in back]
    if Kind.WE not in kinds or any(sign.gap is not Gap.NONE for sign in back[kinds.index(Kind.WE) + 1 :]):
        return False
    between = kinds[kinds.index(Kind.WE) + 1 :]
    return signs[at].gap is Gap.NONE and all(
        kind in (Kind.IS, Kind.FILL, Kind.TOTAL, Kind.REL) for kind in between
    )


def _times(heard: Heard, at: int) -> bool:
    """ "x2"."""
    before = heard.signs[at - 1] if at else None
    return before is not None and heard.key(before) in ("x", "×") and heard.signs[at].gap is Gap.NONE


def _is_count(signs: tuple[Sign, ...], at: int) -> bool:
    """Whether what follows does not make the number an age, a time, or a number of some of them."""
    after = signs[at + 1] if at + 1 < len(signs) else None
    return after is None or after.gap is not Gap.NONE or after.kind not in (*_NO_COUNT, Kind.REL)


def _is_only(signs: tuple[Sign, ...], at: int) -> bool:
    """ "تنها با فامیلم" is "only with my family", and not alone."""
    near = signs[at + 1 : at + 6]
    kinds = [sign.kind for sign in near if sign.gap is Gap.NONE]
    if signs[at].gap is Gap.NONE and any(sign.kind is Kind.WITH for sign in signs[max(0, at - 2) : at]):
        return True
    if near and near[0].kind in (Kind.WITH, Kind.MY) and near[0].gap is Gap.NONE:
        return True
    return Kind.REL in kinds and (Kind.WITH in kinds or Kind.WITHOUT in kinds)


def _listed(heard: Heard) -> tuple[int, float] | None:
    best: tuple[int, float] | None = None
    for run in _runs(heard.signs):
        found = _sum(heard, run)
        if found.related == 0 or (not found.me and not found.adults and found.related < 2 and found.people < 2):
            continue
        people = found.people + (0 if found.me or found.adults else 1)
        sure = 0.92 if found.me else 0.85 if found.adults or found.related > 1 else 0.6
        sure = 0.5 if found.unknown else sure if _is_joined(run) else min(sure, 0.75)
        if best is None or sure > best[1]:
            best = people, sure
    return best


def _is_joined(run: list[Sign]) -> bool:
    """ "With my wife" may be who goes or who is near; "and my wife" and "2 kids" are counted."""
    return any(sign.kind in (Kind.AND, Kind.NUM) for sign in run) or any(sign.gap is Gap.PART for sign in run[1:])


def _runs(signs: tuple[Sign, ...]) -> Iterator[list[Sign]]:
    """Stretches in which people are listed; a comma does not end one if a relative stands on either side."""
    run: list[Sign] = []
    for at, sign in enumerate(signs):
        ends = sign.kind not in _JOINS or sign.gap is Gap.END or (sign.gap is Gap.PART and not _goes_on(signs, at))
        if ends and run:
            yield run
            run = []
        if sign.kind in _JOINS:
            run.append(sign)
    if run:
        yield run


def _goes_on(signs: tuple[Sign, ...], at: int) -> bool:
    return any(sign.kind in (Kind.REL, Kind.ADULT) for sign in signs[at : at + 3])


def _sum(heard: Heard, run: list[Sign]) -> _List:
    found = _List()
    number: int | None = None
    for at, sign in enumerate(run):
        match sign.kind:
            case Kind.ME if not found.me and _lists(run, at):
                found.me = True
                found.people += 1
            case Kind.NUM:
                number = _value(sign)
            case Kind.ADULT:
                found.adults, found.people = True, found.people + (number or 1)
                number = None
            case Kind.REL if sign.value not in ("family", "kin") and not _is_sponsored(heard, sign, number):
                found.related += 1
                found.people += number or (2 if sign.value == "parent" and sign.many else 1)
                found.unknown |= number is None and sign.many and sign.value != "parent"
                found.unknown |= number is not None and _are_of_both(run, at)
                number = None
            case Kind.MY | Kind.FILL | Kind.OF:
                pass
            case _:
                number = None
        if at + 1 < len(run) and run[at + 1].gap is not Gap.NONE:
            number = None
    return found


def _are_of_both(run: list[Sign], at: int) -> bool:
    """ "Five brothers and sisters" may be five of both together."""
    after = run[at + 1 : at + 3]
    return [sign.kind for sign in after] == [Kind.AND, Kind.REL] and after[1].value == run[at].value == "sibling"


def _is_sponsored(heard: Heard, sign: Sign, number: int | None) -> bool:
    """Whether the relative only says whose family the speaker is: "wife of us citizen", «خانم تبعه امریکا»."""
    at = sign.place
    near = heard.signs[at + 1 : at + 2]
    joined = at > 0 and heard.signs[at - 1].kind in (Kind.AND, Kind.WITH)
    after = any(each.kind in (Kind.OF, Kind.US, Kind.CITIZEN, Kind.CAT, Kind.SOLDIER) for each in near)
    return number is None and not joined and after and near[0].gap is Gap.NONE


def _lists(run: list[Sign], at: int) -> bool:
    """Whether "I" is one of those listed, and not who says something: "I and", "me, wife", "with me"."""
    after = [sign.kind for sign in run[at + 1 : at + 4]]
    before = [sign.kind for sign in run[max(0, at - 2) : at]]
    joined = any(kind in (Kind.AND, Kind.WITH, Kind.REL, Kind.NUM) for kind in after)
    return joined or any(kind in (Kind.AND, Kind.WITH) for kind in before)


def _loose(heard: Heard) -> tuple[int, float] | None:
    """A small number that stands for itself: a count if it is the only one, among other things."""
    found = islice(_numbers(heard), _MOST_NUMBERS)
    numbers = [at for at, sign in found if sign.kind is Kind.NUM and _is_loose(heard, at)]
    if len(numbers) != 1:
        return None
    (at,) = numbers
    alone = not any(sign.kind in _TELLING for sign in heard.signs)
    doubtful = alone or _may_be_an_age(heard.signs, at)
    return _value(heard.signs[at]), 0.6 if doubtful else 0.82


def _is_loose(heard: Heard, at: int) -> bool:
    signs = heard.signs
    sign = signs[at]
    if not heard.words[sign.at].is_number or len(sign.value) > 2 or not 1 <= _value(sign) <= MOST:
        return False
    if at and signs[at - 1].kind in (*_NO_COUNT, Kind.PAPER, Kind.CASE, Kind.PHONE, Kind.ENDS, Kind.BORN):
        return False
    if at and sign.gap is Gap.NONE and heard.key(signs[at - 1]) in ("p", "i", "f", "dari", "step"):
        return False
    return _is_count(signs, at)


def _may_be_an_age(signs: tuple[Sign, ...], at: int) -> bool:
    return _value(signs[at]) > _LARGEST_ALONE or any(s.kind is Kind.ME for s in signs[max(0, at - 2) : at])


def _value(sign: Sign) -> int:
    return int(sign.value)
