"""What is stored of a person decides as all they said would, and holds none of it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, NOW, Play
from flows.conversation.said import press
from flows.conversation.standing import PIN_TALK, Standing, folded
from flows.conversation.turn import take_turn
from flows.conversation.walk import Placed, stands_at
from flows.facts import AnswerGiven, Body
from storage.codec import decode_standing, encode_standing
from tests.conversation.begun import EARLY, bare, begun
from tests.conversation.test_anything import acts, done

NAME, NUMBER, TYPED_COUNT = "Zarghuna Stanekzai", "P98765432", 29
OPTIONS = {
    str(key)
    for kind in HOUSE.kinds.values()
    for key in (*kind.stays, *(o.key for p in kind.pages for o in p.options))
}

# Where a talk may be taken up: at the start, at the name, and at the number and the date of a paper.
BEGUN = (
    (), *((language,) for language in LANGUAGES),
    (*EARLY, "me", "green card", "I want to stay"),
    ("en", "menu", "my papers", "green card, visa", "yes"),
    ("en", "menu", "my papers", "visa", "yes", NUMBER, "keep it"),
    ("en", "menu", "my papers", "P<AFGAHMADZAI<<GUL<AGHA"),
    ("en", "menu", "my papers", f"P<AFGAHMADZAI<<GUL<AGHA{'<' * 21}P001234660AFG8505246M2905051{'<' * 15}8"),
)  # fmt: skip
typing = st.tuples(st.just("says"), st.sampled_from([NAME, NUMBER, "05 2027", "5 1430", str(TYPED_COUNT)]))


def open_questions(standing: Standing) -> list[str]:
    """The open question of every talk that was begun."""
    found = []
    for name in standing.talks:
        flow = HOUSE.talk(name, standing, NOW)
        at = stands_at(flow, standing.answers.get(name, {})) if flow else None
        found.append(at.name if isinstance(at, Placed) else type(at).__name__)
    return found


def secrets(bodies: list[Body]) -> Iterator[str]:
    """What was answered and is no option, as it must not be found again; of a PIN only a digest is."""
    for body in bodies:
        if isinstance(body, AnswerGiven) and body.question != PIN_TALK and isinstance(body.value, str | int):
            secret = str(body.value).rpartition(":")[2]
            if len(secret) > 3 and secret not in OPTIONS and str(body.value) not in OPTIONS:
                yield secret


def leaves(stored: Any) -> Iterator[str]:
    """Every value in a piece of JSON."""
    if isinstance(stored, dict | list):
        for each in stored.values() if isinstance(stored, dict) else stored:
            yield from leaves(each)
    else:
        yield str(stored)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts | typing, max_size=20), st.sampled_from(BEGUN))
def test_what_is_stored_decides_the_same_and_tells_nothing(
    sequence: list[tuple[str, object]], words: tuple[str, ...]
) -> None:
    play = Play(registered(words[0]) if words[:1] and words[0] in LANGUAGES else None)
    begins, heard = play.standing, list[Body]()
    for what, how in [*(("says", each) for each in words if each not in LANGUAGES), *sequence]:
        turn = done(play, what, how)
        if turn is None:
            continue
        heard += turn.bodies
        if turn.standing is None:
            begins = None
            play.facts.clear()
            continue
        stored = HOUSE.stored(turn.standing)
        assert HOUSE.stored(stored) == stored
        by_register = folded(begins or Standing(turn.standing.person), (*play.facts, *turn.standing.held))
        assert open_questions(stored) == open_questions(by_register)
        assert bare(decided_anew(play)) == bare(stored)
        kept = msgspec.json.decode(encode_standing(stored))
        found = list(leaves([kept.get("answers"), kept.get("known"), kept.get("held")]))
        assert not [secret for secret in secrets(heard) if any(secret in leaf for leaf in found)]


def decided_anew(play: Play) -> Standing | None:
    """What the last act comes to for who remembers only what was stored."""
    assert play.said is not None
    if play.before is None:
        return HOUSE.stored(play.standing) if play.standing else None
    after = take_turn(HOUSE.stored(play.before), play.said, HOUSE).standing
    return HOUSE.stored(after) if after else None


def told() -> Play:
    """Someone who typed a name, a number of people, a number of a paper and two dates."""
    play = begun(*EARLY, "me", "green card", "I want to go", str(TYPED_COUNT), NAME, "Kabul", "yes")
    for words in ("menu", "my papers", "green card, visa", "yes", NUMBER, "keep it", "05 2027", "yes", NUMBER):
        play.says(words)
    play.says("keep it")
    play.says("5 1430")
    return play


def test_not_a_typed_word_is_in_the_stored_bytes() -> None:
    play = told()
    assert play.standing is not None
    undated = replace(play.standing, heard_at=None)
    whole, stored = (encode_standing(each) for each in (undated, HOUSE.stored(undated)))
    for secret in (NAME, NUMBER, str(TYPED_COUNT), "2027-05", "1430-05"):
        assert secret.encode() in whole
        assert secret.encode() not in stored
    assert b"LEAVE_NOW" in stored


def test_a_later_screen_names_what_was_given_and_goes_on() -> None:
    play = told()
    assert play.standing is not None
    play.standing = decode_standing(encode_standing(HOUSE.stored(play.standing)))
    turn = play.says("hm")
    assert any("Is (the year you wrote) a solar year" in text for text in play.texts(turn))
    assert "Saved." in play.texts(play.says("1"))[0]
    assert "People: (number given)" in play.texts(play.says("my status"))[0]


@pytest.mark.parametrize(("language", "name"), [("en", "(name given)"), ("fa-AF", "گفته"), ("ps", "ویل")])
def test_the_check_says_that_a_name_was_given(language: str, name: str) -> None:
    play = Play(registered(language))
    assert play.standing is not None
    play.standing = HOUSE.stored(play.standing)
    play.act(press("registration:check:change", 1), 1)
    turn = play.act(press("registration:change:back", 1), 1)
    assert any(name in text for text in play.texts(turn))


def test_a_correction_needs_no_old_value() -> None:
    play = begun(*EARLY, "me", "green card", "I want to stay", NAME)
    assert play.standing is not None
    play.standing = HOUSE.stored(play.standing)
    turn = play.edits(7, "Zarghuna Wardak")
    assert turn.bodies == (AnswerGiven("registration", "name", "Zarghuna Wardak"),)
