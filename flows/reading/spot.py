"""Finds the signs in a message: the longest phrase first, then verbs; words spelled nearly right are forgiven."""

from flows.dates import month_of
from flows.reading.guessing import guess, is_known
from flows.reading.lexicon.known import is_name
from flows.reading.lexicon.verbs import verb
from flows.reading.phrases import ROOT
from flows.reading.settling import settled
from flows.reading.signs import Kind, Sign
from flows.reading.tokens import Gap, Word

_PREFIXES = frozenset(
    ("می", "نمی", "بی", "ن", "mi", "me", "mey", "nemi", "neme", "name", "nami", "ne", "na", "be", "bi")
)
# Who writes more words that nobody knows is not registering.
_GUESSES = 80
_WORD = Sign(Kind.WORD)


def spot(words: list[Word]) -> list[Sign]:
    """The signs of a message in their order; every word is in exactly one of them."""
    keys, sures = _guessed(words)
    found: list[Sign] = []
    at = 0
    while at < len(words):
        means, end = _sign(words, keys, at)
        sure = min(sures[at:end])
        found.append(means.stands(at, end, words[at].gap, sure, len(found)))
        at = end
    return settled(words, found)


def _guessed(words: list[Word]) -> tuple[list[str], list[float]]:
    keys, sures, guesses = [word.key for word in words], [1.0] * len(words), _GUESSES
    for at, key in enumerate(keys):
        if not guesses or words[at].is_number or is_known(key):
            continue
        if not (at and words[at - 1].key in _PREFIXES and verb(words[at - 1].key + key)):
            keys[at], sures[at] = guess(key)
            guesses -= 1
    return keys, sures


def _sign(words: list[Word], keys: list[str], at: int) -> tuple[Sign, int]:
    if joined := _joined(words, at):
        return joined, at + 2
    if words[at].is_number:
        return Sign(Kind.NUM, keys[at][:9]), at + 1
    if month := _month(words, at):
        return month, at + 1
    means, end = _longest(words, keys, at)
    if means is None and not is_name(keys[at]):
        means = verb(keys[at])
    return means or _WORD, end


def _joined(words: list[Word], at: int) -> Sign | None:
    """The verb that was typed in two words: «می خواهم», "ne mikhaham"."""
    if words[at].key not in _PREFIXES or at + 1 == len(words) or words[at + 1].gap is not Gap.NONE:
        return None
    return verb(words[at].key + words[at + 1].key)


def _longest(words: list[Word], keys: list[str], at: int) -> tuple[Sign | None, int]:
    node, best, end, here = ROOT.after.get(keys[at]), None, at + 1, at + 1
    while node is not None:
        if node.means is not None:
            best, end = node.means, here
        if here == len(words) or words[here].gap is not Gap.NONE:
            break
        node, here = node.after.get(keys[here]), here + 1
    return best, end


def _month(words: list[Word], at: int) -> Sign | None:
    """A month is one only beside a figure: May, Jan and Asad are other things too."""
    if not ((at and words[at - 1].is_number) or (at + 1 < len(words) and words[at + 1].is_number)):
        return None
    month = month_of(words[at].key)
    return Sign(Kind.MONTH, f"{month[0]} {month[1]}") if month else None
