"""Acting in a sandbox from outside, over its control API."""

import base64
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import httpx

from bot.sandbox.refusals import Json

POLL = 0.03


class Sandbox:
    """Someone who can act as every person in the sandbox at `base_url`."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=30, trust_env=False)

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        self.close()

    def user(self, id: int, first_name: str, **known: Any) -> Json:  # noqa: A002
        """Register a person."""
        return self._act("users", id=id, first_name=first_name, **known)

    def bot(self, token: str, username: str, name: str, **known: Any) -> Json:
        """Register a bot."""
        return self._act("bots", token=token, username=username, name=name, **known)

    def group(self, title: str, members: list[int | str], **known: Any) -> Json:
        """Make a group and say what it is."""
        return self._act("groups", title=title, members=members, **known)

    def say(self, user: int, chat: str | int, text: str, **more: Any) -> Json:
        """Have a person write a text."""
        return self._act("say", user=user, chat=chat, text=text, **more)

    def send(self, user: int, chat: str | int, kind: str, content: bytes | None = None, **more: Any) -> Json:
        """Have a person send something other than text."""
        if content is not None:
            more["content"] = base64.b64encode(content).decode()
        return self._act("send", user=user, chat=chat, kind=kind, **more)

    def press(self, user: int, chat: str | int, message_id: int | None = None, **which: Any) -> Json:
        """Have a person press a button, by `data` or by `label`."""
        return self._act("press", user=user, chat=chat, message_id=message_id, **which)

    def edit(self, user: int, chat: str | int, message_id: int, text: str) -> Json:
        """Have a person edit a text."""
        return self._act("edit", user=user, chat=chat, message_id=message_id, text=text)

    def block(self, user: int, chat: str, *, blocked: bool = True) -> None:
        """Have a person block a bot, or let it speak."""
        self._act("block", user=user, chat=chat, blocked=blocked)

    def faults(self, *rules: Json, seed: int | None = None) -> None:
        """Put these faults in force, and no others."""
        self._act("faults", rules=list(rules), seed=seed)

    def limits(self, **allowed: int | None) -> Json:
        """Set how much may be sent."""
        return self._act("limits", **allowed)

    def advance(self, seconds: float) -> float:
        """Move the sandbox's time ahead."""
        return float(self._act("clock", advance=seconds)["now"])

    def transcript(self, chat: str | int, user: int | None = None) -> Json:
        """Everything in a room; for a bot's room say whose."""
        params = {} if user is None else {"user": user}
        return self._result(self._http.get(f"/sandbox/chats/{chat}/messages", params=params))

    def messages(self, chat: str | int, user: int | None = None) -> list[Json]:
        """The messages in a room."""
        found: list[Json] = self.transcript(chat, user)["messages"]
        return found

    def press_answer(self, callback_query_id: str) -> Json | None:
        """How the bot answered a press, if it has."""
        answer: Json | None = self._result(self._http.get(f"/sandbox/presses/{callback_query_id}"))["answer"]
        return answer

    def wait_for(
        self,
        chat: str | int,
        predicate: Callable[[Json], bool],
        timeout: float = 5.0,
        *,
        user: int | None = None,
        after: int = 0,
    ) -> Json:
        """The first message after the `after`-th that fits; raises TimeoutError if none comes."""
        deadline = time.monotonic() + timeout
        while True:
            messages = self.messages(chat, user)
            for message in messages:
                if message["message_id"] > after and predicate(message):
                    return message
            if time.monotonic() > deadline:
                seen = [message.get("text") for message in messages[-5:]]
                raise TimeoutError(f"nothing fitting came in {timeout} s; the last texts are {seen}")
            time.sleep(POLL)

    def _act(self, verb: str, **given: Any) -> Json:
        return self._result(self._http.post(f"/sandbox/{verb}", json=given))

    @staticmethod
    def _result(answer: httpx.Response) -> Json:
        body = answer.json()
        if not body["ok"]:
            raise ValueError(body.get("description", answer.text))
        result: Json = body["result"]
        return result
