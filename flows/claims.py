"""Links that say who opens them: one of whom others told us, or the same person on another phone (§5.3)."""

import re
from hashlib import sha256

LENGTH = 20
CLAIM, PHONE = "claim", "phone"
_MARKS = {CLAIM: "c", PHONE: "p"}
START = re.compile(r"/start(?:@\w+)? ([cp])_([0-9a-f]{20})")


def token(person: str, item: str = "", kind: str = CLAIM) -> str:
    """What a link carries: it names nobody, and only who knows the person's random id can make it."""
    return sha256(f"{kind}:{person}:{item}".encode()).hexdigest()[:LENGTH]


def opened(text: str) -> tuple[str, str]:
    """The kind and the token of the link that was opened, "" and "" if these words are none."""
    found = START.fullmatch(text.strip())
    kinds = {mark: kind for kind, mark in _MARKS.items()}
    return (kinds[found[1]], found[2]) if found else ("", "")


def link(handles: str, person: str, item: str = "", kind: str = CLAIM) -> str:
    """The link as it is sent on; without a published name of ours, the words that do the same."""
    name = next((word.removeprefix("@") for word in re.split(r"[\s,]+", handles) if word.startswith("@")), "")
    carried = f"{_MARKS[kind]}_{token(person, item, kind)}"
    return f"https://t.me/{name}?start={carried}" if name else f"/start {carried}"
