"""A chat is wiped: one call of ours, made out of many of the channel's, which can be repeated at any time."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import DeleteMessages, EditMessageText, SendMessage

AT_ONCE = 100
EMPTY = "·"
MOST_EMPTIED, PAUSE = 20, 1.05
# Later, nobody waits for an answer, and words that nobody waits for would light up a screen.
FRESH = 120.0


async def wipe(bot: Bot, params: dict[str, Any], now: float, patience: float) -> int:
    """Delete what can be deleted, empty what is ours and too old for that, and say so to who still waits.

    The id of what was said, 0 if nothing was; aiogram's errors if it must be tried again.
    """
    chat, messages, ours = params["chat_id"], params["messages"], set(params["ours"])
    left: list[int] = []
    for at in range(0, len(messages), AT_ONCE):
        left += await _deleted(bot, chat, messages[at : at + AT_ONCE], int(patience))
    for message in [each for each in left if each in ours][:MOST_EMPTIED]:
        with suppress(TelegramBadRequest):
            edit = EditMessageText(chat_id=chat, message_id=message, text=EMPTY)
            await bot(edit, request_timeout=int(patience))
        await asyncio.sleep(PAUSE)
    if now - params["asked"] > FRESH:
        return 0
    said = await bot(SendMessage(**params["then"], disable_notification=True), request_timeout=int(patience))
    return said.message_id


async def _deleted(bot: Bot, chat: int, messages: Sequence[int], patience: int) -> Sequence[int]:
    """Delete these, the newest first; those that are too old for it, from the first that is.

    One message that is too old spoils the call, so the calls get smaller until they end where the old begin.
    """
    if not messages:
        return ()
    try:
        await bot(DeleteMessages(chat_id=chat, message_ids=list(messages)), request_timeout=patience)
    except TelegramBadRequest as refused:
        if "can't be deleted" not in refused.message:
            raise
    else:
        return ()
    if len(messages) == 1:
        return messages
    half = len(messages) // 2
    left = await _deleted(bot, chat, messages[:half], patience)
    return (*left, *messages[half:]) if left else await _deleted(bot, chat, messages[half:], patience)
