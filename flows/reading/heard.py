"""A message as all readers see it: its text, words, signs, and which signs stand together."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from flows.reading.signs import Kind, Sign
from flows.reading.spot import spot
from flows.reading.tokens import LONGEST, Gap, Word, plain_digits, words_of

Span = tuple[int, int]
Clause = list[Sign]
# Nobody says so much in one breath; what stands further apart does not belong together.
_LONGEST_CLAUSE = 40
# How questions begin, and what stands in what is told all the same: "can you take us", "how are you my name is".
_ASKING = frozenset(
    (
        "is",
        "are",
        "do",
        "does",
        "can",
        "could",
        "how",
        "what",
        "when",
        "where",
        "why",
        "which",
        "who",
        "آیا",
        "ایا",
        "چطور",
        "چگونه",
        "څنګه",
        "aya",
        "chetor",
    )
)
_TELLING = (Kind.ME, Kind.WE, Kind.NAME, Kind.MY, Kind.WANT, Kind.PHONE)


@dataclass(frozen=True)
class Heard:
    """A message that was heard: as typed, with plain digits, as words, and as signs."""

    text: str
    plain: str
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]
    starts: tuple[int, ...]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The signs between commas, ends of sentences, and words like "but"."""
        return tuple(_clauses(self.signs))

    def key(self, sign: Sign) -> str:
        """The first word of a sign."""
        return self.words[sign.at].key

    def span(self, sign: Sign) -> Span:
        """Where a sign stands in the text."""
        return self.words[sign.at].start, self.words[sign.end - 1].end

    def typed(self, first: Sign, last: Sign) -> str:
        """The text from one sign to another, as typed."""
        return self.text[self.words[first.at].start : self.words[last.end - 1].end]

    def before(self, start: int, most: int) -> tuple[Sign, ...]:
        """The last signs before this place in the text."""
        place = bisect_left(self.starts, start)
        return self.signs[max(0, place - most) : place]

    def after(self, end: int, most: int) -> tuple[Sign, ...]:
        """The first signs from this place in the text on."""
        place = bisect_left(self.starts, end)
        return self.signs[place : place + most]

    def without(self, spans: Sequence[Span]) -> "Heard":
        """The message with what stands at these places used up, so that nothing else is read from it."""
        signs = list(self.signs)
        for start, end in spans:
            place = bisect_left(self.starts, start)
            while place < len(signs) and self.span(signs[place])[1] <= end:
                signs[place] = signs[place]._replace(kind=Kind.USED)
                place += 1
        return replace(self, signs=tuple(signs)) if spans else self

    def asks(self, clause: Clause) -> bool:
        """Whether these signs are in a sentence that ends with a question mark."""
        if self.key(clause[0]) in _ASKING and not any(sign.kind in _TELLING for sign in clause):
            return True
        end = clause[-1].end
        while (
            end < len(self.words) and self.words[end].gap is not Gap.END and end - clause[-1].end < _LONGEST_CLAUSE
        ):
            end += 1
        until = self.words[end].start if end < len(self.words) else len(self.plain)
        behind = self.plain[self.words[end - 1].end : until]
        return "?" in behind or "؟" in behind


def hear(text: str) -> Heard:
    """The message as words and signs; what is longer than a message can be is cut."""
    text = text[:LONGEST]
    plain = plain_digits(text)
    words = words_of(plain)
    signs = spot(words)
    starts = tuple(words[sign.at].start for sign in signs)
    return Heard(text, plain, tuple(words), tuple(signs), starts)


def _clauses(signs: Iterable[Sign]) -> Iterator[Clause]:
    clause: Clause = []
    for sign in signs:
        parted = sign.gap is not Gap.NONE or sign.kind is Kind.BUT or len(clause) == _LONGEST_CLAUSE
        if clause and parted:
            yield clause
            clause = []
        clause.append(sign)
    if clause:
        yield clause
