"""Telephone numbers, of this country and of others, as +93799123456."""

import re
from itertools import islice

from flows.reading.heard import Heard, Span
from flows.reading.signs import Kind

_RUN = re.compile(r"(?<![\w+])(?P<plus>\+ ?|00)?\(?\d[\d ()\-./]{5,24}\d(?![\w])")
_GROUP = re.compile(r"\d+")
_ABROAD = {"PK": ("92", "03"), "IR": ("98", "09"), "TR": ("90", "05")}
_MOST_GROUPS = 8
_MOST = 20
_SHORTEST, _LONGEST = 8, 17


def phone(heard: Heard) -> tuple[str, float, Span] | None:
    """The first telephone number, how sure it is one, and where it stands."""
    marked = any(sign.kind in (Kind.PHONE, Kind.CALL) for sign in heard.signs)
    countries = {sign.value for sign in heard.signs if sign.kind is Kind.COUNTRY}
    for run in islice(_RUN.finditer(_unused(heard)), _MOST):
        groups = list(_GROUP.finditer(run[0]))[:_MOST_GROUPS]
        for first in range(len(groups)):
            for last in range(len(groups), first, -1):
                figures = "".join(group[0] for group in groups[first:last])
                plus = bool(run["plus"]) and first == 0
                if read := _read(figures, plus=plus, marked=marked, countries=countries):
                    start = run.start() if first == 0 else run.start() + groups[first].start()
                    return *read, (start, run.start() + groups[last - 1].end())
    return None


def _unused(heard: Heard) -> str:
    """The text with what was read already blotted out."""
    signs = list(heard.plain)
    for start, end in (heard.span(sign) for sign in heard.signs if sign.kind is Kind.USED):
        signs[start:end] = "_" * (end - start)
    return "".join(signs)


def _read(figures: str, *, plus: bool, marked: bool, countries: set[str]) -> tuple[str, float] | None:
    if not _SHORTEST <= len(figures) <= _LONGEST:
        return None
    if plus:
        figures = figures.removeprefix("00")
        return (f"+{_afghan(figures)}", 0.95) if 8 <= len(figures) <= 15 else None
    if re.fullmatch(r"07\d{8}", figures):
        return f"+93{figures[1:]}", 0.95
    if re.fullmatch(r"937\d{8}|9307\d{8}", figures):
        return f"+{_afghan(figures)}", 0.9
    if re.fullmatch(r"7\d{8}", figures):
        return f"+93{figures}", 0.9 if marked else 0.7
    for country, (code, start) in _ABROAD.items():
        if len(figures) == 11 and figures.startswith(start):
            return f"+{code}{figures[1:]}", 0.85 if country in countries or marked else 0.7
    if re.fullmatch(r"1?[2-9]\d{2}[2-9]\d{6}", figures) and marked:
        return f"+1{figures[-10:]}", 0.8
    return None


def _afghan(figures: str) -> str:
    """Without the zero that some leave in after +93."""
    return f"93{figures[3:]}" if figures.startswith("930") and len(figures) == 12 else figures
