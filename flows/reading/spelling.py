"""Words that are spelled as they sound, or with one typing error."""

import re
from collections.abc import Iterable

_ALIKE = (
    ("kh", "x"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("aa", "a"),
    ("q", "k"), ("w", "v"), ("y", "i"), ("e", "i"), ("o", "u"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiouyw]|h$")


def loose(key: str) -> str:
    """A romanised word as it sounds: e is i, o is u, and nothing is doubled."""
    for written, heard in _ALIKE:
        key = key.replace(written, heard)
    return _TWICE.sub(r"\1", key).removesuffix("h")


def consonants(key: str) -> str:
    """The consonants of a romanised name, with its first letter."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", loose(key).replace("v", "w")))


def near(a: str, b: str) -> bool:
    """Whether one letter was missed, added, mistyped, or swapped with its neighbour."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])


def shorter(key: str) -> Iterable[str]:
    """The word, and the word without one of its letters."""
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]


class Near:
    """Words, found again by a spelling that is one letter off."""

    def __init__(self, words: Iterable[str]) -> None:
        """The index holds each word under every spelling with a letter missing."""
        self._words: dict[str, set[str]] = {}
        for word in words:
            for key in shorter(word):
                self._words.setdefault(key, set()).add(word)

    def of(self, key: str) -> set[str]:
        """The words that are one letter off."""
        found: set[str] = set()
        for each in shorter(key):
            found |= self._words.get(each, set())
        return {word for word in found if near(key, word)}
