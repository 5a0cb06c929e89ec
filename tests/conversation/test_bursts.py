"""Which replies of a burst wait, and what the one that is said says."""

from dataclasses import replace

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, NOW
from flows.cases.triage import DURESS
from flows.conversation.bursts import CLOSE, MANY, Burst, after, shared
from flows.conversation.hearing import Turn
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Said, Words
from flows.conversation.standing import Door, Way
from flows.facts import Body, CaseOpened
from flows.talks import texts

BURST = Burst(MANY, MANY, NOW)


def turn(*bodies: Body, door: Door | None = None, away: int = 0) -> Turn:
    """One of many, with a reply that edits and something that is taken out of the chat."""
    standing = replace(registered(), away=away, door=door or Door())
    return Turn(bodies, standing, (Reply((texts.H1_MENU(),), edits=7), Erase(8)))


def late(of: Turn) -> list[str] | None:
    """The ids of what is said later, None if nothing is."""
    reply = shared(of, BURST, HOUSE)[1]
    return [paragraph.text.id for paragraph in reply.paragraphs] if reply else None


def test_a_reply_waits_as_a_message_of_its_own_and_nothing_else_does() -> None:
    at_once, reply = shared(turn(), BURST, HOUSE)
    assert at_once.replies == (Erase(8),)
    assert reply is not None
    assert reply.edits is None
    assert late(turn()) == ["M3_OFFLINE", "H1_MENU"]


def test_what_calls_for_the_staff_does_not_wait() -> None:
    assert late(turn(CaseOpened("c1", "E02", "P0"))) is None


def test_an_empty_account_is_answered_like_any_whatever_is_behind_it() -> None:
    assert late(turn(CaseOpened("c1", DURESS.code, DURESS.priority), door=Door(Way.BLANK))) == ["H1_MENU"]


def test_it_is_not_said_that_nothing_is_lost_where_not_all_is_kept() -> None:
    assert late(turn(door=Door(Way.ASKED))) == ["H1_MENU"]
    assert late(turn(away=40)) == ["H1_MENU"]


def test_a_pause_begins_a_new_burst() -> None:
    said = Said(Words("a"), "u1", 1, NOW, NOW)
    second = replace(said, received_at=NOW + CLOSE)
    assert after(after(None, said), second).acts == 2
    assert after(after(None, said), replace(second, received_at=NOW + 2 * CLOSE)).acts == 1
