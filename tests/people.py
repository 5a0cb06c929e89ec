"""People at their phones, acting in the sandbox as anyone would: by what they see."""

import time
from dataclasses import dataclass
from typing import Any

from bot.sandbox.client import Sandbox

PATIENCE = 60.0
Message = dict[str, Any]
Look = tuple[int, str, tuple[str, ...]]


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@dataclass
class Person:
    """Somebody in a chat with a bot."""

    sandbox: Sandbox
    id: int
    bot: str

    def texts(self) -> list[str]:
        """Everything the bot shows in the chat now."""
        return [m.get("text", "") for m in self.sandbox.messages(self.bot, self.id) if m["from"]["is_bot"]]

    def says(self, words: str, expect: str = "") -> Message:
        """Type words, and wait until the bot shows something new that holds `expect`."""
        before = self._shown()
        self.sandbox.say(self.id, self.bot, words)
        return self._awaits(expect, before)

    def presses(self, label: str, expect: str = "") -> Message:
        """Press the latest button of this label, and wait likewise."""
        before = self._shown()
        self.sandbox.press(self.id, self.bot, label=label)
        return self._awaits(expect, before)

    def awaits(self, expect: str) -> Message:
        """Wait until the bot shows something that holds `expect`."""
        return self._awaits(expect, None)

    def _shown(self) -> list[Look]:
        messages = self.sandbox.messages(self.bot, self.id)
        return [_look(message) for message in messages if message["from"]["is_bot"]]

    def _awaits(self, expect: str, before: list[Look] | None) -> Message:
        deadline = time.monotonic() + PATIENCE
        while True:
            shown = self.sandbox.messages(self.bot, self.id)
            for message in reversed(shown):
                new = before is None or _look(message) not in before
                if message["from"]["is_bot"] and new and expect in _plain(message.get("text", "")):
                    return message
            if time.monotonic() > deadline:
                last = [_plain(m.get("text", ""))[:60] for m in shown[-3:]]
                raise TimeoutError(f"the bot did not show {expect!r}; the last messages are {last}")
            time.sleep(0.03)


def _look(message: Message) -> Look:
    return message["message_id"], message.get("text", ""), tuple(labels(message))


def _plain(text: str) -> str:
    """The text without the isolates around its values."""
    return "".join(sign for sign in text if sign not in "\u2066\u2067\u2068\u2069")
