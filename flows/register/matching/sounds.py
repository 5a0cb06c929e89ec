"""Names as sounds: the same signs for Latin letters and for those of Dari and Pashto (domain.md §7.4).

Small letters are consonants, with S sh, C ch, K kh, G gh and J zh; A, E, I and U are vowels. W and Y are letters
that may be either: و and ی where Dari writes them. A vowel that Dari does not write is not there at all.
"""

import unicodedata
from functools import lru_cache

ENDING = "H"  # the ه that closes a name, mostly a woman's
VOWELS = frozenset("AEIU" + ENDING)
EITHER = frozenset("WY")

_LETTERS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "C", "ح": "h", "خ": "K", "د": "d", "ذ": "z", "ر": "r",
    "ز": "z", "ژ": "J", "س": "s", "ش": "S", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "", "غ": "G", "ف": "f",
    "ق": "k", "ک": "k", "ك": "k", "گ": "g", "ګ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "h", "ۀ": "h",
    "و": "W", "ؤ": "W", "ی": "Y", "ي": "Y", "ى": "Y", "ې": "Y", "ۍ": "Y", "ئ": "Y", "ا": "A", "آ": "A", "أ": "A",
    "إ": "A", "ء": "", "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "g", "ښ": "S", "ڼ": "n", "ځ": "z", "څ": "s",
}  # fmt: skip
_DIGRAPHS = {
    "kh": "K", "gh": "G", "sh": "S", "ch": "C", "zh": "J", "th": "s", "ph": "f", "ck": "k", "dh": "z", "ts": "s",
    "aa": "A", "ee": "I", "oo": "U", "ou": "U", "ow": "U", "ie": "I",
}  # fmt: skip
_SINGLE = {
    "a": "A", "e": "E", "i": "I", "o": "U", "u": "U", "b": "b", "c": "k", "d": "d", "f": "f", "g": "g", "h": "h",
    "j": "j", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p", "q": "k", "r": "r", "s": "s", "t": "t", "v": "w",
    "w": "w", "x": "K", "y": "y", "z": "z",
}  # fmt: skip


def is_written_in_arabic(word: str) -> bool:
    """Whether the word is in letters of Dari or Pashto."""
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


@lru_cache(65_536)
def sounds(word: str) -> str:
    """One word of a name, folded, as signs."""
    signs = _of_dari(word) if is_written_in_arabic(word) else _of_latin(word)
    single = "".join(sign for at, sign in enumerate(signs) if not at or sign != signs[at - 1])
    # An h that only closes a last vowel is not heard, and makes it one that is: Fatimah, Fatemeh.
    if len(single) > 2 and single[-1] == "h" and single[-2] in VOWELS:
        return single[:-2] + ("A" if single[-2] == "E" else single[-2])
    return single


def _of_dari(word: str) -> str:
    signs = "".join(_LETTERS.get(letter, "") for letter in word)
    if len(word) > 2 and word.endswith(("ه", "ة", "ۀ")) and signs.endswith("h"):
        signs = signs[:-1] + ENDING
    if word.startswith(("و", "ی", "ي")):
        signs = ("w" if word[0] == "و" else "y") + signs[1:]
    return signs


def _of_latin(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower())
    letters = "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
    signs, at = [], 0
    while at < len(letters):
        if pair := _DIGRAPHS.get(letters[at : at + 2]):
            signs.append(pair)
            at += 2
            continue
        signs.append(_y(letters, at) if letters[at] == "y" else _SINGLE.get(letters[at], ""))
        at += 1
    return "".join(signs)


def _y(letters: str, at: int) -> str:
    """A y before a vowel is a consonant; else it is the vowel of Aryan's last part, or of Layla."""
    before_vowel = at + 1 < len(letters) and letters[at + 1] in "aeiou"
    return "y" if before_vowel else "I"
