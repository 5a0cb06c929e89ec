from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from flows.expiry import first_day

# Right on every day, but its constructor has no types.
solar: Callable[[int, int, int], JalaliDate] = JalaliDate


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("gregorian:2026-05", date(2026, 5, 1)), ("gregorian:2026-05-24", date(2026, 5, 24)),
        ("gregorian:2026", date(2026, 1, 1)), ("gregorian:2026-02-30", None), ("unclear:1430-05", None),
        ("zone:*", None), ("", None), ("gregorian:", None), ("gregorian:0-05", None), ("gregorian:99999-05", None),
    ],
)  # fmt: skip
def test_a_month_counts_from_its_first_day(written: str, day: date | None) -> None:
    assert first_day(written) == day


@given(st.integers(1380, 1440), st.integers(1, 12), st.integers(1, 29))
def test_a_solar_day_is_never_late_and_at_most_two_days_early(year: int, month: int, day: int) -> None:
    exact = solar(year, month, day).to_gregorian()
    found = first_day(f"solar:{year}-{month:02}-{day:02}")
    assert found is not None
    assert timedelta(0) <= exact - found <= timedelta(days=2)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        # First days of months as they were announced.
        ("lunar:1443-01", date(2021, 8, 10)), ("lunar:1443-09", date(2022, 4, 2)),
        ("lunar:1445-09", date(2024, 3, 11)),
        ("lunar:1446-10", date(2025, 3, 30)), ("lunar:1447-01", date(2025, 6, 26)),
    ],
)  # fmt: skip
def test_a_moons_month_is_never_late(written: str, seen: date) -> None:
    found = first_day(written)
    assert found is not None
    assert timedelta(0) <= seen - found <= timedelta(days=4)
