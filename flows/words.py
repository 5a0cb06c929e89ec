"""Words and numbers as people type them, made comparable; never for display."""

import re
import unicodedata

# Keys only: letters that three alphabets and their keyboards mix up (domain.md §6.3).
_ALIKE = {
    "ی": "ىيئېۍے", "ک": "كگګڪ", "ه": "ةۀھۂہەۃ", "ا": "أإآٱ", "و": "ؤۇ", "ت": "ټ", "د": "ډ",
    "ر": "ړ", "ن": "ڼ", "ش": "ښ", "ژ": "ږ", "ز": "ځ", "س": "څ",
}  # fmt: skip
_LETTERS = {ord(letter): key for key, letters in _ALIKE.items() for letter in letters}
_DIGITS = {zero + value: str(value) for zero in (0x660, 0x6F0) for value in range(10)}
_LATIN = _LETTERS | _DIGITS

# Marks that are seen, if at all, only together with a letter: accents and harakat left over after NFKC,
# tatweel, joiners, bidi marks, variation selectors, the frame of a keycap, tags.
_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]+"
)
_INITIALS = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")
_GAPS = re.compile(r"[\W_]+")
_MINUS = re.compile(r"\s*[-‒–−]\s*\d")

# «نه» is left out: it is nine in Dari, but "no" in both languages, and nobody should be counted nine by a no.
_WORDS = (
    ("one", "یک", "یو", "یوه"), ("two", "دو", "دوه"), ("three", "سه", "درې"), ("four", "چهار", "چار", "څلور"),
    ("five", "پنج", "پنځه"), ("six", "شش", "شپږ"), ("seven", "هفت", "اووه", "اوه"), ("eight", "هشت", "اته"),
    ("nine", "نهه"), ("ten", "ده", "لس"),
)  # fmt: skip


def fold(text: str) -> str:
    """The text as a key: what two people mean alike and type differently becomes equal."""
    text = unicodedata.normalize("NFKC", _MARKS.sub("", unicodedata.normalize("NFKC", text)))
    text = unicodedata.normalize("NFKC", text.casefold())
    text = _INITIALS.sub(r"\1", _MARKS.sub("", text.translate(_LATIN)))
    return _GAPS.sub(" ", text).strip()


def fold_each(words: list[str]) -> list[str]:
    """Each word as `fold` makes it, in one pass over all; a word has no gap, no newline and no initials."""
    text = "\n".join(words)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _MARKS.sub("", unicodedata.normalize("NFKC", text)))
        text = unicodedata.normalize("NFKC", text.casefold())
        text = _MARKS.sub("", text.translate(_LATIN))
    return [word.strip() for word in text.lower().split("\n")] if words else []


def encodable(text: str) -> str:
    """The words without lone surrogates, which no store and no channel can hold."""
    return text.encode("utf-8", "replace").decode()


def latin_digits(text: str) -> str:
    """The text with Arabic and Persian digits as 0 to 9, and nothing else changed."""
    return text.translate(_DIGITS)


_NAMED = {fold(word): value for value, words in enumerate(_WORDS, 1) for word in words}


def number(text: str) -> int | None:
    """The whole number that is all of the text, in figures of three digit sets or as a word up to ten."""
    key = fold(text)
    if key in _NAMED:
        return _NAMED[key]
    if not re.fullmatch(r"[0-9]{1,9}", key) or _MINUS.match(text):
        return None
    return int(key)
