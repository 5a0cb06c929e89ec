"""Dates of birth as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from flows import births
from flows.births import Precision, precision, read_birth, settled
from flows.dates import GREGORIAN_DARI, SOLAR_DARI, SOLAR_PASHTO
from flows.words import fold

TODAY = date(2026, 11, 23)  # 2 Qaws 1405, in the month Jumada II of 1448
BEFORE_NOWRUZ = date(2026, 2, 1)

READ = """
24 May 1985 | gregorian:1985-05-24 | day
24/05/1985 | gregorian:1985-05-24 | day
05/25/1985 | gregorian:1985-05-25 | day
1985-05-24 | gregorian:1985-05-24 | day
۲۰ می ۱۹۸۵ | gregorian:1985-05-20 | day
May 1985 | gregorian:1985-05 | month
12/2001 | gregorian:2001-12 | month
1985 | gregorian:1985 | year
born in 1985 | gregorian:1985 | year
about 1985 | gregorian:1985 | year
1 Jan 1985 | gregorian:1985-01-01 | placeholder
dob 01/01/1985 | gregorian:1985-01-01 | placeholder
01/1985 | gregorian:1985-01 | month
22 Nov 2026 | gregorian:2026-11-22 | day
24 Nov 2026 | None |
2027 | None |
1899 | None |
30 Feb 1985 | None |
1364/5/24 | solar:1364-05-24 | day
۲۴/۵/۱۳۶۴ | solar:1364-05-24 | day
٢٤ اسد ١٣٦٤ | solar:1364-05-24 | day
د ۱۳۶۴ کال د زمري ۵ | solar:1364-05-05 | day
حمل ۱۳۶۴ | solar:1364-01 | month
۱ حمل ۱۳۶۴ | solar:1364-01-01 | placeholder
1/1/1364 | solar:1364-01-01 | placeholder
سال ۱۳۶۴ | solar:1364 | year
متولد ۱۳۶۴ | solar:1364 | year
د ۱۳۶۴ کال | solar:1364 | year
1300 | solar:1300 | year
1299 | None |
1405 | solar:1405 | year
2/9/1405 | solar:1405-09-02 | day
1405/12/5 | unclear:1405-12-05 | day
1406 | lunar:1406 | year
1410/9/5 | lunar:1410-09-05 | day
1410/1/1 | lunar:1410-01-01 | day
1448 | lunar:1448 | year
1449 | None |
1400/5/3 قمری | lunar:1400-05-03 | day
رمضان ۱۴۰۰ | lunar:1400-09 | month
1400 قمری شمسی | None |
1364 میلادی | None |
30/12/1403 | solar:1403-12-30 | day
30/12/1404 | unclear:1404-12-30 | day
31/8/1364 | None |
متولد ۶۴ | unclear:64 | year
سال ۶۴ | unclear:64 | year
24/5/64 | unclear:64-05-24 | day
۶۴/۵/۲۴ | unclear:64-05-24 | day
1/1/64 | unclear:64-01-01 | placeholder
31/12/64 | gregorian:1964-12-31 | day
حمل ۶۴ | solar:1364-01 | month
5 Jan 85 | gregorian:1985-01-05 | day
5 Jan 12 | gregorian:2012-01-05 | day
5 Dec 26 | gregorian:1926-12-05 | day
64 شمسی | solar:1364 | year
40 | age:40@2026 | age
about 40 | age:40@2026 | age
40 years | age:40@2026 | age
I am 40 years old. | age:40@2026 | age
one year | age:1@2026 | age
age: 40 | age:40@2026 | age
۴۰ ساله | age:40@2026 | age
۴۰‌ساله هستم | age:40@2026 | age
عمرم ۴۰ | age:40@2026 | age
عمرم ۴۰ سال است | age:40@2026 | age
حدود ۴۰ سال | age:40@2026 | age
پنج ساله | age:5@2026 | age
۴۰ کلن | age:40@2026 | age
زه ۴۰ کلن یم | age:40@2026 | age
عمر مې ۴۰ کاله دی | age:40@2026 | age
۶۴ سال | age:64@2026 | age
6 months old | age:0@2026 | age
۱۴ ماهه | age:1@2026 | age
میاشتې ۶ | None |
15 years old in 1380 | age:15@1380 | age
۱۵ ساله در سال ۱۳۸۰ | age:15@1380 | age
د ۱۳۸۰ کال کې ۱۵ کلن | age:15@1380 | age
15 years in 2001 | age:15@2001 | age
15 years in 2030 | None |
0 | None |
121 years | None |
40 years 5 | None |
1364 یا 1365 | None |
26 May | None |
yes | None |
I do not know | None |
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_births_are_read_as_said(line: str) -> None:
    typed, meant, known = (part.strip() for part in line.split("|"))
    written = read_birth(typed, TODAY)
    assert str(written) == meant
    assert (precision(written) if written else "") == known


