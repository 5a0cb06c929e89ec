"""Citizens of another land are shown its contact, where the deployment has one, and asked nothing where not."""

import pytest

from bot.settings import Unset, settings
from bot.terminal.begun import registered
from bot.terminal.play import SPEECH, Play
from flows.conversation.proofs import faults
from flows.conversation.said import press
from flows.talks.alarms import CASE, of_deployment
from flows.talks.differing import differing
from flows.talks.names import COUNTRIES, LANDS
from flows.talks.otherland import LONGEST, contacts
from flows.talks.talks import FLOWS, house, talks_with
from tests.conversation.begun import EARLY, first_text

WRITTEN = "DE=+49 30 23125 000; GB=+44 20 7946 0000"


def registering(written: str) -> Play:
    play = Play(inside=house(SPEECH, contacts=contacts(written)))
    for words in (*EARLY, "me"):
        play.says(words)
    return play


def test_whose_land_has_no_contact_set_is_not_asked() -> None:
    assert first_text(registering("").says("Citizen of other land")).id == "R3_WISH"
    assert first_text(registering(WRITTEN).says("Citizen of other land")).id == "E17_OTHERLAND"


def test_who_is_of_this_land_is_not_asked() -> None:
    assert first_text(registering(WRITTEN).says("green card")).id == "R3_WISH"


def test_whose_category_changes_is_asked_no_more() -> None:
    play = registering(WRITTEN)
    play.says("Citizen of other land")
    play.says("Show")
    assert first_text(play.act(press("registration:category:LPR", 4), 4)).id == "R3_WISH"


def test_each_contact_is_said_for_its_land() -> None:
    for land, contact in (("Germany", "+49 30 23125 000"), ("United Kingdom", "+44 20 7946 0000")):
        play = registering(WRITTEN)
        play.says("Citizen of other land")
        play.presses("Show")
        assert contact in " ".join(play.texts(play.presses(land)))


def test_to_delete_asks_first_and_to_keep_goes_on() -> None:
    play = registering(WRITTEN)
    play.says("Citizen of other land")
    assert first_text(play.presses("Delete")).id == "E14_DELETE"
    assert [paragraph.text.id for reply in play.presses("Keep").replies for paragraph in reply.paragraphs] == [  # type: ignore[union-attr]
        "E14_KEPT",
        "E17_OTHERLAND",
    ]
    assert first_text(play.presses("Keep")).id == "R3_WISH"


def test_from_the_menu_it_is_a_case_with_or_without_contacts() -> None:
    assert of_deployment("", ()) == {}
    for written, text in (("", "E0_HUMAN"), (WRITTEN, "E17_OTHERLAND")):
        play = Play(registered(), inside=house(SPEECH, contacts=contacts(written)))
        play.says("menu")
        assert first_text(play.act(press("calls:about:E17", 99), 99)).id == text
        assert play.standing is not None
        assert play.standing.code == "E17"


def test_the_talks_hold_with_every_land() -> None:
    assert faults(talks_with((), lands=LANDS)) == []
    assert faults((*FLOWS, *of_deployment("", LANDS).values())) == []
    assert of_deployment("p", LANDS)["E17"].end is CASE.end


def test_every_land_but_the_one_that_people_go_to_can_have_a_contact() -> None:
    assert set(COUNTRIES) - set(LANDS) == {"US", "other"}


@pytest.mark.parametrize("given", ["DE", "XX=+1", "US=+1 202", "other=+1", "DE=", f"DE={'1' * (LONGEST + 1)}"])
def test_contacts_that_cannot_be_are_refused(given: str) -> None:
    with pytest.raises(Unset, match="HAMRAH_OTHER_LANDS must be like") as refused:
        settings(other_lands=given).contacts()
    assert "+1" not in str(refused.value)


def test_contacts_are_read() -> None:
    assert settings(other_lands=WRITTEN).contacts() == {"DE": "+49 30 23125 000", "GB": "+44 20 7946 0000"}
    assert settings().contacts() == {}


@pytest.mark.parametrize(
    ("count", "members", "done", "pair"),
    [
        (4, ("a", "done"), "done", (4, 2)),
        (2, ("a", "done"), "done", None),
        (1, ("a", "b", "done"), "done", (1, 3)),
        (4, ("a", "done"), None, None),
        ("*", ("a", "done"), "done", None),
    ],
)
def test_numbers_differ_once_the_list_is_done(
    count: int | str, members: tuple[str, ...], done: str | None, pair: tuple[int, int] | None
) -> None:
    known = {"count": count, "members": members, **({"more_members": done} if done else {})}
    assert differing(known) == pair
