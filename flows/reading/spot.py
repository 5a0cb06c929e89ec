"""Finds the signs in a message: the longest phrase first, then verbs, then words that are spelled nearly right."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flows.dates import month_of
from flows.places import PROVINCES
from flows.reading.lexicon.asks import ASKS
from flows.reading.lexicon.fillers import FILLERS
from flows.reading.lexicon.known import is_name
from flows.reading.lexicon.people import PEOPLE
from flows.reading.lexicon.places import COUNTRIES, WHERE
from flows.reading.lexicon.standing import STANDING
from flows.reading.lexicon.times import TIMES
from flows.reading.lexicon.verbs import verb
from flows.reading.lexicon.wishes import WISHES
from flows.reading.settling import settled
from flows.reading.signs import Kind, Sign, sign
from flows.reading.spelling import Near, loose
from flows.reading.tokens import Gap, Word
from flows.words import fold

# What a node of the tree holds under this key is the sign of the phrase that ends there.
_HERE = ""
_FORGIVEN = frozenset(
    (Kind.PLACE, Kind.COUNTRY, Kind.CAT, Kind.CITIZEN, Kind.COUNTER, Kind.GO, Kind.STAY, Kind.WANT, Kind.US)
)
_SURE_IF_HEARD, _SURE_IF_NEAR = 0.9, 0.75
_PREFIXES = frozenset(
    ["می", "نمی", "بی", "ن", "mi", "me", "mey", "nemi", "neme", "name", "nami", "ne", "na", "be", "bi"]
)
_GUESSES = 80
_LONG_ENOUGH = 6
_FIRST = frozenset((
    "sham", "shm", "shu", "sho", "sam", "su", "zam", "zzam", "dzam", "zo", "zu", "dzu", "dzo", "wawzam",
    "wawzu", "wozam", "wuzam", "wuzu", "kegam", "kigam", "keegam", "kezham", "kegu", "kigu", "osegam",
    "shawam", "shawem", "shom", "konam", "konem", "konim", "barayem", "bashom", "basham",
))  # fmt: skip
_WORDS = re.compile(r" / |\n")

Node = dict[str, Any]


def _meanings() -> Iterator[tuple[str, Sign]]:
    """Every phrase with its sign; where two tables have the same phrase, the later one holds."""
    for table in (FILLERS, WHERE, PEOPLE, TIMES, STANDING, WISHES, ASKS):
        for meaning, phrases in table.items():
            means = sign("FILL" if meaning.startswith("FILL") else meaning)
            yield from ((phrase, _first_person(phrase, means)) for phrase in _WORDS.split(phrases))
    for code, (names, people) in COUNTRIES.items():
        yield from ((phrase, Sign(Kind.COUNTRY, code)) for phrase in _WORDS.split(names))
        yield from ((phrase, Sign(Kind.COUNTRY, code, mine=True)) for phrase in _WORDS.split(people))
    for place in PROVINCES:
        called = (place.label.source, *place.variants)
        yield from ((phrase, Sign(Kind.PLACE, place.code)) for phrase in called)


def _first_person(phrase: str, means: Sign) -> Sign:
    """Pashto and Dari verbs say who goes: what ends like "I" or "we" is said of the speaker."""
    if means.kind not in (Kind.GO, Kind.STAY) or means.other or not phrase.strip():
        return means
    last = fold(phrase).split()[-1]
    first = last in _FIRST if last.isascii() else last.endswith(("م", "و"))
    return replace(means, mine=True) if first else means


def _tree() -> tuple[Node, dict[str, Sign]]:
    root: Node = {}
    single: dict[str, Sign] = {}
    joined: list[tuple[str, Sign]] = []
    for phrase, means in _meanings():
        keys = fold(phrase).split()
        if not keys:
            continue
        node = root
        for key in keys:
            node = node.setdefault(key, {})
        node[_HERE] = means
        if 2 <= len(keys) <= 3 and means.kind is not Kind.FILL:
            joined.append(("".join(keys), means))
        if len(keys) == 1:
            single[keys[0]] = means
    # Many write «گرین‌کارت» or "zangbezan" without the gap.
    for key, means in joined:
        if len(key) >= _LONG_ENOUGH and not is_name(key):
            root.setdefault(key, {}).setdefault(_HERE, means)
    return root, single


_ROOT, _SINGLE = _tree()
_HEARD: dict[str, Sign] = {}
for _key, _means in _SINGLE.items():
    if _means.kind in _FORGIVEN and _key.isascii() and len(_key) > 3:
        _HEARD.setdefault(loose(_key), _means)
_NEAR = Near(key for key, means in _SINGLE.items() if means.kind in _FORGIVEN and len(key) > 4)


def spot(words: list[Word]) -> list[Sign]:
    """The signs of a message in their order; every word is in exactly one of them."""
    found: list[Sign] = []
    at, guesses = 0, _GUESSES
    while at < len(words):
        means, end = _joined(words, at)
        if means is None:
            means, end = _longest(words, at)
        if means is None and not is_name(words[at].key):
            means, end = verb(words[at].key), at + 1
        if means is None and guesses:
            means, end = _guess(words[at].key), at + 1
            guesses -= means is None
        found.append((means or Sign(Kind.WORD)).stands(at, end, words[at].gap))
        at = end
    return settled(words, found)


def _longest(words: list[Word], at: int) -> tuple[Sign | None, int]:
    if words[at].is_number:
        return Sign(Kind.NUM, words[at].key[:9]), at + 1
    if month := _month(words, at):
        return month, at + 1
    node, best, end = _ROOT, None, at + 1
    for here in range(at, len(words)):
        if here > at and words[here].gap is not Gap.NONE:
            break
        node = node.get(words[here].key)  # type: ignore[assignment]
        if node is None:
            break
        if _HERE in node:
            best, end = node[_HERE], here + 1
    return best, end


def _joined(words: list[Word], at: int) -> tuple[Sign | None, int]:
    """The verb that was typed in two words: «می خواهم», "ne mikhaham"."""
    if at + 1 >= len(words) or words[at + 1].gap is not Gap.NONE or words[at].key not in _PREFIXES:
        return None, at + 1
    return verb(words[at].key + words[at + 1].key), at + 2


def _month(words: list[Word], at: int) -> Sign | None:
    """A month is one only beside a figure: May, Jan and Asad are other things too."""
    beside = (words[place].is_number for place in (at - 1, at + 1) if 0 <= place < len(words))
    month = month_of(words[at].key) if any(beside) else None
    return Sign(Kind.MONTH, f"{month[0]} {month[1]}") if month else None


def _guess(key: str) -> Sign | None:
    """The sign of a word that sounds like this one, or is one letter off; none if it may as well be a name."""
    if len(key) < 5 or len(key) > 16 or is_name(key):
        return None
    if key.isascii() and (heard := _HEARD.get(loose(key))):
        return _less_sure(heard, _SURE_IF_HEARD)
    meant = {_SINGLE[word] for word in _NEAR.of(key) if not _is_of_a_place(key, word)}
    return _less_sure(meant.pop(), _SURE_IF_NEAR) if len(meant) == 1 else None


def _is_of_a_place(key: str, word: str) -> bool:
    return key in (f"{word}i", f"{word}y", f"{word}ی")


def _less_sure(means: Sign, sure: float) -> Sign:
    return replace(means, sure=sure)
