"""What a sign is when its neighbours are known: many words are a name here and something else there."""

from flows.reading.lexicon.known import is_name
from flows.reading.signs import Kind, Sign
from flows.reading.tokens import Gap, Word

_ALSO_NAMES = frozenset(Kind) - {Kind.WORD, Kind.PLACE, Kind.MONTH, Kind.NAME, Kind.ME, Kind.COUNTRY, Kind.IN}
_AFTER_US = (Kind.CITIZEN, Kind.PAPER, Kind.SOLDIER, Kind.CAT)
# Husband in Pashto, and "he goes" in Dari.
_HUSBAND_OR_GOES = "میره"
_WITHOUT = frozenset(("be", "bi", "by"))
_PIECES = frozenset(("ta", "تا"))
_TWO_THINGS = frozenset((*_WITHOUT, *_PIECES, _HUSBAND_OR_GOES, "نه", "person"))


def settled(words: list[Word], signs: list[Sign]) -> list[Sign]:
    """The signs, each as its neighbours make it."""
    return [_settle(words, signs, at) if _may_change(words, sign) else sign for at, sign in enumerate(signs)]


def _may_change(words: list[Word], sign: Sign) -> bool:
    if sign.kind is Kind.WORD or sign.end - sign.at > 2:
        return False
    return (
        sign.weak
        or sign.kind is Kind.OF_US
        or words[sign.at].key in _TWO_THINGS
        or len(words[sign.at].key) == 1
        or is_name(words[sign.at].key)
    )


def _settle(words: list[Word], signs: list[Sign], at: int) -> Sign:
    sign = signs[at]
    key = words[sign.at].key
    before = signs[at - 1] if at and sign.gap is Gap.NONE else None
    after = signs[at + 1] if at + 1 < len(signs) and signs[at + 1].gap is Gap.NONE else None
    if key == _HUSBAND_OR_GOES and before is not None and before.kind is Kind.REL:
        return sign._replace(kind=Kind.GO, value="", other=True)
    if (
        words[sign.at].capital
        and len(key) == 1
        and after is None
        and before is not None
        and before.kind is Kind.WORD
    ):
        return sign._replace(kind=Kind.WORD, value="")
    for rule in (_name, _weak, _us, _without, _nine, _pieces):
        if (kind := rule(words, sign, key, before, after)) is not None:
            return sign._replace(kind=kind, value="9" if kind is Kind.NUM else "")
    return sign


def _name(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    if sign.end - sign.at > 1 or sign.kind not in _ALSO_NAMES or not is_name(key):
        return None
    alone = before is None and after is None and len(words) > 1
    beside = any(other and other.kind is Kind.WORD and is_name(words[other.at].key) for other in (before, after))
    named = before is not None and before.kind is Kind.NAME
    return Kind.WORD if alone or beside or named else None


def _weak(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    """ "mira" is "goes" only after somebody who goes."""
    if sign.kind is not Kind.GO or not sign.weak:
        return None
    return None if before and before.kind in (Kind.REL, Kind.THEY, Kind.TO, Kind.US, Kind.WANT) else Kind.WORD


def _us(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    if sign.kind is Kind.OF_US:
        counted = before is not None and before.kind is Kind.NUM
        return None if counted else Kind.US if after and after.kind in _AFTER_US else Kind.FILL
    if sign.kind is not Kind.US or not sign.weak:
        return None
    meant = words[sign.at].capital or (after is not None and after.kind in _AFTER_US)
    return Kind.US if meant or (before is not None and before.kind is Kind.OF) else Kind.FILL


def _without(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    return Kind.WITHOUT if key in _WITHOUT and after is not None and after.kind is Kind.REL else None


def _nine(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    return Kind.NUM if key == "نه" and after is not None and after.kind is Kind.COUNTER else None


def _pieces(words: list[Word], sign: Sign, key: str, before: Sign | None, after: Sign | None) -> Kind | None:
    """ "Du ta bacha" is two children, and "one person" is counted."""
    if before is None or before.kind is not Kind.NUM:
        return None
    return Kind.COUNTER if key == "person" else Kind.FILL if key in _PIECES else None
