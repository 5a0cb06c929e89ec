"""Who comes back after a time is welcomed, asked who they are, and asked to agree; danger is heard at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from bot.terminal.begun import beginning
from bot.terminal.play import NOW, Play
from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.standing import AGREES_AFTER, RESUMED_AFTER, WHO_AFTER, Standing
from flows.conversation.walk import Placed, stands_at
from flows.facts import AnswerGiven, CaseOpened, MessageHeard, NoteRead, StaffReplied
from flows.talks import texts
from tests.conversation.begun import EARLY, begun, first_text, open_question
from tests.conversation.test_anything import OFFERED, acts, check, done

DAY = timedelta(days=1)
NAME = "Zarghuna Stanekzai"
ROUTINE = ("yes", "1", "done", "Gul", "12345678", "05 2027", "skip", "/start", "menu")
waits = st.tuples(st.just("waits"), st.sampled_from([1, 25, 24 * 8, 24 * 31, 24 * 90]))


def registered(language: str = "en") -> Play:
    """Someone who came to the end of registration just now."""
    return Play(beginning(f"registered name={NAME}", language))


def away(play: Play, days: float) -> Play:
    """The same, so many days later."""
    play.waits(play.now + timedelta(days=days))
    return play


def texts_of(turn: Turn) -> set[str]:
    """The ids of all that is said."""
    return {each.text.id for reply in turn.replies if isinstance(reply, Reply) for each in reply.paragraphs}


def test_a_question_is_welcomed_back_to_after_a_day_and_not_before() -> None:
    play = begun(*EARLY, "me")
    play.waits(NOW + RESUMED_AFTER - timedelta(seconds=1))
    assert first_text(play.says("hello")) == texts.PICK
    play.waits(play.now + RESUMED_AFTER)
    assert first_text(play.says("hello")) == texts.M1_BACK


def test_nobody_is_welcomed_back_who_has_not_agreed() -> None:
    play = begun(*EARLY[:-1])
    assert texts.M1_BACK not in (first_text(away(play, days).says("hello")) for days in (2, 8, 31))
    assert play.facts == []


def test_who_is_asked_nothing_needs_no_welcome() -> None:
    assert first_text(away(registered(), 2).says("menu")) == texts.H1_MENU


@pytest.mark.parametrize(
    ("days", "asked"),
    [(WHO_AFTER - 0.1, False), (WHO_AFTER, True), (AGREES_AFTER - 0.1, True), (AGREES_AFTER, True)],
)
def test_after_a_week_it_is_asked_who_writes(days: float, asked: bool) -> None:
    play = registered()
    play.says("menu")
    turn = away(play, days).says("hm")
    assert (first_text(turn) == texts.M2_LONG) == asked
    assert any(isinstance(body, MessageHeard) for body in turn.bodies) == (days < AGREES_AFTER)
    if asked:
        assert (texts.S4_CONSENT.id in texts_of(play.says("yes"))) == (days >= AGREES_AFTER)


def test_days_away_add_up_until_it_is_known_who_writes() -> None:
    play = registered()
    away(play, 10).says("hm")
    away(play, 25).says("hm")
    assert texts.S4_CONSENT.id in texts_of(play.says("yes"))


def test_an_earlier_yes_does_not_count_for_a_later_absence() -> None:
    play = registered()
    for _ in range(2):
        away(play, 8).says("menu")
        assert first_text(play.says("hm")) == texts.M2_LONG
        play.says("yes")
    away(play, 40).says("hm")
    assert open_question(play) == "who"


def test_the_name_is_not_said_even_while_it_is_known() -> None:
    play = registered()
    assert play.standing is not None
    play.standing = replace(play.standing, heard_at=NOW - 8 * DAY)
    assert NAME not in "".join(play.texts(play.says("hello")))


@pytest.mark.parametrize("days", [2, 8, 31])
def test_danger_is_heard_at_once(days: float) -> None:
    turn = away(registered(), days).says("they are at the door")
    assert first_text(turn) == texts.E2_DANGER
    assert [body.words for body in turn.bodies if isinstance(body, MessageHeard)] == ["they are at the door"]


@pytest.mark.parametrize("days", [2, 8, 31])
@pytest.mark.parametrize("who", ["yes", "other person"])
def test_a_person_of_the_staff_is_never_further_than_a_tap(days: float, who: str) -> None:
    play = away(registered(), days)
    play.says("hello")
    play.says(who)
    assert any(isinstance(body, CaseOpened) for body in play.act(press("home:end:person", 1), 1).bodies)


def test_who_waits_for_the_staff_is_heard_and_answered_after_a_month() -> None:
    play = registered()
    play.says("a person")
    turn = away(play, 31).says("I wait")
    assert [body.words for body in turn.bodies if isinstance(body, MessageHeard)] == ["I wait"]
    assert play.standing is not None
    play.happens(StaffReplied(play.standing.case, "n1", "We read it."))
    assert NoteRead("n1") in play.presses("Read").bodies


def test_an_offer_is_answered_after_a_month() -> None:
    play = away(registered(), 31)
    play.happens(replace(OFFERED, departs=play.now + 9 * DAY, answer_by=play.now + 5 * DAY))
    assert first_text(play.presses("Read")) == texts.O2_OFFER
    assert AnswerGiven("offer.W1", "answer", "yes") in play.says("yes").bodies


def test_an_offer_waits_while_somebody_else_has_the_phone() -> None:
    play = away(registered(), 8)
    for words in ("hello", "other person"):
        play.says(words)
    play.happens(replace(OFFERED, departs=play.now + 9 * DAY, answer_by=play.now + 5 * DAY))
    assert first_text(play.presses("Read")) == texts.M2_LONG
    play.says("yes")
    assert first_text(play.presses("Read")) == texts.O2_OFFER


def test_a_photo_is_not_kept_before_it_is_known_who_sends_it() -> None:
    play = registered()
    play.says("menu")
    play.presses("My papers")
    play.says("tazkira")
    turn = away(play, 8).act(Unread(Unreadable.PHOTO, "file"), 77)
    assert {texts.D6_NOPHOTO.id, texts.M2_LONG.id} == texts_of(turn)
    assert len(turn.replies) == 2


def test_who_does_not_agree_any_more_gets_no_notes_until_they_do() -> None:
    play = away(registered(), 31)
    for words in ("hello", "yes", "no"):
        play.says(words)
    assert play.standing is not None
    assert play.standing.hushed
    for words in ("start again", "yes"):
        play.says(words)
    assert not play.standing.hushed
    assert play.standing.away == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=15))
def test_somebody_else_is_shown_nothing(sequence: list[tuple[str, object]]) -> None:
    play = registered()
    play.standing = replace(play.standing or Standing(""), heard_at=NOW - 8 * DAY)
    ref = play.standing.ref
    for words in ("hello", "other person"):
        play.says(words)
    for what, how in sequence:
        turn = done(play, what, how)
        if play.standing is None or not play.standing.stranger:
            return
        said = "\n".join(play.texts(turn)) if turn else ""
        assert not [each for each in (NAME, ref, "I want to go", "There is a place") if each in said]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=15))
def test_nothing_new_is_kept_before_they_agree_anew(sequence: list[tuple[str, object]]) -> None:
    play = away(registered(), 31)
    for what, how in sequence:
        turn = done(play, what, how)
        if play.standing is None or not play.standing.lapsed or play.standing.case or play.standing.offers:
            return
        told = [body for body in (turn.bodies if turn else ()) if isinstance(body, AnswerGiven | MessageHeard)]
        ours = ("away", "language", "erasure", "notes")
        assert not [body for body in told if not isinstance(body, AnswerGiven) or body.talk not in ours]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts | waits, max_size=25), st.sampled_from([None, *LANGUAGES]))
def test_whatever_is_done_and_whenever_it_is_answered_and_ends(
    sequence: list[tuple[str, object]], language: str | None
) -> None:
    play = registered(language) if language else Play()
    for what, how in sequence:
        if isinstance(how, int) and what == "waits":
            play.waits(play.now + timedelta(hours=how))
        elif (turn := done(play, what, how)) is not None:
            check(play, turn)
            assert turn.replies or what == "edits" or (play.standing and play.standing.claimed)
    ends(play)


def ends(play: Play) -> None:
    """Whoever goes on comes to where nothing is asked any more."""
    for step in range(100):
        if play.standing is None or play.standing.claimed:
            return
        flow = play.house.open_talk(play.standing, play.now)
        at = stands_at(flow, play.standing.answers.get(flow.name, {}))
        if not isinstance(at, Placed):
            return
        options = [o for page in at.ask.kind.pages for o in page.options if o.does is None]
        for option in (options[0], options[-1]) if options and step % 2 else ():
            play.act(press(f"{flow.name}:{at.name}:{option.key}", 1), 1)
        play.says(ROUTINE[step % len(ROUTINE)])
    raise AssertionError(f"it does not end: {open_question(play)}")
