"""The webhook: verified, durable, and answered in the response with the reply itself."""

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from hmac import compare_digest
from typing import Any

from bot.citizen.intake import Broken, Intake
from bot.citizen.telegram import Telegram

LARGEST = 1 << 20
SECRET = b"x-telegram-bot-api-secret-token"
JSON = [(b"content-type", b"application/json")]
PLAIN = [(b"content-type", b"text/plain")]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

log = logging.getLogger(__name__)


class Webhook:
    """An ASGI application for one path; everything without the secret is refused before it is read."""

    def __init__(self, intake: Intake, telegram: Telegram, path: str, secret: str) -> None:
        self._intake, self._telegram = intake, telegram
        self._path, self._secret = path, secret.encode()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        status, headers, body = await self._answered(scope, receive)
        headers = [*headers, (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answered(self, scope: Message, receive: Receive) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        if scope["path"] == "/health":
            return 200, PLAIN, b"ok\n"
        if scope["path"] != self._path or scope["method"] != "POST":
            return 404, PLAIN, b"not found\n"
        given = next((value for name, value in scope["headers"] if name == SECRET), b"")
        if not compare_digest(given, self._secret):
            return 403, PLAIN, b"forbidden\n"
        raw = await _body(receive)
        if raw is None:
            return 413, PLAIN, b"too large\n"
        try:
            answer = await self._intake.take(raw)
        except Broken:
            return 500, PLAIN, b"try again\n"
        except ValueError as error:
            # What cannot be read now cannot be read later: repeating it would only block this person's lane.
            log.error("an update could not be read: %s", type(error).__name__)
            return 200, JSON, b"{}"
        if answer is None:
            return 200, JSON, b"{}"
        if answer.callback:
            self._telegram.answer_press(answer.callback)
        return 200, JSON, answer.call.in_response() if answer.call else b"{}"


async def _body(receive: Receive) -> bytes | None:
    """The request's body, None if it is larger than any update."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST:
            return None
        if not message.get("more_body", False):
            return parts[0] if len(parts) == 1 else b"".join(parts)
