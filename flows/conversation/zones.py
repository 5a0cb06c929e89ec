"""Lines of a machine-readable zone, typed wherever the talk is: understood, and out of the chat at once."""

from dataclasses import replace

from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Zoned
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import LONGEST
from flows.conversation.walk import Placed


def zoned(hearing: Hearing, text: str) -> Zoned | None:
    """What the words come to if they are of a zone; what may be meant for a PIN is not read."""
    standing, house = hearing.standing, hearing.house
    if len(text) > LONGEST or standing.talk == house.pin or not house.may_keep(standing):
        return None
    at = hearing.at()
    placed = at if isinstance(at, Placed) else None
    return house.zoned(standing, placed, hearing.writing(text, placed.item if placed else ""))


def taken(hearing: Hearing, told: Zoned, text: str) -> Turn:
    """The facts of the zone; words beside it are kept for the staff."""
    beside = hearing.for_staff(text) if told.more else ()
    return _erased(hearing, hearing.with_misses(0).come_to(*beside, *told.bodies, first=told.first))


def named(hearing: Hearing, told: Zoned, turn: Turn) -> Turn:
    """The turn in which the name of a zone was the answer, with the name that was read."""
    spoken = tuple(text(name=told.name) for text in told.first)
    replies = tuple(
        replace(each, paragraphs=(*spoken, *each.paragraphs)) if isinstance(each, Reply) else each
        for each in turn.replies
    )
    return _erased(hearing, replace(turn, replies=replies))


def _erased(hearing: Hearing, turn: Turn) -> Turn:
    away = Erase(hearing.said.message)
    return turn if away in turn.replies else replace(turn, replies=(*turn.replies, away))
