"""A family on one phone: each grown-up says what they want, and each has papers of their own."""

from datetime import date

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, Play
from flows.conversation.reply import Erase
from flows.conversation.standing import folded, known_as
from flows.conversation.walk import things
from flows.facts import AnswerGiven, Body, CaseOpened, MessageHeard, TalkOpened
from flows.talks.leading import leads
from flows.talks.people import MEMBERS
from flows.talks.talks import FLOWS
from flows.talks.values import option_labels
from flows.talks.view import summary
from storage.codec import decode_standing, encode_standing
from tests.mrz.written import Holder, zone_lines

LINES = "\n".join(
    zone_lines(
        Holder("TD3", "P", "AFG", "P04455667", "AFG", "900524", "F", date(2028, 5, 1), "NOORI", "LAILA", ("", ""))
    )
)


def with_(relation: str = "Wife or husband", age: str = "21+", without: str = "No") -> tuple[Play, str]:
    """Somebody who listed Laila, and by which id."""
    play = Play(registered())
    play.says("menu")
    for words in ("My people", "Laila", relation, age, without):
        play.says(words)
    assert play.standing is not None
    [item] = things(play.standing.known[MEMBERS])
    return play, item


def comes_to(play: Play, body: Body) -> None:
    assert play.standing is not None
    play.standing = folded(play.standing, (body,))


@pytest.mark.parametrize("age", ["0-1", "2-5", "6-11", "12-17"])
def test_a_child_is_asked_for_no_word_of_its_own(age: str) -> None:
    play, item = with_("Child", age)
    assert play.standing is not None
    assert play.standing.talk == "people"
    assert f"{MEMBERS}.{item}.self" not in play.standing.known
    play.presses("Done")


def test_who_writes_for_another_says_no_wish_of_theirs() -> None:
    play, item = with_()
    play.presses("Yes")
    play.presses("I write for Laila")
    assert play.standing is not None
    assert f"{MEMBERS}.{item}.own_wish" not in play.standing.known
    play.presses("Done")


def test_their_own_word_changes_nothing_of_the_first_wish() -> None:
    play, item = with_()
    for words in ("Yes", "I am Laila", "I want to stay"):
        play.presses(words)
    assert play.standing is not None
    assert play.standing.known["wish"] == "LEAVE_NOW"
    assert play.standing.known[f"{MEMBERS}.{item}.own_wish"] == "STAY"


def test_what_another_said_is_not_shown_to_who_holds_the_phone() -> None:
    play, _ = with_()
    for words in ("Yes", "I am Laila", "I want to stay", "Done"):
        play.presses(words)
    assert play.standing is not None
    _, lines = summary("p1", play.facts, option_labels(FLOWS))
    assert "STAY" not in repr(lines)


def test_a_name_that_is_forgotten_is_told_by_what_they_are() -> None:
    play, _ = with_()
    play.presses("Not now")
    play.presses("Done")
    assert play.standing is not None
    play.standing = decode_standing(encode_standing(HOUSE.stored(play.standing)))
    play.says("menu")
    play.presses("My people")
    shown = play.texts(play.presses("Wife or husband"))
    assert shown == ["Can this person answer now, in her or his own words?"]
    play.standing = decode_standing(encode_standing(HOUSE.stored(play.standing)))
    assert play.texts(play.presses("Yes")) == ["Are you this person, or do you write for this person?"]
    assert play.texts(play.presses("I am this person")) == ["this person, what do you want now?"]


def test_papers_of_each_are_told_apart() -> None:
    play, item = with_()
    for words in ("Not now", "Done"):
        play.presses(words)
    play.says("menu")
    for words in ("My papers", "U.S. passport", "Done", "Yes"):
        play.presses(words)
    play.says("512345678")
    comes_to(play, TalkOpened(f"of.{item}"))
    for words in ("U.S. passport", "yes", "598765432"):
        play.says(words)
    assert play.standing is not None
    known = play.standing.known
    assert known["documents.US_PPT.number"] == "512345678"
    assert known[known_as(f"of.{item}", "documents.US_PPT.number")] == "598765432"


def test_the_papers_decide_of_who_is_covered_and_not_left_behind() -> None:
    for relation, without, asked in (
        ("Wife or husband", "No", True),
        ("Child", "Not sure", True),
        ("Wife or husband", "Yes", False),
        ("Parent", "No", False),
    ):
        play, item = with_(relation, "21+", without)
        play.presses("Not now")
        play.presses("Done")
        comes_to(play, AnswerGiven("papers", "documents", ("done",)))
        assert play.standing is not None
        assert (leads(play.standing) == (TalkOpened(f"of.{item}"),)) is asked, relation


def test_the_zone_of_anothers_paper_gives_only_its_number() -> None:
    play, item = with_()
    play.presses("Not now")
    play.presses("Done")
    comes_to(play, TalkOpened(f"of.{item}"))
    for words in ("Afghan passport", "yes"):
        play.says(words)
    turn = play.says(LINES)
    assert any(isinstance(reply, Erase) for reply in turn.replies)
    assert play.standing is not None
    assert play.standing.known[f"{item}.documents.AF_PPT.number"] == "P04455667"
    assert "documents" not in play.standing.known
    assert not [talk for talk in play.standing.answers if talk.startswith("zone.")]


def test_the_zone_typed_elsewhere_in_it_leaves_the_chat_and_is_nobodys() -> None:
    play, item = with_()
    play.presses("Not now")
    play.presses("Done")
    comes_to(play, TalkOpened(f"of.{item}"))
    turn = play.says(LINES)
    assert any(isinstance(reply, Erase) for reply in turn.replies)
    assert play.standing is not None
    assert not [name for name in play.standing.known if "documents" in name]


def test_a_passport_of_theirs_that_is_gone_is_told_to_the_staff() -> None:
    play, item = with_()
    play.presses("Not now")
    play.presses("Done")
    comes_to(play, TalkOpened(f"of.{item}"))
    for label in ("Afghan passport", "Lost or taken", "No", "Taken from me"):
        play.says(label)
    assert any(isinstance(body, CaseOpened) and body.code == "E13" for body in play.facts)
    words = [body.words for body in play.facts if isinstance(body, MessageHeard)]
    assert words == ["Afghan passport (Wife or husband): Taken from me"]


def test_each_question_about_their_papers_says_whose_they_are() -> None:
    play, _ = with_()
    play.presses("Not now")
    play.presses("Done")
    play.presses("Next")
    play.says("none")
    assert play.texts(play.presses("Next"))[0] == "About Laila."
