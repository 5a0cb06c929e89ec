"""What operators read is what the commands do."""

import re

import typer.main

from bot.__main__ import app
from bot.settings import table
from storage.restore import KEPT_FOR, LEAP
from storage.room import BALLAST, ENOUGH, HIGH
from tests.processes import ROOT

PAGE = (ROOT / "docs" / "operators.md").read_text()


def test_its_table_has_every_setting_as_it_is() -> None:
    said = [line for line in PAGE.splitlines() if line.startswith("| `HAMRAH_")]
    assert said == [
        f"| `{name}` | {f'`{default}`' if default else ''} | {meaning} |" for name, default, meaning in table()
    ]


def test_every_command_that_it_names_is_there_and_none_is_left_out() -> None:
    top = typer.main.get_command(app)
    commands = set(top.commands)  # type: ignore[attr-defined]
    groups = {name: set(getattr(top.commands[name], "commands", ())) for name in commands}  # type: ignore[attr-defined]
    named = re.findall(r"\bhamrah ([a-z]+)(?: ([a-z]+))?", PAGE)
    assert {name for name, _ in named} - commands == set()
    for group in ("node", "keys"):
        assert {second for first, second in named if first == group and second} == groups[group], group
    assert commands - {name for name, _ in named} <= {"demo", "flows", "talk"}


def test_its_numbers_are_the_code_s() -> None:
    assert f"Delete backups within {KEPT_FOR.days} days" in PAGE
    assert f"-mtime +{KEPT_FOR.days}" in PAGE
    assert (BALLAST >> 20, ENOUGH >> 30, HIGH, LEAP) == (8, 1, 0.9, 1_000_000)
