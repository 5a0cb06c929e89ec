"""How alike two words of a name sound, from 0 to 1: a distance of edits in which each sign has its weight."""

from enum import Enum
from functools import lru_cache

from flows.register.matching.sounds import EITHER, ENDING, VOWELS


class Scripts(Enum):
    """How the two are written: a vowel that one of them has tells little where the other does not write any."""

    LATIN = "latin"
    ARABIC = "arabic"
    MIXED = "mixed"


# What one sign costs in the place of the other; any other two cost 1.
_NEAR = {
    "kG": 0.3, "kK": 0.5, "Kh": 0.5, "Ss": 0.5, "Jj": 0.2, "Jz": 0.4, "Cj": 0.6, "dt": 0.5, "sz": 0.5, "gG": 0.3,
    "gj": 0.4, "bp": 0.5, "wb": 0.6, "fp": 0.6, "CS": 0.5, "JS": 0.6, "gk": 0.6, "mn": 0.7, "lr": 0.9, "Gh": 0.7,
    "AE": 0.1, "EI": 0.1, "AI": 0.9, "EU": 0.35, "IU": 0.8, "WU": 0.0, "Ww": 0.0, "YI": 0.0, "Yy": 0.0, "YE": 0.1,
    "yI": 0.1, "wU": 0.2, "WA": 0.8, "WE": 0.9, "YA": 0.7, f"{ENDING}A": 0.8, f"{ENDING}E": 0.8,
}  # fmt: skip
_COST = _NEAR | {pair[::-1]: cost for pair, cost in _NEAR.items()}
# What it costs that only one of them has a sign; any other consonant costs 1.
_LOST = {"h": 0.4, "y": 0.4, "w": 0.5}
_VOWEL = {Scripts.LATIN: 0.45, Scripts.ARABIC: 0.6, Scripts.MIXED: 0.04}
_LETTER = {Scripts.LATIN: 0.6, Scripts.ARABIC: 0.9, Scripts.MIXED: 0.6}  # و or ی, which is always written
_FIRST = {Scripts.LATIN: 0.6, Scripts.ARABIC: 0.3, Scripts.MIXED: 0.15}
SLIGHT = 0.3  # an e that only one of them has, or that closes a word and may be silent
LAST = 1.1  # a vowel at the end tells a man's name from a woman's, or a given name from a family's
WEIGHT = 0.35  # of a vowel among consonants, in the length that a distance is measured by


@lru_cache(262_144)
def likeness(one: str, other: str, scripts: Scripts) -> float:
    """From 0 to 1, of two words as `sounds` gives them."""
    if scripts is Scripts.MIXED:
        # What closes a woman's name is an a in Latin letters, like any other.
        one, other = one.replace(ENDING, "A"), other.replace(ENDING, "A")
    if one == other:
        return 1.0
    size = (_size(one) + _size(other)) / 2
    return max(0.0, 1.0 - _distance(one, other, scripts) / max(size, 1.5))


def _size(signs: str) -> float:
    return sum(WEIGHT if sign in VOWELS or sign in EITHER else 1.0 for sign in signs)


def _distance(one: str, other: str, scripts: Scripts) -> float:
    before = [0.0]
    for at in range(len(other)):
        before.append(before[-1] + _lost(other, at, scripts))
    for at, sign in enumerate(one):
        lost = _lost(one, at, scripts)
        row = [before[0] + lost]
        for place, other_sign in enumerate(other):
            instead = 0.0 if sign == other_sign else _COST.get(sign + other_sign, 1.0)
            more = row[place] + _lost(other, place, scripts)
            row.append(min(before[place] + instead, before[place + 1] + lost, more))
        before = row
    return before[-1]


def _lost(word: str, at: int, scripts: Scripts) -> float:
    sign = word[at]
    if sign not in VOWELS and sign not in EITHER:
        return _LOST.get(sign, 1.0)
    if at == len(word) - 1:
        return SLIGHT if sign == "E" else LAST
    if at == 0:
        # A first vowel is often not written, or by a letter that is none.
        return _FIRST[scripts]
    if sign in EITHER:
        return _LETTER[scripts]
    return min(_VOWEL[scripts], SLIGHT) if sign == "E" else _VOWEL[scripts]
