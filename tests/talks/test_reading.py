"""How typed words are read by the questions of the talks."""

import pytest

from bot.terminal.play import SPEECH
from flows.conversation.kind import Kind, Refusal, Writing
from flows.conversation.options import Option
from flows.documents import document_number
from flows.places import OUTSIDE, PROVINCES
from flows.talks.contact import address, phone
from flows.talks.papers import PAPERS, month
from flows.talks.registration import REGISTRATION, name
from flows.talks.wish import land

KINDS = {ask.name: ask.kind for flow in (REGISTRATION, PAPERS) for ask in flow.asks()}


def read(kind: Kind, typed: str, page: int = 0) -> object:
    """The value, or the key of the option; None for words that are refused."""
    match kind.read(Writing(typed, SPEECH, page=page)):
        case Refusal():
            return None
        case Option(key=key):
            return key
        case value:
            return value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kabul", "KAB"), ("KABOL!", "KAB"), ("کابل", "KAB"), ("كابل", "KAB"), ("ک‌ابل", "KAB"),
        ("Mazar-e Sharif", "BAL"), ("مزار شریف", "BAL"), ("مزار", "BAL"), ("بلخ", "BAL"),
        ("ننګرهار", "NAN"), ("ننگرهار", "NAN"), ("جلال‌آباد", "NAN"), ("جلال اباد", "NAN"), ("Jalalabad", "NAN"),
        ("قندهار", "KAN"), ("کندهار", "KAN"), ("kandahar", "KAN"), ("هلمند", "HEL"), ("لښکرګاه", "HEL"),
        ("Sar-e Pul", "SAR"), ("سرپل", "SAR"), ("میدان وردک", "WAR"), ("Maidan Wardak", "WAR"), ("پکتیا", "PIA"),
        ("Gardez", "PIA"), ("ګردېز", "PIA"), ("خارج", "OUTSIDE"), ("1", "KAB"), ("۲", "HER"), ("skip", "skip"),
        ("Atlantis", None), ("", None), ("0", None), ("99", None),
    ],
)  # fmt: skip
def test_a_province_is_found_as_people_write_it(typed: str, code: str | None) -> None:
    assert read(KINDS["province"], typed) == code


def test_every_province_is_found_by_each_of_its_names() -> None:
    for place in (*PROVINCES, OUTSIDE):
        for typed in (*SPEECH.names(place.label), *place.variants):
            assert read(KINDS["province"], typed) == place.code, typed


def test_a_number_means_the_page_in_view() -> None:
    assert read(KINDS["province"], "1", page=1) == PROVINCES[12].code
    assert read(KINDS["category"], "2", page=1) == "P1P2"


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("3", 3), ("۳", 3), ("٣", 3), ("three", 3), ("سه", 3), ("درې", 3), ("ده", 10), ("لس", 10), ("30", 30),
        ("چار", 4), ("7+", 7), ("0", None), ("31", None), ("-3", None), ("3.5", None), ("نه", None),
    ],
)  # fmt: skip
def test_a_count_in_figures_and_words(typed: str, count: int | None) -> None:
    assert read(KINDS["count"], typed) == count


@pytest.mark.parametrize(
    ("item", "typed", "number"),
    [
        ("US_PPT", "512345678", "512345678"), ("US_PPT", "a12345678", "A12345678"),
        ("US_PPT", "۵۱۲۳۴۵۶۷۸", "512345678"),
        ("US_PPT", "٥١٢ ٣٤٥ ٦٧٨", "512345678"), ("US_PPT", "51234567", "odd:51234567"),
        ("US_GC", "SRC1234567890", "SRC1234567890"), ("US_GC", "A-123-456-789", "A123456789"),
        ("US_GC", "12", None),
        ("AF_PPT", "P01234567", "P01234567"), ("AF_PPT", "oa1234567", "OA1234567"), ("AF_PPT", "X1", None),
        ("AF_TAZ", "1399-1234-56789", "1399123456789"), ("AF_TAZ", "۱۲۳۴", "1234"), ("AF_TAZ", "123", "odd:123"),
        ("US_VISA", "a1b2c3d4", "A1B2C3D4"), ("US_VISA", "K1234", "odd:K1234"),
        ("US_PPT", "I do not know", None), ("US_PPT", "later", None), ("US_PPT", "نمی‌دانم", None),
        ("US_PPT", "9" * 31, None),
    ],
)  # fmt: skip
def test_document_numbers(item: str, typed: str, number: str | None) -> None:
    assert document_number(typed, item) == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ali  Rahimi", "Ali Rahimi"), (" علی رحیمی ", "علی رحیمی"), ("O’Neil-Khan", "O’Neil-Khan"), ("李", "李"),
        ("123", None), ("!!", None), ("", None), ("two\nlines", None), ("x" * 121, None), ("x" * 120, "x" * 120),
    ],
)  # fmt: skip
def test_a_name_is_kept_as_typed(typed: str, kept: str | None) -> None:
    assert name(typed, "") == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Pakistan", "Pakistan"),
        (" ایران ", "ایران"),
        ("UK", "UK"),
        ("x", None),
        ("street 5", None),
        ("y" * 61, None),
    ],
)
def test_a_land_is_no_address(typed: str, kept: str | None) -> None:
    assert land(typed, "") == kept


