"""The answers to presses: written down one kept connection, waited for by nobody, and lost at no cost.

An `answerCallbackQuery` only stops the button from turning. Nearly every update is a press, and a library's call
for each would cost several times what the turn itself does.
"""

import asyncio
import ssl
from collections import deque
from typing import cast
from urllib.parse import urlsplit

import certifi
import httptools
import msgspec
import structlog

WAITING = 1000
UNDER_WAY = 32
PATIENCE = 5.0
PAUSES = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
CONNECTING = 10.0

log = structlog.get_logger()


class Presses:
    """Answers presses at this URL of `answerCallbackQuery`, in order; of too many, the oldest are dropped."""

    def __init__(self, url: str) -> None:
        # The address holds the token: it is never logged, nor is an error that could repeat it.
        at = urlsplit(url)
        self._host, self._tls = at.hostname or "", at.scheme == "https"
        self._port = at.port or (443 if self._tls else 80)
        head = f"POST {at.path} HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Type: application/json"
        self._head = f"{head}\r\nContent-Length: ".encode()
        self._waiting: deque[str] = deque(maxlen=WAITING)
        self._wire: Wire | None = None
        self._opening: asyncio.Task[None] | None = None
        self._writing = False
        self._failures = 0

    def answer(self, callback: str) -> None:
        """Tell Telegram, soon, that this press was taken."""
        self._waiting.append(callback)
        if not self._writing:
            # Presses of turns that were committed together leave together.
            self._writing = True
            asyncio.get_running_loop().call_soon(self._write)

    async def close(self) -> None:
        """Let what waits be answered for a moment, then hang up."""
        for _ in range(40):
            if not self._waiting and (self._wire is None or not self._wire.under_way):
                break
            await asyncio.sleep(0.05)
        if self._opening is not None:
            self._opening.cancel()
        if self._wire is not None:
            self._wire.hang_up()

    def answered(self) -> None:
        """Answers came: the other end is well, and there is room for more."""
        self._failures = 0
        if self._waiting:
            self._write()

    def lost(self, *, idle: bool) -> None:
        """The connection is gone, and with it what was under way; one that was idle was closed in peace."""
        self._wire = None
        self._failures += not idle
        if self._waiting:
            self._write()

    def _write(self) -> None:
        self._writing = False
        if self._wire is None:
            if self._opening is None:
                self._opening = asyncio.create_task(self._open())
            return
        room = min(UNDER_WAY - self._wire.under_way, len(self._waiting))
        if room > 0:
            self._wire.write([self._request(self._waiting.popleft()) for _ in range(room)])

    def _request(self, callback: str) -> bytes:
        body = msgspec.json.encode({"callback_query_id": callback})
        return b"%b%d\r\n\r\n%b" % (self._head, len(body), body)

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        secure = ssl.create_default_context(cafile=certifi.where()) if self._tls else None
        while self._wire is None:
            await asyncio.sleep(PAUSES[min(self._failures, len(PAUSES) - 1)])
            try:
                async with asyncio.timeout(CONNECTING):
                    _, self._wire = await loop.create_connection(
                        lambda: Wire(self), self._host, self._port, ssl=secure
                    )
            except (OSError, TimeoutError) as error:
                log.debug("presses.unanswered", error=type(error).__name__)
                self._failures += 1
        self._opening = None
        self._write()


class Wire(asyncio.Protocol):
    """One connection; `under_way` counts the requests on it that have no answer yet."""

    def __init__(self, presses: Presses) -> None:
        self.under_way = 0
        self._presses = presses
        self._refused = self._left = False
        self._parser = httptools.HttpResponseParser(self)
        self._watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to write."""
        self._transport = cast(asyncio.Transport, transport)

    def write(self, requests: list[bytes]) -> None:
        """Write these requests at once."""
        self.under_way += len(requests)
        self._transport.write(b"".join(requests))
        if self._watch is None:
            self._patient()

    def data_received(self, got: bytes) -> None:
        """Read answers; whoever writes anything else is left."""
        before = self.under_way
        try:
            self._parser.feed_data(got)
        except httptools.HttpParserError:
            self.hang_up()
            return
        if self.under_way < before and not self._left:
            self._patient()
            self._presses.answered()

    def on_message_complete(self) -> None:
        """One request is answered, well or not: only a channel that is overloaded is left alone for a while."""
        self.under_way -= 1
        status = self._parser.get_status_code()
        if status == 429 or status >= 500:
            self._refused = True
        if self._refused or self.under_way < 0 or not self._parser.should_keep_alive():
            self.hang_up()

    def connection_lost(self, error: Exception | None) -> None:
        """Say so."""
        if self._watch is not None:
            self._watch.cancel()
        self._presses.lost(idle=not self.under_way and not self._refused)

    def hang_up(self) -> None:
        """Leave; nothing of it is waited for."""
        self._left = True
        self._transport.abort()

    def _patient(self) -> None:
        """Begin to wait anew for what is under way."""
        if self._watch is not None:
            self._watch.cancel()
        loop = asyncio.get_running_loop()
        self._watch = loop.call_later(PATIENCE, self.hang_up) if self.under_way else None
