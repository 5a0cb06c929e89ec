"""Texts on which a life may hang: offers and the way to a trip, and what is said in urgent danger (P0)."""

from collections.abc import Iterator
from datetime import UTC, datetime

from flows.cases.triage import CODES
from flows.conversation.standing import Offer, Stage
from flows.talks.alarms import ALARMS, MATTERS, OTHER_PHONE
from flows.talks.offer import WHY, offer
from flows.texts import Text

URGENT = "P0"
_ANY = datetime(2021, 11, 18, tzinfo=UTC)


def guarded() -> frozenset[Text]:
    """All of these texts, with the labels of their buttons."""
    return frozenset(_guarded())


def _guarded() -> Iterator[Text]:
    for stage in Stage:
        yield from offer(Offer("W", "AIR", _ANY, _ANY, place=1, stage=stage), _ANY).texts()
        yield from offer(Offer("W", "AIR", _ANY, _ANY, stage=stage), _ANY).texts()
    yield from (*WHY.texts(), *OTHER_PHONE.texts())
    for code, flow in (*ALARMS.items(), *MATTERS.items()):
        if CODES[code].priority == URGENT:
            yield from flow.texts()
