"""Dates of expiry as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from flows.dates import read_date

READ = """
05 2026 | gregorian:2026-05
5/2026 | gregorian:2026-05
2026-05 | gregorian:2026-05
2026.5 | gregorian:2026-05
۰۵ ۲۰۲۶ | gregorian:2026-05
٠٥/٢٠٢٦ | gregorian:2026-05
۰٥/2026 | gregorian:2026-05
05/26 | gregorian:2026-05
12 24 | gregorian:2024-12
05/61 | None
05/20 | None
08/05/2026 | gregorian:2026-05-08
8.5.26 | gregorian:2026-05-08
05/25/2026 | gregorian:2026-05-25
2026-05-08 | gregorian:2026-05-08
May 2026 | gregorian:2026-05
may 26 | gregorian:2026-05
26 May | None
8 May 2026 | gregorian:2026-05-08
May 8, 2026 | gregorian:2026-05-08
8th of May 2026 | gregorian:2026-05-08
Sept. 2027 | gregorian:2027-09
می ۲۰۲۶ | gregorian:2026-05
مۍ ۲۰۲۶ | gregorian:2026-05
۱۸ نومبر ۲۰۲۱ | gregorian:2021-11-18
فېبروري ۲۰۲۷ | gregorian:2027-02
اګست 2027 | gregorian:2027-08
29 Feb 2028 | gregorian:2028-02-29
29/02/2027 | None
2026-02-30 | None
01 1900 | gregorian:1900-01
12 2060 | gregorian:2060-12
12 2061 | None
2/8/1405 | solar:1405-08-02
1405/8/2 | solar:1405-08-02
۱۴۰۵/۰۸ | solar:1405-08
۸ ۱۴۰۵ | solar:1405-08
27 عقرب 1400 | solar:1400-08-27
۲۷ عقرب ۱۴۰۰ | solar:1400-08-27
لړم ۱۴۰۵ | solar:1405-08
د ۱۴۰۵ کال د لړم ۲ | solar:1405-08-02
2 Qaws 1405 | solar:1405-09-02
سنبله ۱۴۰۶ | solar:1406-06
وږی ۱۴۰۶ | solar:1406-06
30 حوت 1403 | solar:1403-12-30
30 حوت 1404 | None
31/6/1405 | solar:1405-06-31
31/7/1405 | None
5 1398 | unclear:1398-05
اسد ۱۳۹۸ | solar:1398-05
1398/5 شمسی | solar:1398-05
05/1430 | unclear:1430-05
5/1430 قمری | lunar:1430-05
1430-05-31 | unclear:1430-05-31
1430-08-31 | None
09 1446 | lunar:1446-09
۹/۱۴۴۶ | lunar:1446-09
رمضان ۱۴۴۶ | lunar:1446-09
12 رمضان 1446 | lunar:1446-09-12
ربیع‌الاول ۱۴۴۶ | lunar:1446-03
ربیع الثانی ۱۴۴۶ | lunar:1446-04
Ramadan 1446 | lunar:1446-09
31/9/1446 | None
رمضان 2026 | None
May 1405 | None
2026 میلادی 5 | gregorian:2026-05
2026 قمری 5 | None
رمضان ۱۴۴۶ شمسی | None
13 2026 | None
0 2026 | None
0/5/2026 | None
2026 | None
1405 | None
May | None
not sure | None
05 2026 05 2026 | None
0505202 | None
512345678 | None
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_dates_are_read_as_typed(line: str) -> None:
    typed, meant = line.split(" | ")
    assert str(read_date(typed)) == meant


@given(st.text(st.characters(exclude_categories=[])) | st.text("0123456789۰۴۵/-. میققعرب\ud800"))
def test_anything_is_read_or_not_but_never_breaks(text: str) -> None:
    read = read_date(text)
    assert read is None or read.partition(":")[0] in {"gregorian", "solar", "lunar", "unclear"}


@given(st.integers(1400, 1420))
def test_a_leap_year_has_a_thirtieth_of_hut(year: int) -> None:
    assert (read_date(f"30 حوت {year}") is not None) is JalaliDate.is_leap(year)
