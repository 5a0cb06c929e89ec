"""Among all that was read on a page the zone is found, and nothing is proposed of one that is not whole."""

import random

import pytest

from bot.ocr.finding import zone_in
from tests.mrz.written import SIZES, TODAY, somebody, zone_lines

ABOVE = ("REPUBLICOFNOWHERE<INTHEWORLD", "SIGNATUREOFTHEHOLDERBELOW")


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("seed", range(8))
def test_the_zone_is_found_below_other_lines_with_whom_it_names(kind: str, seed: int) -> None:
    lines = zone_lines(somebody(random.Random(seed), kind))
    assert zone_in(lines, TODAY) == "\n".join(lines)
    assert zone_in([*ABOVE, *lines], TODAY) == "\n".join(lines)


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("seed", range(8))
def test_of_a_zone_without_one_of_its_lines_nothing_comes(kind: str, seed: int) -> None:
    lines = zone_lines(somebody(random.Random(seed), kind))
    for missing in range(len(lines)):
        assert zone_in([*lines[:missing], *lines[missing + 1 :]], TODAY) == ""


@pytest.mark.parametrize("seed", range(8))
def test_a_figure_read_wrong_is_no_zone(seed: int) -> None:
    first, second = zone_lines(somebody(random.Random(seed), "TD3"))
    wrong = second[:19] + str((int(second[19]) + 1) % 10) + second[20:]  # the digit of the birth day
    assert zone_in([first, wrong], TODAY) == ""


def test_nothing_is_found_in_nothing() -> None:
    assert zone_in([], TODAY) == ""
    assert zone_in(["", "<" * 44, "<" * 44], TODAY) == ""
