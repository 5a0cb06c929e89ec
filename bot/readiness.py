"""Who of a file of people is ready, and what stands in the way of everybody else."""

import gc
import json as text
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import policies
from bot.plainly import plainly
from bot.settings import Unset
from flows.places import KABUL
from flows.register.readiness.answer import Assessment, Reason, Status
from flows.register.readiness.readiness import readiness as assessed
from flows.register.readiness.reading import read_people
from flows.register.readiness.round import RULE
from flows.register.readiness.told import Fault

MOST_FAULTS, MOST_SHOWN, WIDE = 200, 1000, 160
PLACE = re.compile(r"\[[0-9]+\]")

_HELP = """Who is ready to travel, from a JSON file of anybody's making. Nothing is kept.

Example: hamrah readiness people.json --as-of 2021-11-10 --travel 2021-11-18 --json

The file is one object: an id leads to an object of that person. Each field may be missing or null, and then nobody
said it, which never makes anybody ready:

household: who lives together; without it, alone.

name: a text, or whether a name is known.

age: in years; without it an adult. birth: a day, better than the age: ages are reckoned on the day of the trip.

cat: the category; without it UNSURE.

presence: IN_COUNTRY, LEFT, RETURNED or UNKNOWN, the default.

intent: LEAVE_NOW, LEAVE_WITH_FAMILY, LEAVE_LATER, UNDECIDED, STAY or UNKNOWN, the default. intent_on: the day
it was said; without it a wish to leave is stale. not_before: of LEAVE_LATER; without it no trip is late enough.

contact_on: the last day they answered. What is after --as-of is not counted.

consent: true if they agreed that the carrier and the host are told.

docs: objects of t (the paper's code), state (held, expired, lost, taken, destroyed, held_by_mission, applied_for,
with_other_person or unknown, the default), exp (a day, a month like 2026-05, or a year: their first day counts)
and ev (0 to 4; default 0).

waivers: codes, or objects of code, by and exp; without exp it holds.

holds: codes without HOLD:, or objects of code and since.

must_with: ids of whom they will not go without; of a minor, the guardian.

dependent: true if they cannot care for themselves. care_arranged: true of whom somebody else cares for, or of who
arranged it for all whom they leave.

The answer leads each id to status, reasons and party, and where there are any to notes: AGING_OUT, of who turns 21
within 60 days or may do so. Reasons stand in the order of the statuses (OUT_OF_SCOPE,
HOLD, NOT_WILLING, UNCONFIRMED, UNREACHABLE, NOT_READY, PARTY_BLOCKED), holds by their code, those of NOT_READY as
wish, papers, name, consent, and members of the party by their id. With a fault nothing is
answered, and the exit is 2.
"""
HELP = "\n\n".join(" ".join(paragraph.split()) for paragraph in _HELP.split("\n\n"))


