"""What the staff hear of without being asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import NOW, Play
from flows.conversation.said import press
from flows.facts import Body, CaseOpened, MessageHeard, OfferMade, Value
from flows.talks.alarms import CASE, MATTERS, case_talk


def with_papers(*picked: str) -> Play:
    play = Play(registered())
    for words in ("menu", "my papers", ", ".join(picked)):
        play.says(words)
    return play


def loses(play: Play, *how: str) -> list[Body]:
    """The passport that is asked about is lost, in these words; what the staff get of it."""
    before = len(play.facts)
    for words in ("Lost or taken", *how):
        play.presses(words)
    return [body for body in play.facts[before:] if isinstance(body, CaseOpened | MessageHeard)]


def test_a_passport_that_is_gone_opens_a_case_that_says_how() -> None:
    opened, words = loses(with_papers("U.S. passport"), "No", "Destroyed")
    assert isinstance(opened, CaseOpened)
    assert (opened.code, opened.priority) == ("E13", "P2")
    assert words == MessageHeard(opened.case, "U.S. passport: Destroyed")


def test_it_is_more_urgent_where_there_is_a_place_on_a_trip_soon() -> None:
    for days, priority in ((6, "P1"), (8, "P2")):
        play = with_papers("U.S. passport")
        play.happens(OfferMade("w1", "AIR", NOW + timedelta(days=days), NOW))
        opened = loses(play, "It was there")[0]
        assert isinstance(opened, CaseOpened)
        assert opened.priority == priority


def test_a_second_passport_goes_to_the_same_case() -> None:
    play = with_papers("U.S. passport", "Afghan passport")
    opened = loses(play, "It was there")[0]
    assert isinstance(opened, CaseOpened)
    play.presses("No copy")
    play.presses("Add")
    assert loses(play, "No", "Taken from me") == [MessageHeard(opened.case, "Afghan passport: Taken from me")]


def test_what_was_said_before_is_no_new_matter() -> None:
    play = with_papers("U.S. passport")
    loses(play, "It was there")
    play.act(press("papers:documents.US_PPT.left_there:yes", 9), 9)
    play.says("menu")
    assert len([body for body in play.facts if isinstance(body, CaseOpened)]) == 1


def test_a_card_that_is_gone_is_no_case() -> None:
    play = with_papers("Green card")
    assert loses(play) == []


def test_not_to_pay_is_said_whether_or_not_the_staff_could_be_told() -> None:
    play = with_papers("U.S. passport")
    loses(play, "It was there")
    assert play.standing is not None
    assert case_talk(replace(play.standing, told=False)) is MATTERS["E13"]
    assert case_talk(replace(play.standing, claimed=True)) is CASE


def needs(*words: str, count: Value = 4) -> list[Body]:
    """What the staff get of someone who says this of the help that is needed."""
    play = Play(registered(count=count))
    play.says("menu")
    play.presses("More")
    play.presses("Help on the way")
    for each in words:
        play.says(each)
    return [body for body in play.facts if isinstance(body, CaseOpened | MessageHeard)]


@pytest.mark.parametrize(
    ("words", "priority", "told"),
    [
        (("yes", "wheelchair", "me, parent"), "P2", "Wheelchair: Me, Parent"),
        (("yes", "new baby", "child"), "P1", "New baby: Child"),
        (("yes", "pregnant", "me", "within 6 weeks"), "P1", "Pregnant: Me, Within 6 weeks"),
        (("yes", "pregnant", "me", "within 3 months"), "P2", "Pregnant: Me, Within 3 months"),
        (("yes", "medicine", "parent", "yes"), "P1", "Medicine: Parent, Yes"),
        (("yes", "medicine", "parent", "no"), "P2", "Medicine: Parent, No"),
        (("yes", "other", "parent", "she can not hear"), "P2", "Other: Parent"),
        (("not sure", "wheelchair, pregnant", "me", "me", "later"), "P2", "Wheelchair: Me"),
    ],
)
def test_help_that_is_needed_opens_a_case_as_urgent_as_it_is(
    words: tuple[str, ...], priority: str, told: str
) -> None:
    opened, heard = needs(*words)
    assert isinstance(opened, CaseOpened)
    assert (opened.code, opened.priority) == ("E14", priority)
    assert heard == MessageHeard(opened.case, told)


@pytest.mark.parametrize(
    "words", [("no",), ("yes", "done"), ("yes", "pregnant", "me", "later"), ("yes", "pregnant", "me")]
)
def test_no_need_that_changes_the_way_is_no_case(words: tuple[str, ...]) -> None:
    assert needs(*words) == []


def test_who_goes_alone_is_not_asked_who_it_is() -> None:
    opened, heard = needs("yes", "pregnant", "within 6 weeks", count=1)
    assert isinstance(opened, CaseOpened)
    assert heard == MessageHeard(opened.case, "Pregnant: Within 6 weeks")


def test_a_yes_to_share_that_is_taken_back_reaches_the_staff_of_who_has_a_place() -> None:
    for offered in (True, False):
        play = Play(registered())
        if offered:
            play.happens(OfferMade("w1", "AIR", NOW + timedelta(days=6), NOW))
        for value in ("yes", "no", "no"):
            play.act(press(f"sharing:share:{value}", 9), 9)
        opened = [(body.code, body.priority) for body in play.facts if isinstance(body, CaseOpened)]
        assert opened == ([("E22", "P1")] if offered else [])


def test_a_first_no_to_share_is_no_matter() -> None:
    play = Play(registered())
    play.happens(OfferMade("w1", "AIR", NOW + timedelta(days=6), NOW + timedelta(days=2)))
    for value in ("answer:yes", "share:no"):
        play.act(press(f"offer.w1:{value}", 9), 9)
    assert not [body for body in play.facts if isinstance(body, CaseOpened)]
