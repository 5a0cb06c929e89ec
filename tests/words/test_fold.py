"""Words and numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.conversation.house import Anywhere as Wanted
from flows.places import OUTSIDE, PROVINCES
from flows.talks import labels
from flows.talks.anywhere import ANYWHERE
from flows.words import fold, latin_digits, number

anything = st.text(st.characters(exclude_categories=[])) | st.text("يىئكګةآ\u200c\u202e\ud800۴٤٧ ؛،.-/ـَAİßﷺ")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Yes!", "yes"),
        ("  I   want\tto go. ", "i want to go"),
        ("U.S. citizen", "us citizen"),
        ("Mazar-e Sharif", "mazar e sharif"),
        ("/help", "help"),
        ("بلي", "بلی"),
        ("می‌خواهم بروم", "میخواهم بروم"),
        ("كابل", "کابل"),
        ("ګرین کارټ", "کرین کارت"),
        ("گرین کارت", "کرین کارت"),
        ("پښتو", "پشتو"),
        ("غزني", "غزنی"),
        ("آدرس", "ادرس"),
        ("تذکرة", "تذکره"),
        ("مُحَمَّد", "محمد"),
        ("ســـلام", "سلام"),
        ("\u202eسلام\u202c\u200f", "سلام"),
        ("۴ نفر", "4 نفر"),
        ("1٢۳", "123"),
        ("3️⃣", "3"),
        ("✔ بلی", "بلی"),
        ("ﻼ", "لا"),
        ("ok\ud800ok", "ok ok"),
        ("\u200c\u202e", ""),
        ("_ -", ""),
    ],
)
def test_what_is_meant_alike_becomes_equal(typed: str, key: str) -> None:
    assert fold(typed) == key


@given(anything)
def test_anything_folds_into_something_that_can_be_stored(text: str) -> None:
    key = fold(text)
    key.encode()
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", 3), (" 4. ", 4), ("۴", 4), ("٤", 4), ("1۲٣", 123), ("7+", 7), ("«2»", 2), ("Seven", 7), ("سه", 3),
        ("چهار", 4), ("ده", 10), ("درې", 3), ("شپږ", 6), ("شپږ.", 6), ("لس", 10), ("0", 0),
        ("نه", None), ("no", None), ("-3", None), ("3 4", None), ("3.5", None), ("3a", None), ("", None),
        ("²x", None), ("1234567890", None), ("\ud800", None),
    ],
)  # fmt: skip
def test_a_number_is_all_of_the_text(typed: str, meant: int | None) -> None:
    assert number(typed) == meant


@given(anything)
def test_a_number_is_read_or_not_but_never_breaks(text: str) -> None:
    assert number(text) is None or number(text) == number(latin_digits(text))


def test_only_digits_change_to_latin() -> None:
    assert latin_digits("A۱۲٣ ګ‌") == "A123 ګ‌"


def test_there_are_34_provinces_and_every_name_means_one() -> None:
    assert len({place.code for place in PROVINCES}) == 34
    assert [place.code for place in PROVINCES[:5]] == ["KAB", "HER", "BAL", "NAN", "KAN"]
    rest = [place.label.source for place in PROVINCES[5:]]
    assert rest == sorted(rest)
    names: dict[str, str] = {}
    for place in (*PROVINCES, OUTSIDE):
        for name in (place.label.source, *place.variants):
            assert names.setdefault(fold(name), place.code) == place.code


def test_words_for_anywhere_are_found_as_typed() -> None:
    for typed in ("/language", "Language", "زبان", "ژبه"):
        assert ANYWHERE[fold(typed)] is Wanted.LANGUAGE
    for typed in ("A person", "یک انسان", "کارکوونکي"):
        assert ANYWHERE[fold(typed)] is Wanted.PERSON
    assert ANYWHERE[fold("/help")] is ANYWHERE[fold("مرسته!")] is Wanted.MENU
    assert ANYWHERE[fold(labels.MY_STATUS.source)] is Wanted.STATUS


@pytest.mark.parametrize("typed", ["one", "یک نفر", "Adam", "yes", "no", "نه", "start"])
def test_answers_are_not_words_for_anywhere(typed: str) -> None:
    assert fold(typed) not in ANYWHERE
