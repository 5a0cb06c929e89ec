"""Every row at the size of a test, and two of the bugs, other ones each time; HAMRAH_SEED repeats a run."""

import os
import random
import secrets

import pytest

from tests.faults.bugs import BUGS
from tests.faults.row import Row
from tests.faults.rows import ROWS
from tests.faults.table import GREEN, LACKING, RED, outcome, with_planted

SEED = int(os.environ.get("HAMRAH_SEED") or secrets.randbelow(10**9))
SMALL = [row for row in ROWS.values() if row.small]
pytestmark = pytest.mark.processes


@pytest.mark.parametrize("row", SMALL, ids=[row.name for row in SMALL])
def test_it_holds(row: Row) -> None:
    how = outcome(row, SEED, row.small)
    if how.state == LACKING:
        pytest.skip(how.said)
    assert how.state == GREEN, (
        f"{how.said}; again by: python -m tests.faults --small --row {row.name} --seed {SEED}"
    )


@pytest.mark.parametrize("drawn", range(2))
def test_a_planted_bug_is_caught(drawn: int) -> None:
    name = random.Random(SEED).sample([*BUGS], 2)[drawn]  # not an id: each worker draws its own seed
    how = with_planted(name, ROWS[BUGS[name].row], SEED)
    if how.state == LACKING:
        pytest.skip(how.said)
    assert how.state == RED, f"{name} was not seen; again by: python -m tests.faults --bug {name} --seed {SEED}"
