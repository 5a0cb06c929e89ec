"""Single messages as people write them, and what is read of them; `python -m tests.reading` prints the report."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.message import read_message
from tests.reading.lines import HELD_OUT, SEEN, lines, measure

TODAY = date(2026, 11, 25)
DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


# What is read surely is kept unasked, so it must be right; what is not, costs a question.
@pytest.mark.parametrize(
    ("path", "right", "found", "whole"), [(SEEN, 0.99, 0.98, 0.97), (HELD_OUT, 0.88, 0.9, 0.9)]
)
def test_what_is_read_surely_is_right(path: Path, right: float, found: float, whole: float) -> None:
    report = measure(lines(path))
    low = {
        name: (score.precision, score.recall)
        for (language, name), score in report.scores.items()
        if language == "all" and (score.precision < right or score.recall < found)
    }
    assert low == {}
    assert report.whole.total() >= whole * report.lines.total(), "\n".join(report.otherwise)


def test_there_are_lines_enough_in_every_language() -> None:
    counted = measure(lines(SEEN)).lines
    assert counted.total() >= 320
    assert {"en", "fa", "ps", "rfa", "rps"} == set(counted)


@pytest.mark.parametrize("words", [line.text for line in lines(SEEN)[::4]])
def test_digits_of_another_script_mean_the_same(words: str) -> None:
    assert read_message(words.translate(DIGITS), TODAY).count == read_message(words, TODAY).count


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    reading = read_message(text, TODAY)
    assert all(0 <= sure <= 1 for sure in reading.confidence.values())


@given(st.lists(st.sampled_from([word for line in lines(SEEN) for word in line.text.split()]), max_size=30))
def test_any_words_of_people_are_read(words: list[str]) -> None:
    reading = read_message(" ".join(words), TODAY)
    assert reading.count is None or 1 <= reading.count <= 300
