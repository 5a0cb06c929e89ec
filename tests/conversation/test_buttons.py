"""Buttons of any age, and words that stand for them."""

from bot.terminal.begun import registered
from bot.terminal.play import Play
from flows.conversation.kinds import DONE
from flows.conversation.reply import Reply
from flows.conversation.said import press
from flows.facts import AnswerGiven, CaseOpened
from flows.talks import texts
from tests.conversation.begun import (
    EARLY,
    begun,
    first_text,
)


def test_unknown_buttons_are_old_and_the_open_screen_stays() -> None:
    play = begun(*EARLY)
    for data in ("", ":", "::", "nonsense", "registration:", "registration:nothing:yes", "registration:wish:FLY",
                 "registration:for_whom:they", "registration:end:more", "atlantis:end:home", "note:n1:read",
                 "note:n1:later", "home:end:nothing", "registration:count:٣"):  # fmt: skip
        turn = play.act(press(data, 3), 3)
        assert (first_text(turn), turn.bodies) == (texts.X7_OLDBTN, ()), data
        assert isinstance(turn.replies[0], Reply)
        assert turn.replies[0].paragraphs[-1].text == texts.R1_WHO


def test_before_agreement_only_the_first_talk_a_language_and_a_person_are_open() -> None:
    play = begun(*EARLY[:2])
    for data in ("home:end:wish", "wish:wish:STAY", "papers:documents:US_PPT"):
        turn = play.act(press(data, 3), 3)
        assert (first_text(turn), turn.bodies) == (texts.X7_OLDBTN, ())
    turn = play.act(press("lost:end:person", 3), 3)
    assert isinstance(turn.bodies[-1], CaseOpened)


def test_a_case_asked_for_twice_is_one() -> None:
    play = begun(*EARLY, "a person", "a person")
    play.act(press("lost:end:person", 3), 3)
    assert len([body for body in play.facts if isinstance(body, CaseOpened)]) == 1


def test_a_typed_done_keeps_what_was_pressed() -> None:
    play = Play(registered())
    for each in ("menu", "my papers"):
        play.says(each)
    play.presses("Tazkira")
    assert play.says("done").bodies == (AnswerGiven("papers", "documents", ("AF_TAZ", DONE)),)


def test_a_language_changed_midway_can_be_changed_back_by_the_first_button() -> None:
    play = begun(*EARLY, "language", "پښتو")
    assert play.language == "ps"
    play.act(press("registration:language:en", 2), 2)
    assert play.language == "en"


def test_asking_for_the_language_while_it_is_asked_changes_nothing() -> None:
    play = begun("/start", "language", "زبان")
    assert play.standing is not None
    assert play.standing.talks == ("registration",)
