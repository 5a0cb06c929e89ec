"""Laws of the catalogs: every text, in every language, as long as it may be."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot import catalogs
from bot.speech import CATALOGS, DRAFT, DRAFTS, LANGUAGES, LOCALES, Speech, catalog_path, forms, worded
from flows import places
from flows.conversation.house import Anywhere as Wanted
from flows.pushwords import push_words
from flows.talks import labels, texts
from flows.talks.anywhere import ANYWHERE
from flows.talks.talks import house
from flows.texts import PLACEHOLDER
from flows.words import fold
from tests.talks.written import BUTTONS

SPEECH = Speech()
MESSAGES = [message for message in catalogs.extract() if message.id]
Said = tuple[str, str, str]


def everywhere() -> Iterator[Said]:
    """Each text in each language it is translated into, in each of its forms: its id, the language, the words."""
    for language, code in {"en": "en", **CATALOGS, **DRAFTS}.items():
        with catalog_path(LOCALES, code).open("rb") as file:
            for message in read_po(file):
                if worded(message):
                    yield from ((str(message.context), language, words) for words in forms(message.string))


EVERYWHERE = list(everywhere())


def test_the_catalogs_are_not_behind_the_texts() -> None:
    assert catalogs.stale() == []


def test_no_two_texts_share_an_id() -> None:
    assert len({message.context for message in MESSAGES}) == len(MESSAGES)


@pytest.mark.parametrize("code", ["en", *CATALOGS.values()])
def test_every_text_is_in_every_catalog(code: str) -> None:
    with catalog_path(LOCALES, code).open("rb") as file:
        catalog = read_po(file)
    known = {message.context: message for message in catalog if message.id}
    missing = [each.context for each in MESSAGES if each.context not in known or not worded(known[each.context])]
    assert missing == []
    assert not any(message.fuzzy for message in known.values())


def test_every_translation_has_the_placeholders_of_the_english() -> None:
    wanted = {str(each.context): set(PLACEHOLDER.findall(forms(each.id)[0])) for each in MESSAGES}
    assert [name for name, _, said in EVERYWHERE if set(PLACEHOLDER.findall(said)) != wanted[name]] == []


def test_no_text_is_longer_than_200_and_no_button_than_22() -> None:
    buttons = {text.id for text in BUTTONS}
    assert [(name, language) for name, language, said in EVERYWHERE if len(said) > 200] == []
    assert [(name, said) for name, _, said in EVERYWHERE if name in buttons and len(said) > 22] == []


def test_no_text_is_left_in_english() -> None:
    english = {(name, said) for name, language, said in EVERYWHERE if language == "en"}
    same = {name for name, language, said in EVERYWHERE if language != "en" and (name, said) in english}
    assert same == {"S1_LANG", "nothing"}, "left as they are in every language"


def test_no_translation_hides_a_direction_or_mixes_alphabets() -> None:
    for name, language, said in EVERYWHERE:
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0660-\u0669ك]", said), name
        assert not (language == "fa-AF" and re.search("[يټډړږښځڅګڼېۍ]", said)), name
        assert not (language == "uz" and re.search("[\u0600-\u06ff`']", said)), name
        assert said == said.strip()


def test_what_may_come_unasked_says_nothing_that_harms_in_any_language() -> None:
    unasked = {text.id for text in (*texts.PUSHED, labels.READ, labels.LATER, labels.GO_ON)}
    said = [each for each in EVERYWHERE if each[0] in unasked]
    assert {(name, language) for name, language, _ in said} >= set(product(unasked, LANGUAGES))
    assert [(each, push_words(each[2])) for each in said if push_words(each[2])] == []


def test_what_the_bot_sends_unasked_is_among_them() -> None:
    sayings = house(SPEECH).sayings
    assert {sayings.push, sayings.again, sayings.gap, sayings.noticed, sayings.retry} <= set(texts.PUSHED)


def test_no_word_is_said_that_only_iran_uses() -> None:
    iranian = (
        "فروردین|گذرنامه|استان|بله|شناسنامه|هواپیما|پزشک|ویزای کاری|تلفن|لیست|دکتر|فرودگاه|دارو|باردار|بیمار|سرباز"
        "|گوشی|اطلاعات|ماشین|ایمیل|پرونده|پیامک|مدارک"
    )
    lands = "افغانستان|پاکستان|تاجکستان|ازبکستان|نورستان"
    assert [each for each in EVERYWHERE if re.search(iranian, re.sub(lands, "", each[2]))] == []


def test_what_is_new_is_a_draft_until_a_reviewer_takes_the_word_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path)
    assert len(catalogs.update()) == 2 + len(CATALOGS) + len(DRAFTS)
    path = catalog_path(tmp_path, "ps")
    assert path.read_text(encoding="utf-8").count(DRAFT) == len(MESSAGES)
    assert DRAFT not in catalog_path(tmp_path, "en").read_text(encoding="utf-8")
    reviewed = 'msgctxt "yes"\nmsgid "Yes"\nmsgstr "هو"\n\n'
    path.write_text(f'{reviewed}msgctxt "gone"\nmsgid "Gone"\nmsgstr "تېر"\n', encoding="utf-8")
    catalogs.update()
    kept = path.read_text(encoding="utf-8")
    assert f"\n\n{reviewed}" in kept
    assert (kept.count(DRAFT), "Gone" in kept) == (len(MESSAGES) - 1, False)
    assert catalogs.stale() == []


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


PLURALS = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\nmsgctxt "A"\nmsgid "{n} day"\n'


@pytest.mark.parametrize(
    "message",
    [
        'msgctxt "A"\nmsgid "Hello {name}"\nmsgstr "سلام"\n',
        f'{PLURALS}msgid_plural "{{n}} days"\nmsgstr[0] "یوه ورځ"\nmsgstr[1] "{{n}} ورځې"\n',
        f'{PLURALS}msgid_plural "{{n}} days"\nmsgstr[0] "{{n}} ورځ"\nmsgstr[1] ""\n',
    ],
)
def test_a_translation_that_lost_a_placeholder_is_refused(message: str, tmp_path: Path) -> None:
    for code in CATALOGS.values():
        path = catalog_path(tmp_path, code)
        path.parent.mkdir(parents=True)
        path.write_text(message, encoding="utf-8")
    with pytest.raises(ValueError, match="placeholders differ from the English in A"):
        Speech(tmp_path)
