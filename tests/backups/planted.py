"""Words that must be readable nowhere, and how they would look if they were."""

import base64
from collections.abc import Iterator

from flows.facts import AnswerGiven, Body, CaseOpened, Fact, MessageHeard, PersonMet
from tests.register.people import fact, registered

CHAT = 5_417_203_911
TOKEN = "700417:a-token-that-must-not-be-found"
PLANTED = ("Zarghuna Rahimi", "زرغونه رحیمی", "P04417293", "come to the blue door", str(CHAT), TOKEN)


def said(person: str = "p1") -> list[Fact]:
    """What somebody says who is then sought by each of these words."""
    bodies: list[Body] = [
        *[AnswerGiven("registration", "name", words) for words in PLANTED[:2]],
        AnswerGiven("papers", "number", PLANTED[2]),
        CaseOpened(f"case of {person}", "E22", "P2"),
        MessageHeard(f"case of {person}", PLANTED[3]),
    ]
    met = fact(person, PersonMet("telegram", CHAT))
    return [met, *registered(person)[1:], *[fact(person, body) for body in bodies]]


def found(raw: bytes) -> list[str]:
    """Which of them are in these bytes, in any of the ways in which they would be kept."""
    return [words for words in PLANTED if any(needle in raw for needle in needles(words))]


def needles(words: str) -> Iterator[bytes]:
    """The bytes of some words."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = words.encode(encoding)
        yield raw
        yield raw.hex().encode()
        yield base64.b64encode(raw)[: len(raw) // 3 * 4 - 4]
    yield words.encode("unicode_escape")
    if words.isdecimal():
        for size in (5, 6, 8):
            yield int(words).to_bytes(size, "big")
            yield int(words).to_bytes(size, "little")
