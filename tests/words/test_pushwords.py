"""What must not be readable on a locked screen is found however it is written."""

import pytest

from flows.pushwords import push_words

# domain.md §5.5, 1, word for word.
ENGLISH = """
american, u.s., citizen, passport, visa, embassy, evacu, flight, plane, airport, taliban, siv, green card,
military, army, soldier, qatar, doha, border, kabul, afghan, depart, refugee, travel, trip, leave
"""
DARI_AND_PASHTO = """
امریکا، پاسپورت، پاسپورټ، ویزا، ویزه، سفارت، پرواز، الوتنه، طیاره، الوتکه، میدان هوایی، هوايي ډګر، تخلیه، طالبان،
سرحد، پوله، سفر، گرین کارت، ګرین کارټ، خارج، کابل، تذکره
"""
ALL = [word.strip() for word in (*ENGLISH.split(","), *DARI_AND_PASHTO.split("،"))]


def test_the_whole_list_is_known() -> None:
    assert len(ALL) == 48


@pytest.mark.parametrize("word", ALL)
def test_a_word_of_the_list_is_found_in_a_sentence(word: str) -> None:
    assert push_words(f"1 note: {word}.")
    assert push_words(f"{word.upper()} (1)")


@pytest.mark.parametrize(
    "planted",
    [
        "We will evacuate you.", "Two PASSPORTS", "U.S. citizens", "the US", "u. s. army", "A pass\u200bport",
        "Ｆｌｉｇｈｔ", "your green  card", "Afghanistan", "He leaves.", "departure",
        "پاسپورت‌تان", "ویزهٔ شما", "گرین‌کارت", "ميدان هوايي", "سفرتان", "به كابل", "امـریکا", "طالبانو ته",
        "د ویزې لپاره", "پولې ته", "ګرینکارټ", "هوايي  ډګر ته", "سرحدونه",
        "Pasportingiz", "viza", "chegarada", "Qobulga", "Afg‘oniston",
    ],
)  # fmt: skip
def test_what_is_planted_is_found(planted: str) -> None:
    assert push_words(planted)


@pytest.mark.parametrize(
    "clean",
    ["Tell us soon.", "You have 1 new note.", "strip", "status", "Please relieve me.", "شما ۱ یادداشت نو دارید.",
     "تاسو ۱ نوی یادښت لرئ.", "Sizda 1 ta yangi xabar bor.", "پول", "", "بعداً بخوانید", "قطره"],
)  # fmt: skip
def test_what_is_neutral_is_left_alone(clean: str) -> None:
    assert push_words(clean) == ()


def test_what_is_found_is_named() -> None:
    assert push_words("Your visa for the U.S.: see it.") == ("U.S", "visa")
