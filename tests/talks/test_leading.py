"""What is left to tell is offered in its order, and what is known never."""

from collections.abc import Mapping

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, Play
from flows.conversation.standing import Standing, folded
from flows.facts import AnswerGiven, QuestionsReopened, TalkOpened, Value
from flows.talks.leading import leads
from tests.conversation.begun import first_text

TOLD: dict[str, Mapping[str, Value]] = {
    "papers": {"documents": ("AF_TAZ", "done"), "documents.AF_TAZ.state": "lost"},
    "people": {"members": ("done",), "more_members": "done"},
    "needs": {"care_needed": "no"},
    "sharing": {"share": "yes"},
    "case_numbers": {"case_kinds": ("done",)},
    "contact": {"call": "never", "shared_phone": "no", "abroad": "no"},
    "reach": {"can_reach": ("KAB", "done")},
}


def told(*talks: str, wish: str = "LEAVE_NOW", count: int = 4, category: str = "SIV") -> Standing:
    """Someone who told all that these talks ask."""
    given = (AnswerGiven(talk, question, value) for talk in talks for question, value in TOLD[talk].items())
    return folded(registered(wish=wish, count=count, category=category), (*given, TalkOpened("home")))


def test_the_cheapest_comes_first_and_nothing_twice() -> None:
    talks = tuple(TOLD)
    for known, talk in enumerate(talks):
        assert leads(told(*talks[:known])) == (TalkOpened(talk),)
    assert leads(told(*talks)) == ()


@pytest.mark.parametrize("wish", ["STAY", "LEFT"])
def test_who_does_not_go_is_asked_nothing(wish: str) -> None:
    assert leads(told(wish=wish)) == ()


def test_who_goes_alone_is_not_asked_with_whom() -> None:
    assert leads(told("papers", count=1)) == (TalkOpened("needs"),)


@pytest.mark.parametrize("category", ["USC", "LPR"])
def test_who_needs_no_case_is_not_asked_for_its_number(category: str) -> None:
    assert leads(told("papers", "people", "needs", "sharing", category=category)) == (TalkOpened("contact"),)


def test_a_talk_that_was_left_is_gone_on_with() -> None:
    standing = folded(told(*TOLD), (AnswerGiven("papers", "documents", ("AF_TAZ", "US_PPT", "done")),))
    assert leads(standing) == (QuestionsReopened("papers", ()),)


def test_a_number_that_was_put_off_comes_back_but_not_at_once() -> None:
    own: dict[str, Value] = {
        "documents": ("AF_TAZ", "done"),
        "documents.AF_TAZ.state": "held",
        "documents.AF_TAZ.number": "later",
    }
    papers = tuple(AnswerGiven("papers", question, value) for question, value in own.items())
    standing = folded(told("people", "needs", "sharing"), papers)
    assert leads(standing) == (QuestionsReopened("papers", ("documents.AF_TAZ.number",)),)
    assert leads(folded(standing, (QuestionsReopened("papers", ()),))) == (TalkOpened("case_numbers"),)
    unsure = folded(standing, (AnswerGiven("papers", "documents.AF_TAZ.number", "unsure"),))
    assert leads(unsure) == (TalkOpened("case_numbers"),)


def test_what_a_node_remembers_leads_to_the_same() -> None:
    talks = tuple(TOLD)
    for known in range(len(talks) + 1):
        standing = told(*talks[:known])
        assert leads(HOUSE.stored(standing)) == leads(standing)


def test_when_nothing_is_left_it_is_said() -> None:
    play = Play(told(*TOLD))
    play.says("menu")
    play.presses("More")
    assert first_text(play.presses("Add more")).id == "Y5_ENOUGH"
