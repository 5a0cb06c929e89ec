"""Zones as people type them and cameras see them."""

import re

import pytest

from flows.mrz.reading import read_zone
from flows.mrz.zone import Change, Why
from tests.mrz.test_specimens import ANNA, LONG_TD1, MRV_A, MRV_B, TD1, TD2, TD3, passport, read
from tests.mrz.written import TODAY

ALL = (TD3, TD1, TD2, MRV_A, MRV_B, LONG_TD1)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("zone", ALL)
@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda zone: re.sub(r"(.{4})", r"\1 ", zone.replace("\n", " \n ")),
        lambda zone: zone.replace("\n", "\r\n\r\n"),
        lambda zone: zone.replace("\n", ""),
        lambda zone: zone.replace("\n", " "),
        lambda zone: re.sub(r"(.{17})", r"\1\n", zone.replace("\n", "")),
        lambda zone: zone.replace("<<", "«"),
        lambda zone: zone.replace("<", "«"),
        lambda zone: zone.replace("<", "‹"),
        lambda zone: zone.replace("<", "＜"),
        lambda zone: zone.replace("<", ">"),
        lambda zone: zone.replace("<", " "),
        lambda zone: "\n".join(line.strip() for line in zone.lower().replace("<", " ").split("\n")),
        lambda zone: zone.translate(PERSIAN),
        lambda zone: zone.translate(ARABIC),
        lambda zone: "\u202a" + "\u200e".join(zone) + "\u202c\ufeff",
        lambda zone: f"``{zone}``",
        lambda zone: f"this is from my paper\n{zone}\nthank you",
        lambda zone: re.sub(r"<+$", "", zone, flags=re.MULTILINE),
    ],
)  # fmt: skip
def test_a_zone_is_read_however_it_was_typed(zone: str, typed: object) -> None:
    assert callable(typed)
    found = read_zone(typed(zone), TODAY)
    assert found
    assert found.sound
    assert not found.mended
    # Visas of both sizes are alike as far as they are not filled.
    assert "".join(found.lines).replace("<", "") == zone.replace("<", "").replace("\n", "")
    assert found.number == read(zone).number


@pytest.mark.parametrize(
    "zone",
    [
        TD3.replace("B<<<<<10", "B<10"),
        TD3.replace("B<<<<<10", "B10"),
        TD3.replace("B<<<<<10", "B<<<<<<<<10"),
        TD3.replace("MARIA<<<<<<<<<<<<<<<<<<<\n", "MARIA" + "<" * 30 + "\n"),
        TD1.replace("UTO<<<<<<<<<<<6", "UTO6"),
        TD1.replace("UTO<<<<<<<<<<<6", "UTO" + "<" * 15 + "6"),
        TD2.replace("<<<<<<<6", "<<<6"),
    ],
)
def test_fillers_that_were_counted_wrong_are_counted_anew(zone: str) -> None:
    found = read(zone)
    assert found.birth
    assert found.sound
    assert (found.surname, found.given, found.birth.value, found.sex, found.expiry) == ANNA
    assert Why.FILLERS in {doubt.why for doubt in found.doubts}


def test_what_its_place_forbids_is_read_as_its_double_and_told() -> None:
    zone = read("P<UT0ER1KSS0N<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<\nL8989O2C36UTO74OBI22FIZO4IS9ZE184226B<<<<<10")
    assert [(change.line, change.column, change.typed, change.read) for change in zone.mended] == [
        (1, 5, "0", "O"), (1, 8, "1", "I"), (1, 12, "0", "O"), (1, 24, "1", "I"),
        (2, 16, "O", "0"), (2, 17, "B", "8"), (2, 18, "I", "1"),
        (2, 22, "I", "1"), (2, 23, "Z", "2"), (2, 24, "O", "0"), (2, 26, "I", "1"), (2, 27, "S", "5"),
    ]  # fmt: skip
    assert zone.number == "L8989O2C3"  # a letter may stand here, so it stays as typed and the digit fails
    assert not zone.checks["number"]
    assert (zone.checks["birth"], zone.checks["expiry"]) == (True, True)


