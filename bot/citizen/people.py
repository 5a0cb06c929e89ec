"""The people of one node: where each stands, one turn of each at a time, what is sent to them or said of them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from uuid_utils import uuid7

from bot.citizen.bursts import Bursts
from bot.citizen.clock import now_utc
from bot.citizen.recent import Recent
from bot.citizen.speak import Call, call
from bot.citizen.wiping import wiping
from bot.speech import Speech
from flows.conversation.house import House
from flows.conversation.notes import announced, wording
from flows.conversation.reply import Hide, Reply, Wipe
from flows.conversation.standing import ENDED, OFFER_TALK, Standing, after
from flows.conversation.wiping import shown
from flows.facts import Body, ContactLost, Fact, Source
from flows.ports import Kept, Lane, Outgoing, Turned, Turns
from flows.texts import Text

Clock = Callable[[], datetime]


def new_id() -> str:
    """A random id that grows with time, so that an index stays narrow."""
    return uuid7().hex


class People:
    """Everyone a node talks with, over its working store."""

    def __init__(
        self,
        turns: Turns,
        house: House,
        speech: Speech,
        clock: Clock = now_utc,
        recent: Recent | None = None,
    ) -> None:
        self.turns, self.house, self.speech, self.clock = turns, house, speech, clock
        self.recent = recent or Recent()
        self.bursts = Bursts()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def lock(self, chat: int) -> asyncio.Lock:
        """The lock under which this person's turns are taken, one after the other."""
        lock = self._locks.get(chat)
        if lock is None:
            lock = self._locks[chat] = asyncio.Lock()
        return lock

    def known(self, kept: Kept) -> Standing:
        """Where a person stands: with all they said while the talk lasts, later as it is stored."""
        talk = self.recent.of(kept.standing.person)
        return talk.standing if talk else kept.standing

    def stored(self, kept: Kept, standing: Standing) -> Kept:
        """The row of a person who stands elsewhere now."""
        return replace(kept, standing=self.house.stored(standing))

    def ours(self, person: str, body: Body, cause: str) -> Fact:
        """A fact that the node itself states; `person` is "" where it is about nobody."""
        now = self.clock()
        return Fact(new_id(), person, body, Source.SYSTEM, now, now, cause)

    async def state(self, person: str, body: Body, cause: str, message: int = 0) -> None:
        """Keep a fact of ours about a person, if anything of them may be kept, and by what id they saw it."""
        kept = self.turns.of_person(person)
        if kept is None or not self.house.may_keep(kept.standing):
            return
        async with self.lock(kept.chat):
            self.showed(kept.chat, message)
            kept = self.turns.of_person(person) or kept
            if message:
                kept = replace(kept, standing=shown(kept.standing, message))
            if isinstance(body, ContactLost):
                self.recent.became(after(self.known(kept), body))
                kept = replace(kept, standing=after(kept.standing, body))
            await self.turns.keep(Turned(kept.chat, kept, (self.ours(person, body, cause),)))

    def showed(self, chat: int, message: int) -> None:
        """The channel has a message of ours by this id: kept with the person's next turn, if one comes soon."""
        kept = self.turns.of_chat(chat) if message else None
        if kept is not None:
            self.recent.became(shown(self.known(kept), message))

    async def lost(self, chat: int, why: str, cause: str) -> None:
        """The channel refuses to deliver to this chat."""
        kept = self.turns.of_chat(chat)
        if kept is not None:
            await self.state(kept.standing.person, ContactLost(why), cause)

    def unasked(self, kept: Kept, reply: Reply, due_at: datetime) -> Outgoing:
        """Neutral words that a person is sent without having asked."""
        said = call(reply, kept.chat, kept.standing.language, self.speech)
        return replace(self.outgoing(kept.chat, kept.standing.person, said), due_at=due_at)

    def push(self, kept: Kept, note: str, words: Text | None = None) -> Outgoing:
        """The neutral words that announce a note: no other may appear unasked (domain.md §5.5, 1)."""
        sayings = self.house.sayings
        words = words or wording(note, kept.standing, sayings, self.clock())
        reply = announced(note, sayings, words=words)
        pushed = call(reply, kept.chat, kept.standing.language, self.speech)
        outgoing = self.outgoing(kept.chat, kept.standing.person, pushed, Lane.URGENT, note)
        return replace(outgoing, expires_at=_expiry(kept.standing, note))

    def hidden(self, chat: int, standing: Standing, hide: Hide) -> Outgoing:
        """What turns a message back into neutral words; it lights up no screen, so it comes to the hushed too."""
        words = call(hide.words, chat, standing.language, self.speech)
        message = self.due(self.outgoing(chat, standing.person, words, Lane.AWAY), hide.after)
        return replace(message, id=hiding(standing.person, hide.message))

    def wiped(self, chat: int, standing: Standing, wipe: Wipe) -> Outgoing:
        """What wipes the chat, however late: it takes only what was there by now."""
        then = call(wipe.then, chat, standing.language, self.speech)
        away = wiping(wipe, chat, then, self.clock())
        return self.due(self.outgoing(chat, standing.person, away, Lane.AWAY), wipe.after)

    def due(self, message: Outgoing, after: timedelta) -> Outgoing:
        """The message, to be sent only after a while."""
        return replace(message, due_at=message.due_at + after)

    def outgoing(self, chat: int, person: str, sent: Call, lane: Lane = Lane.TALK, note: str = "") -> Outgoing:
        """A message to send as soon as may be."""
        return Outgoing(new_id(), chat, person, lane, sent.in_outbox(), self.clock(), note)


def hiding(person: str, message: int) -> str:
    """The id of what hides this message, of which there is one at most."""
    return f"hide.{person}.{message}"


def _expiry(standing: Standing, note: str) -> datetime | None:
    """After when a note would only mislead: an offer with its deadline, a seat with its departure."""
    offer = standing.offers.get(note)
    if offer is None or offer.stage in ENDED:
        return None
    if offer.stage:
        return offer.starts
    return offer.departs if offer.place or standing.answers.get(OFFER_TALK + note) else offer.answer_by
