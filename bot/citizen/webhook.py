"""The webhook: verified, durable, and answered in the response with the reply itself."""

from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest

import structlog

from bot.citizen.intake import Broken, Intake
from bot.citizen.telegram import Telegram
from flows.ports import NoRoom

JSON = "application/json"
PLAIN = "text/plain"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Response:
    """What a request is answered with."""

    status: int
    body: bytes
    kind: str = PLAIN


NOT_FOUND = Response(404, b"not found\n")
FORBIDDEN = Response(403, b"forbidden\n")
AGAIN = Response(500, b"try again\n")
LATER = Response(503, b"later\n")
WELL = Response(200, b"ok\n")
NOTHING = Response(200, b"{}", JSON)


class Webhook:
    """Answers requests for one path; what comes without the secret is never looked at.

    well: whether people are heard now, for /health, which here says no more.
    """

    def __init__(
        self,
        intake: Intake,
        telegram: Telegram,
        path: str,
        secret: str,
        well: Callable[[], bool] = lambda: True,
    ) -> None:
        self._well = well
        self._intake, self._telegram = intake, telegram
        self._path, self._secret = path.encode(), secret.encode()

    async def answer(self, method: bytes, path: bytes, secret: bytes, raw: bytes) -> Response:
        """The response to one request; `secret` is the header in which Telegram repeats it."""
        if path == b"/health":
            return WELL if self._well() else LATER
        if path != self._path or method != b"POST":
            return NOT_FOUND
        if not compare_digest(secret, self._secret):
            return FORBIDDEN
        try:
            answer = await self._intake.take(raw)
        except Broken:
            return AGAIN
        except NoRoom:
            return LATER
        except ValueError as error:
            # What cannot be read now cannot be read later: repeating it would only block this person's lane.
            log.error("update.unreadable", error=type(error).__name__)
            return NOTHING
        if answer is None:
            return NOTHING
        if answer.callback:
            self._telegram.answer_press(answer.callback)
        return Response(200, answer.reply, JSON) if answer.reply else NOTHING
