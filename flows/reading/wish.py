"""Of all wishes that were said, the one that is the speaker's; less sure where they disagree."""

from dataclasses import dataclass

from flows.reading.wishes import FAMILY, LATER, LEAVE, LEFT, STAY, UNDECIDED, Said

_ONE_OF_OTHERS = 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """The speaker's wish, if they said one, how sure it is, and whether they speak of somebody else's too."""

    wish: str | None = None
    sure: float = 0.0
    others: bool = False


def decide(wishes: list[Said]) -> Wish:
    """The speaker's wish out of all that was said."""
    own = [wish for wish in wishes if not wish.other]
    others = [wish for wish in wishes if wish.other]
    if not own:
        return Wish(others[-1].wish, _ONE_OF_OTHERS, others=True) if others else Wish()
    found = _own(own)
    apart = any(other.wish != found.wish for other in others)
    return Wish(found.wish, min(found.sure, _ONE_OF_OTHERS) if apart else found.sure, others=bool(others))


def _own(wishes: list[Said]) -> Wish:
    now = [wish for wish in wishes if not wish.past]
    if not now:
        return Wish(wishes[-1].wish, 0.5)
    changed = len(now) < len(wishes)
    kinds = {wish.wish for wish in now}
    sure = max(wish.sure for wish in now)
    match sorted(kinds):
        case [only]:
            return Wish(only, _after_change(only, sure) if changed else sure)
        case ["LEAVE_NOW", "LEAVE_WITH_FAMILY"]:
            return Wish(FAMILY, max(wish.sure for wish in now if wish.wish == FAMILY))
        case ["LEAVE_LATER", "LEAVE_NOW"]:
            return Wish(LATER, min(sure, 0.85))
        case ["LEAVE_LATER", "STAY"] if all(wish.for_now for wish in now if wish.wish == STAY):
            return Wish(LATER, min(sure, 0.85))
        case ["LEAVE_LATER", "STAY"]:
            return Wish(LATER, 0.7)
    if UNDECIDED in kinds:
        return Wish(UNDECIDED, 0.6)
    if LEFT in kinds:
        return Wish(LEFT, 0.6)
    held = {wish.wish for wish in now if not wish.before}
    if len(held) == 1 < len(now):
        # "I said stay before, but now": what stands beside no "before" holds.
        return Wish(held.pop(), min(sure, 0.85))
    last = next(wish.wish for wish in reversed(now) if wish.wish in (LEAVE, FAMILY, LATER, STAY))
    return Wish(last, 0.4)


def _after_change(wish: str, sure: float) -> float:
    """Who tells what they wanted before has decided, unless they are not sure now."""
    return min(sure, 0.6 if wish == UNDECIDED else 0.85)
