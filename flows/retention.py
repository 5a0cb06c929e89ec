"""How long what is kept of a person is kept (domain.md §8): each rule a clock, each clock configurable."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flows import facts

ASKED, ABORTED, LEFT = "asked", "aborted", "left"

# What stays of an erased record: that and when something was offered and done, and nothing that a person said.
STAYS = frozenset(
    kind.__name__
    for kind in (
        facts.CaseOpened,
        facts.CaseClaimed,
        facts.CaseHandedBack,
        facts.OfferMade,
        facts.SeatHeld,
        facts.SeatReleased,
        facts.Waitlisted,
        facts.OfferReminded,
        facts.WishAsked,
        facts.SafetyAsked,
        facts.TripEnded,
        facts.NoteSent,
        facts.NoteRead,
        facts.NoteStopped,
        facts.NoteStood,
        facts.ContactLost,
        facts.ErasureOrdered,
        facts.RecordErased,
        facts.PersonsLinked,
        facts.PersonsUnlinked,
        facts.PhoneLost,
    )
)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of a deployment.

    asked: from "Delete all" to the erasure, in which it can be undone; overdue: how much longer the centre waits
    for a node that is cut off, or lost, to do it; words: messages to and from staff, once no case is open;
    photos: a picture once it was looked at, or three times as long if nobody does; aborted: a registration that
    was not finished; left: the record of who already left; both since the person's last word; audit: what stays
    of an erased record, since the erasure.
    """

    asked: timedelta = timedelta(days=3)
    overdue: timedelta = timedelta(days=4)
    words: timedelta = timedelta(days=30)
    photos: timedelta = timedelta(days=30)
    aborted: timedelta = timedelta(days=14)
    left: timedelta = timedelta(days=90)
    audit: timedelta = timedelta(days=730)


USUAL = Clocks()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the clocks look at; asked_at: when the person asked for the erasure, None if they did not."""

    asked_at: datetime | None
    heard_at: datetime
    registered: bool
    wish: str


@dataclass(frozen=True, slots=True)
class Due:
    """When a record is erased, and by which rule."""

    at: datetime
    why: str


def due(record: Recorded, clocks: Clocks) -> Due | None:
    """When this record is erased if nothing more is heard, None if no clock runs."""
    if record.asked_at is not None:
        return Due(record.asked_at + clocks.asked, ASKED)
    if not record.registered:
        return Due(record.heard_at + clocks.aborted, ABORTED)
    if record.wish == "LEFT":
        return Due(record.heard_at + clocks.left, LEFT)
    return None
