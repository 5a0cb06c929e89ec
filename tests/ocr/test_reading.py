"""Zones read from pictures by the real reader, shut in; skipped where the extra `ocr` is not installed."""

import asyncio
import random

import pytest

from bot.ocr.eyes import Eyes, missing
from tests.ocr.pages import fonts, page

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason="the extra `ocr` is not installed"),
    pytest.mark.skipif(not fonts(), reason="no font with letters of one width"),
]


@pytest.mark.parametrize("turned", [0, 180])
def test_the_zone_of_a_passport_is_read_however_it_lies(turned: int) -> None:
    taken = page(random.Random(4), "TD3", turned)
    assert asyncio.run(Eyes().read(taken.jpeg)).split("\n")[1] == taken.lines[1]


def test_of_a_picture_without_one_nothing_comes() -> None:
    assert asyncio.run(Eyes().read(b"\xff\xd8\xff no picture")) == ""
