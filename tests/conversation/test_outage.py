"""After an outage of ours: who is told, what, and when; in words that may appear on any screen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.speech import LANGUAGES
from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, NOW, SPEECH
from flows.conversation.outage import ALL_LOST, IN_PROGRESS, PRESSES_LOST, Outage, by_day, notice
from flows.conversation.said import press
from flows.conversation.standing import Standing, folded
from flows.conversation.trouble import stumbled
from flows.facts import CaseClaimed, CaseOpened
from flows.places import KABUL
from flows.pushwords import push_words
from flows.talks import texts
from flows.texts import Text
from tests.conversation.begun import EARLY, begun, open_question

SECOND = timedelta(seconds=1)


def outage(length: timedelta) -> Outage:
    """One that began now."""
    return Outage(NOW, NOW + length)


def in_talk() -> Standing:
    """Someone who was asked for their category."""
    standing = begun(*EARLY, "me").standing
    assert standing is not None
    return standing


def told(length: timedelta, standing: Standing, spoke_at: datetime | None = NOW) -> Text | None:
    """What they are told."""
    found = notice(outage(length), standing, spoke_at, HOUSE)
    return found.reply.paragraphs[0].text if found else None


def test_a_talk_that_was_cut_off_is_taken_up_again() -> None:
    assert told(PRESSES_LOST, in_talk()) is None
    assert told(PRESSES_LOST + SECOND, in_talk()) == texts.C4_AGAIN
    assert told(ALL_LOST, in_talk(), NOW - IN_PROGRESS) == texts.C4_AGAIN


@pytest.mark.parametrize("spoke_at", [None, NOW - IN_PROGRESS - SECOND, NOW + timedelta(hours=2)])
def test_who_was_not_in_a_talk_or_wrote_since_is_left_alone(spoke_at: datetime | None) -> None:
    assert told(timedelta(hours=1), in_talk(), spoke_at) is None


def test_who_is_asked_nothing_is_told_nothing() -> None:
    assert told(timedelta(hours=1), registered()) is None
    assert told(timedelta(days=2), registered()) is None


def test_who_may_have_written_in_vain_is_told_however_long_ago_they_did() -> None:
    assert told(ALL_LOST + SECOND, in_talk(), None) == texts.C5_GAP
    case = replace(registered(), case="c1")
    assert told(ALL_LOST + SECOND, case, None) == texts.C5_GAP
    assert told(timedelta(hours=1), case) is None


def test_nobody_is_written_to_about_a_gap_before_they_agreed() -> None:
    early = begun(*EARLY[:2]).standing
    assert early is not None
    assert told(timedelta(hours=1), early) == texts.C4_AGAIN
    assert told(timedelta(days=2), early) is None


def test_the_staff_have_the_floor() -> None:
    play = begun(*EARLY, "me", "a person")
    assert play.standing is not None
    play.happens(CaseClaimed(play.standing.case, "s1"))
    assert told(timedelta(hours=1), play.standing) is None
    found = notice(outage(timedelta(days=2)), play.standing, NOW, HOUSE)
    assert found is not None
    assert found.reply.keyboard == ()


@pytest.mark.parametrize(
    ("hour", "minute", "later"), [(7, 0, 0), (20, 59, 0), (21, 0, 10), (23, 30, 7.5), (3, 0, 4), (6, 59, 1 / 60)]
)
def test_a_gap_is_told_by_day(hour: int, minute: int, later: float) -> None:
    there = datetime(2026, 11, 23, hour, minute, tzinfo=KABUL)
    assert by_day(there) == there + timedelta(hours=later)
    night = Outage(there - timedelta(days=2), there.astimezone(UTC))
    found, urgent = (notice(night, each, None, HOUSE) for each in (in_talk(), replace(in_talk(), case="c1")))
    assert found is not None
    assert urgent is not None
    assert (found.due_at, urgent.due_at) == (by_day(there), there)


def test_the_button_brings_the_open_question_back() -> None:
    play = begun(*EARLY, "me")
    found = notice(outage(timedelta(hours=1)), in_talk(), NOW, HOUSE)
    assert found is not None
    play.show(found.reply)
    turn = play.presses("Yes, go on")
    assert "2/6" in play.texts(turn)[-1]
    assert (turn.bodies, open_question(play)) == ((), "category")


def test_the_button_is_still_good_when_the_talk_went_on() -> None:
    play = begun(*EARLY, "me", "green card")
    turn = play.act(press("back::", 1), 1)
    assert open_question(play) == "wish"
    assert turn.bodies == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [texts.C4_AGAIN, texts.C5_GAP, texts.O1_PUSH, texts.C6_NOTICED])
def test_words_that_come_unasked_are_neutral(text: Text, language: str) -> None:
    said = SPEECH.label(text, language)
    assert len(said) <= 200
    assert push_words(said) == ()


def test_an_update_that_broke_us_opens_a_case_and_leaves_the_talk_where_it_was() -> None:
    standing = in_talk()
    bodies = stumbled(standing, "u9", HOUSE)
    assert isinstance(bodies[0], CaseOpened)
    assert (bodies[0].code, bodies[0].priority) == ("E21", "P2")
    after = folded(standing, bodies)
    assert after.case == bodies[0].case
    assert after.talk == standing.talk
    assert stumbled(after, "u10", HOUSE) == ()
    early = begun(*EARLY[:2]).standing
    assert early is not None
    assert stumbled(early, "u9", HOUSE) == ()