@plainly
def readiness(
    file: Annotated[Path, typer.Argument(help="JSON; - for what is piped in.")],
    as_of: Annotated[str, typer.Option("--as-of", help="What was known at the end of this day; else today.")] = "",
    travel: Annotated[str, typer.Option(help="The day of the trip; else that of --as-of.")] = "",
    policy: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A policy file, else that of Hamrah.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One object: id to status, reasons and party.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="With --json: each reason with since, proof, who mends it and how.")
    ] = False,
) -> None:
    """Who is ready to travel, from a JSON file; `HELP` is what is said of it."""
    known = _day("--as-of", as_of) or datetime.now(KABUL).date()
    trip = _day("--travel", travel) or known
    if trip < known:
        raise Unset("--travel is before --as-of.")
    rules = policies.given(policy)
    if not rules.holds_on(trip):
        typer.echo(f"hamrah: {rules.id} is not in force on the day of the trip.", err=True)
    with _nothing_to_collect():
        people, faults = read_people(_object(file), known)
        _tell(_sentences(faults))
        if not all(fault.passed_over for fault in faults):
            raise typer.Exit(2)
        answers = assessed(people, known, trip, rules)
    if json:
        typer.echo(msgspec.json.encode({id_: _plain(answer, explain=explain) for id_, answer in answers.items()}))
    else:
        _print(answers, known, trip, rules.id)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """All that is made here lasts and holds no circles; looking for some takes as long as all the rest."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _day(option: str, told: str) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise Unset(f"{option} is a day like 2021-11-10.") from None


def _object(file: Path) -> Mapping[str, object]:
    """The object that the file holds."""
    doubled: list[str] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            doubled.extend(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        return found

    try:
        written = typer.get_binary_stream("stdin").read() if str(file) == "-" else file.read_bytes()
        told = text.loads(written.decode("utf-8-sig"), object_pairs_hook=once)
    except OSError:
        raise Unset("the file cannot be read.") from None
    except text.JSONDecodeError as error:
        raise Unset(f"the file is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from None
    except (ValueError, RecursionError):
        raise Unset("the file is no JSON in UTF-8, or too deep.") from None
    if not isinstance(told, dict):
        raise Unset("the file must hold one object, of people by id.")
    if doubled:
        _tell(f"{key}: this stands twice in one object" for key in doubled)
        raise typer.Exit(2)
    return told


def _sentences(faults: Iterable[Fault]) -> Iterator[str]:
    """Each fault; of a field that is not read, once for all who have it."""
    over: Counter[str] = Counter()
    for fault in faults:
        if fault.passed_over:
            over[PLACE.sub("[]", fault.field)] += 1
        else:
            yield str(fault)
    yield from (
        f"{field}: there is no such field, it is not read ({times} times)" for field, times in over.items()
    )


def _tell(faults: Iterable[str]) -> None:
    """The first faults, each on one line."""
    lines = [_visible(fault) for fault in faults]
    for line in lines[:MOST_FAULTS]:
        typer.echo(line, err=True)
    if len(lines) > MOST_FAULTS:
        typer.echo(f"and {len(lines) - MOST_FAULTS} more.", err=True)


def _visible(text: str) -> str:
    """Ids are anybody's: no sign in them steers the terminal."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _plain(answer: Assessment, *, explain: bool) -> dict[str, object]:
    short: dict[str, object] = {"status": answer.status, "reasons": answer.codes, "party": answer.party}
    if not explain:
        return short | ({"notes": [note.code for note in answer.notes]} if answer.notes else {})
    return short | {
        "reasons": [_explained(reason) for reason in answer.reasons],
        "or": [[_explained(reason) for reason in gaps] for gaps in answer.or_else],
        "notes": [_explained(note) for note in answer.notes],
        "next": answer.step,
        "rule": answer.rule,
        "policy": answer.policy,
    }


def _explained(reason: Reason) -> dict[str, object]:
    told: dict[str, object] = {"code": reason.code, "since": reason.since, "proof": reason.proof}
    return told | {"who": reason.fixer, "next": reason.step}


def _print(answers: Mapping[str, Assessment], known: date, trip: date, policy: str) -> None:
    width = None if sys.stdout.isatty() else WIDE
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    table = Table("who", "status", "reasons", "since", "mended by", "next", box=None, pad_edge=False)
    for id_, answer in islice(answers.items(), MOST_SHOWN):
        rows = [*answer.reasons, *answer.notes]
        first = [_visible(id_), answer.status.value]
        for reason in rows:
            since = reason.since.isoformat() if reason.since else ""
            cells = [*first, _visible(reason.code), since, reason.fixer.value, _words(reason)]
            table.add_row(*map(Text, cells))
            first = ["", ""]
        for gaps in answer.or_else:
            table.add_row("", "", Text(f"or {', '.join(gap.code for gap in gaps)}", "dim"))
        if not rows:
            table.add_row(*map(Text, first))
    console.print(table)
    if len(answers) > MOST_SHOWN:
        console.print(f"and {len(answers) - MOST_SHOWN} more: see all of them with --json.")
    counted = Counter(answer.status for answer in answers.values())
    console.print(
        ", ".join(f"{counted[status]} {status}" for status in Status if counted[status]) or "nobody",
        soft_wrap=True,
    )
    console.print(Text(f"as of {known}, trip on {trip}, rule {RULE}, policy {policy}", "dim"), soft_wrap=True)


def _words(reason: Reason) -> str:
    return reason.step.replace("_", " ")
