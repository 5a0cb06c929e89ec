"""A message as all readers see it: its text, words, signs, and which signs stand together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flows.reading.signs import Kind, Sign
from flows.reading.spot import spot
from flows.reading.tokens import LONGEST, Gap, Word, plain_digits, words_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that was heard: as typed, with plain digits, as words, and as signs."""

    text: str
    plain: str
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]

    def key(self, sign: Sign) -> str:
        """The first word of a sign."""
        return self.words[sign.at].key

    def span(self, sign: Sign) -> Span:
        """Where a sign stands in the text."""
        return self.words[sign.at].start, self.words[sign.end - 1].end

    def typed(self, first: Sign, last: Sign) -> str:
        """The text from one sign to another, as typed."""
        return self.text[self.words[first.at].start : self.words[last.end - 1].end]

    def without(self, spans: Iterable[Span]) -> "Heard":
        """The message with what stands at these places used up, so that nothing else is read from it."""
        used = sorted(spans)
        signs = tuple(self._used(sign, used) for sign in self.signs)
        return replace(self, signs=signs)

    def _used(self, sign: Sign, spans: list[Span]) -> Sign:
        start, end = self.span(sign)
        inside = any(first <= start and end <= last for first, last in spans)
        return replace(sign, kind=Kind.USED) if inside else sign

    def clauses(self) -> Iterator[list[Sign]]:
        """The signs between commas, ends of sentences, and words like "but"."""
        clause: list[Sign] = []
        for sign in self.signs:
            if clause and (sign.gap is not Gap.NONE or sign.kind is Kind.BUT):
                yield clause
                clause = []
            clause.append(sign)
        if clause:
            yield clause

    def asks(self, clause: list[Sign]) -> bool:
        """Whether these signs are in a sentence that ends with a question mark."""
        end = clause[-1].end
        while end < len(self.words) and self.words[end].gap is not Gap.END:
            end += 1
        until = self.words[end].start if end < len(self.words) else len(self.plain)
        behind = self.plain[self.words[end - 1].end : until]
        return "?" in behind or "؟" in behind


def hear(text: str) -> Heard:
    """The message as words and signs; what is longer than a message can be is cut."""
    text = text[:LONGEST]
    plain = plain_digits(text)
    words = words_of(plain)
    return Heard(text, plain, tuple(words), tuple(spot(words)))
