"""Lines of a zone that come one by one."""

import random

import pytest

from flows.mrz.lines import Line, names_in, read_line
from flows.mrz.reading import read_zone
from tests.mrz.test_specimens import ANNA, LONG_TD1, LONG_TD2, MRV_A, MRV_B, TD1, TD2, TD3
from tests.mrz.written import TODAY, somebody, zone_lines


def line(text: str, *, visa: bool | None = None) -> Line:
    found = read_line(text, TODAY, visa=visa)
    assert found
    return found


@pytest.mark.parametrize("zone", [TD3, TD2, MRV_A, MRV_B, TD1, LONG_TD1, LONG_TD2])
@pytest.mark.parametrize("typed", [str, str.lower, lambda zone: zone.replace("<", "«"), lambda zone: zone + "  "])
def test_two_lines_say_together_what_the_zone_says(zone: str, typed: object) -> None:
    assert callable(typed)
    whole, first, second = read_zone(zone, TODAY), *(line(typed(each)) for each in zone.split("\n")[:2])
    assert whole
    assert (first.days, second.days) == (False, True)
    assert (first.document, first.issuer) == (whole.document, whole.issuer)
    assert first.number or second.number == whole.number
    assert (second.birth, second.expiry) == (whole.birth, whole.expiry)
    assert all({**first.checks, **second.checks}.values())
    names = names_in(zone.split("\n")[-1]) if zone in (TD1, LONG_TD1) else (first.surname, first.given)
    assert names == (whole.surname, whole.given)


def test_the_digits_of_each_line_are_told() -> None:
    first, second = TD3.split("\n")
    assert line(first).checks == {}
    assert line(second, visa=False).checks == dict.fromkeys(
        ("number", "birth", "expiry", "optional", "composite"), True
    )
    wrong = line(second.replace("L898902C36", "L898902C35"), visa=False)
    assert {name for name, holds in wrong.checks.items() if not holds} == {"number", "composite"}
    upper, lower, _ = TD1.split("\n")
    assert (line(upper).checks, line(lower).checks) == ({"number": True}, {"birth": True, "expiry": True})
    assert line(upper.replace("D231458907", "D231458917")).checks == {"number": False}


def test_a_line_of_a_visa_is_no_line_of_a_passport() -> None:
    second = MRV_A.split("\n")[1]
    assert line(second, visa=True).checks == {"number": True, "birth": True, "expiry": True}
    assert "composite" not in line(second).checks


def test_gaps_stand_for_fillers() -> None:
    first, second = TD3.replace("<", " ").split("\n")
    assert (line(first.strip()).surname, line(first.strip()).given) == ANNA[:2]
    assert line(second, visa=False).checks["composite"]


def test_lines_of_invented_papers_are_read() -> None:
    dice = random.Random(20211110)
    missed = 0
    for _ in range(200):
        holder = somebody(dice)
        first, second = zone_lines(holder)[:2]
        days = read_line(second, TODAY, visa=holder.format.startswith("MRV"))
        assert days
        assert days.expiry == holder.expiry or abs((holder.expiry - TODAY).days) > 15_000
        missed += read_line(first, TODAY) is None
    # A passport of a second kind may have no given names, and then nothing shows that it is a name.
    assert missed < 20


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "<<<", "512345678", "1399-1234-56789", "+93 700 123 456", "A USA citizen",
        "i usa citizen and wife", "P", "V", "I am in Kabul", "gul  agha",
        "THE PASSPORT OF MY BROTHER ENDED", "1" * 44, "P" * 44,
        "<" * 44, "12/05/2026 08:30 AM", "KBL2019512345", "من فاطمه احمدی هستم", "AFGHANISTAN", "i want to go <3",
    ],
)  # fmt: skip
def test_what_is_no_line_is_none(text: str) -> None:
    assert read_line(text, TODAY) is None


@pytest.mark.parametrize(
    "text", ["", "ERIKSSON", "ANNA MARIA ERIKSSON", "I < 3", "L898902C36UTO7408122F12<<1", "<<<"]
)
def test_what_are_no_names_is_nothing(text: str) -> None:
    assert names_in(text) == ("", "")
