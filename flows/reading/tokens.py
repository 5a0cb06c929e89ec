"""A message as words: each as typed and as a key, with how it is set apart from the word before."""

import re
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from flows.words import fold_each

LONGEST = 4096
# So many words do not fit into a message unless they are letters.
_MOST = 1000
_ZEROS = (0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xFF10)
_DIGITS = {zero + value: str(value) for zero in _ZEROS for value in range(10)}
# Joiners and marks that belong to the letters around them.
_MARK = (
    "\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069"
)
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<initials>[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z])\.?)"
    rf"|(?P<word>{_LETTER}(?:[{_MARK}]*{_LETTER}|['’ʼ`´]{_LETTER})*[{_MARK}]*)"
    rf"|(?P<number>[0-9]+)|(?P<plus>[+&])"
)
_ENDS = re.compile(r"[.!?؟۔\n\r|•;؛\u2028]")
_SOFT = re.compile(rf"[\s\-‐‑_{_MARK}]*")
_OF = re.compile(r"['’ʼ`´]s$")
_WILL = re.compile(r"['’ʼ`´]ll$")
_QUOTES = re.compile(r"['’ʼ`´]")
_APOSTROPHES = frozenset("'’ʼ`´")
_BLANK = frozenset(("", " "))


class Gap(IntEnum):
    """What stands before a word: nothing or a blank, a comma or the like, the end of a sentence or line."""

    NONE = 0
    PART = 1
    END = 2


class Word(NamedTuple):
    """A word or number: where it stands in the text, its key, and what stands before it.

    owns: it ended with 's; capital: it is all in capitals.
    """

    key: str
    start: int
    end: int
    gap: Gap
    is_number: bool = False
    owns: bool = False
    capital: bool = False


def plain_digits(text: str) -> str:
    """The text with digits of any script that people here use as 0 to 9; every sign keeps its place."""
    return text if text.isascii() else text.translate(_DIGITS)


def words_of(text: str) -> list[Word]:
    """The words of a text whose digits are plain."""
    found = list(islice(_TOKEN.finditer(text), _MOST))
    keys = fold_each([_raw(each) for each in found])
    words, end = [], 0
    for each, key in zip(found, keys, strict=True):
        start, after = each.span()
        between = text[end:start]
        gap = Gap.NONE if between in _BLANK else _gap(between)
        word, number = each[0], each.lastgroup == "number"
        owns = word[-2:-1] in _APOSTROPHES and word[-1] == "s"
        words.append(Word(key, start, after, gap, number, owns, word.isupper()))
        end = after
    return words


def _raw(found: re.Match[str]) -> str:
    word = found[0]
    if found.lastgroup == "initials":
        return word.replace(".", "")
    if word.isalpha() or found.lastgroup != "word":
        return word
    return _QUOTES.sub("", "will" if _WILL.search(word) else _OF.sub("", word))


def _gap(between: str) -> Gap:
    if _ENDS.search(between):
        return Gap.END
    dash = between.strip()
    return Gap.NONE if _SOFT.fullmatch(between) and not (dash and between != dash) else Gap.PART
