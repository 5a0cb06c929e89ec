"""What must never be kept, found in typed words: social security numbers and bank cards (domain.md §1.3, X).

Streets, faiths and tribes cannot be told from other words, so they are only asked not to be sent.
"""

import re

from flows.words import latin_digits

# As it is written, 3-2-4; nine digits in a row are a passport, unless they are called by their name.
_SECURITY = re.compile(r"(?<![\w+-])(?!000|666|9)\d{3}([ .-])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])")
_NAMED = re.compile(
    r"(?:\bssn\b|social\s+security|سوشیال\s+سکیور|سوشل\s+سکیور|تأمین\s+اجتماعی|تامین\s+اجتماعی)\D{0,30}(?<!\d)\d{9}(?!\d)",
    re.I,
)
# In a row or in groups as on the card; a tazkira has 13 digits and no telephone so many.
_CARD = re.compile(
    r"(?<![\w+<-])(?:[2-6]\d{13,18}|[2-6]\d{3}([ .-])\d{4}\1\d{4}\1\d{2,7}|3\d{3}([ .-])\d{6}\2\d{4,5})(?![\w<-])"
)
_GAPS = re.compile(r"[\u00a0\u2000-\u200a\u202f]")
_DASHES = re.compile(r"[‐-―−]")


def is_unwanted(typed: str) -> bool:
    """Whether a social security number or the number of a bank card stands in it."""
    text = _DASHES.sub("-", _GAPS.sub(" ", latin_digits(typed)))
    if _SECURITY.search(text) or _NAMED.search(text):
        return True
    return any(_checks(re.sub(r"\D", "", found[0])) for found in _CARD.finditer(text))


def _checks(digits: str) -> bool:
    """Luhn's rule, which every bank card keeps and one in ten of other numbers."""
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
