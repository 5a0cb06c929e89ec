"""Voice notes: kept for the staff with the question that was open, wherever words would be; videos never."""

from datetime import timedelta

import pytest

from bot.terminal.begun import beginning
from bot.terminal.play import Play
from flows.conversation.bursts import after, is_message
from flows.conversation.hearing import Turn
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Said, Unread, Unreadable, press
from flows.facts import CaseClaimed, CaseHandedBack, CaseOpened, VoiceSent
from flows.talks import texts
from tests.conversation.begun import EARLY, begun, first_text, open_question

HEARD = [texts.H16_GOT.id, texts.H3_VOICE.id]


def speaks(play: Play, message: int = 90, file: str = "AwACAgQ") -> Turn:
    """They send a voice note."""
    return play.act(Unread(Unreadable.VOICE, file), message)


def registered() -> Play:
    """Someone who came to the end of registration just now."""
    return Play(beginning("registered", "en"))


def said(turn: Turn) -> list[str]:
    """The ids of all that is said."""
    return [each.text.id for reply in turn.replies if isinstance(reply, Reply) for each in reply.paragraphs]


def kept(turn: Turn) -> list[VoiceSent]:
    """What is kept of it."""
    return [body for body in turn.bodies if isinstance(body, VoiceSent)]


def test_it_opens_a_case_and_leaves_the_question_open() -> None:
    play = begun(*EARLY, "me", "green card", "I want to go", "2")
    turn = speaks(play)
    [opened] = [body for body in turn.bodies if isinstance(body, CaseOpened)]
    assert (opened.code, opened.priority) == ("E22", "P2")
    assert kept(turn) == [VoiceSent("90", opened.case, "registration", "name", "AwACAgQ")]
    assert said(turn)[:3] == [*HEARD, texts.R5_NAME.id]
    assert not any(isinstance(each, Erase) for each in turn.replies), "it stays in the chat, as words do"
    assert open_question(play) == "name"
    play.says("Gul")
    assert open_question(play) == "province"


def test_the_next_goes_to_the_same_case() -> None:
    play = begun(*EARLY)
    [first], turn = kept(speaks(play)), speaks(play, 91)
    assert [body.case for body in kept(turn)] == [first.case]
    assert not [body for body in turn.bodies if isinstance(body, CaseOpened)]


def test_before_a_yes_it_is_not_kept_and_that_is_said() -> None:
    play = Play()
    assert said(speaks(play))[0] == texts.X9_FIRST.id
    for words in EARLY[:-1]:
        play.says(words)
        assert said(speaks(play))[0] == texts.X9_FIRST.id
    play.says("yes")
    assert not [body for body in play.facts if isinstance(body, VoiceSent | CaseOpened)]


def test_who_asked_for_a_person_before_a_yes_is_heard() -> None:
    play = begun("/start", "English", "a person")
    assert len(kept(speaks(play))) == 1


@pytest.mark.parametrize(("days", "is_kept"), [(6, True), (8, True), (31, False)])
def test_after_a_week_it_is_asked_who_speaks_as_with_words(days: int, is_kept: bool) -> None:
    play = registered()
    play.says("papers")
    play.waits(play.now + timedelta(days=days))
    turn = speaks(play)
    assert (texts.M2_LONG.id in said(turn)) == (days > 7)
    assert bool(kept(turn)) == is_kept
    assert said(turn)[0] == (texts.H16_GOT.id if is_kept else texts.X9_FIRST.id)


def test_what_somebody_else_says_is_not_kept() -> None:
    play = registered()
    play.says("menu")
    play.waits(play.now + timedelta(days=8))
    play.says("hello")
    play.act(press("away:who:other", 50), 50)
    assert kept(speaks(play)) == []


def test_a_talk_that_returns_still_returns_to_what_it_interrupted() -> None:
    play = begun(*EARLY)
    play.says("language")
    assert [body.question for body in kept(speaks(play))] == ["language"]
    play.says("English")
    assert open_question(play) == "for_whom"


def test_while_the_staff_have_the_floor_only_that_it_came_is_said() -> None:
    play = registered()
    play.says("a person")
    assert play.standing is not None
    case = play.standing.case
    play.happens(CaseClaimed(case, "amina"))
    turn = speaks(play)
    assert said(turn) == HEARD
    assert [(body.case, body.question) for body in kept(turn)] == [(case, "")]
    play.happens(CaseHandedBack(case, "amina"))
    assert [body for body in speaks(play, 91).bodies if isinstance(body, CaseOpened)], "nobody has that case now"


def test_what_may_be_a_pin_is_not_kept() -> None:
    play = registered()
    play.act(press("safety:end:pin", 40), 40)
    assert open_question(play) == "pin"
    turn = speaks(play)
    assert (kept(turn), said(turn)[0]) == ([], texts.X9_FIRST.id)


def test_who_asked_to_be_erased_is_heard_and_stays_locked() -> None:
    play = registered()
    play.says("delete me")
    play.says("Delete all")
    turn = speaks(play)
    assert len(kept(turn)) == 1
    assert said(turn)[-1] == texts.E14_DONE.id
    assert play.standing is not None
    assert play.standing.locked


def test_what_the_channel_gives_no_file_of_is_not_said_to_be_kept() -> None:
    turn = speaks(registered(), file="")
    assert (kept(turn), said(turn)[0]) == ([], texts.X9_FIRST.id)


@pytest.mark.parametrize("play", [Play(), begun(*EARLY), registered()])
def test_a_video_is_refused_in_plain_words_and_taken_away(play: Play) -> None:
    turn = play.act(Unread(Unreadable.VIDEO, "file"), 88)
    assert first_text(turn) == texts.X11_VIDEO
    assert Erase(88) in turn.replies
    assert turn.bodies == ()


def test_many_voice_notes_at_once_are_a_burst_as_words_are() -> None:
    now = registered().now
    burst = None
    for number in range(3):
        said = Said(Unread(Unreadable.VOICE, "file"), f"u{number}", number, now, now)
        assert is_message(said)
        burst = after(burst, said)
    assert burst is not None
    assert burst.many
    assert not is_message(Said(Unread(Unreadable.PHOTO, "file"), "u9", 9, now, now))
