"""The citizens' bot's calls to Telegram, through aiogram."""

from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)

from bot.citizen.conversation import Answer, Conversation
from bot.citizen.presses import Presses
from bot.citizen.speak import Call, anew
from bot.courier import send

PATIENCE = 5.0
LATER = timedelta(seconds=3)

log = structlog.get_logger()


class Telegram:
    """Sends the replies of conversations; what cannot be sent now is owed, and goes by the courier."""

    def __init__(self, bot: Bot, conversation: Conversation, patience: float = PATIENCE) -> None:
        self._bot, self._conversation, self._patience = bot, conversation, patience
        self._presses = Presses(bot.session.api.api_url(bot.token, "answerCallbackQuery"))

    async def send(self, answer: Answer) -> None:
        """Send the reply now or owe it; return once one of the two is certain."""
        if answer.callback:
            self.answer_press(answer.callback)
        if answer.call is not None:
            await self._sent(answer.chat, answer.call)

    def answer_press(self, callback: str) -> None:
        """Tell Telegram that the press was taken; nobody waits for it, and its loss costs nothing."""
        self._presses.answer(callback)

    async def close(self) -> None:
        """Let the presses under way be answered, then close the connections."""
        await self._presses.close()
        await self._bot.session.close()

    async def _sent(self, chat: int, call: Call) -> None:
        try:
            self._conversation.showed(chat, await send(self._bot, call.method, call.params, self._patience))
        except TelegramRetryAfter as error:
            await self._conversation.owe(chat, call, timedelta(seconds=error.retry_after))
        except TelegramForbiddenError:
            await self._conversation.lost(chat, "blocked", "reply")
        except TelegramBadRequest as error:
            await self._refused(chat, call, error)
        except (TelegramNetworkError, TelegramAPIError, TimeoutError) as error:
            log.warning("reply.owed", error=type(error).__name__)
            await self._conversation.owe(chat, call, LATER)

    async def _refused(self, chat: int, call: Call, error: TelegramBadRequest) -> None:
        """A message that is the same needs no edit; one that is gone or too old is said anew."""
        if "not modified" in error.message.lower():
            return
        if call.method == "editMessageText":
            await self._sent(chat, anew(call))
            return
        log.error("reply.refused", error=type(error).__name__)
