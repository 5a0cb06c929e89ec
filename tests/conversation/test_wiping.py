"""Whoever wipes the chat changes nothing else; what must be answered, and what is not read, stays within reach."""

from dataclasses import replace

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, Play
from flows.conversation.reply import Reply, Wipe
from flows.facts import OfferMade, StaffReplied
from flows.talks import labels, texts
from flows.talks.anywhere import ANYWHERE
from tests.conversation.begun import EARLY, bare, begun, first_text

WORDS = [word for word, wanted in ANYWHERE.items() if wanted == "wipe"]


def wiping(play: Play, words: str = "wipe chat") -> Wipe:
    """They ask for it in these words."""
    [wipe] = [each for each in play.says(words).replies if isinstance(each, Wipe)]
    return wipe


@pytest.mark.parametrize("words", [*WORDS, "/wipe", "Wipe chat!", "WIPE"])
def test_it_can_be_asked_for_in_any_words_at_any_question(words: str) -> None:
    assert wiping(begun(*EARLY, "me"), words).then.paragraphs[0].text == texts.K2_WIPE


def test_its_label_is_among_the_words_of_every_language() -> None:
    assert HOUSE.lexicon.names(labels.WIPE) <= set(WORDS)


@pytest.mark.parametrize(
    "before", [EARLY[:1], EARLY[:3], EARLY, (*EARLY, "a person"), (*EARLY, "me", "delete me", "all")]
)
def test_nothing_else_changes(before: tuple[str, ...]) -> None:
    play = begun(*before)
    stood, facts = bare(play.standing), list(play.facts)
    held = play.standing and play.standing.held
    wiping(play)
    assert bare(play.standing) == stood
    assert play.standing is not None
    assert play.standing.held == held
    assert play.facts == facts


def test_of_a_stranger_nothing_is_kept() -> None:
    play = Play(hint="fa")
    assert wiping(play, "چت را پاک کنید").until == 1
    assert (play.standing, play.facts, play.language) == (None, [], "fa-AF")
    assert play.presses("تمام").standing is None


def test_a_typed_wish_reaches_all_that_came_before_it() -> None:
    play = begun(*EARLY, "me")
    wipe = wiping(play)
    assert wipe.until == play.typed[-1]
    assert set(play.typed) <= set(wipe.theirs)
    assert wipe.spared == 0
    assert wiping(play).theirs == (play.typed[-1],), "the others are gone"


def test_a_press_reaches_no_further_than_what_is_known() -> None:
    play = Play(registered("en"))
    play.says("keep me safe")
    pressed = play.newest
    turn = play.presses("Wipe chat")
    [wipe] = [each for each in turn.replies if isinstance(each, Wipe)]
    assert (wipe.until, wipe.ours) == (pressed, (pressed,))


def test_words_of_the_staff_are_gone_with_the_chat() -> None:
    play = Play(registered("en"))
    play.says("a person")
    assert play.standing is not None
    play.happens(StaffReplied(play.standing.case, "n1", "Come to the gate"))
    play.presses("Read")
    read = play.standing
    assert "Come to the gate" in str(read)
    wiping(play)
    assert "Come to the gate" not in str(play.standing)
    assert (play.standing.opened, play.standing.typed) == ((), {})


@pytest.mark.parametrize(
    ("words", "asked"), [("they are at the door", texts.E2_DANGER), ("my son was arrested", texts.E3_HELD)]
)
@pytest.mark.parametrize("later", [(), ("menu",)])
def test_a_screen_of_danger_stays_until_it_is_answered(words: str, asked: object, later: tuple[str, ...]) -> None:
    play = Play(registered("en"))
    for each in (words, *later):
        play.says(each)
    turn = play.says("wipe")
    assert first_text(turn) == asked, "said anew, before anything is taken away"
    [wipe] = [each for each in turn.replies if isinstance(each, Wipe)]
    assert wipe.after.total_seconds() > 0
    assert not wipe.then.keyboard, "nothing to press but the answer"
    message = play.newest
    pressed = play.presses("Wipe chat")
    [wipe] = [each for each in pressed.replies if isinstance(each, Wipe)]
    assert wipe.spared == message
    assert isinstance(pressed.replies[0], Reply)
    assert pressed.replies[0].edits == message


def test_an_answered_danger_holds_nothing_back() -> None:
    play = Play(registered("en"))
    play.says("they are at the door")
    play.presses("Safe to write")
    assert wiping(play).then.keyboard


def test_who_is_silenced_by_the_staff_can_wipe_too() -> None:
    play = Play(registered("en"))
    play.says("a person")
    play.standing = replace(play.standing, claimed=True) if play.standing else None
    assert wiping(play)


def test_what_was_not_read_is_announced_anew() -> None:
    play = Play(registered("en"))
    play.happens(OfferMade("W1", "AIR", play.now, play.now))
    turn = play.says("wipe")
    assert [each.paragraphs[0].text for each in turn.replies if isinstance(each, Reply)] == [
        texts.K2_WIPE,
        texts.O1_PUSH,
    ]
