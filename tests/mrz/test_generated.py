"""Thousands of invented documents: read as printed, and each slip found exactly where modulo 10 can find it."""

import random
import time
from collections import Counter
from datetime import date
from string import ascii_uppercase, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.mrz.digits import UNSEEN
from flows.mrz.mending import CONFUSED
from flows.mrz.reading import read_zone
from tests.mrz.test_specimens import MRV_A, TD1, TD2, TD3
from tests.mrz.written import SIZES, TODAY, Holder, somebody, zone_lines

SIGNS = digits + ascii_uppercase + "<"


def alike(one: str, other: str) -> bool:
    """Whether two characters count alike, by the standard's values and nothing of ours."""
    values = {sign: i % 10 for i, sign in enumerate(digits + ascii_uppercase)} | {"<": 0}
    return values[one] == values[other]


def same(holder: Holder, lines: list[str]) -> bool:
    zone = read_zone("\n".join(lines), TODAY)
    assert zone, lines
    assert zone.birth
    said = (zone.format, zone.document, zone.issuer, zone.number, zone.nationality, zone.sex, zone.expiry)
    meant = (holder.format, holder.document, holder.issuer, holder.number, holder.nationality, holder.sex,
             holder.expiry)  # fmt: skip
    return (
        said == meant
        and (zone.surname, zone.given, zone.optional) == (holder.surname, holder.given, holder.optional)
        and zone.birth.value[2:].replace("-", "").ljust(6, "<") == holder.birth
        and list(zone.lines) == lines
        and zone.sound
        and not zone.mended
        and zone.suggestion is None
    )


@pytest.mark.parametrize("name", SIZES)
def test_every_document_is_read_as_it_was_printed(name: str) -> None:
    dice = random.Random(name)
    for _ in range(700):
        holder = somebody(dice, name)
        assert same(holder, zone_lines(holder)), holder


def test_a_slip_is_found_exactly_where_modulo_ten_can_find_it() -> None:
    """Every other character in every place of number and personal number.

    Of 37 characters 3 or 4 count alike, five with the filler; so what is printed says how many slips are unseen.
    """
    text, found, seen, unseen = TD3, 0, 0, 0
    for position in (*range(45, 54), *range(45 + 28, 45 + 37)):
        for other in SIGNS.replace(text[position], ""):
            zone = read_zone(f"{text[:position]}{other}{text[position + 1 :]}", TODAY)
            assert zone
            assert zone.sound is alike(text[position], other), (position, other)
            found += not zone.sound
            seen += not alike(text[position], other)
            unseen += alike(text[position], other)
    assert found == seen
    assert unseen / (seen + unseen) == pytest.approx(3 / 36, abs=0.02)


def test_a_wrong_figure_in_a_date_or_digit_is_always_found() -> None:
    for text, start in ((TD3, 45 + 13), (TD2, 37 + 13), (TD1, 31), (MRV_A, 45 + 13)):
        for position in range(start, start + 15):
            for other in digits.replace(text[position], "") if text[position].isdigit() else "":
                zone = read_zone(f"{text[:position]}{other}{text[position + 1 :]}", TODAY)
                assert zone
                assert not zone.sound


def test_over_many_documents_slips_stay_unseen_as_often_as_theory_says() -> None:
    """One in twelve; but a filler in a number of more than nine characters ends it there and is always found."""
    dice, hidden, total = random.Random(9303), 0, 2500
    for _ in range(total):
        lines = zone_lines(somebody(dice, dice.choice(["TD3", "TD2", "MRV-A", "MRV-B"])))
        position = dice.randrange(9)
        right, is_long = lines[1][position], lines[1][9] == "<"
        wrong = dice.choice(SIGNS.replace(right, ""))
        zone = read_zone(f"{lines[0]}\n{lines[1][:position]}{wrong}{lines[1][position + 1 :]}", TODAY)
        assert zone
        assert zone.sound is (alike(right, wrong) and not (is_long and wrong == "<"))
        hidden += zone.sound
    assert hidden / total == pytest.approx(1 / 12, abs=0.02)


def test_what_is_offered_is_nearly_always_what_was_meant() -> None:
    dice, met = random.Random(18), Counter[str]()
    for _ in range(800):
        lines = zone_lines(somebody(dice, dice.choice(["TD1", "TD2", "TD3"])))
        text = "\n".join(lines)
        position = dice.choice([i for i, sign in enumerate(text) if sign in CONFUSED])
        wrong = dice.choice(CONFUSED[text[position]])
        zone = read_zone(f"{text[:position]}{wrong}{text[position + 1 :]}", TODAY)
        if zone and not zone.sound:
            met["failing"] += 1
            if told := zone.suggestion:
                there = (told.line - 1) * (len(lines[0]) + 1) + told.column - 1
                met["right" if (there, told.read) == (position, text[position]) else "wrong"] += 1
    assert met["right"] > met["failing"] / 5
    assert met["wrong"] < met["right"] / 20


def test_the_groups_that_are_doubted_count_alike() -> None:
    for sign, others in UNSEEN.items():
        assert all(alike(sign, other) for other in others)
    for pair in ("6G", "8S", "1L", "0K", "5Z"):
        assert pair[0] in UNSEEN
        assert (pair[1] in UNSEEN[pair[0]]) is alike(*pair)


near = st.text("0123456789<<<<ABDFKLMOSTUX«» \n", max_size=200) | st.text(st.characters(exclude_categories=[]))


@settings(deadline=None)
@given(near, st.dates(date(1930, 1, 1), date(2200, 1, 1)))
def test_anything_is_read_or_not_but_never_breaks(text: str, today: date) -> None:
    zone = read_zone(text, today)
    assert zone is None or {len(line) for line in zone.lines} == {len(zone.lines[0])}


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 90), st.integers(0, 90), near)
def test_a_zone_with_anything_in_it_never_breaks(dice: random.Random, start: int, end: int, other: str) -> None:
    text = "\n".join(zone_lines(somebody(dice)))
    zone = read_zone(text[:start] + other + text[end:], TODAY)
    assert zone is None or zone.checks


def test_nobody_keeps_the_reader_busy() -> None:
    worst = "\n".join(["A<1<1<1<1<1<1<1<1<1<1<11<11<1«"] * 500)
    start = time.process_time()
    read_zone(worst, TODAY)
    assert time.process_time() - start < 2
