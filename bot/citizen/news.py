"""What the centre says of a person, taken to them; and what became of it, said to the centre."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.citizen.people import People
from flows.conversation import notes
from flows.conversation.standing import WELL_TALK, WISH_TALK, Standing, after, told
from flows.facts import (
    Entry,
    ErasureOrdered,
    Fact,
    NoteSent,
    NoteStood,
    NoteStopped,
    OfferMade,
    OfferReminded,
    PlaceTold,
    RecordErased,
    SafetyAsked,
    Unread,
    WishAsked,
)
from flows.ports import Kept, Outgoing, Turned
from flows.retention import ASKED

STILL_REMINDS = timedelta(hours=3)


class News:
    """What comes for people without their asking: notes, offers, orders, and the end of a record."""

    def __init__(self, people: People) -> None:
        self._people = people

    async def told(self, entry: Entry) -> None:
        """Take one fact of the staff or the register to its person; news waits behind a neutral push."""
        fact = entry.fact
        kept = self._people.turns.of_person(fact.person)
        if kept is None or isinstance(fact.body, Unread):
            await self._people.turns.keep(Turned(0, None, feed=entry.position))
            return
        async with self._people.lock(kept.chat):
            kept = self._people.turns.of_person(fact.person) or kept
            turned, standing = self._taken(kept, fact)
            await self._people.turns.keep(replace(turned, feed=entry.position))
            if standing is None:
                self._people.recent.left(fact.person)
            else:
                self._people.recent.became(standing)

    def _taken(self, kept: Kept, fact: Fact) -> tuple[Turned, Standing | None]:
        """What a fact of the centre changes; of what is too late or was taken back, the centre hears so."""
        known, same = self._people.known(kept), Turned(kept.chat, kept)
        match fact.body:
            case ErasureOrdered(why, heard):
                if self._people.turns.spoke(known.person, heard):
                    return same, known
                return self._erased(kept, why, fact.id), None
            case OfferMade(window=window, answer_by=answer_by) if answer_by <= self._people.clock():
                return replace(same, facts=(self._stood(kept, window, "expired", fact.id),)), known
            case PlaceTold(window, _, at) if at <= self._people.clock():
                return replace(same, facts=(self._stood(kept, window, "expired", fact.id),)), known
            case OfferReminded(window):
                standing = told(known, fact.body)
                waits = standing.unanswered(window)
                return self._reminded(kept, standing, window if waits else "", fact), standing
            case WishAsked(disputed=False) if WISH_TALK in known.notes:
                return self._reminded(kept, known, WISH_TALK, fact), known
            case SafetyAsked() if WELL_TALK in known.notes:
                return self._reminded(kept, known, WELL_TALK, fact), known
            case NoteStopped(note=note) if note in known.notes:
                standing = after(known, fact.body)
                facts = (self._stood(kept, note, "stopped", fact.id),)
                return Turned(kept.chat, self._people.stored(kept, standing), facts, stops=note), standing
            case Unread():
                return same, known
            case body:
                standing = told(known, body)
                return self._news(kept, known, standing, fact.id), standing

    def _reminded(self, kept: Kept, standing: Standing, note: str, fact: Fact) -> Turned:
        """One more push for a note without an answer; one that comes so late is left to the next."""
        row = self._people.stored(kept, standing)
        late = self._people.clock() - fact.said_at > STILL_REMINDS
        if late or standing.hushed or not note:
            return Turned(kept.chat, row)
        return Turned(kept.chat, row, outgoing=(self._people.push(row, note, self._people.house.sayings.remind),))

    def _news(self, kept: Kept, known: Standing, standing: Standing, cause: str) -> Turned:
        """What waits for the person that did not before, announced by a neutral push each."""
        news = notes.news(known, standing)
        row = self._people.stored(kept, standing)
        if standing.hushed:
            return Turned(kept.chat, row)
        news = list(standing.notes) if known.hushed else news
        outgoing = tuple(self._people.push(row, note) for note in news)
        return Turned(kept.chat, row, tuple(self._stood(kept, n, "queued", cause) for n in news), outgoing)

    async def erase_due(self) -> None:
        """Erase the records of those who asked for it and let the time pass in which it can be undone."""
        for person in await asyncio.to_thread(self._people.turns.to_erase, self._people.clock()):
            kept = self._people.turns.of_person(person)
            if kept is None:
                continue
            async with self._people.lock(kept.chat):
                kept = self._people.turns.of_person(person)
                if kept and kept.erase_at and kept.erase_at <= self._people.clock():
                    await self._people.turns.keep(self._erased(kept, ASKED, ""))
                    self._people.recent.left(person)

    async def sent(self, outgoing: Outgoing, message: int) -> None:
        """The channel accepted a message."""
        if outgoing.note:
            await self._people.state(outgoing.person, NoteSent(outgoing.note), outgoing.id, message)
        else:
            self._people.showed(outgoing.chat, message)

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        """The channel will not deliver to this person any more."""
        await self._people.lost(outgoing.chat, why, outgoing.id)

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        """A note came so far, and comes no further."""
        if outgoing.note:
            await self._people.state(outgoing.person, NoteStood(outgoing.note, state), outgoing.id)

    def _stood(self, kept: Kept, note: str, state: str, cause: str) -> Fact:
        return self._people.ours(kept.standing.person, NoteStood(note, state), cause)

    def _erased(self, kept: Kept, why: str, cause: str) -> Turned:
        person = kept.standing.person
        return Turned(kept.chat, None, (self._people.ours(person, RecordErased(why), cause),), erases=person)
