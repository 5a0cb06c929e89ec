"""Long polling with our own offset: an update is confirmed only once its turn is durable and its reply certain."""

import asyncio
from contextlib import suppress
from dataclasses import replace

import aiohttp
import msgspec
import structlog

from bot.citizen.clock import TrueClock
from bot.citizen.conversation import Answer
from bot.citizen.decode import Heard, number
from bot.citizen.ear import Ear
from bot.citizen.intake import Broken, Found, Intake
from bot.citizen.telegram import Telegram
from flows.conversation.bursts import MANY, is_message
from flows.ports import NoRoom

WAIT = 50
AT_ONCE = 100
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")

Taken = tuple[bytes, Found]

log = structlog.get_logger()


class Updates(msgspec.Struct):
    """The envelope of getUpdates, each update still raw."""

    ok: bool
    result: list[msgspec.Raw] = []
    error_code: int = 0


_updates = msgspec.json.Decoder(Updates)


def counted(lane: list[Taken]) -> list[Taken]:
    """A person's updates, each with how many messages in words are at hand after it."""
    waiting, known = 0, []
    for raw, found in reversed(lane):
        known.append((raw, replace(found, waiting=waiting) if isinstance(found, Heard) else found))
        waiting += isinstance(found, Heard) and is_message(found.said)
    return known[::-1]


class Refused(Exception):
    """Telegram refuses to give updates; `code` says why: 401 a wrong token, 409 somebody else polls."""

    def __init__(self, code: int) -> None:
        super().__init__(f"Telegram refuses to give updates ({code})")
        self.code = code


class Polling:
    """Asks for updates, takes each person's in order and all persons' at once.

    trouble: UNREACHED, or REFUSED_ and Telegram's code, while there are none; "" if all is well.
    """

    def __init__(
        self, url: str, intake: Intake, telegram: Telegram, ear: Ear, clock: TrueClock, wait: int = WAIT
    ) -> None:
        self._url, self._intake, self._telegram, self._wait = url, intake, telegram, wait
        self._ear, self._clock = ear, clock
        self._offset = 0
        self.trouble = ""

    async def run(self) -> None:
        """Poll until cancelled; faults of the link are waited out."""
        timeout = aiohttp.ClientTimeout(total=self._wait + 15, connect=10)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            failures, wait = 0, 0
            while True:
                try:
                    batch = await self._asked(session, wait)
                except (aiohttp.ClientError, TimeoutError, msgspec.DecodeError, Refused) as error:
                    # Never the error itself: its words may hold the address, and so the token.
                    code = error.code if isinstance(error, Refused) else 0
                    self.trouble = f"REFUSED_{code}" if code else "UNREACHED"
                    log.warning("updates.none", error=type(error).__name__, code=code)
                    await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                    # The first answer after a silence is not waited for: it tells how long we were away.
                    failures, wait = failures + 1, 0
                    continue
                failures, wait, self.trouble = 0, self._wait, ""
                if batch:
                    await self.take(batch)
                await self._ear.heard(all_of_it=len(batch) < AT_ONCE)

    async def take(self, batch: list[bytes]) -> None:
        """Take a batch whole, then move the offset past it."""
        lanes: dict[int, list[Taken]] = {}
        for raw in batch:
            found = self._found(raw)
            if found is not None:
                lanes.setdefault(found.chat if isinstance(found, Heard) else 0, []).append((raw, found))
        async with asyncio.TaskGroup() as group:
            for lane in lanes.values():
                group.create_task(self._in_order(lane))
        self._offset = number(batch[-1]) + 1

    def _found(self, raw: bytes) -> Found | None:
        try:
            return self._intake.read(raw)
        except ValueError as error:
            log.error("update.unreadable", error=type(error).__name__)
            return None

    async def _in_order(self, lane: list[Taken]) -> None:
        for raw, found in counted(lane) if len(lane) >= MANY else lane:
            answer = await self._taken(raw, found)
            if answer is not None:
                await self._telegram.send(answer)

    async def _taken(self, raw: bytes, found: Found) -> Answer | None:
        while True:
            with suppress(Broken):
                try:
                    return await self._intake.answer(raw, found)
                except NoRoom:
                    await asyncio.sleep(PAUSES[1])

    async def _asked(self, session: aiohttp.ClientSession, wait: int) -> list[bytes]:
        asked = {"offset": self._offset, "timeout": wait, "limit": AT_ONCE, "allowed_updates": list(ALLOWED)}
        async with session.post(self._url, json=asked) as response:
            updates = _updates.decode(await response.read())
            date = response.headers.get("Date")
        if not updates.ok:
            raise Refused(updates.error_code)
        self._clock.tell(date)
        self._ear.told()
        return [bytes(raw) for raw in updates.result]
