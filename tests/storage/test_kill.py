"""What was acknowledged survives kill -9, whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import ledger
from storage.engine import migrate, open_store, read
from storage.group import updates_done
from storage.rows import table
from storage.tables import FactRow, OutgoingRow

KILLS = 20
SEED = 20261123


def killed_while_keeping(keeper: subprocess.Popen[str], first: int, after: float) -> list[int]:
    """The updates that a child acknowledged before it was killed."""
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    keeper.stdin.write(f"{first}\n")
    keeper.stdin.flush()
    acknowledged, pid = [], 0
    for line in keeper.stdout:
        match line.split():
            case ["began", number]:
                pid = int(number)
            case ["kept", update]:
                acknowledged.append(int(update))
                if len(acknowledged) == 1:
                    time.sleep(after)
                    os.kill(pid, signal.SIGKILL)
            case ["ended"]:
                break
    return acknowledged


@pytest.mark.processes
def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    engine = open_store(store)
    migrate(engine)
    chance = random.Random(SEED)
    acknowledged: list[int] = []
    command = [sys.executable, "-m", "tests.storage.keeper", store]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as keeper:
        for kill in range(KILLS):
            acknowledged += killed_while_keeping(keeper, kill * 10**6, chance.uniform(0, 0.1))
    with read(engine) as connection:
        done = updates_done(connection)
        assert set(acknowledged) <= done
        assert ledger.verify(connection, "N", 1).seq == len(done)
        for row in (FactRow, OutgoingRow):
            assert connection.scalar(select(func.count()).select_from(table(row))) == len(done)
    engine.dispose()
    assert len(acknowledged) > KILLS
