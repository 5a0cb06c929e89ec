"""By webhook the channel calls us; whether it can, and what time it has, it is asked once a minute."""

import asyncio
from contextlib import suppress

import aiohttp
import msgspec
import structlog

from bot.citizen.clock import TrueClock
from bot.citizen.ear import Ear

EVERY = 60.0
PATIENCE = 15.0
JUST_NOW = 90.0

log = structlog.get_logger()


class Hook(msgspec.Struct):
    """How many updates wait for us, and when one could not be handed over, in seconds since 1970."""

    pending_update_count: int
    last_error_date: int = 0


class Told(msgspec.Struct):
    """The answer of getWebhookInfo."""

    result: Hook


_told = msgspec.json.Decoder(Told)


class Pulse:
    """Asks the channel about our webhook; while updates wait that it cannot hand over, we are deaf."""

    def __init__(self, url: str, ear: Ear, clock: TrueClock, every: float = EVERY) -> None:
        self._url, self._ear, self._clock, self._every = url, ear, clock, every

    async def run(self, stop: asyncio.Event) -> None:
        """Ask now and then, until told to stop."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self._every)
            await self.beat()

    async def beat(self) -> None:
        """Ask once."""
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        try:
            async with aiohttp.ClientSession(timeout=timeout) as session, session.post(self._url) as response:
                hook = _told.decode(await response.read()).result
                date = response.headers.get("Date")
        except (aiohttp.ClientError, TimeoutError, msgspec.MsgspecError) as error:
            # Never the error itself: its words may hold the address, and so the token.
            log.warning("channel.unreached", error=type(error).__name__)
            return
        self._clock.tell(date)
        failed = self._clock.now().timestamp() - hook.last_error_date < JUST_NOW
        if not (hook.pending_update_count and failed):
            self._ear.told()
            await self._ear.heard(all_of_it=not hook.pending_update_count)
