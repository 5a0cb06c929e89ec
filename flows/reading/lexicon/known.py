"""Which words are parts of names, by their spelling or by how they sound."""

from flows.reading.lexicon.names import ARABIC, ENDINGS, LATIN, OF_PLACES, TITLES
from flows.reading.spelling import consonants
from flows.words import fold

NAMES = frozenset(fold(word) for word in (*LATIN, *ARABIC, *OF_PLACES, *TITLES))
_TITLES = frozenset(map(fold, TITLES))
_OF_PLACES = frozenset(map(fold, OF_PLACES))
_HEARD = frozenset(sound for word in LATIN if len(sound := consonants(word)) >= 3)
_ENDINGS = tuple(map(fold, ENDINGS))


def is_name(key: str) -> bool:
    """Whether it is a part of a name, as it stands."""
    return key in NAMES


def names_a_home(key: str) -> bool:
    """Whether it is a surname after a place."""
    return key in _OF_PLACES


def is_title(key: str) -> bool:
    """Whether it only stands before a name."""
    return key in _TITLES


def sounds_like_a_name(key: str) -> bool:
    """Whether it sounds like one, or ends like one."""
    if key in NAMES or (len(key) > 4 and key.endswith(_ENDINGS)):
        return True
    return key.isascii() and 4 <= len(key) <= 14 and consonants(key) in _HEARD
