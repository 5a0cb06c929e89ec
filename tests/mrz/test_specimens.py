"""The specimens of ICAO 9303, which show people of Utopia, and the sorts of documents they do not show."""

from datetime import date

import pytest
from babel.core import get_global

from flows.births import Precision
from flows.mrz.codes import CODES
from flows.mrz.digits import check_digit
from flows.mrz.reading import read_zone
from flows.mrz.zone import Born, Why, Zone
from tests.mrz.written import TODAY, Holder, zone_lines

TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
MRV_A = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"
LONG_TD1 = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
LONG_TD2 = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8"
ANNA = ("ERIKSSON", "ANNA MARIA", "1974-08-12", "F", date(2012, 4, 15))
VISITOR = ("ERIKSSON", "ANNA MARIA", "1940-09-07", "F", date(1996, 12, 10))
PETER = ("STEVENSON", "PETER JOHN", "1934-07-12", "M", date(1995, 7, 12))


def read(text: str) -> Zone:
    zone = read_zone(text, TODAY)
    assert zone
    return zone


def passport(**other: object) -> Zone:
    """An invented passport, read; names of fields as of `Holder`."""
    said: dict[str, object] = {
        "format": "TD3", "document": "P", "issuer": "AFG", "number": "P00123456", "nationality": "AFG",
        "birth": "850524", "sex": "M", "expiry": date(2029, 5, 5), "surname": "AHMADZAI", "given": "GUL AGHA",
        "optional": ("",),
    }  # fmt: skip
    return read("\n".join(zone_lines(Holder(**(said | other)))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name", "number", "states", "holder", "optional"),
    [
        (TD3, "TD3", "L898902C3", ("UTO", "UTO"), ANNA, ("ZE184226B",)),
        (TD1, "TD1", "D23145890", ("UTO", "UTO"), ANNA, ("", "")),
        (TD2, "TD2", "D23145890", ("UTO", "UTO"), ANNA, ("",)),
        (MRV_A, "MRV-A", "L8988901C", ("UTO", "XXX"), VISITOR, ("6ZE184226B",)),
        (MRV_B, "MRV-B", "L8988901C", ("UTO", "XXX"), VISITOR, ("",)),
        (LONG_TD1, "TD1", "D23145890734", ("UTO", "UTO"), PETER, ("", "")),
        (LONG_TD2, "TD2", "D23145890734", ("UTO", "UTO"), PETER, ("",)),
    ],
)
def test_the_specimens_are_read(
    text: str,
    name: str,
    number: str,
    states: tuple[str, str],
    holder: tuple[object, ...],
    optional: tuple[str, ...],
) -> None:
    zone = read(text)
    assert zone.birth
    assert (zone.format, zone.number, zone.optional) == (name, number, optional)
    assert (zone.issuer, zone.nationality) == states
    assert (zone.surname, zone.given, zone.birth.value, zone.sex, zone.expiry) == holder
    assert zone.sound
    assert "\n".join(zone.lines) == text
    assert (zone.mended, zone.suggestion) == ((), None)


def test_the_digits_of_the_standard() -> None:
    assert [check_digit(text) for text in ("520727", "AB2134<<<", "L898902C3")] == ["3", "5", "6"]


def test_checks_are_named_as_far_as_they_are_there() -> None:
    assert set(read(TD3).checks) == {"number", "birth", "expiry", "optional", "composite"}
    assert set(read(TD1).checks) == {"number", "birth", "expiry", "composite"}
    assert set(read(MRV_A).checks) == {"number", "birth", "expiry"}
    assert set(passport().checks) == {"number", "birth", "expiry", "composite"}
    assert "optional" in read(MRV_A).unchecked
    assert "optional" not in read(TD3).unchecked


def test_an_empty_personal_number_may_have_a_nought_for_its_digit() -> None:
    empty = "\n".join(passport().lines)
    assert read(f"{empty[:-2]}0{empty[-1]}").checks["optional"]


def test_single_names_are_normal() -> None:
    zone = passport(surname="NOORULLAH", given="")
    assert zone.lines[0].startswith("P<AFGNOORULLAH<<<")
    assert (zone.surname, zone.given) == ("NOORULLAH", "")
    assert (passport(surname="").surname, passport(surname="").given) == ("", "GUL AGHA")
    assert Why.CUT not in {doubt.why for doubt in zone.doubts}


def test_names_that_fill_their_field_may_be_cut() -> None:
    zone = passport(given="ABDUL QADEER MOHAMMAD HASHIMUDDIN")
    assert zone.given == "ABDUL QADEER MOHAMMAD HASHIMUDDIN"[: 39 - len("AHMADZAI<<")]
    assert "names cut" in [f"{doubt.field} {doubt.why}" for doubt in zone.doubts]


@pytest.mark.parametrize(
    ("printed", "born"),
    [
        ("850524", Born("1985-05-24", Precision.DAY)),
        ("8505<<", Born("1985-05", Precision.MONTH)),
        ("85<<<<", Born("1985", Precision.YEAR)),
        ("850000", Born("1985", Precision.YEAR)),
        ("850101", Born("1985-01-01", Precision.PLACEHOLDER)),
        ("261123", Born("2026-11-23", Precision.DAY)),
        ("261124", Born("1926-11-24", Precision.DAY)),
        ("2612<<", Born("1926-12", Precision.MONTH)),
        ("27<<<<", Born("1927", Precision.YEAR)),
        ("000229", Born("2000-02-29", Precision.DAY)),
        ("<<<<<<", None),
        ("851324", None),
    ],
)
def test_a_birth_is_known_as_far_as_it_is_printed_and_never_to_come(printed: str, born: Born | None) -> None:
    zone = passport(birth=printed)
    assert zone.birth == born
    assert zone.sound
    assert [doubt.field for doubt in zone.doubts if doubt.why is Why.DATE] == ["birth"] * (printed == "851324")


@pytest.mark.parametrize("ends", [date(2006, 12, 1), date(2026, 11, 22), date(2076, 11, 23), date(1999, 1, 2)])
def test_an_expiry_is_within_fifty_years_and_doubtful_when_long_over(ends: date) -> None:
    zone = passport(expiry=ends)
    assert zone.expiry == ends
    assert ("expiry" in {doubt.field for doubt in zone.doubts}) is (ends.year == 1999)


@pytest.mark.parametrize("sex", ["M", "F", "X", "<"])
def test_every_sex_of_a_document_is_kept(sex: str) -> None:
    assert passport(sex=sex).sex == sex


@pytest.mark.parametrize("code", ["D", "UNO", "UNA", "RKS", "XXA", "XXB", "XXC", "XXX", "GBN", "AFG"])
def test_states_bodies_and_people_without_a_state_have_codes(code: str) -> None:
    zone = passport(issuer=code, nationality=code)
    assert (zone.issuer, zone.nationality) == (code, code)
    assert Why.CODE not in {doubt.why for doubt in zone.doubts}
    assert "nationality code" in [f"{doubt.field} {doubt.why}" for doubt in passport(nationality="QQQ").doubts]


def test_the_codes_are_those_of_every_state() -> None:
    states = {code for code, to in get_global("territory_aliases").items() if len(code) == 3 and code.isalpha()}
    assert len(CODES & states) >= 249
    assert CODES - states - {"D", "UTO"} <= {
        "GBD", "GBN", "GBO", "GBP", "GBS", "EUE", "RKS", "UNA", "UNK", "UNO", "XXX",
    } | {code for code in CODES if code.startswith("X")}  # fmt: skip


def test_a_card_of_residence_begins_with_a_figure_in_its_second_place() -> None:
    card = {"format": "TD1", "document": "C1", "issuer": "USA", "number": "012345678", "nationality": "AFG"}
    zone = passport(**card, optional=("LIN0123456789", ""))
    assert (zone.document, zone.number, zone.optional) == ("C1", "012345678", ("LIN0123456789", ""))
    assert not zone.mended