def test_a_month_in_three_calendars() -> None:
    assert [month(typed, "") for typed in ("05 2026", "عقرب ۱۴۰۵", "رمضان ١٤٤٧", "۵ ۱۴۳۰", "soon")] == [
        "gregorian:2026-05", "solar:1405-08", "lunar:1447-09", "unclear:1430-05", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("tazkira", ("AF_TAZ", "done")), ("visa, green card", ("US_GC", "US_VISA", "done")),
        ("1 3", ("US_PPT", "AF_PPT", "done")),
        ("۱، ۴", ("US_PPT", "AF_TAZ", "done")), ("تذکره؛ ویزا", ("AF_TAZ", "US_VISA", "done")),
        ("none", ("done",)), ("done", ("done",)),
        ("a cat", None), ("tazkira, cat", None), (",", None), ("", None), ("9", None),
    ],
)  # fmt: skip
def test_several_papers_in_one_line(typed: str, picked: tuple[str, ...] | None) -> None:
    assert read(KINDS["documents"], typed) == picked


@pytest.mark.parametrize(
    ("typed", "page", "picked"),
    [
        ("2", 1, ("FOR_PPT", "done")), ("electronic tazkira", 0, ("AF_ETAZ", "done")),
        ("نکاح خط، تذکره", 2, ("AF_TAZ", "NIKAH", "done")), ("more", 0, "more"), ("7", 0, "more"),
        ("8", 0, ("done",)), ("1 7", 0, None), ("9", 0, None),
    ],
)  # fmt: skip
def test_several_papers_of_further_pages(typed: str, page: int, picked: object) -> None:
    assert read(KINDS["documents"], typed, page) == picked


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        ("US_EMERG_PPT", "x12345678", "X12345678"), ("US_EMERG_PPT", "12345678", "odd:12345678"),
        ("US_PPT_CARD", "c 1234 5678", "C12345678"), ("US_PPT_CARD", "512345678", "odd:512345678"),
        ("AF_ETAZ", "۱۴۰۰-۱۲۳۴-۵۶۷۸۹", "1400123456789"), ("AF_ETAZ", "1400-1234", "odd:14001234"),
        ("FOR_PPT", "AB 123456", "AB123456"), ("FOR_PPT", "1234567890", "odd:1234567890"),
        ("BOARD_FOIL", "2021 1234", "20211234"), ("BOARD_FOIL", "2021 12345", "odd:202112345"),
        ("ENTRY_AUTH", "parole 7/21", "PAROLE721"), ("ENTRY_AUTH", "I have it", None),
    ],
)  # fmt: skip
def test_a_number_is_doubted_by_its_kind_and_never_blocked(kind: str, typed: str, number: str | None) -> None:
    assert document_number(typed, kind) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0799 123 456", "+93799123456"), ("۰۷۹۹۱۲۳۴۵۶", "+93799123456"), ("+93 (0)799-123-456", "+93799123456"),
        ("0093799123456", "+93799123456"), ("+1 202 555 0123", "+12025550123"), ("020 210 0000", "0202100000"),
        ("call me", None), ("12345", None), ("0799123456 or 0788123456", None), ("", None),
    ],
)  # fmt: skip
def test_a_telephone_number(typed: str, number: str | None) -> None:
    assert phone(typed, "") == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" karim@example.org ", "karim@example.org"), ("0799123456", "+93799123456"), ("karim at example", None),
        ("street 5, house 3", None), ("a@b", None),
    ],
)  # fmt: skip
def test_an_address_is_a_number_or_an_e_mail_and_no_street(typed: str, kept: str | None) -> None:
    assert address(typed, "") == kept
