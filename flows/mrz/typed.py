"""What people type or cameras see, as lines that could be a zone: letters, figures and fillers only."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from flows.mrz.layouts import Layout
from flows.words import latin_digits

# Brackets that stand for fillers; on keyboards from right to left also the mirrored ones.
_ONE = dict.fromkeys(map(ord, "‹›<>〈〉⟨⟩˂˃❮❯ᐸᐳ≺≻"), "<")
_TWO = "«»《》≪≫⟪⟫"
_QUOTES = "`'\"*_.,;:|،؛"
_CORE = re.compile("[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9]")
_BEFORE_CORE = 13  # on the second of two lines: number, check digit, nationality
_LEAST = {2: 6, 3: 15}  # characters that a first line has, by the number of lines

# A zone is at the foot of its page, so of a longer text the end is looked at; and nobody is to keep us busy.
_MOST_SIGNS, _MOST_LINES = 2000, 12
_MOST_FILLERS = 24  # that are missing from a line or too many in it
_MOST_RUNS = 3  # of fillers, of which one may be as long as it should not be

# What it costs that a line lacked its last fillers, that gaps were taken for fillers, that lines were broken
# elsewhere, that fillers were counted anew. The last two weigh more than a wrong character, which must not look
# like another format.
PADDED, SPACED, BROKEN, RECOUNTED = 1, 2, 15, 25


def laid(text: str, layout: Layout) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every way in which the text fills the layout, and what each line costs.

    Lines are as typed, or the whole text is one run that was broken anywhere or nowhere.
    """
    for lines, spaced in cleaned(text):
        broken = BROKEN if len(lines) > 1 else 0
        ways = [(parts, spaced) for parts in _windows(lines, layout)]
        ways += [(parts, spaced + broken) for parts in _cuts("".join(lines), layout)]
        for parts, cost in ways:
            for each in product(*map(fitted, parts, layout.picture)):
                yield "".join(line for line, _ in each), (cost, *(own for _, own in each))


def cleaned(text: str) -> Iterator[tuple[list[str], int]]:
    """The lines that could be of a zone, with gaps left out and with gaps as fillers, and what that costs."""
    doubles = ("<<", "<") if any(sign in text for sign in _TWO) else ("<<",)
    gapped = any(" " in line.strip() for line in text.splitlines())
    for gap, cost in (("", 0), ("<", SPACED)) if gapped else (("", 0),):
        for doubled in doubles:
            yield _cleaned(text, doubled, gap), cost


def _cleaned(text: str, doubled: str, gap: str) -> list[str]:
    brackets = _ONE | dict.fromkeys(map(ord, _TWO), doubled)
    typed = (line.strip().replace(" ", gap) for line in text[-_MOST_SIGNS:].splitlines())
    lines = (_signs(line).translate(brackets).strip(_QUOTES) for line in typed)
    return [line for line in lines if line][-_MOST_LINES:]


def _signs(line: str) -> str:
    """The line in capitals without what is no sign of its own: accents, gaps, joiners, marks of direction."""
    seen = unicodedata.normalize("NFKD", latin_digits(line)).upper()
    return "".join(sign for sign in seen if unicodedata.category(sign)[0] not in "MZC")


def _windows(lines: list[str], layout: Layout) -> Iterator[list[str]]:
    count = len(layout.picture)
    for start in range(len(lines) - count + 1):
        yield lines[start : start + count]


def _cuts(run: str, layout: Layout) -> Iterator[list[str]]:
    """One run cut into lines: from its beginning, from its end, or where birth, sex and expiry are seen."""
    width, count = layout.width, len(layout.picture)
    if not width < len(run) <= width * count + _MOST_FILLERS:
        return
    starts = [width, len(run) - width] if count == 2 else [width]
    if core := _CORE.search(run):
        starts.append(core.start() - (_BEFORE_CORE if count == 2 else 0))
    for start in starts:
        if start >= _LEAST[count]:
            yield [run[:start], run[start:]] if count == 2 else _three(run, start, width)


def _three(run: str, start: int, width: int) -> list[str]:
    return [run[:start], run[start : start + width], run[start + width :]]


def fitted(line: str, picture: str) -> Iterator[tuple[str, int]]:
    """The line at its full length: missing fillers at its end are normal, elsewhere they are counted anew."""
    missing = len(picture) - len(line)
    if missing == 0:
        yield line, 0
        return
    if not -_MOST_FILLERS <= missing <= (len(picture) if picture[-1] == "N" else _MOST_FILLERS):
        return
    if missing > 0 and picture[-1] in "NOP":
        yield line.ljust(len(picture), "<"), PADDED
    elif missing > 0:
        for tail in (1, 2):
            yield line[:-tail] + "<" * missing + line[-tail:], RECOUNTED
    for run in _runs(line, picture):
        count = len(run.group()) + missing
        if count >= 0:
            yield line[: run.start()] + "<" * count + line[run.end() :], RECOUNTED


def _runs(line: str, picture: str) -> list[re.Match[str]]:
    """The runs of fillers that may be of a wrong length: the longest ones; in names only the last."""
    if picture[-1] == "N":
        return list(re.finditer("[<K]+$", line))
    return sorted(re.finditer("<+", line), key=lambda run: len(run.group()), reverse=True)[:_MOST_RUNS]
