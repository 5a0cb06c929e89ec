"""Names and words of others, made harmless to show."""

import re
import unicodedata

LONGEST = 24

# Joiners belong to the writing of Dari and Pashto; what else steers the eye or the line does not belong in a name.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_OVERRIDES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def harmless(name: str) -> str:
    """A name that stays within its place on a card; a right-to-left one stands in an isolate of its own."""
    seen = " ".join(_STEERING.sub("·", name).split())
    shown = seen if len(seen) <= LONGEST else seen[: LONGEST - 1] + "…"
    if any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in shown):
        return f"\u2068{shown}\u2069"
    return shown or "somebody"


def legible(words: str) -> str:
    """Someone's words with the signs that would reorder the line made visible."""
    return _OVERRIDES.sub("·", words)
