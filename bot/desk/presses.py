"""Answering presses, and what their buttons carry."""

import contextlib

from telegram import CallbackQuery, InlineKeyboardButton, Message
from telegram.error import BadRequest

from bot.desk.board import Keys, markup


def button(label: str, *parts: str) -> InlineKeyboardButton:
    """A button that says what it does and to what."""
    return InlineKeyboardButton(label, callback_data=":".join(parts))


async def answer(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a press; one that is too old, or was answered before, needs no answer."""
    with contextlib.suppress(BadRequest):
        await query.answer(text[:200], show_alert=alert)


async def change(query: CallbackQuery, text: str, keys: Keys) -> Message | None:
    """Let the pressed message say something else; None if it is not there any more."""
    message = query.message
    if not isinstance(message, Message):
        return None
    with contextlib.suppress(BadRequest):
        await message.edit_text(text, reply_markup=markup(keys))
    return message
