"""Words of danger, as people write them, and words that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cases.alarms import WORDS, alarm
from flows.cases.triage import CODES, more_urgent

RAISED = [
    ("E04", "i am 15 years old and alone, my uncle keeps the phone"),
    ("E05", "زما مېړه ما وهي"),
    ("E02", "They are at the door!!"),
    ("E02", "pls help we are hiding in the basement"),
    ("E02", "در خطر هستیم کمک کنید"),
    ("E02", "طالبان پشت دروازه هستند"),
    ("E02", "مرا تهديد كردند"),
    ("E02", "زموږ کور لټوي"),
    ("E02", "khatar daram komak"),
    ("E03", "my brother was arrested yesterday in Ghazni"),
    ("E03", "برادرم را دیروز بردند"),
    ("E03", "پدرم بندی است"),
    ("E03", "زما ورور یې بوتلو"),
    ("E01", "my wife is bleeding a lot"),
    ("E01", "خانمم خون‌ریزی دارد"),
    ("E01", "پدرم سخت مريض است"),
    ("E01", "زما مور سخته ناروغه ده، سخت ناروغ"),
    ("E04", "the child is alone here"),
    ("E04", "والدینم نیستند، طفل تنها هستم"),
    ("E05", "my uncle forced me, forced marriage"),
    ("E06", "somebody took my phone, I write from my cousin's"),
    ("E06", "موبایلم را گرفتند"),
    ("E08", "my father passed away last week"),
    ("E08", "شوهرم شهید شد"),
    ("E09", "I lost my son at the gate"),
    ("E11", "a man asked for money, 500 dollars for a seat"),
    ("E11", "یک نفر از من پول خواست"),
    ("E11", "رشوت می‌خواهند"),
    ("E24", "I am a journalist, who runs this?"),
    # The most urgent of several.
    ("E02", "my father passed away and now they are at the door"),
    ("E03", "he asked for money after my brother was detained"),
]
QUIET = [
    "Ali Rahimi, 4 people, green card, want to go, Herat",
    "علی رحیمی ۴ نفر گرین کارت می‌خواهم بروم هرات",
    "Bandi Gul", "Zendani", "Wahid Khatari", "خوندي یم", "I am not in danger", "we are not hiding", "در خطر نیستم",
    "nobody threatened me", "کسی دستگیر نشده", "No one is alone", "doctor", "Health", "passport 512345678", "",
    "I work as a doctor", "my family has no papers", "ډېر ښه", "🙂",
]  # fmt: skip


@pytest.mark.parametrize(("code", "words"), RAISED)
def test_words_of_danger_raise_their_code(code: str, words: str) -> None:
    assert alarm(words) == code
    assert alarm(f"salam. {words.upper()} please answer") == code


@pytest.mark.parametrize("words", QUIET)
def test_other_words_raise_none(words: str) -> None:
    assert alarm(words) == ""


def test_every_code_is_known_and_has_words_in_three_languages() -> None:
    assert set(WORDS) <= set(CODES)
    for code, lines in WORDS.items():
        assert any(sign.isascii() and sign.isalpha() for sign in lines), code
        assert any("\u0600" <= sign <= "\u06ff" for sign in lines), code


def test_the_most_urgent_stands_first() -> None:
    codes = [*WORDS]
    assert not any(more_urgent(later, codes[at]) for at in range(len(codes)) for later in codes[at:])
    assert more_urgent("E22", "")
    assert more_urgent("E02", "E01")
    assert not more_urgent("E02", "E02")
    assert not more_urgent("E01", "E02")


@given(st.text(max_size=200))
def test_any_words_are_read(words: str) -> None:
    assert alarm(words) in {"", *WORDS}
