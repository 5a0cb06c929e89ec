"""Names of one person come near to one, and those of two people stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.register.matching.names import SAME, score
from flows.register.matching.parts import parts
from tests.matching.pairs import Pair, different, families, pairs

SEEN, HELD_OUT = families()


def measured(of: list[Pair]) -> tuple[float, float]:
    """Precision and recall."""
    said = [pair for pair in of if score(pair.one, pair.other).value >= SAME]
    hits = sum(pair.same for pair in said)
    return hits / len(said), hits / sum(pair.same for pair in of)


@pytest.mark.parametrize(("of", "seed", "recall"), [(SEEN, 1, 0.94), (HELD_OUT, 2, 0.88)])
def test_spellings_of_a_name_are_found_and_two_people_are_not_one(
    of: list[tuple[str, ...]], seed: int, recall: float
) -> None:
    found = pairs(of, seed)
    assert len(found) >= 380
    precision, recalled = measured(found)
    assert precision >= 0.99
    assert recalled >= recall


@pytest.mark.parametrize("pair", different(), ids=lambda pair: f"{pair.one} and {pair.other}")
def test_look_alikes_stay_apart(pair: Pair) -> None:
    assert score(pair.one, pair.other).value < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Rahimi", "علی رحیمی"), ("Farid Khan", "Fareed K."), ("Farid Khan", "فرید خان"),
        ("Qasim", "Qasim Noori"),
        ("Haji Abdul Karim", "عبدالکریم"), ("Mohd Hussein", "محمد حسین"), ("Dr. Najib Ullah", "نجیب‌الله"),
        ("FNU Zalmay", "Zalmay"), ("Rahimi, Ali", "Ali Rahimi"), ("Sayed Ahmad", "سید احمد"),
        ("Sayf-ud-Din", "سیف الدین"), ("  ALI   rahimi ", "ali rahimi"),
    ],
)  # fmt: skip
def test_titles_scripts_order_and_what_is_left_out(one: str, other: str) -> None:
    assert score(one, other).value >= SAME


def test_it_is_said_why() -> None:
    assert [code for code, _ in score("Ali Rahimi", "Rahimi Ali Noor").reasons] == [
        "NAME_EQUAL",
        "PART_ADDED",
        "ORDER",
    ]
    assert [code for code, _ in score("Ali Rahimi", "Omar Rahimi").reasons] == ["PART_DIFFERS"]
    assert score("Ali", "😀").reasons[0][0] == "NO_NAME"


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_is_a_number_from_0_to_1_whichever_comes_first(one: str, other: str) -> None:
    found = score(one, other).value
    assert 0 <= found <= 1
    assert score(other, one).value == pytest.approx(found, abs=1e-9)


@given(st.text(max_size=30))
def test_a_name_is_its_own(name: str) -> None:
    cut = parts(name)
    if any(part.weight == 1 for part in cut) and not any(part.initial for part in cut):
        assert score(name, name).value == 1.0
