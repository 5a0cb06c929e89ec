"""The table: each row with what it reached, the seed that repeats it and the seconds it took."""

import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.bugs import BUGS, CHILD, with_bug
from tests.faults.row import Row, Run
from tests.processes import ROOT

GREEN, RED, BROKEN, LACKING = "green", "RED", "BROKEN", "skipped"
LINE = "{:8} {:12} {:>7} {:36} {:10} {:>6}  {}"
HEAD = LINE.format("", "row", "size", "fault", "seed", "s", "figures")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a row went."""

    state: str
    said: str
    seconds: float = 0.0


def outcome(row: Row, seed: int, size: int) -> Outcome:
    """Run a row; red is only what it asserts, so that a broken harness is not taken for a found bug."""
    if lacking := row.lacks():
        return Outcome(LACKING, f"this machine has not {lacking}")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hamrah-faults-", ignore_cleanup_errors=True) as place:
        try:
            state, said = GREEN, row.act(Run(seed, size, Path(place)))
        except AssertionError as error:
            state, said = RED, str(error)
        except Exception as error:
            traceback.print_exc()
            state, said = BROKEN, f"the harness itself: {type(error).__name__}"
    return Outcome(state, said, time.monotonic() - begun)


def line(row: Row, seed: int, size: int, how: Outcome) -> str:
    """It as a line of the table."""
    return LINE.format(how.state, row.name, size, row.faults, seed, f"{how.seconds:.1f}", how.said)


def with_planted(name: str, row: Row, seed: int) -> Outcome:
    """Run a bug's row, at the size of a test, in processes that have the bug."""
    given = ["tests.faults", "--row", row.name, "--seed", str(seed), "--small"]
    begun = time.monotonic()
    with_it = with_bug(name)
    done = subprocess.run([*CHILD, *given], cwd=ROOT, env=with_it, capture_output=True, text=True, check=False)
    lines = [each for each in done.stdout.splitlines() if each.startswith((GREEN, RED, BROKEN, LACKING))]
    if done.returncode not in (0, 1) or not lines:
        raise RuntimeError(f"the harness broke with bug {name}: {done.stderr[-2000:]}")
    state, said = lines[0].split(maxsplit=1)[0], lines[0][len(HEAD) - len("figures") :]
    return Outcome(state, said, time.monotonic() - begun)


def rows(chosen: list[Row], seed: int, size: Callable[[Row], int], say: Callable[[str], None]) -> bool:
    """Run these rows one after the other; whether none was red."""
    say(HEAD)
    well = True
    for row in chosen:
        how = outcome(row, seed, size(row))
        well &= how.state in (GREEN, LACKING)
        say(line(row, seed, size(row), how))
    return well


def bugs(names: list[str], known: dict[str, Row], seed: int, say: Callable[[str], None]) -> bool:
    """Plant these bugs one after the other; whether each was seen, or could not be looked for here."""
    well = True
    for name in names:
        row = known[BUGS[name].row]
        how = with_planted(name, row, seed)
        well &= how.state in (RED, LACKING)
        verdict = {RED: "caught", GREEN: "MISSED"}.get(how.state, how.state)
        say(f"{verdict:8} {name:36} by {row.name:12} seed {seed} {how.seconds:5.1f} s  {how.said}")
    return well


def say(words: str) -> None:
    """Print at once, however long the next row takes."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
