"""Scoring pairs of names, so that anybody can measure it on pairs of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from bot.plainly import plainly
from bot.settings import Unset
from flows.register.matching.names import SAME, Score, score

YES, NO = frozenset({"1", "true", "yes", "same"}), frozenset({"0", "false", "no", "different"})


@dataclass(frozen=True, slots=True)
class Row:
    """Two names, and whether they are of one person where that is known."""

    one: str
    other: str
    same: bool | None


@plainly
def match(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Two names a line, a tab between.")],
    json: Annotated[bool, typer.Option("--json", help="One object a pair.")] = False,
) -> None:
    """Pairs of names, in any script: how far each may be one person's, from 0 to 1, and why.

    A third column, 1 or 0, says whether they are: then precision and recall are told as well, on standard error.
    From 0.85 on two names may be of one person; nothing is ever joined by that alone. Nothing is kept.

    Example: hamrah match pairs.tsv --json
    """
    rows = list(_rows(file))
    scored = [score(row.one, row.other) for row in rows]
    for one in scored:
        typer.echo(_as_json(one) if json else f"{one.value:.3f}  {'; '.join(words for _, words in one.reasons)}")
    if any(row.same is not None for row in rows):
        typer.echo(_measured(rows, scored), err=True)


def _rows(file: Path) -> Iterator[Row]:
    try:
        written = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unset("this file is no UTF-8: save it as UTF-8 with tabs between the columns.") from None
    for number, line in enumerate(written.splitlines(), 1):
        if line.strip():
            cells = line.split("\t")
            if len(cells) not in (2, 3):
                raise Unset(f"line {number} must have two names with a tab between, and 1 or 0 if that is known.")
            yield Row(cells[0], cells[1], _known(cells[2], number) if len(cells) > 2 else None)


def _known(cell: str, number: int) -> bool | None:
    told = cell.strip().lower()
    if told and told not in YES | NO:
        raise Unset(f"line {number}: the third column is 1 for one person, 0 for two, or empty.")
    return told in YES if told else None


def _as_json(one: Score) -> str:
    reasons = [{"code": code, "words": words} for code, words in one.reasons]
    return msgspec.json.encode({"score": one.value, "same": one.value >= SAME, "reasons": reasons}).decode()


def _measured(rows: Sequence[Row], scored: Sequence[Score]) -> str:
    known = [(one.value >= SAME, row.same) for one, row in zip(scored, rows, strict=True) if row.same is not None]
    hits, said = known.count((True, True)), sum(is_said for is_said, _ in known)
    same = sum(bool(truth) for _, truth in known)
    precision, recall = hits / said if said else 1.0, hits / same if same else 1.0
    return f"{len(known)} pairs that are known: precision {precision:.3f}, recall {recall:.3f} at {SAME}."
