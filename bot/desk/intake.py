"""Takes updates one by one and confirms each only when it is done; the library's own loop confirms before."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import structlog
from telegram import Update
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.ext import Application

from bot.desk.line import seconds
from flows.ports import NoRoom

TRIES = 3
WANTED = ["message", "edited_message", "callback_query"]
LONGEST = 30.0

log = structlog.get_logger()
App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    """The loop of one bot; `skipped` counts the updates that broke us three times."""

    def __init__(
        self, app: App, given_up: Callable[[Update], Awaitable[None]], *, wait: int = 30, pause: float = 0.5
    ) -> None:
        self.skipped = 0
        self._app, self._given_up, self._wait, self._pause = app, given_up, wait, pause
        self._offset: int | None = None
        self._error: Exception | None = None
        self._stopping = asyncio.Event()

    def broke(self, error: Exception) -> None:
        """The update that is being worked on failed."""
        self._error = error

    def stop(self) -> None:
        """Begin to stop; `run` returns when the update in work is done."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until `stop`."""
        failures = 0
        while not self._stopping.is_set():
            try:
                updates = await self._updates()
            except TelegramError as error:
                failures += 1
                log.warning("desk.no_updates", error=type(error).__name__)
                await self._rest(_patience(error, failures))
                continue
            failures = 0
            for update in updates:
                if self._stopping.is_set():
                    break
                if not await self._work(update):
                    break
                self._offset = update.update_id + 1
        await self._confirm()

    async def _updates(self) -> tuple[Update, ...]:
        """The next updates, or none when we are to stop; what is left unread then comes again."""
        asking = asyncio.create_task(
            self._app.bot.get_updates(offset=self._offset, timeout=self._wait, allowed_updates=WANTED)
        )
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
            return await asking if asking.done() else ()
        finally:
            asking.cancel()
            stopping.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)

    async def _work(self, update: Update) -> bool:
        """Whether the update is done with; one that failed while we stop is not, and comes again."""
        failed = 0
        while failed < TRIES:
            self._error = None
            await self._app.process_update(update)
            if self._error is None:
                return True
            if isinstance(self._error, RetryAfter):
                # The channel wants quiet: that is nobody's failure.
                await self._rest(seconds(self._error))
            elif isinstance(self._error, NoRoom):
                # It waits at the channel, and all after it, until there is room.
                await self._rest(self._pause)
            else:
                failed += 1
                await self._rest(self._pause * failed)
            if self._stopping.is_set():
                return False
        self.skipped += 1
        log.error("desk.skipped", error=type(self._error).__name__)
        await self._given_up(update)
        return True

    async def _confirm(self) -> None:
        if self._offset is None:
            return
        try:
            await self._app.bot.get_updates(offset=self._offset, limit=1, timeout=0)
        except TelegramError as error:
            # What is not confirmed comes again, and is harmless then.
            log.warning("desk.not_confirmed", error=type(error).__name__)

    async def _rest(self, pause: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), pause)


def _patience(error: TelegramError, failures: int) -> float:
    if isinstance(error, RetryAfter):
        return seconds(error)
    least = 3.0 if isinstance(error, Conflict) else 0.2
    return float(min(LONGEST, least * 2 ** min(failures - 1, 8)))
