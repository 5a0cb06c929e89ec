"""Reading what people write in one message, from standard input, one answer a line."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated

import msgspec
import typer

from bot.plainly import plainly
from bot.reading import day
from flows.reading.message import read_message
from flows.reading.reading import Reading

FIELDS = tuple(field.name for field in fields(Reading) if field.name != "confidence")


@plainly
def parse(
    json: Annotated[bool, typer.Option("--json", help="One object a line, with every field.")] = False,
    on: Annotated[str, typer.Option(help="The day from which dates count, instead of today.")] = "",
) -> None:
    """One-message lines from standard input, as the chat reads them: the fields of each, and how sure each is.

    Fields: name, count (with the writer), category (domain codes), wish, presence, country, province (codes),
    phone, call_wish, dob, expiry (`calendar:year-month-day`), documents and cases (kind, number), danger, asks
    (codes of cases), other_speaker, confidence (0 to 1 of each field found), missing (what would be asked next).
    Nothing is kept. Example: echo "Ali Rahimi, 4 people, green card, want to go, Herat" | hamrah parse --json
    """
    today = day(on)
    for line in typer.get_text_stream("stdin", encoding="utf-8", errors="replace"):
        read = read_message(line.rstrip("\r\n"), today)
        typer.echo(as_json(read) if json else spoken(read))


def as_json(read: Reading) -> str:
    """What was read as one line of JSON; a field that was not told is null, false or empty."""
    told: dict[str, object] = {name: getattr(read, name) for name in FIELDS}
    return msgspec.json.encode(told | {"confidence": dict(read.confidence), "missing": read.missing}).decode()


def spoken(read: Reading) -> str:
    """What was read in one line for people; a question mark stands where it would be asked."""
    return " · ".join(_told(read)) or "nothing"


def _told(read: Reading) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(read, name)
        if value:
            words = ", ".join(map(_word, value)) if isinstance(value, tuple) else str(value)
            yield f"{name} {words}{'' if read.sure_of(name) or name not in read.confidence else '?'}"


def _word(part: object) -> str:
    return " ".join(map(str, part)) if isinstance(part, tuple) else str(part)
