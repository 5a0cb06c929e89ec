"""The updates that are neither a private text nor a press, read through aiogram's own types."""

from dataclasses import dataclass
from datetime import UTC, datetime

from aiogram.types import Message, Update
from pydantic import ValidationError

from bot.citizen.decode import FARTHEST, LAST, Heard
from flows.conversation.said import Said, Unread, Unreadable, Words


@dataclass(frozen=True, slots=True)
class Gone:
    """The person of this chat closed the bot: nothing reaches them."""

    chat: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A press that is no act in a private chat, which still must be answered, or its button keeps turning."""

    callback: str


def read(raw: bytes, now: datetime) -> Heard | Gone | Unanswered | None:
    """What such an update comes to; None where answering would be wrong: groups, channels, other bots."""
    try:
        update = Update.model_validate_json(raw)
    except ValidationError:
        return None
    if update.callback_query is not None:
        return Unanswered(update.callback_query.id)
    if (member := update.my_chat_member) is not None:
        gone = member.chat.type == "private" and member.new_chat_member.status == "kicked"
        return Gone(member.chat.id, now) if gone else None
    message = update.message or update.edited_message
    if message is None or message.chat.type != "private" or (message.from_user and message.from_user.is_bot):
        return None
    if max(abs(message.chat.id), abs(message.message_id)) > FARTHEST or message.date.timestamp() < 0:
        return None
    return _message(update, message, now)


def _message(update: Update, message: Message, now: datetime) -> Heard:
    act: Words | Unread = Unread(_what(message), _file(message))
    if update.edited_message is not None and message.text is not None:
        act = Words(message.text, edits=message.message_id)
    hint = (message.from_user.language_code or "") if message.from_user else ""
    edited = (update.edited_message is not None and message.edit_date) or 0
    at = datetime.fromtimestamp(edited, UTC) if 0 < edited <= LAST else message.date
    said = Said(act, f"u{update.update_id}", message.message_id, at, now, hint)
    return Heard(update.update_id, message.chat.id, said)


def _file(message: Message) -> str:
    """Where the channel keeps a photo, in the size that says most, or what was spoken."""
    if message.photo:
        return max(message.photo, key=lambda size: size.width * size.height).file_id
    spoken = message.voice or message.audio
    return spoken.file_id if spoken else ""


def _what(message: Message) -> Unreadable:
    if message.photo:
        return Unreadable.PHOTO
    if message.voice or message.audio:
        return Unreadable.VOICE
    if message.video_note or message.video:
        return Unreadable.VIDEO
    if message.document or message.animation:
        return Unreadable.FILE
    if message.contact:
        return Unreadable.CONTACT
    if message.location or message.venue:
        return Unreadable.PLACE
    return Unreadable.OTHER
