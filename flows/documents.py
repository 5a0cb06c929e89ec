"""Numbers of documents as people type them: which kinds there are, and how each looks (domain.md §1.5)."""

import re

from flows.words import latin_digits

# Formats from memory (domain.md §9, 6): they warn, they never block.
FORMATS = {
    "US_PPT": re.compile(r"\d{9}|[A-Z]\d{8}"),
    "US_EMERG_PPT": re.compile(r"\d{9}|[A-Z]\d{8}"),
    "US_PPT_CARD": re.compile(r"C\d{8}"),
    "US_GC": re.compile(r"[A-Z]{3}\d{10}|A?\d{7,9}"),
    "AF_PPT": re.compile(r"[A-Z]{1,2}\d{6,8}|\d{7,9}"),
    "FOR_PPT": re.compile(r"[A-Z0-9]{5,9}"),
    "AF_TAZ": re.compile(r"\d{4,13}"),
    "AF_ETAZ": re.compile(r"\d{13}"),
    "US_VISA": re.compile(r"[A-Z0-9]{8}"),
    "BOARD_FOIL": re.compile(r"[A-Z0-9]{8}"),
    "ENTRY_AUTH": re.compile(r"[A-Z0-9]{3,30}"),
}
NUMBERED = re.compile(r"[A-Z0-9]{3,30}")
GAPS = re.compile(r"[\s./_\-–]+")


def document_number(typed: str, kind: str) -> str | None:
    """The number in Latin capitals and digits; `odd:` before it where it does not look like one of its kind."""
    number = bare(typed)
    if not NUMBERED.fullmatch(number) or not any(sign.isdigit() for sign in number):
        return None
    looks = FORMATS.get(kind, NUMBERED)
    return number if looks.fullmatch(number) else f"odd:{number}"


def bare(typed: str) -> str:
    """The number without gaps, in Latin capitals and digits."""
    return GAPS.sub("", latin_digits(typed)).upper()
