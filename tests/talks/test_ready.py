"""Why a person is or is not ready, in words: never a code, and never what holds a record."""

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import Play, label
from flows.facts import Assessed
from flows.talks.names import GROUPS, REASONS
from flows.talks.ready import ELSE

OF_FAMILY = ("PARTY", "AGING_OUT", "CAT_NOT_COVERED", "DOC_MISSING:US_VISA")
ALONE = [code for code in REASONS if code not in OF_FAMILY and not code.startswith("HOLD")]


def concluded(*of: Assessed, talk: str = "my status") -> Play:
    play = Play(registered())
    for body in of:
        play.happens(body)
    play.says(talk)
    return play


def buttons(play: Play) -> list[str]:
    return [label(button, "en") for row in play.shown[play.newest][0] for button in row]


def assessed(status: str, *reasons: str, covered: tuple[str, ...] = ()) -> Assessed:
    return Assessed(status, reasons, "POL-2021-11-A", "1", covered=covered)


def why(play: Play) -> list[str]:
    return play.texts(play.presses("Why?"))


@pytest.mark.parametrize("code", ALONE)
def test_each_reason_is_a_sentence_below_the_list(code: str) -> None:
    detail = {"INTENT_NOT_BEFORE": ":2026-12-24"}.get(code, ":US_PPT" if code.startswith("DOC") else "")
    said = why(concluded(assessed("NOT_READY", code + detail)))
    assert len(said) == 2
    assert not [word for line in said for word in line.split() if "_" in word]


@pytest.mark.parametrize(
    ("code", "words"),
    [("DOC_TAKEN", "lost or taken"), ("DOC_DESTROYED", "lost or taken"), ("DOC_APPLIED_FOR", "still need this")],
)
def test_what_else_became_of_a_paper_is_said_in_plain_words(code: str, words: str) -> None:
    assert words in why(concluded(assessed("NOT_READY", f"{code}:US_PPT")))[1]


def test_a_number_that_was_put_off_is_asked_for_at_once() -> None:
    play = Play(registered())
    for typed in ("menu", "my papers", "U.S. passport", "yes", "later", "not sure"):
        play.says(typed)
    play.happens(assessed("NOT_READY", "DOC_NOT_CHECKED:US_PPT"))
    play.says("my status")
    play.presses("Why?")
    assert play.texts(play.presses("Fix now")) == [
        "Type the number of your U.S. passport. We hide it after you send it."
    ]


@pytest.mark.parametrize("hold", ["CUSTODY", "DURESS", "MEDICAL_NOFLY", "SECURITY_REVIEW", "DEPENDANT_LEFT"])
def test_what_staff_hold_a_record_for_looks_as_if_nothing_was_concluded(hold: str) -> None:
    held, nothing = (concluded(*of) for of in ((assessed("HOLD", f"HOLD:{hold}"),), ()))
    assert buttons(held) == buttons(nothing) == ["Change", "Home"]
    assert held.texts(held.says("my status")) == nothing.texts(nothing.says("my status"))


@pytest.mark.parametrize("status", ["NOT_WILLING", "DEPARTED", "NOT_READY", "OUT_OF_SCOPE", "NEVER_HEARD_OF"])
def test_a_status_without_a_reason_that_is_known_explains_nothing(status: str) -> None:
    assert "Why?" not in buttons(concluded(assessed(status, "NEVER_HEARD_OF:X")))


def test_whom_trips_are_for_is_said_once_each() -> None:
    said = why(concluded(assessed("OUT_OF_SCOPE", "CAT_NOT_COVERED:P2", covered=(*GROUPS, "NEVER_HEARD_OF"))))
    assert said[0].count("U.S. citizen") == 2, "citizens, and their families"


def test_a_later_conclusion_takes_the_place_of_the_first() -> None:
    play = concluded(assessed("NOT_READY", "DOC_LOST:US_PPT"), assessed("READY"))
    assert why(play)[0].startswith("You have what is needed.")


def test_every_noun_that_is_needed_has_a_reason() -> None:
    assert set(ELSE) - set(REASONS) == {"INTENT_UNKNOWN"}
