"""All phrases that mean something, as a tree of words: the longest that fits is the one that is meant."""

import re
from collections.abc import Iterator

from flows.places import PROVINCES
from flows.reading.lexicon.asks import ASKS
from flows.reading.lexicon.dangers import DANGERS
from flows.reading.lexicon.english import ENGLISH
from flows.reading.lexicon.fillers import FILLERS
from flows.reading.lexicon.known import is_name
from flows.reading.lexicon.people import PEOPLE
from flows.reading.lexicon.places import COUNTRIES, WHERE
from flows.reading.lexicon.standing import STANDING
from flows.reading.lexicon.times import TIMES
from flows.reading.lexicon.wishes import FIRST_PERSON, WISHES
from flows.reading.signs import Kind, Sign, sign
from flows.words import fold

_BETWEEN = re.compile(r" / |\n")
_LONG_ENOUGH = 6
_PLUS = "+&"
# «تصمیم نگرفته‌ام» is one word less than «تصمیم نگرفته ام».
_ENDINGS = frozenset(("ام", "ایم", "اند", "است", "ها", "هایم"))
_FIRST_PERSON = frozenset(FIRST_PERSON.split())


class Node:
    """A word of a phrase: what may follow it, and what the phrase means if it ends here."""

    __slots__ = ("after", "means")

    def __init__(self) -> None:
        """Nothing follows yet."""
        self.after: dict[str, Node] = {}
        self.means: Sign | None = None

    def grow(self, keys: list[str]) -> "Node":
        """The node at the end of this phrase."""
        node = self
        for key in keys:
            node = node.after.setdefault(key, Node())
        return node


def meanings() -> Iterator[tuple[list[str], Sign]]:
    """Every phrase as keys, with its sign; where two tables have the same phrase, the later one holds."""
    for table in (ENGLISH, FILLERS, WHERE, PEOPLE, TIMES, STANDING, WISHES, ASKS, DANGERS):
        for meaning, phrases in table.items():
            means = sign("FILL" if meaning.startswith("FILL") else meaning)
            for keys in _keys(phrases):
                yield keys, _first_person(keys, means)
    for code, (names, people) in COUNTRIES.items():
        yield from ((keys, Sign(Kind.COUNTRY, code)) for keys in _keys(names))
        yield from ((keys, Sign(Kind.COUNTRY, code, mine=True)) for keys in _keys(people))
    for place in PROVINCES:
        for name in (place.label.source, *place.variants):
            yield fold(name).split(), Sign(Kind.PLACE, place.code)


def _keys(phrases: str) -> Iterator[list[str]]:
    yield from (keys for phrase in _BETWEEN.split(phrases) if (keys := fold(phrase).split()))


def _first_person(keys: list[str], means: Sign) -> Sign:
    """Pashto and Dari verbs say who goes: what ends like "I" or "we" is said of the speaker."""
    if means.kind not in (Kind.GO, Kind.STAY) or means.other:
        return means
    last = keys[-1]
    first = last in _FIRST_PERSON if last.isascii() else last.endswith(("م", "و"))
    return means._replace(mine=True) if first else means


def _tree() -> Node:
    root = Node()
    joined: list[tuple[list[str], Sign]] = []
    for keys, means in meanings():
        root.grow(keys).means = means
        if 2 <= len(keys) <= 3 and means.kind is not Kind.FILL:
            joined.append((["".join(keys)], means))
        if len(keys) > 2 and keys[-1] in _ENDINGS:
            joined.append(([*keys[:-2], keys[-2] + keys[-1]], means))
    for mark in _PLUS:
        root.grow([mark]).means = Sign(Kind.AND)
    # Many write «گرین‌کارت» or "zangbezan" without the gap.
    for keys, means in joined:
        node = root.grow(keys) if len(keys[-1]) >= _LONG_ENOUGH and not is_name(keys[-1]) else None
        if node and node.means is None:
            node.means = means
    return root


ROOT = _tree()
