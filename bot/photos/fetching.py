"""Photos and voice notes fetched by the centre itself: they cross no node's link, and are on no disk of a node."""

from asyncio import to_thread
from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiohttp import ClientError

from bot.courier import connect
from bot.ocr.eyes import Eyes
from bot.photos.cleaning import Cleaner, WorkerUnable
from bot.photos.verdicts import RAW, Clean, Refused, Why
from flows.pictures import LOST, VOICE, Pictures, Wanted, sound
from flows.talks.lines import proposed

PATIENCE = 60
CHUNK = 1 << 16

log = structlog.get_logger()


class Fetching:
    """Fetches what is wanted, by the bot that got it, and keeps what is left of it once it is harmless."""

    def __init__(
        self,
        pictures: Pictures,
        token_of: Callable[[str], str],
        api: str,
        clock: Callable[[], datetime],
        eyes: Eyes | None = None,
    ) -> None:
        self._pictures, self._token_of, self._api, self._clock = pictures, token_of, api, clock
        self._cleaner, self._eyes = Cleaner(), eyes

    async def once(self) -> int:
        """Fetch what is to be fetched by now; returns how many were looked at."""
        wanted = await to_thread(self._pictures.wanted, self._clock())
        for each in wanted:
            await self._fetch(each)
        return len(wanted)

    async def _fetch(self, wanted: Wanted) -> None:
        token = await to_thread(self._token_of, wanted.node)
        try:
            raw = await self._raw(token, wanted.file) if token else None
            verdict = await self._judged(wanted, raw) if raw is not None else None
        except TelegramBadRequest as error:
            why = Why.TOO_LARGE if "too big" in error.message else LOST
            await to_thread(self._pictures.give_up, wanted, why)
            return
        except (TelegramAPIError, ClientError, TimeoutError, OSError, WorkerUnable) as error:
            log.warning("photo.put_off", node=wanted.node, error=type(error).__name__)
            verdict = None
        match verdict:
            case bytes(harmless):
                kept = await to_thread(self._pictures.keep, wanted, harmless, self._clock())
                if kept and self._eyes and not wanted.photo.startswith(VOICE):
                    await self._read(wanted, harmless, self._eyes)
            case Refused(why):
                await to_thread(self._pictures.give_up, wanted, why)
            case None:
                await to_thread(self._pictures.put_off, wanted, self._clock())

    async def _read(self, wanted: Wanted, jpeg: bytes, eyes: Eyes) -> None:
        """Ask the person what the picture's zone says; a relative's paper would be taken for theirs."""
        if "." in wanted.paper:
            return
        now = self._clock()
        found = proposed(await eyes.read(jpeg), wanted.paper, now.date())
        if found is not None:
            await to_thread(self._pictures.propose, wanted, *found, now)

    async def _judged(self, wanted: Wanted, raw: bytes) -> bytes | Refused:
        """What is kept of it; a recording cannot be made anew, so that staff get it as it came."""
        if wanted.photo.startswith(VOICE):
            if not sound(raw):
                return Refused(Why.NOT_SPOKEN)
            return raw if len(raw) <= RAW else Refused(Why.TOO_LARGE)
        verdict = await self._cleaner.clean(raw)
        return verdict.jpeg if isinstance(verdict, Clean) else verdict

    async def _raw(self, token: str, file: str) -> bytes:
        """It as it was sent, or as much of it as shows that it is too large."""
        bot = connect(token, self._api)
        try:
            found = await bot.get_file(file, request_timeout=PATIENCE)
            return await _read(bot, found.file_path or "")
        finally:
            await bot.session.close()


async def _read(bot: Bot, path: str) -> bytes:
    url = bot.session.api.file_url(bot.token, path)
    read = bytearray()
    async with aclosing(bot.session.stream_content(url, timeout=PATIENCE, chunk_size=CHUNK)) as parts:
        async for part in parts:
            read += part
            if len(read) > RAW:
                break
    return bytes(read)
