"""Private texts and presses, decoded straight to `Said`; every other update is left to aiogram's types.

These two shapes make nearly all traffic, and a typed decode costs a few µs where the full model costs fifty.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import msgspec

from flows.conversation.said import Said, Words, press

FIRST_INACCESSIBLE = 0
# What the store and the calendar can hold; the channel gives nothing beyond.
FARTHEST, LAST = 2**62, 253_402_300_799
Id = Annotated[int, msgspec.Meta(ge=-FARTHEST, le=FARTHEST)]
Date = Annotated[int, msgspec.Meta(ge=0, le=LAST)]


class From(msgspec.Struct):
    """Who acted."""

    id: Id
    language_code: str = ""


class Chat(msgspec.Struct):
    """Where."""

    id: Id
    type: str


class Message(msgspec.Struct, rename={"sender": "from"}):
    """A message with what tells a plain private text from everything else."""

    message_id: Id
    date: Date
    chat: Chat
    sender: From | None = None
    text: str | None = None
    forward_origin: msgspec.Raw | None = None
    via_bot: msgspec.Raw | None = None


class Callback(msgspec.Struct, rename={"sender": "from"}):
    """A press; its message is inaccessible (date 0) when it is too old."""

    id: str
    sender: From
    message: Message | None = None
    data: str | None = None


class Update(msgspec.Struct):
    """An update, as far as the fast way needs it."""

    update_id: Id
    message: Message | None = None
    callback_query: Callback | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """An act of one person in their private chat; `callback` must be answered, or the button keeps turning.

    fresh: the message of the button can not be edited; waiting: how many of theirs in words follow.
    """

    update: int
    chat: int
    said: Said
    callback: str = ""
    fresh: bool = False
    waiting: int = 0


_update = msgspec.json.Decoder(Update)


def decode(raw: bytes, now: datetime) -> Heard | int:
    """What was heard, or the update's id if it is of a shape that only the full model reads."""
    try:
        update = _update.decode(raw)
    except msgspec.ValidationError:
        return number(raw)
    message, callback = update.message, update.callback_query
    if message is not None and message.text is not None and _typed(message):
        return _words(update.update_id, message, message.text, now)
    if callback is None or callback.data is None or callback.message is None:
        return update.update_id
    if callback.message.chat.type != "private":
        return update.update_id
    return _press(update.update_id, callback, callback.message, callback.data, now)


def _typed(message: Message) -> bool:
    """Whether the person wrote it to us: forwards are somebody else's words, not an answer."""
    own = message.forward_origin is None and message.via_bot is None
    return own and message.chat.type == "private"


def number(raw: bytes) -> int:
    """The id of an update of which nothing else is certain; ValueError if it has none."""
    found = json.loads(raw)
    told = found.get("update_id") if isinstance(found, dict) else None
    if type(told) is not int or abs(told) > FARTHEST:
        raise ValueError("not an update")
    return told


def mended(raw: bytes) -> bytes:
    """The same JSON without lone surrogates, which no UTF-8 can hold."""
    text = json.dumps(json.loads(raw), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def _words(update: int, message: Message, text: str, now: datetime) -> Heard:
    hint = message.sender.language_code if message.sender else ""
    at = datetime.fromtimestamp(message.date, UTC)
    return Heard(update, message.chat.id, Said(Words(text), f"u{update}", message.message_id, at, now, hint))


def _press(update: int, callback: Callback, message: Message, data: str, now: datetime) -> Heard:
    # A press carries no time of its own: the message's date is when the bot wrote it.
    act = press(data, message.message_id)
    said = Said(act, f"u{update}", message.message_id, now, now, callback.sender.language_code)
    return Heard(update, message.chat.id, said, callback.id, message.date == FIRST_INACCESSIBLE)
