"""When the channel was last heard; after an outage of ours, whom it concerns is told, once."""

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.citizen.clock import TrueClock
from bot.citizen.people import People, new_id
from flows.conversation.outage import Outage, notice
from flows.facts import UpdatesMissed
from flows.ports import Kept, Outgoing, Turned, Turns

HEARD = "heard"
OFTEN = timedelta(seconds=10)  # how far what is kept may lag behind

log = structlog.get_logger()


class Ear:
    """Hears that the channel is there, and when it was not."""

    def __init__(self, turns: Turns, people: People, clock: TrueClock) -> None:
        self._turns, self._people, self._clock = turns, people, clock
        self._last = self._kept = turns.mark(HEARD)
        self._outage: Outage | None = None

    def told(self) -> None:
        """The channel reaches us; its updates are not taken yet."""
        now = self._clock.now()
        if self._outage is None and self._last is not None:
            outage = Outage(self._last, now)
            self._outage = outage if outage.lost else None

    async def heard(self, *, all_of_it: bool) -> None:
        """The updates of an answer are taken; `all_of_it`: no more wait, so who wrote meanwhile was answered."""
        now = self._clock.now()
        if self._outage is not None:
            if not all_of_it:
                return
            await self._returned(self._outage, now)
            self._outage = None
        elif self._kept is None or not timedelta() <= now - self._kept < OFTEN:
            await self._turns.keep(Turned(0, None, marks={HEARD: now}))
            self._kept = now
        self._last = now

    async def _returned(self, outage: Outage, now: datetime) -> None:
        """Tell whom it concerns, in one transaction with the mark that we hear again."""
        concerned = await asyncio.to_thread(self._turns.everyone, outage.touched_since)
        outgoing = [message for kept, spoke_at in concerned if (message := self._message(outage, kept, spoke_at))]
        missed = UpdatesMissed(new_id(), outage.since, outage.until)
        facts = (self._people.ours("", missed, HEARD),) if outage.lost_all else ()
        await self._turns.keep(Turned(0, None, facts, tuple(outgoing), marks={HEARD: now}))
        self._kept = now
        minutes = (outage.until - outage.since) // timedelta(minutes=1)
        log.warning("channel.unheard", minutes=minutes, count=len(outgoing))

    def _message(self, outage: Outage, kept: Kept, spoke_at: datetime | None) -> Outgoing | None:
        told = notice(outage, kept.standing, spoke_at, self._people.house)
        return self._people.unasked(kept, told.reply, told.due_at) if told else None
