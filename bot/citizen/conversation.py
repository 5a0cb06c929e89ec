"""One update to one durable turn: the person's lock, the decision, the commit; then what is to be sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.citizen.bursts import Held
from bot.citizen.decode import Heard
from bot.citizen.people import People, hiding, new_id
from bot.citizen.speak import Call, call, erase, kept_call
from bot.logs import place
from flows.conversation.bursts import CLOSE, shared
from flows.conversation.door import is_shut
from flows.conversation.hearing import Turn
from flows.conversation.reply import Erase, Hide, Reply, Wipe
from flows.conversation.standing import Standing, folded
from flows.conversation.trouble import stumbled
from flows.conversation.turn import meet, shown_again, stranger, take_turn
from flows.facts import Body, Fact, Source
from flows.ports import Kept, Lane, Outgoing, Turned
from flows.texts import Text

CHANNEL = "telegram"

log = structlog.get_logger()


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


class Conversation(People):
    """All talks of one node, over its working store.

    reached: whether the centre hears at once what is said to it; whoever knows the link says so.
    """

    reached: Callable[[], bool] = staticmethod(lambda: True)

    async def hear(self, heard: Heard) -> Answer:
        """Decide and commit; a repeated update has no effect and is answered as the first time."""
        if not self.reached():
            heard = replace(heard, said=replace(heard.said, reached=False))
        async with self.lock(heard.chat):
            kept = self.turns.of_chat(heard.chat)
            held = self.bursts.with_one_more(heard)
            if self.turns.done(heard.update):
                self.bursts.became(heard.chat, held)
                return Answer(heard.chat, b"" if held.message else self._again(kept, heard), heard.callback)
            if kept is None:
                person, before = new_id(), None
                turn = meet(person, CHANNEL, heard.chat, heard.said, self.house)
            else:
                person, before = kept.standing.person, self.known(kept)
                turn = take_turn(before, heard.said, self.house)
            erase_at = self._erase_at(kept, turn, heard)
            return await self._keep(heard, person, before, turn, erase_at, held)

    async def _keep(
        self,
        heard: Heard,
        person: str,
        before: Standing | None,
        turn: Turn,
        erase_at: datetime | None,
        held: Held,
    ) -> Answer:
        standing = turn.standing
        who = standing or before or stranger(person, heard.said, self.house)
        turn, late = shared(turn, held.burst, self.house)
        reply = self._reply(turn, heard, who.language)
        row = self._row(standing, heard, reply if _quotes(turn) else b"", erase_at) if standing else None
        facts = tuple(self._fact(person, body, heard) for body in turn.bodies)
        outgoing = tuple(self._away(turn, heard, who))
        wiped = any(isinstance(each, Wipe) for each in turn.replies)
        unseen = before is not None and (before.hushed or before.closed)
        if before and (unseen or wiped) and row and standing and not standing.hushed:
            outgoing += tuple(self.push(row, note) for note in standing.notes)
        instead = held.message if late or reply else ""
        if late is not None:
            answer = self._late(heard, person, late, who.language)
            outgoing, held = (*outgoing, answer), replace(held, message=answer.id)
        elif reply:
            held = replace(held, message="")
        drops = _taken_back(before, turn)
        kept = Turned(heard.chat, row, facts, outgoing, heard.update, drops=drops, clears=wiped, instead=instead)
        await self.turns.keep(kept)
        self.bursts.became(heard.chat, held)
        if standing:
            self.recent.spoke(standing, heard.update, reply)
        else:
            self.recent.left(person)
        return Answer(heard.chat, reply, heard.callback)

    def _away(self, turn: Turn, heard: Heard, standing: Standing) -> Iterator[Outgoing]:
        """What takes something out of the chat, or hides it after a while."""
        for each in turn.replies:
            if isinstance(each, Erase):
                yield self.outgoing(heard.chat, standing.person, erase(each, heard.chat), Lane.AWAY)
            elif isinstance(each, Hide) and not heard.fresh:
                yield self.hidden(heard.chat, standing, each)
            elif isinstance(each, Wipe):
                # A reply to a message that is out of reach is a new one, so nothing is spared.
                yield self.wiped(heard.chat, standing, replace(each, spared=0) if heard.fresh else each)

    def _late(self, heard: Heard, person: str, late: Reply, language: str) -> Outgoing:
        """The one answer to all that comes now: it waits until nothing more does."""
        return self.due(self.outgoing(heard.chat, person, call(late, heard.chat, language, self.speech)), CLOSE)

    def _row(self, standing: Standing, heard: Heard, reply: bytes, erase_at: datetime | None) -> Kept:
        return Kept(self.house.stored(standing), heard.chat, heard.update, reply, erase_at)

    def _again(self, kept: Kept | None, heard: Heard) -> bytes:
        """The reply to the person's last update once more: as it was, or the screen where it left them."""
        if kept is None or kept.update != heard.update:
            return b""
        shut = is_shut(kept.standing, heard.said.received_at)
        talk = self.recent.of(kept.standing.person)
        if talk is not None and talk.update == heard.update and not shut:
            return talk.reply
        shown = shown_again(kept.standing, heard.said, self.house)
        return (not shut and kept.reply) or self._reply(shown, heard, kept.standing.language)

    def _reply(self, turn: Turn, heard: Heard, language: str) -> bytes:
        for reply in turn.replies:
            if isinstance(reply, Reply):
                shown = replace(reply, edits=None) if heard.fresh else reply
                return call(shown, heard.chat, language, self.speech).in_response()
        return b""

    async def owe(self, chat: int, late: Call, after: timedelta) -> None:
        """Keep a reply that could not be sent now, so that it is sent after a while."""
        async with self.lock(chat):
            kept = self.turns.of_chat(chat)
            outgoing = self.outgoing(chat, kept.standing.person if kept else "", late)
            await self.turns.keep(Turned(chat, kept, outgoing=(self.due(outgoing, after),)))

    async def give_up(self, chat: int, update: int, raw: bytes, error: str) -> Call:
        """Keep an update that breaks us aside, and say so to the person; whom we may keep gets a case."""
        async with self.lock(chat):
            kept = self.turns.of_chat(chat)
            texts: tuple[Text, ...] = (self.house.sayings.retry,)
            if kept is not None and await self._opened(kept, update):
                texts += (self.house.sayings.noticed,)
            # Last: whoever dies before it takes the update once more, and finds the case open.
            await self.turns.poison(update, raw, error)
        language = kept.standing.language if kept else "en"
        return call(Reply(tuple(text() for text in texts)), chat, language, self.speech)

    async def _opened(self, kept: Kept, update: int) -> bool:
        """Whether the staff have a case of this person, or could be given one now."""
        bodies = stumbled(kept.standing, f"u{update}", self.house)
        if bodies:
            facts = tuple(self.ours(kept.standing.person, body, f"u{update}") for body in bodies)
            standing = folded(self.known(kept), bodies)
            try:
                await self.turns.keep(Turned(kept.chat, self.stored(kept, standing), facts))
            except Exception as failed:
                log.error("case.refused", error=place(failed))
                return False
            self.recent.became(standing)
        return bool(bodies or kept.standing.case)

    def _erase_at(self, kept: Kept | None, turn: Turn, heard: Heard) -> datetime | None:
        """When a person who asked for it is erased; asking again puts nothing off."""
        if turn.standing is None or not turn.standing.locked:
            return None
        return (kept.erase_at if kept else None) or heard.said.received_at + self.house.erased_after

    def _fact(self, person: str, body: Body, heard: Heard) -> Fact:
        said = heard.said
        return Fact(new_id(), person, body, Source.SELF, said.said_at, said.received_at, said.cause)


def _taken_back(before: Standing | None, turn: Turn) -> tuple[str, ...]:
    """What would hide messages that show something else by now, or are to be hidden later."""
    shown = set(before.opened) - set(turn.standing.opened if turn.standing else ()) if before else set[int]()
    shown |= {each.message for each in turn.replies if isinstance(each, Hide)}
    person = before.person if before else ""
    return tuple(hiding(person, message) for message in shown)


def _quotes(turn: Turn) -> bool:
    """Whether the reply repeats words of the staff, which nothing here could say again once they are read."""
    return any(isinstance(reply, Reply) and reply.verbatim for reply in turn.replies)
