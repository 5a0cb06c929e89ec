"""Laws of the kernel: a conversation is what has been answered."""

from dataclasses import replace

import pytest

from bot.terminal.begun import ANSWERS, registered
from bot.terminal.play import Play
from flows.conversation.kinds import Choice
from flows.conversation.options import Page
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.steps import Ask
from flows.conversation.walk import Placed, walk
from flows.facts import AnswerGiven, MessageHeard, PersonMet
from flows.talks import texts
from flows.talks.registration import REGISTRATION
from tests.conversation.begun import (
    EARLY,
    REST,
    bare,
    begun,
    changed,
    first_text,
    of_facts,
    open_question,
    question,
)


def test_nothing_is_kept_before_the_person_agrees() -> None:
    play = begun(*EARLY[:-1])
    assert play.facts == []
    play.says("yes")
    assert isinstance(play.facts[0], PersonMet)
    assert bare(play.standing) == of_facts(play)


@pytest.mark.parametrize("words", ["start", "/start", "hello", "go on", "ok, what is this"])
def test_only_a_yes_is_a_consent(words: str) -> None:
    play = begun(*EARLY[:-1], words)
    assert play.facts == []
    assert open_question(play) == "begin"


def test_who_says_no_is_forgotten_with_all_they_said() -> None:
    play = begun(*EARLY[:-1], "no")
    assert (play.facts, play.standing) == ([], None)


def test_a_no_after_asking_for_a_person_does_not_lose_the_case() -> None:
    play = begun(*EARLY[:-1], "a person", "add", "no")
    assert play.standing is not None
    assert play.standing.case
    play.presses("Start again")
    assert open_question(play) == "consent"


def test_a_long_text_is_not_kept_before_the_person_agrees() -> None:
    play = begun(*EARLY[:-1], "a" * 4096)
    assert play.standing is not None
    assert not [body for body in play.standing.held if isinstance(body, MessageHeard)]


def test_the_ledger_gives_the_standing() -> None:
    play = begun(*EARLY, *REST, "menu", "my wish", "change", "I want to stay", "ok", "a person", "help us")
    assert bare(play.standing) == of_facts(play)


def test_one_press_twice_is_one_fact() -> None:
    play = begun(*EARLY)
    once = play.act(press("registration:for_whom:self", 5), 5)
    again = play.act(press("registration:for_whom:self", 5), 5)
    assert once.bodies == (AnswerGiven("registration", "for_whom", "self"),)
    assert again.bodies == ()


def test_an_edit_that_changes_nothing_is_no_fact() -> None:
    play = begun(*EARLY, *REST[:5])
    assert play.edits(8, "  Gul ").bodies == ()
    assert play.edits(8, "Gul Agha").bodies == (AnswerGiven("registration", "name", "Gul Agha"),)
    assert play.edits(8, "Gul Agha Khan").bodies == (AnswerGiven("registration", "name", "Gul Agha Khan"),)


def test_consent_is_not_taken_back_by_an_old_message() -> None:
    play = begun(*EARLY)
    assert play.edits(3, "no").bodies == ()
    for asked in ("begin", "consent"):
        turn = play.act(press(f"registration:{asked}:no", 5), 5)
        assert (turn.bodies, first_text(turn)) == ((), texts.X7_OLDBTN)
    assert play.standing is not None


def test_an_edit_of_what_answered_nothing_is_silent() -> None:
    play = begun(*EARLY)
    assert play.act(Unread(Unreadable.OTHER), 40).replies
    assert play.edits(1, "Pashto").replies == ()


def test_a_question_inserted_is_asked_of_those_midway() -> None:
    play = begun(*EARLY, *REST[:4])
    play.house = changed(*REGISTRATION.steps[:5], question("new"), *REGISTRATION.steps[5:])
    play.says("hm")
    assert open_question(play) == "new"
    play.says("yes")
    assert open_question(play) == "name"


def test_a_question_removed_strands_nobody() -> None:
    play = begun(*EARLY, *REST[:4])
    play.house = changed(
        *(step for step in REGISTRATION.steps if getattr(step, "name", "") not in ("name", "count"))
    )
    play.says("Kabul")
    assert open_question(play) == "check"
    old = play.act(press("registration:count:3", 9), 9)
    assert first_text(old) == texts.X7_OLDBTN


def test_a_talk_removed_leaves_the_menu() -> None:
    play = Play(replace(registered(), talks=("registration", "atlantis")))
    turn = play.says("hello")
    assert isinstance(turn.replies[0], Reply)
    assert turn.replies[0].paragraphs[-1].text == texts.H1_MENU


def test_an_option_withdrawn_is_asked_again() -> None:
    play = begun(*EARLY, *REST[:4])
    asked = next(step for step in REGISTRATION.steps if isinstance(step, Ask) and step.name == "for_whom")
    fewer = Choice((Page(tuple(o for o in asked.kind.pages[0].options if o.key != "self")),), texts.PICK)
    steps = (replace(asked, kind=fewer) if step is asked else step for step in REGISTRATION.steps)
    play.house = changed(*steps)
    play.says("hm")
    assert open_question(play) == "for_whom"
    play.says("me and family")
    assert open_question(play) == "name"


def test_a_changed_answer_opens_only_the_new_gap() -> None:
    play = begun(*EARLY, *REST[:2], "I want to stay", "Gul", "Kabul")
    assert open_question(play) == "check"
    play.act(press("registration:wish:LEAVE_NOW", 7), 7)
    assert open_question(play) == "count"
    play.says("3")
    assert open_question(play) == "check"


def test_what_no_longer_concerns_a_person_is_not_walked() -> None:
    answers = {**ANSWERS, "wish": "LEFT"}
    walked = {step.name for step in walk(REGISTRATION, answers) if isinstance(step, Placed)}
    assert not walked & {"count", "province"}


def test_every_secret_is_taken_out_of_the_chat_and_nothing_else() -> None:
    play = Play(registered())
    erased = [
        each
        for words in ("menu", "my papers", "tazkira, visa", "yes", "12345", "held", "yes", "later", "not sure")
        for each in play.says(words).replies
        if isinstance(each, Erase)
    ]
    assert erased == [Erase(play.typed[4])]
