"""How a window stands at this moment."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flows.ports import OfferRow, WindowRow

WAITS = ("", "queued")
LOST = ("unknown", "failed", "expired", "stopped")


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts side by side: sent is what the channel accepted, read what was tapped, open has no answer.

    waits: the note was not sent yet; lost: it failed, came too late or was stopped, or nobody knows if it arrived;
    unsure: who holds a seat and has no code yet; sure, told, gone, missed and cancelled: how far the trip came;
    unheard: who was asked the day before whether it is still so, and did not answer.
    """

    offered: int
    waits: int
    sent: int
    lost: int
    read: int
    yes: int
    no: int
    open: int
    seats_left: int
    waiting: int
    unsure: int = 0
    sure: int = 0
    told: int = 0
    gone: int = 0
    missed: int = 0
    cancelled: int = 0
    unheard: int = 0


def counts(window: WindowRow, offers: Sequence[OfferRow]) -> Counts:
    """The counts of a window over its offers."""
    stages = Counter(offer.stage for offer in offers)
    return Counts(
        offered=len(offers),
        waits=sum(offer.state in WAITS and not offer.sent for offer in offers),
        sent=sum(offer.sent for offer in offers),
        lost=sum(offer.state in LOST and not offer.sent for offer in offers),
        read=sum(offer.read for offer in offers),
        yes=sum(offer.answer == "yes" for offer in offers),
        no=sum(offer.answer == "no" for offer in offers),
        open=sum(offer.answer == "" for offer in offers),
        seats_left=max(0, window.seats - sum(offer.seat for offer in offers)),
        waiting=sum(offer.place > 0 for offer in offers),
        unsure=sum(offer.seat and not offer.stage for offer in offers),
        sure=stages["sure"],
        told=stages["told"],
        gone=stages["gone"],
        missed=stages["missed"],
        cancelled=stages["cancelled"],
        unheard=sum(offer.checked == "asked" and offer.seat for offer in offers),
    )
