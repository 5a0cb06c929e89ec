"""What must never be kept leaves the chat, and no fact, standing or case has anything of it."""

from dataclasses import replace

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import NOW, Play
from flows.conversation.reply import Erase
from flows.conversation.said import press
from flows.facts import AnswerGiven, CaseClaimed, CaseOpened
from flows.talks import texts
from storage.codec import encode_standing
from tests.conversation.begun import EARLY, begun, first_text, open_question
from tests.conversation.test_pin import FORCED, away, said

CARD, SECURITY = "4111 1111 1111 1111", "219-09-9999"


def last(play: Play) -> Erase:
    return Erase(play.typed[-1])


@pytest.mark.parametrize("typed", [CARD, SECURITY, f"my name is Gul and my card {CARD}"])
@pytest.mark.parametrize(
    "words", [(), ("menu",), ("menu", "my people"), ("a person",), ("hello",), ("delete me",)]
)
def test_nothing_of_it_is_kept_wherever_it_is_said(typed: str, words: tuple[str, ...]) -> None:
    play = Play(replace(registered(), heard_at=NOW))
    for each in words:
        play.says(each)
    before = play.standing
    turn = play.says(typed)
    assert (turn.bodies, first_text(turn)) == ((), texts.X10_NEVER)
    assert last(play) in turn.replies
    assert play.standing is not None
    assert before is not None
    assert replace(play.standing, theirs=before.theirs) == before


def test_not_even_the_first_words_of_a_stranger_or_those_before_they_agree() -> None:
    for play in (Play(), begun(*EARLY[:-1])):
        turn = play.says(f"hello {CARD}")
        assert (turn.bodies, first_text(turn)) == ((), texts.X10_NEVER)
        assert last(play) in turn.replies
        assert play.standing is not None
        assert b"4111" not in encode_standing(play.standing)


def test_danger_that_stands_beside_it_opens_its_case_without_the_words() -> None:
    for play in (Play(registered()), Play()):
        turn = play.says(f"they are at the door, my ssn is {SECURITY}")
        opened = (*turn.bodies, *(turn.standing.held if turn.standing else ()))
        assert [body.code for body in opened if isinstance(body, CaseOpened)] == ["E02"]
        assert "219" not in repr(opened)
        assert last(play) in turn.replies


def test_the_staff_do_not_get_it_either() -> None:
    play = Play(registered())
    opened = play.says("a person").bodies[0]
    assert isinstance(opened, CaseOpened)
    play.happens(CaseClaimed(opened.case, "Sara"))
    turn = play.says(CARD)
    assert (turn.bodies, first_text(turn)) == ((), texts.X10_NEVER)
    assert last(play) in turn.replies


def test_a_message_changed_into_it_is_taken_away() -> None:
    play = begun(*EARLY, "me", "green card", "I want to stay", "Gul")
    turn = play.edits(len(play.typed), f"Gul {SECURITY}")
    assert turn.bodies == ()
    assert last(play) in turn.replies


def test_a_question_for_words_about_health_does_not() -> None:
    play = Play(registered(count=1))
    play.act(press("more:end:needs", 1), 1)
    for words in ("yes", "other"):
        play.says(words)
    assert open_question(play) == "needs.other.other_need"
    assert play.says(SECURITY).bodies == ()


def test_a_question_for_a_number_takes_it_as_one() -> None:
    play = Play(registered())
    for words in ("menu", "my papers", "U.S. passport", "yes"):
        play.says(words)
    turn = play.says(SECURITY)
    assert turn.bodies == (AnswerGiven("papers", "documents.US_PPT.number", "219099999"),)
    assert last(play) in turn.replies


def test_behind_a_pin_it_is_kept_neither_and_nothing_is_shown() -> None:
    for play, shown in ((away(), texts.K4_ASKPIN), (away(duress=True), texts.K5_BLANK)):
        if shown is texts.K5_BLANK:
            play.says(FORCED)
        turn = play.says(f"they took me, {SECURITY}, my card {CARD}")
        assert (turn.bodies, said(turn)[-1]) == ((), shown)
        assert last(play) in turn.replies
