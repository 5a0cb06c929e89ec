"""What must never be kept is found, and what only looks like it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.unwanted import is_unwanted


@pytest.mark.parametrize(
    "typed",
    [
        "078-05-1120", "my number is 219 09 9999.", "ssn 219099999", "Social Security no: 219099999",
        "۲۱۹-۰۹-۹۹۹۹", "٢١٩–٠٩–٩٩٩٩", "نمبر سوشیال سکیوریتی ۲۱۹۰۹۹۹۹۹",
        "4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "3782 822463 10005",
        "card: 378282246310005!",
        "۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱", "pay with 6011000990139424 please", "4111\u00a01111\u00a01111\u00a01111",
    ],
)  # fmt: skip
def test_it_is_found_however_it_is_written(typed: str) -> None:
    assert is_unwanted(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "512345678", "C12345678", "A 123-456-789", "IOE1234567890", "KBL2019123456", "1400-1234-56789",
        "1400123456789",
        "0799 123 456", "+93 799 123 456", "0799123456 0788123456", "+1 202 555 0123", "202-555-0123",
        "2021-11-10",
        "2021-11-10 2022-12-12", "000-12-3456", "666-12-3456", "912-34-5678", "123-00-4567", "123-45-0000",
        "4111 1111 1111 1112", "4111111111111112", "P<USAERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "79927398713", "3 nafar, 2 kids, 2021 1999 1988",
        "A7K-3MP-C",
    ],
)  # fmt: skip
def test_papers_phones_and_dates_are_not_taken_for_it(typed: str) -> None:
    assert not is_unwanted(typed)


@given(st.from_regex(r"[2-6][0-9]{14}", fullmatch=True))
def test_one_last_digit_of_ten_makes_a_card(digits: str) -> None:
    assert sum(is_unwanted(f"{digits}{last}") for last in range(10)) == 1
