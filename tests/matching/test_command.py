"""The command that scores pairs of names."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app


def told(tmp_path: Path, written: bytes, *options: str) -> tuple[int, list[str], str]:
    (tmp_path / "pairs.tsv").write_bytes(written)
    ran = CliRunner().invoke(app, ["match", str(tmp_path / "pairs.tsv"), *options])
    return ran.exit_code, ran.stdout.splitlines(), ran.stderr


def test_one_object_a_pair(tmp_path: Path) -> None:
    code, said, _ = told(tmp_path, "Ali\tعلی\nAli\tOmar\n\n".encode(), "--json")
    first, second = map(json.loads, said)
    assert (code, first["same"], second["same"]) == (0, True, False)
    assert first["reasons"][0]["code"] == "NAME_EQUAL"


def test_where_the_truth_is_told_it_is_measured(tmp_path: Path) -> None:
    written = "Ali\tعلی\t1\nAli\tOmar\t0\nKarim\tRahim\t1\nZaki\tZakia\t\n".encode()
    code, said, measured = told(tmp_path, written)
    assert (code, len(said)) == (0, 4)
    assert measured == "3 pairs that are known: precision 1.000, recall 0.500 at 0.85.\n"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"Ali\n", "line 1 must have two names"), (b"a\tb\tc\td\n", "line 1 must have two names"),
        (b"Ali\tAli\nAli\tAli\tperhaps\n", "line 2: the third column"), (b"\xff\xfe\tx\n", "no UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_by_its_line_and_never_its_name(tmp_path: Path, written: bytes, says: str) -> None:
    code, said, why = told(tmp_path, written)
    assert (code, said) == (2, [])
    assert says in why
    assert "Ali" not in why
