"""`hamrah mrz`: zones in, one answer a zone out."""

import json
import subprocess
import sys

from typer.testing import CliRunner

from bot.__main__ import app
from tests.mrz.test_specimens import LONG_TD1, MRV_B, TD3
from tests.processes import ROOT


def said(typed: str, *options: str) -> list[str]:
    result = CliRunner().invoke(app, ["mrz", *options], input=typed)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_one_object_a_zone_and_null_for_none() -> None:
    typed = f"\n\n{TD3.lower()}\n\n\nhello\n\n{LONG_TD1}\n \n{MRV_B}"
    first, none, long, visa = map(json.loads, said(typed, "--json", "--on", "2021-08-31"))
    assert none is None
    assert (first["format"], long["format"], visa["format"]) == ("TD3", "TD1", "MRV-B")
    assert first["birth"] == {"value": "1974-08-12", "precision": "day"}
    assert (first["expiry"], first["number"], first["sound"]) == ("2012-04-15", "L898902C3", True)
    assert first["checks"] == dict.fromkeys(("number", "birth", "expiry", "optional", "composite"), True)
    assert (long["number"], long["optional"]) == ("D23145890734", ["", ""])
    assert first["doubts"][0] == {"field": "number", "why": "unseen", "line": 2, "column": 1, "also": "1BV"}


def test_years_count_from_the_day_that_is_given() -> None:
    born = [
        json.loads(said(TD3, "--json", "--on", day)[0])["birth"]["value"] for day in ("1974-08-11", "2074-08-12")
    ]
    assert born == ["1874-08-12", "2074-08-12"]


def test_for_people_it_says_what_fails_and_what_might_be_meant() -> None:
    lines = "\n".join(said(TD3.replace("F1204159Z", "F1204169Z").replace("UTO7408", "UT07408")))
    assert "check digits fail for expiry, composite" in lines
    assert "read anew   nationality: 0 as O (line 2, column 13)" in lines
    assert "perhaps     expiry: 6 as 5 (line 2, column 27)" in lines
    assert "names       ERIKSSON, ANNA MARIA" in lines
    assert "a person confirms" in lines
    assert said("no zone at all") == ["no zone"]


def test_a_day_that_is_none_is_one_sentence() -> None:
    result = CliRunner().invoke(app, ["mrz", "--on", "yesterday"], input=TD3)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "hamrah: --on is a day like 2026-11-23.\n"


def test_as_a_process_it_takes_bytes_that_are_no_text() -> None:
    typed = b"\xff\xfe\x00\n\n" + TD3.encode() + b"\n"
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "mrz", "--json"], input=typed, capture_output=True, cwd=ROOT, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    none, zone = map(json.loads, ran.stdout.splitlines())
    assert none is None
    assert zone["surname"] == "ERIKSSON"
