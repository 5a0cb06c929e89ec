"""Which words are parts of names, by their spelling or by how they sound."""

from flows.reading.lexicon.names import ARABIC, ENDINGS, LATIN, OF_PLACES, TITLES
from flows.reading.spelling import consonants
from flows.words import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_OF_PLACES = _folded(OF_PLACES)
_NAMES = _folded(LATIN) | _folded(ARABIC) | _OF_PLACES | _folded(TITLES)
_HEARD = frozenset(sound for word in LATIN.split() if len(sound := consonants(word)) >= 3)
_ENDINGS = tuple(_folded(ENDINGS))


def is_name(key: str) -> bool:
    """Whether it is a part of a name, as it stands."""
    return key in _NAMES


def names_a_home(key: str) -> bool:
    """Whether it is a surname after a place."""
    return key in _OF_PLACES


def sounds_like_a_name(key: str) -> bool:
    """Whether it sounds like one, or ends like one."""
    if key in _NAMES or (len(key) > 4 and key.endswith(_ENDINGS)):
        return True
    return key.isascii() and 4 <= len(key) <= 14 and consonants(key) in _HEARD
