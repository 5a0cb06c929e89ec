"""A golden talk from its file, with what is to be seen now, and where that differs from what is written."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import typer

from bot.terminal.golden import played
from bot.terminal.play import Unplayable


def replay(path: Path, *, write: bool) -> int:
    """Print the talk as it goes now, and on standard error the difference; 1 if there is one and it stays.

    write: the file is brought up to date instead. Unplayable names the line that can not be done.
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
        seen = played(written)
    except Unplayable as why:
        raise Unplayable(f"{path}, {why}") from None
    except UnicodeDecodeError:
        raise Unplayable(f"{path} is no UTF-8 text") from None
    typer.echo(seen, nl=False)
    changes = list(_changes(written, seen))
    for line, colour in changes:
        typer.secho(line, err=True, fg=colour)
    if not changes:
        return 0
    if not write:
        typer.echo(f"{path} differs: - is written, + is to be seen now. --write brings it up to date.", err=True)
        return 1
    path.write_text(seen, encoding="utf-8", newline="\n")
    typer.echo(f"{path} is up to date now.", err=True)
    return 0


def _changes(written: str, seen: str) -> Iterator[tuple[str, str | None]]:
    colours = {"-": "red", "+": "green", "@": "cyan"}
    lines = unified_diff(written.split("\n"), seen.split("\n"), "written", "now", n=2, lineterm="")
    yield from ((line, colours.get(line[:1])) for line in lines)
