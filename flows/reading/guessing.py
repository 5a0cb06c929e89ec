"""A word that nobody knows may be a known one, spelled as it sounds or with one typing error."""

from flows.reading.lexicon.known import is_name, sounds_like_a_name
from flows.reading.lexicon.verbs import FORMS, verb
from flows.reading.phrases import ROOT, meanings
from flows.reading.signs import Kind
from flows.reading.spelling import Near, loose

SURE_IF_HEARD, SURE_IF_NEAR, SURE_IF_DECLINED = 0.9, 0.75, 0.97
# Pashto says «له کابله», «په وردګو کې», «ترکیې ته».
_CASES = "هوی"
_LENGTHS = range(4, 17)
_LEAST = 5


def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Every word of every phrase, and those of phrases that mean something."""
    every: set[str] = set()
    telling: set[str] = set(FORMS.split())
    for keys, means in meanings():
        every.update(keys)
        if means.kind not in (Kind.FILL, Kind.IS, Kind.SPAN):
            telling.update(keys)
    return frozenset(every), frozenset(telling)


_EVERY, _TELLING = _words()
_NEAR = Near(word for word in _EVERY | _TELLING if len(word) >= _LEAST)
_HEARD: dict[str, set[str]] = {}
for _word in _TELLING:
    if _word.isascii() and len(_word) >= _LEAST:
        _HEARD.setdefault(loose(_word), set()).add(_word)


def is_known(key: str) -> bool:
    """Whether the word needs no guess."""
    return key in _EVERY or len(key) not in _LENGTHS or is_name(key) or verb(key) is not None


def guess(key: str) -> tuple[str, float]:
    """The word that was meant, and how sure that is; the same word if it may as well be a name."""
    if place := _declined(key):
        return place, SURE_IF_DECLINED
    if sounds_like_a_name(key):
        return key, 1.0
    if key.isascii() and (word := _one(_HEARD.get(loose(key), set()))):
        return word, SURE_IF_HEARD
    word = _one({word for word in _NEAR.of(key) if not _is_of_a_place(key, word)})
    return (word, SURE_IF_NEAR) if word else (key, 1.0)


def _declined(key: str) -> str:
    """The place without its Pashto ending."""
    if key.isascii() or key[-1] not in _CASES:
        return ""
    return next((place for place in (key[:-1], f"{key[:-1]}ه") if place != key and _is_a_place(place)), "")


def _is_a_place(key: str) -> bool:
    node = ROOT.after.get(key)
    return node is not None and node.means is not None and node.means.kind in (Kind.PLACE, Kind.COUNTRY)


def _one(words: set[str]) -> str:
    """The only one, or one of several that mean the same by themselves; none if it tells nothing."""
    if len(words) > 1:
        means = {ROOT.after[word].means if word in ROOT.after else None for word in words}
        words = {min(words)} if len(means) == 1 and None not in means else set()
    return next((word for word in words if word in _TELLING), "")


def _is_of_a_place(key: str, word: str) -> bool:
    return key in (f"{word}i", f"{word}y", f"{word}ی")
