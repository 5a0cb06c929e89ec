"""The link by which a person of whom others told us can speak for themselves (domain.md §5.3, A3)."""

import re
from hashlib import sha256

LENGTH = 20
START = re.compile(r"/start(?:@\w+)? c-([0-9a-f]{20})")


def token(teller: str, item: str) -> str:
    """What a link carries: it names nobody, and only who knows the teller's random id can make it."""
    return sha256(f"claim:{teller}:{item}".encode()).hexdigest()[:LENGTH]


def opened(text: str) -> str:
    """The token of the link that was opened, "" if these words are none."""
    found = START.fullmatch(text.strip())
    return found[1] if found else ""


def link(handles: str, teller: str, item: str) -> str:
    """The link as it is sent on; without a published name of ours, the words that do the same."""
    name = next((word.removeprefix("@") for word in re.split(r"[\s,]+", handles) if word.startswith("@")), "")
    carried = f"c-{token(teller, item)}"
    return f"https://t.me/{name}?start={carried}" if name else f"/start {carried}"
