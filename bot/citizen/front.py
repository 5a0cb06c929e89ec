"""The HTTP front of the webhook: one small protocol, because a general server costs as much as a whole turn.

It reads what Telegram or a proxy before us sends (HTTP/1.1, kept connections, a body of any length) and
writes each answer in one piece. Everything else is refused and the connection closed.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus
from typing import cast

import httptools

from bot.citizen.webhook import Response
from bot.settings import Unset

LARGEST = 1 << 20  # of a whole request, in bytes; no update is near it
IDLE = 75.0  # seconds without a byte after which a connection is let go
MOST = 1000  # connections
GRACE = 5.0
SECRET = b"x-telegram-bot-api-secret-token"

Answers = Callable[[bytes, bytes, bytes, bytes], Awaitable[Response]]
Asked = tuple[bytes, bytes, bytes, bytes, bool]


class Front:
    """All connections of one webhook."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.lines: set[Line] = set()

    async def serve(self, host: str, port: int, stop: asyncio.Event) -> None:
        """Listen until told to stop; what was asked by then is answered."""
        loop = asyncio.get_running_loop()
        try:
            server = await loop.create_server(lambda: Line(self), host, port)
        except OSError as error:
            raise Unset(f"nothing can listen on {host}:{port} ({error.strerror}): choose another port.") from None
        while not stop.is_set():
            self._let_idle_go(loop.time())
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), IDLE / 5)
        server.close()
        busy = [line.work for line in self.lines if line.work is not None]
        if busy:
            await asyncio.wait(busy, timeout=GRACE)
        for line in list(self.lines):
            line.close()

    def _let_idle_go(self, now: float) -> None:
        for line in list(self.lines):
            if line.work is None and now - line.heard_at > IDLE:
                line.close()


class Line(asyncio.Protocol):
    """One connection: its requests are answered one after the other, in their order."""

    def __init__(self, front: Front) -> None:
        self.work: asyncio.Task[None] | None = None
        self.heard_at = 0.0
        self._front = front
        self._loop = asyncio.get_running_loop()
        self._parser = httptools.HttpRequestParser(self)
        self._waiting: deque[Asked] = deque()
        self._transport: asyncio.Transport | None = None
        self._begin()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection, unless there are too many."""
        self._transport = cast(asyncio.Transport, transport)
        self.heard_at = self._loop.time()
        if len(self._front.lines) >= MOST:
            self._transport.abort()
            return
        self._front.lines.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget it; a turn under way is finished all the same."""
        self._transport = None
        self._front.lines.discard(self)

    def data_received(self, got: bytes) -> None:
        """Read on; what is too large or no HTTP is refused."""
        self.heard_at = self._loop.time()
        self._size += len(got)
        if self._size > LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        try:
            self._parser.feed_data(got)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._refuse(HTTPStatus.BAD_REQUEST)

    def on_url(self, url: bytes) -> None:
        """The path, as far as it has come."""
        self._path += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Only the secret is of interest."""
        if name.lower() == SECRET:
            self._secret = value

    def on_body(self, body: bytes) -> None:
        """A piece of the body."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """A whole request: answered at once, or after those before it."""
        body = self._body[0] if len(self._body) == 1 else b"".join(self._body)
        method = self._parser.get_method()
        # Who asks for the head alone would take the body for the next answer.
        keep = self._parser.should_keep_alive() and method != b"HEAD"
        self._waiting.append((method, self._path.partition(b"?")[0], self._secret, body, keep))
        self._begin()
        if self.work is None:
            self.work = self._loop.create_task(self._answer())

    def close(self) -> None:
        """Let the connection go once what was written is out."""
        if self._transport is not None:
            self._transport.close()

    def _begin(self) -> None:
        self._path, self._secret, self._size = b"", b"", 0
        self._body: list[bytes] = []

    async def _answer(self) -> None:
        while self._waiting:
            method, path, secret, body, keep = self._waiting.popleft()
            response = await self._front.answers(method, path, secret, body)
            self._write(response, keep=keep)
        self.work = None

    def _write(self, response: Response, *, keep: bool) -> None:
        if self._transport is None:
            return
        status = HTTPStatus(response.status)
        head = b"HTTP/1.1 %d %b\r\nContent-Type: %b\r\nContent-Length: %d\r\n%b\r\n" % (
            response.status,
            status.phrase.encode(),
            response.kind.encode(),
            len(response.body),
            b"" if keep else b"Connection: close\r\n",
        )
        self._transport.write(head + response.body)
        if not keep:
            self._transport.close()

    def _refuse(self, status: HTTPStatus) -> None:
        self._write(Response(status, b"refused\n"), keep=False)
