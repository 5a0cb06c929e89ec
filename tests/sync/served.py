"""A register served over real HTTP, and ways for its link to fail."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator

import uvicorn
from sqlalchemy import Engine

from bot.api.app import register_app
from bot.api.tls import of_register
from flows.link import Link, LinkDown, Receipt
from storage.exchange import StoredExchange
from tests.keys import CENTRE, VAULT, enrolled, tls


@contextlib.contextmanager
def served(engine: Engine, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve a register's store by TLS while the block runs, on loopback unless said otherwise; the base URL."""
    enrolled(engine, "node-1", "node-2", "node-3")
    with socket.socket() as listening:
        listening.bind((host, 0))
        app = register_app(StoredExchange(engine, VAULT, CENTRE))
        config = uvicorn.Config(app, log_level="critical", lifespan="off")
        config.load()
        config.ssl = of_register(tls() / "centre")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"https://{host}:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


class Flaky:
    """A link that by a script loses the way there ("before") or the answer ("after"); then it is well."""

    def __init__(self, link: Link, script: list[str]) -> None:
        self._link, self._script = link, script
        self.sent: list[bytes] = []

    async def head(self, epoch: int, at: int | None = None) -> Receipt:
        return await self._link.head(epoch, at)

    async def send(self, body: bytes) -> Receipt:
        fault = self._script.pop(0) if self._script else ""
        self.sent.append(body)
        if fault == "before":
            raise LinkDown("lost on the way")
        receipt = await self._link.send(body)
        if fault == "after":
            raise LinkDown("answer lost")
        return receipt

    async def feed(self, session: bytes, after: int, wait: float) -> bytes:
        return await self._link.feed(session, after, wait)


class Wire:
    """A wire to a server that is cut after so many bytes each way; None lets everything through."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.up: int | None = None
        self.down: int | None = None
        self.cuts = 0

    @contextlib.asynccontextmanager
    async def laid(self) -> AsyncIterator[str]:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        try:
            yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            await server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        ways = [
            asyncio.ensure_future(self._pumped(reader, back, self.up)),
            asyncio.ensure_future(self._pumped(there, writer, self.down)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        for end in (writer, back):
            end.close()
            with contextlib.suppress(OSError):
                await end.wait_closed()

    async def _pumped(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, left: int | None) -> None:
        while part := await source.read(4096):
            if left is not None and len(part) > left:
                sink.write(part[:left])
                self.cuts += 1
                await sink.drain()
                return
            left = None if left is None else left - len(part)
            sink.write(part)
            await sink.drain()
