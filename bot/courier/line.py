"""The citizens' bot's way to the channel, for whoever sends."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import DeleteMessage, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Message

METHODS: dict[str, type[TelegramMethod[object]]] = {
    "sendMessage": SendMessage,  # type: ignore[dict-item]
    "editMessageText": EditMessageText,  # type: ignore[dict-item]
    "deleteMessage": DeleteMessage,  # type: ignore[dict-item]
}


def connect(token: str, api: str) -> Bot:
    """The bot of this token at this Bot API server."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))


async def send(bot: Bot, method: str, params: dict[str, Any], patience: float) -> int:
    """Make one call, waiting so many seconds; aiogram's errors, KeyError or ValueError if it is none of ours.

    The id of the message that it made or changed, 0 if there is none.
    """
    done = await bot(METHODS[method](**params), request_timeout=int(patience))
    return done.message_id if isinstance(done, Message) else 0
