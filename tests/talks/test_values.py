"""What stands in the placeholders of the texts."""

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, plain
from flows.conversation.kind import GIVEN
from flows.facts import Value
from flows.talks import labels
from flows.texts import Part
from tests.conversation.begun import begun


@pytest.mark.parametrize(
    ("wish", "count", "people"),
    [
        ("LEAVE_NOW", 1, labels.PEOPLE(count=1)),
        ("UNDECIDED", 4, labels.PEOPLE(count=4)),
        ("LEAVE_WITH_FAMILY", GIVEN, labels.GIVEN_COUNT),
        ("STAY", 4, labels.NOTHING),
        ("LEFT", 4, labels.NOTHING),
    ],
)
def test_people_are_counted_only_of_who_is_asked_how_many(wish: str, count: Value, people: Part) -> None:
    assert HOUSE.value("people", registered(wish=wish, count=count), None) == people


def test_who_thinks_of_staying_at_the_check_is_no_longer_counted() -> None:
    play = begun("/start", "English", "yes", "me", "green card", "I want to go", "1", "Gul", "Kabul")
    assert "Green card. 1 person. Kabul. I want to go." in plain(" ".join(play.texts(play.says("hm"))))
    play.says("change")
    play.says("My wish")
    assert "Green card. –. Kabul. I want to stay." in " ".join(play.texts(play.says("I want to stay")))
