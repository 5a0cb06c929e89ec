"""A name cut into the parts that are compared: without titles, and alike whether written apart or together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.register.matching.sounds import is_written_in_arabic, sounds

# Said before a name, or after it, by some and not by others: no part of it where anything else is left.
_LATIN_TITLES = """
dr doctor mr mrs ms eng engineer ustad ostad haji hajji hadji alhaj mullah mulla molla mawlawi maulavi mawlavi qari
bibi sahib saheb agha general gen captain sgt prof professor fnu lnu sayed sayyid said syed saied seyyed sayeed
saiyed khan jan xan dokhtar pesar bin ibn
"""
_TITLES = frozenset(f"{_LATIN_TITLES} داکتر دکتر انجنیر استاد حاجی ملا مولوی قاری بی صاحب آغا سید خان جان".split())
# Names so many people have that they are added and left out.
_COMMON = frozenset(
    map(sounds, ("mohammad", "ahmad", "abdul", "gul", "noor", "ali", "ghulam", "shah", "محمد", "گل"))
)
_WHOLE = frozenset(("abdullah", "abdulla", "abdollah", "عبدالله", "allah"))
_SHORT = {"mohd": "mohammad", "muhd": "mohammad", "md": "mohammad", "mhd": "mohammad", "moh": "mohammad"}
_ABD = re.compile(r"abd|abd[aoeu]l|abd[ou]|abdur|abdus|عبد")
_OF_GOD = re.compile(r"[uao]ll?ah?|ul?laah|الله")
_SERVANT = re.compile(r"(?:abd[aoeu]?[lrstdznm]?|عبدال?)(?=\w{3})")
_GODS = re.compile(r"(?<=\w{2})(?:[uaoie]ll[aeo]h?|[uo]l[ae]h|اللّ?ه)$")
_ARTICLE = re.compile(r"^(al|ul|el|ur|us|ud|uz|ad|as|ar|az)$")
_FAITH = re.compile(r"^(din|deen|dine|dean|الدین|الدين|دین)$")
_OF_FAITH = re.compile(r"(?<=\w{2})(?:[uao](?:l|d|z)?d[ie]{1,2}n|ال?د[یي]ن)$")
COMMON, USUAL = 0.45, 1.0
GODS, SERVANT, FAITH = "UlA", "AbdUl", "UdIn"  # of a name in two halves, the half that many have


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name by its sounds; weight: how much it tells; initial: only its first letter is known."""

    sounds: str
    weight: float
    initial: bool
    arabic: bool


@lru_cache(65_536)
def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name in their order; titles only where nothing else is left; () of what is no name."""
    words = list(_joined(_words(name)))
    telling = [word for word in words if word not in _TITLES] or words
    return tuple(part for word in telling for part in _halves(word) if part.sounds)


def _halves(word: str) -> Iterator[Part]:
    """A word as one part, or as two where one half of it is the servant of, God's, or of the faith."""
    arabic = is_written_in_arabic(word)
    if word in _WHOLE:
        yield _part(word, arabic)
        return
    if servant := _SERVANT.match(word):
        yield Part(SERVANT, COMMON, False, arabic)
        word = word[servant.end() :]
    for ending, half in ((_GODS, GODS), (_OF_FAITH, FAITH)):
        if found := ending.search(word):
            yield _part(word[: found.start()], arabic)
            yield Part(half, COMMON, False, arabic)
            return
    yield _part(word, arabic)


def _part(word: str, arabic: bool) -> Part:
    heard = sounds(word)
    return Part(heard, COMMON if heard in _COMMON else USUAL, len(word) == 1, arabic)


def _words(name: str) -> list[str]:
    plain = name.lower().replace("\u200c", " ").replace("ـ", "").replace("’", "").replace("'", "").replace("`", "")
    return [_SHORT.get(word, word) for word in re.findall(r"[^\W\d_]+", plain)]


def _joined(words: list[str]) -> Iterator[str]:
    """Servants of God, and what is God's, as one word: Abdul Rahman, Habib Ullah, Najm ud Din."""
    at = 0
    while at < len(words):
        word = words[at]
        if _ABD.fullmatch(word) and at + 1 < len(words):
            word, at = f"{word}{words[at + 1]}", at + 1
        while at + 1 < len(words) and (_OF_GOD.fullmatch(words[at + 1]) or _FAITH.match(words[at + 1])):
            word, at = f"{word}{words[at + 1]}", at + 1
        if at + 2 < len(words) and _ARTICLE.match(words[at + 1]) and _FAITH.match(words[at + 2]):
            word, at = f"{word}{words[at + 1]}{words[at + 2]}", at + 2
        yield word
        at += 1
