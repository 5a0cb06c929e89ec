"""What was acknowledged survives kill -9, whole."""

import random
from pathlib import Path

import pytest

from storage.engine import migrate, open_store
from tests.storage.keeping import assert_kept, keeping

KILLS = 20
SEED = 20261123


@pytest.mark.processes
def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    engine = open_store(store)
    migrate(engine)
    chance = random.Random(SEED)
    acknowledged: set[int] = set()
    with keeping(store) as keeper:
        for kill in range(KILLS):
            acknowledged |= keeper.broken(kill * 10**6, chance.uniform(0, 0.1))
    assert_kept(engine, acknowledged)
    engine.dispose()
    assert len(acknowledged) > KILLS
