"""Which of the lines that were read on a page are its machine-readable zone."""

from collections.abc import Iterator, Sequence
from datetime import date

from flows.mrz.reading import read_zone

MOST_LINES = 3


def zone_in(lines: Sequence[str], today: date) -> str:
    """The first lines beneath each other that are a whole zone, "" if there are none.

    lines: what was read, from above. Whole: every check digit holds, no line is missing, and somebody is named.
    """
    for together in _beneath(lines):
        text = "\n".join(together)
        zone = read_zone(text, today)
        if zone is None or len(zone.lines) != len(together) or not zone.surname + zone.given:
            continue  # a card's digits hold without its line of names, and somebody would be asked for nobody
        if zone.checks and all(zone.checks.values()):
            return "\n".join(zone.lines)
    return ""


def _beneath(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Three lines before two: two of a card's three are a zone as well, of which all digits hold."""
    for count in (MOST_LINES, 2):
        yield from (lines[at : at + count] for at in range(len(lines) - count, -1, -1))
