"""What is said, and how values stand in it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import say_day, say_time
from bot.speech import LANGUAGES, Speech
from bot.terminal.play import plain
from flows.talks import labels, texts
from flows.texts import Code, Listed, Part, Spoken, Text

SPEECH = Speech()
FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"
ONE = Text("a text of no catalog", "{value}")

hostile = st.text(st.characters(exclude_categories=[])) | st.text(
    "ab\u2066\u2067\u2068\u2069\u202e\u202c\ud800\n\u200f{}"
)
parts = (
    hostile
    | st.integers()
    | hostile.map(Code)
    | st.dates(date(1900, 1, 1), date(2099, 12, 31))
    | st.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
    | st.sampled_from([labels.AF_TAZ, Listed(()), Listed((labels.AF_PPT,)), Listed((labels.AIR, labels.LAND))])
)


def value(part: Part, language: str) -> str:
    return SPEECH.say(ONE(value=part), language)


def test_a_text_without_values_is_said_as_it_is() -> None:
    assert SPEECH.say(texts.O1_REMIND(), "en") == "You still have 1 note to answer."
    assert SPEECH.say(labels.YES(), "fa-AF") == "بلی"
    assert SPEECH.say(labels.YES(), "ps") == "هو"


def test_one_source_has_a_translation_for_each_id() -> None:
    assert labels.LATER.source == labels.LEAVE_LATER.source
    assert SPEECH.label(Text("unheard of", "Later"), "fa-AF") == "Later"


def test_every_value_stands_in_its_own_isolate() -> None:
    said = texts.D5_SAVED(doc=labels.AF_TAZ, last4=Code("4567"))
    assert SPEECH.say(said, "en") == (
        f"Saved: {FSI}Tazkira{PDI}, ends with {LRI}4567{PDI}. We took your message away from this chat."
    )
    assert f"{FSI}تذکره{PDI}، آخر شماره {LRI}4567{PDI}." in SPEECH.say(said, "fa-AF")


def test_numbers_have_the_digits_of_the_language_and_codes_have_not() -> None:
    assert value(1405, "en") == f"{FSI}1405{PDI}"
    assert value(1405, "fa-AF") == value(1405, "ps") == f"{FSI}۱۴۰۵{PDI}"
    assert value(Code("A-17"), "ps") == f"{LRI}A-17{PDI}"


def test_a_list_is_said_as_a_list() -> None:
    papers = Listed((labels.US_PPT, labels.AF_TAZ, labels.US_VISA))
    assert value(papers, "en") == f"{FSI}U.S. passport, Tazkira and Visa{PDI}"
    assert value(papers, "fa-AF") == f"{FSI}پاسپورت امریکایی، تذکره و ویزا{PDI}"
    assert value(papers, "ps") == f"{FSI}امریکايي پاسپورټ، تذکره او ویزه{PDI}"


@pytest.mark.parametrize(
    ("spoken", "language", "said"),
    [
        (labels.PEOPLE(count=1), "en", "1 person"),
        (labels.PEOPLE(count=0), "en", "0 people"),
        (labels.PEOPLE(count=4), "en", "4 people"),
        (labels.PEOPLE(count=1), "fa-AF", "۱ نفر"),
        (labels.PEOPLE(count=21), "fa-AF", "۲۱ نفر"),
        (labels.PEOPLE(count=1), "ps", "۱ کس"),
        (labels.PEOPLE(count=2), "ps", "۲ کسان"),
        (texts.M3_OFFLINE(n=1), "en", "The link was weak. We have your 1 message now. Nothing is lost."),
        (texts.M3_OFFLINE(n=12), "en", "The link was weak. We have your 12 messages now. Nothing is lost."),
        (texts.I4_STAY(days=1), "ps", "سمه ده. تاسو غواړئ پاتې شئ. ۱ ورځ وروسته بیا پوښتو. هر وخت لیکلای شئ."),
        (texts.I4_STAY(days=45), "ps", "سمه ده. تاسو غواړئ پاتې شئ. ۴۵ ورځې وروسته بیا پوښتو. هر وخت لیکلای شئ."),
        (texts.M2_LONG(days=8, name="Gul"), "en", "You were away 8 days. Is it still Gul who writes?"),
        (texts.M2_LONG(days=1, name="Gul"), "en", "You were away 1 day. Is it still Gul who writes?"),
        (texts.I4_STAY(days=labels.NOTHING), "en",
         "OK. You want to stay. We will ask again in – days. You can write at any time."),
    ],
)  # fmt: skip
def test_what_is_counted_is_said_of_one_or_of_many(spoken: Spoken, language: str, said: str) -> None:
    assert plain(SPEECH.say(spoken, language)) == said


def test_a_label_where_a_number_is_said_is_that_of_many() -> None:
    assert SPEECH.label(labels.PEOPLE, "en") == "{count} people"
    assert SPEECH.label(labels.PEOPLE, "ps") == "{count} کسان"


def test_a_count_of_no_catalog_is_said_in_english() -> None:
    assert plain(SPEECH.say(Text("no id", "{n} cat", "{n} cats", "n")(n=1), "ps")) == "۱ cat"


def test_a_sentence_can_stand_in_a_sentence() -> None:
    assert value(labels.PEOPLE(count=3), "ps") == f"{FSI}{FSI}۳{PDI} کسان{PDI}"


def test_a_value_is_not_read_for_placeholders() -> None:
    assert value("{value} {other}", "en") == f"{FSI}{{value}} {{other}}{PDI}"


def test_signs_that_break_out_are_taken_from_a_value() -> None:
    assert value("a\u2069\u202eb\nc\ud800\x00", "en") == f"{FSI}ab c\ufffd {PDI}"
    assert value("می‌خواهم", "en") == f"{FSI}می‌خواهم{PDI}"


@given(parts, st.sampled_from(LANGUAGES))
def test_whatever_is_inserted_its_isolate_is_closed(part: Part, language: str) -> None:
    said = value(part, language)
    said.encode()
    assert said[0] in FSI + LRI
    assert said[-1] == PDI
    assert not set(said[1:-1]) & set("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\n\r")


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_two_values_keep_their_own_isolates(name: str, other: str, language: str) -> None:
    people = labels.PEOPLE(count=3)
    said = SPEECH.say(
        texts.R7_CHECK(name=name, category=labels.USC, people=people, province=other, wish=labels.STAY), language
    )
    assert said.count(FSI) == said.count(PDI) == 6, "the number stands in one of its own within the people"


def test_a_missing_value_is_our_fault_and_is_raised() -> None:
    with pytest.raises(KeyError):
        SPEECH.say(texts.D5_SAVED(doc=labels.AF_TAZ), "en")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            date(2021, 11, 18),
            "18 Nov 2021 (27 Aqrab 1400) | ۱۸ نومبر ۲۰۲۱ (۲۷ عقرب ۱۴۰۰) | ۱۸ نومبر ۲۰۲۱ (۲۷ لړم ۱۴۰۰)",
        ),
        (
            date(2026, 11, 23),
            "23 Nov 2026 (2 Qaws 1405) | ۲۳ نومبر ۲۰۲۶ (۲ قوس ۱۴۰۵) | ۲۳ نومبر ۲۰۲۶ (۲ لیندۍ ۱۴۰۵)",
        ),
        (date(2025, 3, 20), "20 Mar 2025 (30 Hut 1403) | ۲۰ مارچ ۲۰۲۵ (۳۰ حوت ۱۴۰۳) | ۲۰ مارچ ۲۰۲۵ (۳۰ کب ۱۴۰۳)"),
        (date(2025, 3, 21), "21 Mar 2025 (1 Hamal 1404) | ۲۱ مارچ ۲۰۲۵ (۱ حمل ۱۴۰۴) | ۲۱ مارچ ۲۰۲۵ (۱ وری ۱۴۰۴)"),
    ],
)
def test_a_day_is_said_in_two_calendars(day: date, said: str) -> None:
    assert " | ".join(say_day(day, language) for language in LANGUAGES) == said


def test_a_time_is_said_by_the_clock_of_kabul() -> None:
    late = datetime(2021, 11, 17, 20, 0, tzinfo=UTC)
    assert say_time(late, "en") == "Thursday 18 Nov 2021 (27 Aqrab 1400), 00:30"
    assert say_time(late, "fa-AF") == "پنجشنبه ۱۸ نومبر ۲۰۲۱ (۲۷ عقرب ۱۴۰۰)، ساعت ۰۰:۳۰"
    assert say_time(late, "ps") == "پنجشنبه ۱۸ نومبر ۲۰۲۱ (۲۷ لړم ۱۴۰۰)، ۰۰:۳۰ بجې"


def test_a_label_is_known_by_what_it_is_called_in_every_language() -> None:
    assert SPEECH.names(labels.USC) == {"us citizen", "تبعه امریکا", "د امریکا تبعه"}
    assert SPEECH.names(labels.DARI) == {"دری"}
    assert SPEECH.names(labels.NOTHING) == frozenset()


def test_languages_have_a_direction() -> None:
    assert [SPEECH.direction(language) for language in LANGUAGES] == ["ltr", "rtl", "rtl"]
