"""After an outage of ours: who is told of it; only neutral words may appear unasked (domain.md §5.5, 1)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from flows.conversation.house import House
from flows.conversation.reply import Button, Reply
from flows.conversation.screen import BACK
from flows.conversation.standing import Standing
from flows.conversation.walk import Placed, stands_at
from flows.places import KABUL
from flows.texts import Text

# How long the channel keeps for us what people do: a press, and everything else (telegram.md).
PRESSES_LOST = timedelta(seconds=150)
ALL_LOST = timedelta(hours=24)
IN_PROGRESS = timedelta(minutes=15)
QUIET_FROM, QUIET_UNTIL = time(21), time(7)


@dataclass(frozen=True, slots=True)
class Outage:
    """We heard nothing of the channel between these moments, by its own time."""

    since: datetime
    until: datetime

    @property
    def lost(self) -> bool:
        """Whether it was long enough to lose anything: presses."""
        return self.until - self.since > PRESSES_LOST

    @property
    def lost_all(self) -> bool:
        """Whether it was long enough to lose messages too."""
        return self.until - self.since > ALL_LOST

    @property
    def touched_since(self) -> datetime | None:
        """Since when who wrote last is concerned; None if everyone is."""
        return None if self.lost_all else self.since - IN_PROGRESS


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is told, and when."""

    reply: Reply
    due_at: datetime


def notice(outage: Outage, standing: Standing, spoke_at: datetime | None, house: House) -> Notice | None:
    """What a person is told of an outage, None if it is no matter to them; `spoke_at`: when they last wrote.

    Who was in the middle of a talk is brought back to its open question. If messages are lost, so is told everyone
    with a question or a case open, but nobody in the night who has no case. Who wrote since was answered.
    """
    answered = spoke_at is not None and spoke_at > outage.until
    if not outage.lost or answered or standing.locked or standing.hushed:
        return None
    flow = house.open_talk(standing, outage.until)
    asked = isinstance(stands_at(flow, standing.answers.get(flow.name, {})), Placed)
    if outage.lost_all:
        if standing.case:
            return Notice(_said(house.sayings.gap, standing, house), outage.until)
        concerned = asked and house.may_keep(standing)
        return Notice(_said(house.sayings.gap, standing, house), by_day(outage.until)) if concerned else None
    in_progress = spoke_at is not None and spoke_at >= outage.since - IN_PROGRESS
    if not (in_progress and asked) or standing.claimed:
        return None
    return Notice(_said(house.sayings.again, standing, house), outage.until)


def by_day(at: datetime) -> datetime:
    """This moment, or the next morning in Kabul if it is night there (domain.md §4.5)."""
    there = at.astimezone(KABUL)
    if QUIET_UNTIL <= there.time() < QUIET_FROM:
        return at
    morning = datetime.combine(there.date(), QUIET_UNTIL, KABUL)
    return morning if there < morning else morning + timedelta(days=1)


def _said(text: Text, standing: Standing, house: House) -> Reply:
    """The words, with the way back to where the person stands, unless the staff have the floor."""
    if standing.claimed:
        return Reply((text(),))
    return Reply((text(),), ((Button(house.sayings.go_on, f"{BACK}::"),),))
