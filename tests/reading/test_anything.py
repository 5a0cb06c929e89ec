"""Whatever is written is read without fault, in time, and alike in every script of figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.reading.categories import TALK
from flows.reading.lexicon.known import is_name
from flows.reading.lexicon.verbs import verb
from flows.reading.message import read_message
from flows.reading.phrases import ROOT
from flows.reading.reading import Reading
from flows.talks.registration import CATEGORIES
from flows.talks.wish import WISHES
from flows.words import fold, fold_each
from tests.reading.lines import HELD_OUT, SEEN, TODAY, lines, told

WORDS = sorted({word for line in lines(SEEN) for word in line.text.split()})
MIXED = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=30).map(" ".join)
SCRIPTS = [str.maketrans("0123456789", digits) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９")]
BACK = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
# Names that sound like verbs of going and staying, or like a place.
HARD_NAMES = (
    "Mariam Maryam Miriam Mirwais Meena Amin Zaman Sara Omid Noor Nazar Wali Omar Karim Bahram Ibrahim Akram"
)


@given(st.one_of(st.text(), MIXED))
@settings(max_examples=400, deadline=None)
def test_anything_is_read_without_fault(text: str) -> None:
    read = read_message(text, TODAY)
    assert all(0 <= sure <= 1 for sure in read.confidence.values())
    assert set(read.confidence) == set(told(read)) - {"other_speaker"}
    assert read.count is None or 1 <= read.count <= 30
    assert read.name is None or (read.name and "\n" not in read.name)


@given(st.one_of(MIXED, st.sampled_from([line.text for line in lines(SEEN) + lines(HELD_OUT)])), st.data())
@settings(max_examples=400, deadline=None)
def test_figures_of_every_script_are_read_alike(text: str, data: st.DataObject) -> None:
    text = text.translate(BACK)
    script = data.draw(st.sampled_from(SCRIPTS))
    assert _unnamed(read_message(text, TODAY)) == _unnamed(read_message(text.translate(script), TODAY))


def _unnamed(read: Reading) -> dict[str, str]:
    """The name is kept as typed, so its figures are too."""
    return {field: value for field, value in told(read).items() if field != "name"}


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12)))
@settings(deadline=None)
def test_words_are_folded_together_as_they_are_alone(words: list[str]) -> None:
    # What `fold` makes a gap within a word is left as it is.
    assert [fold(word) for word in fold_each(words)] == [fold(word) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(line.text for line in lines(SEEN)), "a " * 2048, "go " * 1365, "1/2/1990 " * 455, "1 " * 2048,
        "0799" * 1024, "want to go not with family " * 152, "my wife and 3 kids, " * 205, "e\u0301" * 2048,
        "می\u200cخواهم " * 400, "1-" * 2048, "a." * 2048, "+" * 4096, "🙏" * 4096, "KBL2020123123 " * 292,
        "passport 512345678 " * 215, " " * 4096, "'" * 4096, "a'" * 2048, "zqvbxk " * 585,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_message_of_full_length_is_read(text: str) -> None:
    assert all(0 <= sure <= 1 for sure in read_message(text[:4096], TODAY).confidence.values())


def test_every_category_has_its_option_in_the_talk() -> None:
    options = {option.key for page in CATEGORIES for option in page.options}
    assert set(TALK.values()) <= options
    assert {option.key for option in WISHES} <= {
        "LEAVE_NOW", "LEAVE_WITH_FAMILY", "LEAVE_LATER", "UNDECIDED", "STAY", "LEFT",
    }  # fmt: skip


@pytest.mark.parametrize("name", HARD_NAMES.split())
def test_a_name_is_no_verb(name: str) -> None:
    assert is_name(fold(name))
    assert read_message(f"{name}, green card, 2 people, stay, Kabul", TODAY).name == name
    if fold(name) not in ROOT.after:
        assert verb(fold(name)) is None


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nemikhhaam beram", "STAY"), ("نمیخخایم بریم", "STAY"), ("nveer want to leave", "STAY"),
        ("i dotn want to leave", "STAY"), ("فقط با شورهم می‌روم", "LEAVE_WITH_FAMILY"),
        ("زه نه غوواړم لاړ شم", "STAY"), ("bedun madaraam namerom", "LEAVE_WITH_FAMILY"),
    ],
)  # fmt: skip
def test_a_typing_error_never_turns_a_wish_round_unasked(text: str, wish: str) -> None:
    read = read_message(text, TODAY)
    assert read.wish == wish or not read.sure_of("wish")
