"""Lines of a machine-readable zone, typed wherever the talk is: understood, and out of the chat at once."""

from dataclasses import replace

from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Zoned
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import LONGEST
from flows.conversation.walk import Placed
from flows.facts import AnswerGiven, Body


def zoned(hearing: Hearing, text: str) -> Zoned | None:
    """What the words come to if they are of a zone; what may be meant for a PIN is not read."""
    standing, house = hearing.standing, hearing.house
    if len(text) > LONGEST or standing.talk == house.pin or not house.may_keep(standing):
        return None
    at = hearing.at()
    placed = at if isinstance(at, Placed) else None
    return house.zoned(standing, placed, hearing.writing(text, placed.item if placed else ""))


def taken(hearing: Hearing, zone: Zoned) -> Turn:
    """The facts of the zone, and what the words beside it tell; these are kept for the staff."""
    beside: tuple[Body, ...] = ()
    if zone.beside:
        beside = (*hearing.for_staff(zone.beside), *_told(hearing, zone.beside))
    return _erased(hearing, hearing.with_misses(0).come_to(*beside, *zone.bodies, first=zone.first))


def _told(hearing: Hearing, text: str) -> tuple[AnswerGiven, ...]:
    at, kinds = hearing.at(), hearing.house.kinds
    if not isinstance(at, Placed) or not hearing.house.may_keep(hearing.standing):
        return ()
    told = hearing.house.told(hearing.standing, at, hearing.writing(text, at.item), True)
    given = (AnswerGiven(*each) for each in told.answers) if told else ()
    return tuple(each for each in given if kinds[each.question.rpartition(".")[2]].takes(each.value))


def named(hearing: Hearing, zone: Zoned, turn: Turn) -> Turn:
    """The turn in which the name of a zone was the answer, with the name that was read."""
    spoken = tuple(text(name=zone.name) for text in zone.first)
    replies = tuple(
        replace(each, paragraphs=(*spoken, *each.paragraphs)) if isinstance(each, Reply) else each
        for each in turn.replies
    )
    return _erased(hearing, replace(turn, replies=replies))


def _erased(hearing: Hearing, turn: Turn) -> Turn:
    away = Erase(hearing.said.message)
    return turn if away in turn.replies else replace(turn, replies=(*turn.replies, away))
