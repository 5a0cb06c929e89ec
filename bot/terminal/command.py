"""`hamrah talk`: at the prompt, or from a file."""

import sys
from io import TextIOWrapper
from pathlib import Path

from bot.settings import Unset
from bot.terminal.play import Unplayable
from bot.terminal.script import replay
from bot.terminal.session import converse


def talk(language: str, begins: str, *, facts: bool, script: Path | None, write: bool) -> int:
    """The exit status; Unset says in a sentence what can not be played."""
    if write and script is None:
        raise Unset("--write needs the file of a talk: --script talk.txt --write")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that does not know a letter shows a sign in its place, and the talk goes on.
            stream.reconfigure(errors="replace")
    try:
        if script is not None:
            return replay(script, write=write)
        converse(language, begins, facts=facts)
    except Unplayable as why:
        raise Unset(str(why)) from None
    return 0
