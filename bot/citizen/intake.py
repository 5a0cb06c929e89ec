"""What every intake does with one raw update, whichever way it came."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import msgspec
import structlog

from bot.citizen import others
from bot.citizen.conversation import Answer, Conversation
from bot.citizen.decode import Heard, decode, mended
from bot.logs import place
from flows.ports import NoRoom

TRIES = 3

Found = Heard | others.Gone | others.Unanswered

log = structlog.get_logger()


class Broken(Exception):
    """An update broke us and is to be tried again; the cause is logged by its type alone."""


class Intake:
    """Takes raw updates one at a time, counts those that break us, and gives up on one after three tries."""

    def __init__(self, conversation: Conversation, clock: Callable[[], datetime]) -> None:
        self._conversation, self._clock = conversation, clock
        self._tries: dict[int, int] = {}

    async def take(self, raw: bytes) -> Answer | None:
        """The answer to an update once it is durable; None where none is due; Broken, NoRoom: try it again."""
        found = self.read(raw)
        return await self.answer(raw, found) if found is not None else None

    def read(self, raw: bytes) -> Found | None:
        """What an update says, whole or mended."""
        now = self._clock()
        try:
            heard = decode(raw, now)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raw = mended(raw)
            heard = decode(raw, now)
        return others.read(raw, now) if isinstance(heard, int) else heard

    async def answer(self, raw: bytes, found: Found) -> Answer | None:
        """The answer to what was read."""
        match found:
            case others.Gone(chat):
                await self._conversation.lost(chat, "blocked", "membership")
                return None
            case others.Unanswered(callback):
                return Answer(0, b"", callback)
            case Heard():
                return await self._tried(raw, found)

    async def _tried(self, raw: bytes, heard: Heard) -> Answer | None:
        try:
            answer = await self._conversation.hear(heard)
        except (asyncio.CancelledError, NoRoom):
            raise
        except Exception as error:
            return await self._broken(raw, heard, error)
        self._tries.pop(heard.update, None)
        return answer

    async def _broken(self, raw: bytes, heard: Heard, error: Exception) -> Answer:
        tries = self._tries[heard.update] = self._tries.get(heard.update, 0) + 1
        # The type and the place in our code, never the message: it may hold what the person wrote.
        log.error("update.broke", tries=tries, error=place(error))
        if tries < TRIES:
            raise Broken(type(error).__name__) from None
        self._tries.pop(heard.update, None)
        sorry = await self._conversation.give_up(heard.chat, heard.update, raw, type(error).__name__)
        return Answer(heard.chat, sorry.in_response(), heard.callback)
