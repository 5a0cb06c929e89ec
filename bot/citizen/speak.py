"""Replies as calls of the Bot API, in the person's language."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from bot.speech import Speech
from flows.conversation.reply import Button, Erase, Keyboard, Reply

LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API and its parameters."""

    method: str
    params: dict[str, Any]

    def in_response(self) -> bytes:
        """As the body of a webhook's response."""
        return msgspec.json.encode({"method": self.method, **self.params})

    def in_outbox(self) -> bytes:
        """As an outgoing message is kept."""
        return msgspec.json.encode({"method": self.method, "params": self.params})


def kept_call(reply: bytes) -> Call | None:
    """The call that was kept as a response, if one was."""
    if not reply:
        return None
    params = msgspec.json.decode(reply)
    return Call(params.pop("method"), params)


def call(reply: Reply, chat: int, language: str, speech: Speech) -> Call:
    """A reply as one call: a new message, or the pressed message turned into it."""
    text = "\n\n".join(speech.say(paragraph, language) for paragraph in reply.paragraphs)
    if reply.verbatim:
        text = f"{text}\n\n{reply.verbatim}" if text else reply.verbatim
    params: dict[str, Any] = {"chat_id": chat, "text": text[:LONGEST]}
    if reply.keyboard:
        params["reply_markup"] = _markup(reply.keyboard, language, speech)
    params["link_preview_options"] = {"is_disabled": True}
    if reply.edits is not None:
        params["message_id"] = reply.edits
        return Call("editMessageText", params)
    if reply.protect:
        params["protect_content"] = True
    return Call("sendMessage", params)


def anew(edit: Call) -> Call:
    """The same content as a new message, where the old one can no longer be edited."""
    kept = {name: value for name, value in edit.params.items() if name != "message_id"}
    # An edit cannot tell whether the message was protected.
    return Call("sendMessage", {**kept, "protect_content": True})


def erase(message: Erase, chat: int) -> Call:
    """The person's own message taken out of the chat."""
    return Call("deleteMessage", {"chat_id": chat, "message_id": message.message})


@lru_cache(4096)
def _markup(keyboard: Keyboard, language: str, speech: Speech) -> dict[str, Any]:
    """A keyboard in a language; most are the same for everyone, and are made once."""
    rows = [[_button(button, language, speech) for button in row] for row in keyboard]
    if speech.direction(language) == "rtl":
        # The channel lays out every row from the left; who reads from the right meets the first option first.
        rows = [row[::-1] for row in rows]
    return {"inline_keyboard": rows}


def _button(button: Button, language: str, speech: Speech) -> dict[str, str]:
    label = speech.button(button.label, language)
    return {"text": f"✔ {label}" if button.picked else label, "callback_data": button.data}
