"""SIGKILL at random moments under load, by each way; HAMRAH_KILLS says how often, HAMRAH_SEED repeats a run."""

import os
from pathlib import Path

import pytest

from tests.kills.killing import killed

KILLS = int(os.environ.get("HAMRAH_KILLS", "20"))
SEED = int(os.environ.get("HAMRAH_SEED", "20211110"))
pytestmark = pytest.mark.processes


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_nothing_confirmed_is_lost_or_doubled(way: str, tmp_path: Path) -> None:
    print(killed(way, KILLS, SEED, tmp_path), f"(seed {SEED})")  # noqa: T201
