"""The number of a record: what people tell by telephone must not become another's."""

from hypothesis import given
from hypothesis import strategies as st

from flows.talks.reference import ALPHABET, LENGTH, check, is_reference, reference

numbers = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH).map(lambda symbols: symbols + check(symbols))


def test_it_is_the_same_for_the_same_person_and_easily_read() -> None:
    assert reference("p1") == reference("p1") == "WMD-FPV-A"
    assert not set("01OILSZGB") & set(ALPHABET)


@given(st.text())
def test_every_number_given_is_well_formed(person: str) -> None:
    assert is_reference(reference(person.encode("utf-8", "replace").decode()))


@given(numbers, st.integers(0, LENGTH))
def test_every_single_wrong_symbol_is_caught(number: str, at: int) -> None:
    for wrong in set(ALPHABET) - {number[at]}:
        assert not is_reference(number[:at] + wrong + number[at + 1 :])


@given(numbers)
def test_every_swap_of_neighbours_is_caught(number: str) -> None:
    for at in range(LENGTH):
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert swapped == number or not is_reference(swapped)


def test_case_dashes_and_spaces_do_not_matter() -> None:
    assert is_reference("wmd fpv-a")
    for wrong in ("WMD-FPV", "", "WMD-FPV-A-8", "WMD-FPV-0", "ＷMD-FPV-A"):
        assert not is_reference(wrong)
