"""Laws of the catalogs: every text, in every language, as long as it may be."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot import catalogs
from bot.speech import CATALOGS, LANGUAGES, LOCALES, Speech, catalog_path
from flows import places
from flows.conversation.house import Anywhere as Wanted
from flows.talks import labels, texts
from flows.talks.anywhere import ANYWHERE
from flows.texts import PLACEHOLDER, Text
from flows.words import fold

SPEECH = Speech()
SENTENCES = [text for text in vars(texts).values() if isinstance(text, Text)]
BUTTONS = [
    *(text for text in vars(labels).values() if isinstance(text, Text) and not text.id.endswith(".unknown")),
    *(place.label for place in (*places.PROVINCES, places.OUTSIDE)),
]
MESSAGES = [Text(str(message.context), str(message.id)) for message in catalogs.extract() if message.id]

# domain.md §5.5: what must not be readable on a locked screen.
PUSH_WORDS = """
american / u.s. / citizen / passport / visa / embassy / evacu / flight / plane / airport / taliban / siv
green card / military / army / soldier / qatar / doha / border / kabul / afghan / depart / refugee / travel
trip / leave
امریکا / پاسپورت / پاسپورټ / ویزا / ویزه / سفارت / پرواز / الوتنه / طیاره / الوتکه / میدان هوایی
هوايي ډګر / تخلیه / طالبان / سرحد / پوله / سفر / گرین کارت / ګرین کارټ / خارج / کابل / تذکره
"""


def everywhere(messages: list[Text]) -> Iterator[tuple[Text, str, str]]:
    return ((text, language, SPEECH.label(text, language)) for text in messages for language in LANGUAGES)


def test_the_catalogs_are_not_behind_the_texts() -> None:
    assert catalogs.stale() == []


def test_no_two_texts_share_an_id() -> None:
    assert len({text.id for text in MESSAGES}) == len(MESSAGES)


@pytest.mark.parametrize("code", ["en", *CATALOGS.values()])
def test_every_text_is_in_every_catalog(code: str) -> None:
    with catalog_path(LOCALES, code).open("rb") as file:
        catalog = read_po(file)
    known = {message.context: message for message in catalog if message.id}
    assert [text.id for text in MESSAGES if text.id not in known or not known[text.id].string] == []
    assert not any(message.fuzzy for message in known.values())


def test_every_translation_has_the_placeholders_of_the_english() -> None:
    for text, _, said in everywhere(MESSAGES):
        assert sorted(PLACEHOLDER.findall(said)) == sorted(text.placeholders), text.id


def test_no_text_is_longer_than_200_and_no_button_than_22() -> None:
    assert [text.id for text, _, said in everywhere(MESSAGES) if len(said) > 200] == []
    assert [(text.id, said) for text, _, said in everywhere(BUTTONS) if len(said) > 22] == []


def test_no_text_is_left_in_english() -> None:
    same = [text.id for text, language, said in everywhere(MESSAGES) if language != "en" and said == text.source]
    assert set(same) == {"S1_LANG", "nothing"}, "left as they are in every language"


def test_no_translation_hides_a_direction_or_mixes_alphabets() -> None:
    for text, language, said in everywhere(MESSAGES):
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0660-\u0669ك]", said), text.id
        assert not (language == "fa-AF" and re.search("[يټډړږښځڅګڼېۍ]", said)), text.id
        assert said == said.strip()


def test_what_arrives_unasked_says_nothing_that_harms() -> None:
    words = [word.strip() for word in re.split(r"[/\n]", PUSH_WORDS) if word.strip()]
    pushed = [text for text in SENTENCES if text in (texts.O1_PUSH, texts.O1_REMIND, texts.O1_URGENT)]
    assert len(pushed) == 3
    for text, language, said in everywhere(pushed):
        assert [word for word in words if word in said.casefold()] == [], (text.id, language)


def test_no_iranian_month_or_word_is_said() -> None:
    for text, _, said in everywhere(MESSAGES):
        assert not re.search("فروردین|گذرنامه|استان|بله|شناسنامه|هواپیما|پزشک|ویزای کاری", said), text.id


def test_the_labels_of_the_menu_work_anywhere() -> None:
    for label, wanted in (
        (labels.A_PERSON, Wanted.PERSON),
        (labels.LANGUAGE_WORD, Wanted.LANGUAGE),
        (labels.MY_STATUS, Wanted.STATUS),
        (labels.HOME, Wanted.MENU),
    ):
        assert {ANYWHERE.get(name) for name in SPEECH.names(label)} == {wanted}


def test_every_way_to_write_a_province_means_one() -> None:
    meant: dict[str, str] = {}
    for place in (*places.PROVINCES, places.OUTSIDE):
        for name in SPEECH.names(place.label) | set(map(fold, place.variants)):
            assert meant.setdefault(name, place.code) == place.code


def test_a_translation_that_lost_a_placeholder_is_refused(tmp_path: Path) -> None:
    for code in CATALOGS.values():
        path = catalog_path(tmp_path, code)
        path.parent.mkdir(parents=True)
        path.write_text('msgctxt "A"\nmsgid "Hello {name}"\nmsgstr "سلام"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="placeholders differ from the English in A"):
        Speech(tmp_path)