@pytest.mark.parametrize(
    ("typed", "said_age", "meant"),
    [
        ("1364", 41, "solar:1364"),
        ("1364", 46, "solar:1364"),
        ("1364", 47, "unclear:1364"),
        ("1364", 35, "unclear:1364"),
        ("1400/5/3", 47, "unclear:1400-05-03"),
        ("1400/5/3 شمسی", 47, "solar:1400-05-03"),
        ("3 اسد 1400", 47, "solar:1400-05-03"),
        ("1985", 20, "gregorian:1985"),
        ("1410", 38, "lunar:1410"),
        ("24/5/64", 41, "solar:1364-05-24"),
        ("24/5/64", 62, "gregorian:1964-05-24"),
        ("24/5/64", 20, "unclear:64-05-24"),
        ("40", 12, "age:40@2026"),
    ],
)
def test_an_age_said_elsewhere_tells_or_doubts_the_calendar(typed: str, said_age: int, meant: str) -> None:
    assert read_birth(typed, TODAY, said_age) == meant


def test_the_solar_year_turns_at_nowruz() -> None:
    assert read_birth("1405", BEFORE_NOWRUZ) == "lunar:1405"
    assert read_birth("1404", BEFORE_NOWRUZ) == "solar:1404"


@pytest.mark.parametrize(
    ("unclear", "calendar", "meant"),
    [
        ("unclear:1400-05-03", "solar", "solar:1400-05-03"),
        ("unclear:1400-05-03", "lunar", "lunar:1400-05-03"),
        ("unclear:1400-05-03", "gregorian", None),
        ("unclear:64", "gregorian", "gregorian:1964"),
        ("unclear:64-05", "solar", "solar:1364-05"),
        ("unclear:05", "solar", "solar:1405"),
        ("unclear:64-05-31", "lunar", None),
        ("unclear:1405-12-05", "solar", None),
    ],
)
def test_what_was_unclear_is_settled_by_its_calendar(unclear: str, calendar: str, meant: str | None) -> None:
    assert settled(unclear, calendar, TODAY) == meant


def test_no_word_that_is_passed_over_is_a_month() -> None:
    words = births._AROUND | births._BORN | births._AGED | births._YEAR | births._MONTHS_OLD
    for month in (*GREGORIAN_DARI, *SOLAR_DARI, *SOLAR_PASHTO):
        assert not set(fold(month).split()) & words


@given(st.dates(date(1921, 3, 21), TODAY))
@example(date(2000, 3, 20))
def test_every_solar_day_is_read_and_is_in_the_past(day: date) -> None:
    solar = JalaliDate(day)  # type: ignore[no-untyped-call]
    typed = f"{solar.year}/{solar.month}/{solar.day}"
    assert read_birth(typed, day) == f"solar:{solar.year}-{solar.month:02}-{solar.day:02}"
    assert read_birth(typed, day - timedelta(days=4)) != read_birth(typed, day)


@given(st.dates(date(1900, 1, 1), TODAY))
def test_a_gregorian_day_is_read_unless_it_is_still_to_come(day: date) -> None:
    assert read_birth(f"{day:%d/%m/%Y}", day) == f"gregorian:{day}"
    assert read_birth(f"{day:%d/%m/%Y}", day - timedelta(days=1)) is None


@given(
    st.text(st.characters(exclude_categories=[])) | st.text("0123456789۰۴۵/-. میقعرسالهکن\ud800 "),
    st.none() | st.integers(-5, 200),
    st.dates(date(1930, 1, 1), date(2200, 1, 1)),
)
def test_anything_is_read_or_not_but_never_breaks(text: str, said_age: int | None, today: date) -> None:
    written = read_birth(text, today, said_age)
    if written is None:
        return
    known, calendar = precision(written), written.partition(":")[0]
    assert (known is Precision.AGE) == (calendar == "age")
    assert calendar in {"gregorian", "solar", "lunar", "unclear", "age"}
    if calendar == "unclear":
        assert any(settled(written, era, today) for era in ("gregorian", "solar", "lunar"))
