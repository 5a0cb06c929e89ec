"""A cleaner, and no process of it left behind."""

from collections.abc import Iterator

import psutil
import pytest

from bot.photos.cleaning import Cleaner


@pytest.fixture
def cleaner() -> Iterator[Cleaner]:
    """A cleaner as the register has it."""
    before = psutil.Process().children()
    yield Cleaner()
    assert psutil.Process().children() == before
