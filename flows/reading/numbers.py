"""Document numbers, case numbers and phones: what a row of figures is by its form and the words beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from flows.documents import FORMATS, bare
from flows.reading.heard import Heard, Span
from flows.reading.signs import Kind, Sign

POSTS = frozenset(
    ("KBL", "ISL", "ANK", "DOH", "ABD", "DHB", "AKD", "NVC", "NWD", "DSB", "TSK", "ALM", "FRN", "MDD")
)
RECEIPTS = frozenset(("IOE", "WAC", "EAC", "LIN", "MSC", "NBC", "YSC", "TSC", "VSC"))
_TEN = r"\d{4}[ \-]?\d{3}[ \-]?\d{3}"
_CASE = re.compile(rf"(?<![A-Za-z0-9])(?P<post>[A-Za-z]{{3}})[ \-]?(?P<ten>{_TEN})(?!\d)")
_ALIEN = re.compile(r"(?<![A-Za-z0-9])[Aa][#\- ]{0,2}(?P<number>\d{3}[ \-]?\d{3}[ \-]?\d{3}|\d{8})(?!\d)")
_TAZKIRA = re.compile(r"(?<![\d+])\d{4}[\- ]?\d{4}[\- ]?\d{5}(?!\d)")
_LETTERED = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[ \-]?\d{6,8}(?!\d)")
_FIGURES = re.compile(r"(?<![\d+A-Za-z])\d{4,13}(?![\d/])")
_PASSED = frozenset((Kind.IS, Kind.OF, Kind.FILL, Kind.MY, Kind.US, Kind.COUNTRY, Kind.CASE, Kind.PHONE)) | {
    Kind.WORD, Kind.NUM, Kind.ME, Kind.AND,
}  # fmt: skip
_NEAR = 5
_MOST = 20


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with what it is a number of, how sure that is, and where it stands."""

    kind: str
    number: str
    sure: float
    span: Span


def cases(heard: Heard) -> Iterator[Numbered]:
    """Case numbers of consulates and receipts, and what is called a case by the word before it."""
    for found in islice(_CASE.finditer(heard.plain), _MOST):
        post, mark = found["post"].upper(), _mark(heard, found.start())
        if post in POSTS or post in RECEIPTS or (mark and mark.kind is Kind.CASE):
            kind = "KBL" if post == "KBL" else "NVC" if post in POSTS else _petition(heard)
            yield Numbered(kind, bare(found[0]), 0.95, found.span())
    for found in islice(_FIGURES.finditer(heard.plain), _MOST):
        mark = _mark(heard, found.start())
        if mark and mark.kind is Kind.CASE and len(found[0]) >= 5:
            yield Numbered(_called(heard), found[0], 0.8, found.span())


def documents(heard: Heard) -> Iterator[Numbered]:
    """Numbers of passports, green cards, tazkiras and visas."""
    for pattern, read in (
        (_CASE, _card),
        (_ALIEN, _alien),
        (_LETTERED, _marked),
        (_TAZKIRA, _tazkira),
        (_FIGURES, _marked),
    ):
        for found in islice(pattern.finditer(heard.plain), _MOST):
            if numbered := read(heard, found):
                yield numbered


def _card(heard: Heard, found: re.Match[str]) -> Numbered | None:
    mark = _mark(heard, found.start())
    known = found["post"].upper() in POSTS | RECEIPTS
    card = mark is not None and (mark.value in ("US_GC", "LPR"))
    return Numbered("US_GC", bare(found[0]), 0.95, found.span()) if card and not known else None


def _alien(heard: Heard, found: re.Match[str]) -> Numbered | None:
    mark = _mark(heard, found.start())
    if mark and mark.kind is Kind.PAPER and mark.value != "US_GC":
        return None
    return Numbered("US_GC", f"A{bare(found['number'])}", 0.9, found.span())


def _tazkira(heard: Heard, found: re.Match[str]) -> Numbered | None:
    mark = _mark(heard, found.start())
    called = mark is not None and mark.value == "AF_TAZ"
    if not called and not ("-" in found[0] and found[0].startswith(("13", "14"))):
        return None
    return Numbered("AF_TAZ", bare(found[0]), 0.95 if called else 0.8, found.span())


def _marked(heard: Heard, found: re.Match[str]) -> Numbered | None:
    mark = _mark(heard, found.start())
    number = bare(found[0])
    if mark is None or mark.kind is not Kind.PAPER:
        plain = (
            number[0] in "PO" and len(number) == 9 and (mark is None or mark.kind not in (Kind.CASE, Kind.PHONE))
        )
        return Numbered("AF_PPT", number, 0.7, found.span()) if plain else None
    if mark.value == "PPT":
        kind, sure = _whose(heard, mark, found)
        return Numbered(kind, number, sure, found.span()) if 7 <= len(number) <= 10 else None
    fits = FORMATS[mark.value].fullmatch(number) is not None
    return Numbered(mark.value, number, 0.95 if fits else 0.6, found.span())


def _whose(heard: Heard, mark: Sign, found: re.Match[str]) -> tuple[str, float]:
    """Whose passport it is by the word beside it, else by its form, else only that it is one."""
    number = bare(found[0])
    owner = _beside(heard, mark, found.end())
    theirs = any(sign.kind is Kind.REL for sign in heard.signs[max(0, mark.place - 4) : mark.place])
    sure = 0.6 if theirs else 0.95
    if owner:
        return owner, sure
    return ("AF_PPT", min(sure, 0.85)) if re.fullmatch(r"[PO]\d{8}", number) else ("PPT", 0.6)


def _beside(heard: Heard, mark: Sign, end: int) -> str:
    after = heard.after(end, 2)
    around = heard.signs[max(0, mark.place - 2) : mark.place + 2]
    before = [sign for sign in around if sign != mark and sign not in after]
    for sign in (*reversed(before), *after):
        if sign.kind is Kind.US:
            return "US_PPT"
        if sign.kind is Kind.COUNTRY:
            return "AF_PPT" if sign.value == "AF" else "FOR_PPT"
        if sign in after and sign.kind not in (Kind.IS, Kind.OF, Kind.FILL):
            break
    return ""


def _mark(heard: Heard, start: int) -> Sign | None:
    """The word that says what the number at this place is, if one stands near before it."""
    before = heard.before(start, _NEAR)
    passed: Sign | None = None
    for sign in reversed(before):
        if sign.kind in (Kind.PAPER, Kind.BORN, Kind.ENDS, Kind.CAT) or (
            sign.kind is Kind.CASE and passed is None
        ):
            return sign
        if sign.kind not in _PASSED and sign.kind is not Kind.CALL:
            return passed
        if sign.kind in (Kind.PHONE, Kind.CALL) and passed is None:
            passed = sign
        if len(heard.key(sign)) > 6 and heard.words[sign.at].is_number:
            return passed
    return passed


def _petition(heard: Heard) -> str:
    said = heard.plain.casefold()
    return "I-730" if "730" in said else "I-130" if re.search(r"i.?130|petition", said) else "USCIS"


def _called(heard: Heard) -> str:
    values = {sign.value[:3] for sign in heard.signs if sign.kind is Kind.CAT}
    return "SIV" if "SIV" in values else "USRAP" if values & {"P1", "P2", "P1P"} else "CASE"
