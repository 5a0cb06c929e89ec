"""One update to one durable turn: the person's lock, the decision, the commit; then what is to be sent."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import structlog
from uuid_utils import uuid7

from bot.citizen.clock import now_utc
from bot.citizen.decode import Heard
from bot.citizen.recent import Recent
from bot.citizen.speak import Call, call, erase, kept_call
from bot.logs import place
from bot.speech import Speech
from flows.conversation.hearing import Turn
from flows.conversation.house import House
from flows.conversation.reply import Button, Erase, Reply
from flows.conversation.screen import NOTE
from flows.conversation.standing import OFFER_TALK, Standing, after, folded, told
from flows.conversation.trouble import stumbled
from flows.conversation.turn import meet, shown_again, take_turn
from flows.facts import (
    Body,
    ContactLost,
    Entry,
    ErasureOrdered,
    Fact,
    NoteSent,
    NoteStood,
    NoteStopped,
    OfferMade,
    RecordErased,
    Source,
    Unread,
)
from flows.ports import Kept, Lane, Outgoing, Turned, Turns
from flows.retention import ASKED, USUAL, Clocks
from flows.texts import Text

CHANNEL = "telegram"

log = structlog.get_logger()
Clock = Callable[[], datetime]


def new_id() -> str:
    """A random id that grows with time, so that an index stays narrow."""
    return uuid7().hex


@dataclass(frozen=True, slots=True)
class Answer:
    """What an update is answered with: the reply, if any, and the press that must be answered too."""

    chat: int
    reply: bytes = b""
    callback: str = ""

    @property
    def call(self) -> Call | None:
        """The reply as a call to make."""
        return kept_call(self.reply)


class Conversation:
    """All talks of one node, over its working store."""

    def __init__(
        self,
        turns: Turns,
        house: House,
        speech: Speech,
        clock: Clock = now_utc,
        recent: Recent | None = None,
        clocks: Clocks = USUAL,
    ) -> None:
        self._turns, self.house, self._speech, self._clock = turns, house, speech, clock
        self._undoable = clocks.asked
        self.recent = recent or Recent()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def lock(self, chat: int) -> asyncio.Lock:
        """The lock under which this person's turns are taken, one after the other."""
        lock = self._locks.get(chat)
        if lock is None:
            lock = self._locks[chat] = asyncio.Lock()
        return lock

    async def hear(self, heard: Heard) -> Answer:
        """Decide and commit; a repeated update has no effect and is answered as the first time."""
        async with self.lock(heard.chat):
            kept = self._turns.of_chat(heard.chat)
            if self._turns.done(heard.update):
                return Answer(heard.chat, self._again(kept, heard), heard.callback)
            if kept is None:
                person, before = new_id(), None
                turn = meet(person, CHANNEL, heard.chat, heard.said, self.house)
            else:
                person, before = kept.standing.person, self._known(kept)
                turn = take_turn(before, heard.said, self.house)
            erase_at = self._erase_at(kept, turn, heard)
            return await self._keep(heard, person, before, turn, erase_at)

    def _known(self, kept: Kept) -> Standing:
        """Where a person stands: with all they said while the talk lasts, later as it is stored."""
        talk = self.recent.of(kept.standing.person)
        return talk.standing if talk else kept.standing

    async def _keep(
        self, heard: Heard, person: str, before: Standing | None, turn: Turn, erase_at: datetime | None
    ) -> Answer:
        standing = turn.standing
        language = (standing or before or Standing(person)).language
        reply = self._reply(turn, heard, language)
        row = self._row(standing, heard, reply if _quotes(turn) else b"", erase_at) if standing else None
        facts = tuple(self._fact(person, body, heard) for body in turn.bodies)
        erased = [each for each in turn.replies if isinstance(each, Erase)]
        outgoing = tuple(self._outgoing(heard.chat, person, erase(each, heard.chat)) for each in erased)
        await self._turns.keep(Turned(heard.chat, row, facts, outgoing, heard.update))
        if standing:
            self.recent.spoke(standing, heard.update, reply)
        else:
            self.recent.left(person)
        return Answer(heard.chat, reply, heard.callback)

    def _row(self, standing: Standing, heard: Heard, reply: bytes, erase_at: datetime | None) -> Kept:
        return Kept(self.house.stored(standing), heard.chat, heard.update, reply, erase_at)

    def _again(self, kept: Kept | None, heard: Heard) -> bytes:
        """The reply to the person's last update once more: as it was, or the screen where it left them."""
        if kept is None or kept.update != heard.update:
            return b""
        talk = self.recent.of(kept.standing.person)
        if talk is not None and talk.update == heard.update:
            return talk.reply
        shown = shown_again(kept.standing, heard.said, self.house)
        return kept.reply or self._reply(shown, heard, kept.standing.language)

    def _reply(self, turn: Turn, heard: Heard, language: str) -> bytes:
        for reply in turn.replies:
            if isinstance(reply, Reply):
                shown = replace(reply, edits=None) if heard.fresh else reply
                return call(shown, heard.chat, language, self._speech).in_response()
        return b""

    async def told(self, entry: Entry) -> None:
        """Take one fact of the staff or the register to its person; news waits behind a neutral push."""
        fact = entry.fact
        kept = self._turns.of_person(fact.person)
        if kept is None or isinstance(fact.body, Unread):
            await self._turns.keep(Turned(0, None, feed=entry.position))
            return
        async with self.lock(kept.chat):
            kept = self._turns.of_person(fact.person) or kept
            turned, standing = self._taken(kept, fact)
            await self._turns.keep(replace(turned, feed=entry.position))
            if standing is None:
                self.recent.left(fact.person)
            else:
                self.recent.became(standing)

    def _taken(self, kept: Kept, fact: Fact) -> tuple[Turned, Standing | None]:
        """What a fact of the centre changes; of what is too late or was taken back, the centre hears so."""
        known, same = self._known(kept), Turned(kept.chat, kept)
        match fact.body:
            case ErasureOrdered(why, heard):
                if self._turns.spoke(known.person, heard):
                    return same, known
                return self._erased(kept, why, fact.id), None
            case OfferMade(window=window, answer_by=answer_by) if answer_by <= self._clock():
                return replace(same, facts=(self._stood(kept, window, "expired", fact.id),)), known
            case NoteStopped(note=note) if note in known.notes:
                standing = after(known, fact.body)
                facts = (self._stood(kept, note, "stopped", fact.id),)
                return Turned(kept.chat, self._moved(kept, standing), facts, stops=note), standing
            case Unread():
                return same, known
            case body:
                standing = told(known, body)
                return self._news(kept, known, standing, fact.id), standing

    def _news(self, kept: Kept, known: Standing, standing: Standing, cause: str) -> Turned:
        """What waits for the person that did not before, announced by a neutral push each."""
        news = [note for note in standing.notes if standing.notes[note] != known.notes.get(note)]
        row = self._moved(kept, standing)
        outgoing = tuple(self._push(row, note) for note in news)
        return Turned(kept.chat, row, tuple(self._stood(kept, n, "queued", cause) for n in news), outgoing)

    def _moved(self, kept: Kept, standing: Standing) -> Kept:
        return replace(kept, standing=self.house.stored(standing))

    async def erase_due(self) -> None:
        """Erase the records of those who asked for it and let the time pass in which it can be undone."""
        for person in await asyncio.to_thread(self._turns.to_erase, self._clock()):
            kept = self._turns.of_person(person)
            if kept is None:
                continue
            async with self.lock(kept.chat):
                kept = self._turns.of_person(person)
                if kept and kept.erase_at and kept.erase_at <= self._clock():
                    await self._turns.keep(self._erased(kept, ASKED, ""))
                    self.recent.left(person)

    async def sent(self, outgoing: Outgoing) -> None:
        """The channel accepted a note."""
        if outgoing.note:
            await self._state(outgoing.person, NoteSent(outgoing.note), outgoing.id)

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        """A note came so far, and comes no further."""
        if outgoing.note:
            await self._state(outgoing.person, NoteStood(outgoing.note, state), outgoing.id)

    async def lost(self, chat: int, why: str, cause: str) -> None:
        """The channel refuses to deliver to this chat."""
        kept = self._turns.of_chat(chat)
        if kept is not None:
            await self._state(kept.standing.person, ContactLost(why), cause)

    async def owe(self, chat: int, late: Call, after: timedelta) -> None:
        """Keep a reply that could not be sent now, so that it is sent after a while."""
        async with self.lock(chat):
            kept = self._turns.of_chat(chat)
            outgoing = self._outgoing(chat, kept.standing.person if kept else "", late)
            due = replace(outgoing, due_at=outgoing.due_at + after)
            await self._turns.keep(Turned(chat, kept, outgoing=(due,)))

    async def give_up(self, chat: int, update: int, raw: bytes, error: str) -> Call:
        """Keep an update that breaks us aside, and say so to the person; whom we may keep gets a case."""
        async with self.lock(chat):
            kept = self._turns.of_chat(chat)
            texts: tuple[Text, ...] = (self.house.sayings.retry,)
            if kept is not None and await self._opened(kept, update):
                texts += (self.house.sayings.noticed,)
            # Last: whoever dies before it takes the update once more, and finds the case open.
            await self._turns.poison(update, raw, error)
        language = kept.standing.language if kept else "en"
        return call(Reply(tuple(text() for text in texts)), chat, language, self._speech)

    async def _opened(self, kept: Kept, update: int) -> bool:
        """Whether the staff have a case of this person, or could be given one now."""
        bodies = stumbled(kept.standing, f"u{update}", self.house)
        if bodies:
            facts = tuple(self.ours(kept.standing.person, body, f"u{update}") for body in bodies)
            standing = folded(self._known(kept), bodies)
            try:
                await self._turns.keep(
                    Turned(kept.chat, replace(kept, standing=self.house.stored(standing)), facts)
                )
            except Exception as failed:
                log.error("case.refused", error=place(failed))
                return False
            self.recent.became(standing)
        return bool(bodies or kept.standing.case)

    async def _state(self, person: str, body: Body, cause: str) -> None:
        kept = self._turns.of_person(person)
        if kept is None or not self.house.may_keep(kept.standing):
            return
        async with self.lock(kept.chat):
            kept = self._turns.of_person(person) or kept
            await self._turns.keep(Turned(kept.chat, kept, (self.ours(person, body, cause),)))

    def ours(self, person: str, body: Body, cause: str) -> Fact:
        """A fact that the node itself states; `person` is "" where it is about nobody."""
        now = self._clock()
        return Fact(new_id(), person, body, Source.SYSTEM, now, now, cause)

    def _stood(self, kept: Kept, note: str, state: str, cause: str) -> Fact:
        return self.ours(kept.standing.person, NoteStood(note, state), cause)

    def _erased(self, kept: Kept, why: str, cause: str) -> Turned:
        person = kept.standing.person
        return Turned(kept.chat, None, (self.ours(person, RecordErased(why), cause),), erases=person)

    def _erase_at(self, kept: Kept | None, turn: Turn, heard: Heard) -> datetime | None:
        """When a person who asked for it is erased; asking again puts nothing off."""
        if turn.standing is None or not turn.standing.locked:
            return None
        return (kept.erase_at if kept else None) or heard.said.received_at + self._undoable

    def unasked(self, kept: Kept, reply: Reply, due_at: datetime) -> Outgoing:
        """Neutral words that a person is sent without having asked."""
        said = call(reply, kept.chat, kept.standing.language, self._speech)
        return replace(self._outgoing(kept.chat, kept.standing.person, said), due_at=due_at)

    def _fact(self, person: str, body: Body, heard: Heard) -> Fact:
        said = heard.said
        return Fact(new_id(), person, body, Source.SELF, said.said_at, said.received_at, said.cause)

    def _push(self, kept: Kept, note: str) -> Outgoing:
        """Only neutral words may appear unasked (domain.md §5.5, 1)."""
        sayings = self.house.sayings
        buttons = (Button(sayings.read, f"{NOTE}:{note}:read"), Button(sayings.later, f"{NOTE}:{note}:later"))
        reply = Reply((sayings.push(),), (buttons,))
        pushed = call(reply, kept.chat, kept.standing.language, self._speech)
        outgoing = self._outgoing(kept.chat, kept.standing.person, pushed, Lane.URGENT, note)
        return replace(outgoing, expires_at=_expiry(kept.standing, note))

    def _outgoing(self, chat: int, person: str, sent: Call, lane: Lane = Lane.TALK, note: str = "") -> Outgoing:
        return Outgoing(new_id(), chat, person, lane, sent.in_outbox(), self._clock(), note)


def _quotes(turn: Turn) -> bool:
    """Whether the reply repeats words of the staff, which nothing here could say again once they are read."""
    return any(isinstance(reply, Reply) and reply.verbatim for reply in turn.replies)


def _expiry(standing: Standing, note: str) -> datetime | None:
    """After when a note would only mislead: an offer with its deadline, a seat with its departure."""
    offer = standing.offers.get(note)
    if offer is None:
        return None
    return offer.departs if offer.place or standing.answers.get(OFFER_TALK + note) else offer.answer_by