def test_a_run_of_k_at_the_end_is_fillers() -> None:
    zone = read(TD3.replace("MARIA" + "<" * 19, "MARIA" + "<" * 4 + "K" * 15).replace("B<<<<<10", "BKKKKK10"))
    assert (zone.given, zone.optional, zone.sound) == ("ANNA MARIA", ("ZE184226B",), True)
    assert len(zone.mended) == 20
    doubtful = read(TD3.replace("MARIA" + "<" * 19, "MARIAM" + "K" * 18))
    assert doubtful.given == "ANNA MARIAM"
    assert [(doubt.column, doubt.also) for doubt in doubtful.doubts if doubt.field == "names"] == [(27, "K")]


@pytest.mark.parametrize("given", ["MALAK", "K", "KK", "K K", "ISHAQ K", "KHAKSAR"])
def test_a_k_of_a_name_stays(given: str) -> None:
    assert passport(given=given).given == given


def test_germany_is_seen_through_k() -> None:
    typed = "\n".join(passport(issuer="D", nationality="D").lines).replace("D<<", "DKK")
    assert (read(typed).issuer, read(typed).nationality) == ("D", "D")


@pytest.mark.parametrize(
    ("right", "typed", "failing", "offered"),
    [
        ("L898902C36UTO", "L898902C36UTO", set(), None),
        ("UTO7408122F", "UTO7403122F", {"birth", "composite"}, None),
        ("F1204159Z", "F1204169Z", {"expiry", "composite"}, Change("expiry", 2, 27, "6", "5")),
        ("B<<<<<10", "B<<<<<18", {"composite"}, Change("composite", 2, 44, "8", "0")),
        ("E184226B", "E18A226B", {"optional", "composite"}, Change("optional", 2, 33, "A", "4")),
    ],
)
def test_a_wrong_digit_is_named_and_never_mended(
    right: str, typed: str, failing: set[str], offered: Change | None
) -> None:
    zone = read(TD3.replace(right, typed))
    assert {name for name, holds in zone.checks.items() if not holds} == failing
    assert zone.sound is not bool(failing)
    assert "\n".join(zone.lines) == TD3.replace(right, typed)
    assert zone.suggestion == offered


def test_what_cannot_be_seen_is_doubted_where_letters_may_stand() -> None:
    zone = read(TD3.replace("L898902C36", "LS98902C36"))
    assert zone.sound  # 8 and S have the same check digits
    assert {(d.column, d.also) for d in zone.doubts if d.field == "number"} >= {(2, "8I"), (6, "<AKU")}
    assert not {d.field for d in zone.doubts} & {"birth", "expiry", "sex"}


def test_what_cannot_stand_somewhere_is_told_and_not_guessed() -> None:
    zone = read(TD3.replace("UTO7408122F", "UTO7W08122?"))
    assert (zone.sex, zone.birth, zone.checks["birth"]) == ("", None, False)
    assert [(d.field, d.column) for d in zone.doubts if d.why is Why.FORBIDDEN] == [("birth", 15), ("sex", 21)]


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "512345678", "P", "<", "<<<<<<<\n<<<<<<<", "<" * 88, "0" * 88, "A" * 88, "1" * 88,
        "P" * 44 + "\n" + "1" * 44,
        "Fatima Ahmadi dob 01/01/1985 passport 512345678 exp 06/2024\nwife of citizen 2 people only with husband",
        "من فاطمه احمدی هستم\nشماره پاسپورت ۵۱۲۳۴۵۶۷۸ تاریخ تولد ۱۳۶۴/۵/۲۴\nشوهرم شهروند امریکا است",
        "THE PASSPORT OF MY BROTHER ENDED LAST YEAR AND\nHE WAITS IN KABUL SINCE 2021 09 01 WITH 5 CHILDREN",
        "+93700123456 +93799654321\n+93788111222 +93777333444\n12/05/2026 08:30 AM",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ],
)  # fmt: skip
def test_what_is_no_zone_is_none(text: str) -> None:
    assert read_zone(text, TODAY) is None
