"""Reading machine-readable zones of travel documents from standard input, one answer a zone."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

import msgspec
import typer

from bot.plainly import plainly
from bot.settings import Unset
from flows.mrz.reading import read_zone
from flows.mrz.zone import Change, Doubt, Why, Zone
from flows.places import KABUL

_WHY = {
    Why.UNSEEN: "no check digit would tell it from",
    Why.FORBIDDEN: "this cannot stand here",
    Why.FILLERS: "lines had too few or too many fillers",
    Why.CUT: "they fill their field, so their end may be missing",
    Why.CODE: "unknown code",
    Why.DATE: "no such day, or an unlikely one",
}


@plainly
def mrz(
    json: Annotated[bool, typer.Option("--json", help="One object a zone, null where there is none.")] = False,
    on: Annotated[str, typer.Option(help="The day from which years of two figures count, instead of today.")] = "",
) -> None:
    """Machine-readable zones from standard input, with a blank line between two: what they say, and how surely.

    Nothing is kept. Example: hamrah mrz --json < zones.txt
    """
    today = day(on)
    for typed in zones(typer.get_text_stream("stdin", encoding="utf-8", errors="replace")):
        zone = read_zone(typed, today)
        typer.echo(as_json(zone) if json else "\n".join(spoken(zone)))


def day(on: str) -> date:
    """The day that is named, else today in Kabul; Unset if it is none."""
    try:
        return date.fromisoformat(on) if on else datetime.now(KABUL).date()
    except ValueError:
        raise Unset("--on is a day like 2026-11-23.") from None


def zones(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a text."""
    typed: list[str] = []
    for line in lines:
        if line.strip():
            typed.append(line)
        elif typed:
            yield "".join(typed)
            typed = []
    if typed:
        yield "".join(typed)


def as_json(zone: Zone | None) -> str:
    """A zone as one line of JSON with days as in ISO 8601, null for none."""
    if zone is None:
        return "null"
    fields = {name: getattr(zone, name) for name in (*zone.__slots__, "sound", "unchecked")}
    return msgspec.json.encode(fields | {"checks": dict(zone.checks)}).decode()


def spoken(zone: Zone | None) -> Iterator[str]:
    """A zone in a few lines for people."""
    if zone is None:
        yield "no zone"
        return
    failed = [name for name, holds in zone.checks.items() if not holds]
    born = f"{zone.birth.value} ({zone.birth.precision})" if zone.birth else "not told"
    yield f"{zone.format} {zone.document} {zone.issuer} {zone.number}: " + (
        f"check digits fail for {', '.join(failed)}" if failed else "all check digits hold"
    )
    yield f"  names       {zone.surname or '-'}, {zone.given or '-'}"
    yield f"  nationality {zone.nationality}, sex {zone.sex or 'not readable'}"
    yield f"  born        {born}, expires {zone.expiry or 'not told'}"
    yield from (f"  read anew   {_changed(change)}" for change in zone.mended)
    yield from (f"  in doubt    {_doubted(doubt)}" for doubt in zone.doubts)
    if zone.suggestion:
        yield f"  perhaps     {_changed(zone.suggestion)}"
    yield f"  no digit    {', '.join(zone.unchecked)}: a person confirms them"


def _changed(change: Change) -> str:
    return f"{change.field}: {change.typed} as {change.read} (line {change.line}, column {change.column})"


def _doubted(doubt: Doubt) -> str:
    place = f" (line {doubt.line}, column {doubt.column})" if doubt.line else ""
    return f"{doubt.field}{place}: {_WHY[doubt.why]} {' '.join(doubt.also)}".rstrip()
