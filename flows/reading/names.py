"""The name: after a word that announces it, else the words that remain and may be one; kept as typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.reading.heard import Heard
from flows.reading.lexicon.known import names_a_home, sounds_like_a_name
from flows.reading.places import part_of_a_name
from flows.reading.signs import Kind, Sign
from flows.reading.tokens import Gap

LONGEST = 4
# "Write my name down" names nobody.
_OBJECT = frozenset(("را", "ra", "ro", "رو"))
_ANNOUNCED = (Kind.IS, Kind.ME, Kind.FILL, Kind.MY, Kind.OF)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a row that may be a name: how many of them are known as such, and what is around them."""

    signs: tuple[Sign, ...]
    known: int
    announced: bool
    apart: bool
    related: bool
    household: bool

    @property
    def length(self) -> int:
        """How many words."""
        return len(self.signs)


def name(heard: Heard, understood: int) -> tuple[str, float] | None:
    """The name as typed and how sure it is one; understood: how many other fields were read."""
    runs = [run for run in _runs(heard) if run.length <= LONGEST + 1 and not run.related]
    announced = [run for run in runs if run.announced]
    if announced:
        return _typed(heard, announced[0]), 0.95 if announced[0].length <= LONGEST else 0.7
    known = [run for run in runs if run.known * 2 >= run.length]
    if len(known) > 1 and len(apart := [run for run in known if run.apart]) == 1:
        return _typed(heard, apart[0]), 0.82
    if known:
        return _typed(heard, known[0]), min(_sure_of_known(known, runs), 0.7 if known[0].household else 1.0)
    if not runs:
        return None
    best = max(runs, key=lambda run: (run.known, run.apart))
    return _typed(heard, best), _sure_of_unknown(heard, best, runs, understood)


def _sure_of_known(known: list[_Run], runs: list[_Run]) -> float:
    if len(known) > 1:
        return 0.6
    words = sum(run.length for run in runs if run not in known)
    sure = 0.93 if known[0].known == known[0].length else 0.88
    return sure if words <= 2 else 0.82 if words <= 4 else 0.6


def _sure_of_unknown(heard: Heard, best: _Run, runs: list[_Run], understood: int) -> float:
    """A row of words that nobody knows is a name only where all else was understood."""
    words = sum(run.length for run in runs)
    if best.apart and sum(run.apart for run in runs) == 1 and best.length < LONGEST and understood > 2:
        return 0.8
    if words > best.length or best.length > LONGEST - 1 or understood < 2:
        return 0.5 if words <= best.length + 2 else 0.3
    return 0.85 if best.apart else 0.8


def _typed(heard: Heard, run: _Run) -> str:
    return " ".join(heard.typed(run.signs[0], run.signs[-1]).split())


def _runs(heard: Heard) -> Iterator[_Run]:
    row: list[Sign] = []
    for at, sign in enumerate(heard.signs):
        if row and (sign.gap is not Gap.NONE or not _may_be(heard, at)):
            yield _run(heard, row)
            row = []
        if _may_be(heard, at):
            row.append(sign)
    if row:
        yield _run(heard, row)


def _may_be(heard: Heard, at: int) -> bool:
    sign = heard.signs[at]
    if sign.kind is Kind.PLACE:
        return part_of_a_name(heard, _around(heard, at), len(_before(heard, at)))
    key = heard.key(sign)
    if len(key) == 1 and at + 1 < len(heard.signs) and heard.signs[at + 1].kind is Kind.NUM:
        return False
    return (
        sign.kind is Kind.WORD
        and (len(key) > 1 or (at > 0 and heard.signs[at - 1].kind is Kind.WORD))
        and key != "x"
    )


def _before(heard: Heard, at: int) -> list[Sign]:
    return [heard.signs[at - 1]] if at and heard.signs[at].gap is Gap.NONE else []


def _around(heard: Heard, at: int) -> list[Sign]:
    after = heard.signs[at + 1 : at + 2]
    return [*_before(heard, at), heard.signs[at], *(sign for sign in after if sign.gap is Gap.NONE)]


def _run(heard: Heard, row: list[Sign]) -> _Run:
    first, last = row[0].place, row[-1].place
    before = heard.signs[first - 1] if first else None
    after = heard.signs[last + 1] if last + 1 < len(heard.signs) else None
    keys = [heard.key(sign) for sign in row]
    known = sum(1 for key in keys if sounds_like_a_name(key) or names_a_home(key))
    apart = (before is None or row[0].gap is not Gap.NONE) and (after is None or after.gap is not Gap.NONE)
    household = before is not None and before.value == "family" and row[0].gap is Gap.NONE
    related = _is_of_a_relative(heard, first, before)
    return _Run(tuple(row), known, _is_announced(heard, first), apart, related, household)


def _is_announced(heard: Heard, first: int) -> bool:
    """Whether "my name is" stands before, with at most two small words between."""
    sign = heard.signs[first]
    for place in range(first - 1, max(-1, first - 4), -1):
        if heard.signs[place].kind is Kind.NAME:
            return sign.gap is not Gap.END and heard.key(heard.signs[min(place + 1, first)]) not in _OBJECT
        if sign.gap is Gap.END or heard.signs[place].kind not in _ANNOUNCED:
            return False
        sign = heard.signs[place]
    return False


def _is_of_a_relative(heard: Heard, first: int, before: Sign | None) -> bool:
    """ "My wife Laila" names somebody else; but a name may stand behind a list: "me and 3 kids Ahmad"."""
    if before is None or heard.signs[first].gap is not Gap.NONE or before.kind is not Kind.REL:
        return False
    return not before.many and before.value != "family"
