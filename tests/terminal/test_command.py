"""The command as people start it: by a pipe, from a file, and in a terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.processes import ROOT

pytestmark = pytest.mark.processes
COMMAND = [sys.executable, "-m", "bot", "talk"]
TALK = ROOT / "tests" / "conversations" / "an_offer.en.txt"
UTF8 = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


def talked(*options: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, once, with this typed into it."""
    return subprocess.run(
        [*COMMAND, *options], input=typed, encoding="utf-8", env=UTF8 | environment,
        capture_output=True, timeout=60, check=False, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "typed", "seen"),
    [
        ("en", ":1\n:1\n:2\n", "3/6. What do you want now?"),
        ("fa-AF", ":1\n:1\n:2\n", "۳ از ۶. حالا چه می‌خواهید؟"),
        ("ps", ":1\n:1\n:2\n", "۳ له ۶. اوس څه غواړئ؟"),
    ],
)
def test_by_a_pipe_it_is_plain_and_always_the_same(language: str, typed: str, seen: str) -> None:
    first = talked("--language", language, "--facts", typed=typed)
    other = talked("--language", language, "--facts", typed=typed, FORCE_COLOR="1", COLUMNS="40", TERM="xterm")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == other.stdout
    assert "\x1b" not in first.stdout
    assert "< :2\n! AnswerGiven registration.category=LPR\n" in first.stdout
    assert seen in first.stdout.rpartition("R3_WISH")[2]


def test_it_begins_elsewhere_and_says_why_it_can_not() -> None:
    assert "WMD-FPV-A" in talked("--begins", "registered wish=STAY").stdout
    for options, why in (
        (("--begins", "registered wish=FLY"), "'FLY' is no answer to 'wish'"),
        (("--language", "de"), "there is no language 'de'"),
        (("--write",), "--write needs the file of a talk"),
    ):
        refused = talked(*options)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.startswith("hamrah: ")
        assert why in refused.stderr


def test_a_terminal_that_knows_no_letter_of_ours_shows_something() -> None:
    shown = talked("--language", "ps", typed=":2\n", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "[1]" in shown.stdout


def test_a_talk_that_goes_as_written_is_printed() -> None:
    same = talked("--script", str(TALK))
    assert (same.returncode, same.stdout, same.stderr) == (0, TALK.read_text(encoding="utf-8"), "")


def test_a_talk_that_does_not_is_told_apart_and_can_be_brought_up_to_date(tmp_path: Path) -> None:
    written = TALK.read_text(encoding="utf-8")
    stale = tmp_path / "stale.txt"
    stale.write_text(written.replace("> Saved: no. That is fine.", "> Noted: no.", 1), encoding="utf-8-sig")
    differs = talked("--script", str(stale))
    assert (differs.returncode, differs.stdout) == (1, written)
    assert "\n-> Noted: no. You stay on our list." in differs.stderr
    assert "\n+> Saved: no. That is fine. You stay on our list." in differs.stderr
    assert "--write brings it up to date" in differs.stderr
    assert stale.read_text(encoding="utf-8-sig") != written
    assert talked("--script", str(stale), "--write").returncode == 0
    assert stale.read_text(encoding="utf-8") == written


def test_a_talk_that_can_not_be_played_names_its_line(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("language: en\n\n< /start\n\n< [Nowhere]\n")
    refused = talked("--script", str(wrong), "--write")
    assert (refused.returncode, refused.stdout) == (2, "")
    why = "wrong.txt, line 5: no button [Nowhere] is to be seen; the newest: [Yes] [No] [More] ["
    assert why in refused.stderr
    assert "[Nowhere]\n" in wrong.read_text()


def test_in_a_terminal_a_button_is_pressed_by_its_number() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        COMMAND, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=UTF8 | {"TERM": "xterm"},
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        try:
            assert "S2_HELLO" in until(ours, "< ")
            os.write(ours, b":3\n")
            assert "S4_MORE" in until(ours, "< ")
            os.write(ours, b"[1]\r")
            assert "R1_WHO" in until(ours, "< ")
            os.write(ours, b"\x04")
            assert process.wait(30) == 0
        finally:
            process.kill()
            os.close(ours)


def until(terminal: int, wanted: str) -> str:
    """What the terminal shows up to its next prompt."""
    shown, deadline = b"", time.monotonic() + 30
    while not shown.decode(errors="replace").endswith(wanted):
        if time.monotonic() > deadline:
            raise TimeoutError(shown.decode(errors="replace"))
        if select.select([terminal], [], [], 0.2)[0]:
            shown += os.read(terminal, 4096)
    return shown.decode()
