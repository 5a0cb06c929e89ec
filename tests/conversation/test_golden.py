"""Whole talks, as the files beside tell them; `GOLDEN=write` writes what is seen now into them."""

import os
from pathlib import Path

import pytest

from bot.terminal.golden import played

TALKS = sorted((Path(__file__).parent.parent / "conversations").glob("*.txt"))


@pytest.mark.parametrize("path", TALKS, ids=[path.stem for path in TALKS])
def test_a_talk_goes_as_written(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    seen = played(written)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")
        return
    assert seen.splitlines() == written.splitlines()


def test_there_are_talks_in_every_language() -> None:
    heads = [path.read_text(encoding="utf-8").split("\n", 1)[0] for path in TALKS]
    assert {head.removeprefix("language: ") for head in heads} == {"en", "fa-AF", "ps"}
