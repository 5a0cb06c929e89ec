"""The command that reads one-message lines, so that anybody can measure it on lines of their own."""

import json
import subprocess
import sys

from typer.testing import CliRunner

from bot.__main__ import app
from bot.parsing import FIELDS
from tests.processes import ROOT

ALI = "Ali Rahimi, 4 people, green card, want to go, Herat"


def said(typed: str, *options: str) -> list[str]:
    result = CliRunner().invoke(app, ["parse", *options], input=typed)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_one_object_a_line_and_an_empty_one_for_nothing() -> None:
    ali, nothing, two = map(json.loads, said(f"{ALI}\n\nmann ba bachaha mimonam, shoharam mira\n", "--json"))
    assert {name: ali[name] for name in ("name", "count", "category", "wish", "province")} == {
        "name": "Ali Rahimi", "count": 4, "category": "LPR", "wish": "LEAVE_NOW", "province": "HER",
    }  # fmt: skip
    assert set(ali["confidence"]) == {"name", "count", "category", "wish", "province"}
    assert not any(nothing[name] for name in FIELDS)
    assert nothing["missing"] == ["name", "count", "category", "wish", "province"]
    assert (two["other_speaker"], two["asks"]) == (True, ["E22"])


def test_dates_count_from_the_day_that_is_named() -> None:
    [line] = said("Fatima Ahmadi passport 512345678 exp 06/2024\n", "--json", "--on", "2021-11-10")
    assert json.loads(line)["expiry"] == "gregorian:2024-06"


def test_for_people_what_is_not_sure_has_a_question_mark() -> None:
    assert said(f"{ALI}\nI wanted to leave but now not sure\n") == [
        "name Ali Rahimi · count 4 · category LPR · wish LEAVE_NOW · province HER", "wish UNDECIDED?",
    ]  # fmt: skip


def test_a_day_that_is_none_is_said() -> None:
    result = CliRunner().invoke(app, ["parse", "--on", "yesterday"], input=ALI)
    assert (result.exit_code, result.stderr) == (2, "hamrah: --on is a day like 2026-11-23.\n")


def test_as_a_process_it_takes_bytes_that_are_no_text() -> None:
    typed = b"\xff\xfe\x00\n" + ALI.encode() + b"\r\n"
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "parse", "--json"], input=typed, capture_output=True, cwd=ROOT, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout.splitlines()[1])["name"] == "Ali Rahimi"
