"""The link between the node and the register, which the demo's switch cuts and joins."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any

PIECE = 65536


class Link:
    """A relay on loopback: while it is cut, what goes through it is dropped and nobody gets through."""

    def __init__(self, host: str, port: int) -> None:
        self.up = True
        self._host, self._port = host, port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    async def listen(self) -> int:
        """Begin to carry; the port is where a node reaches the register."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def cut(self) -> None:
        """Drop what is on the way, and let nobody through."""
        self.up = False
        for writer in tuple(self._open):
            writer.transport.abort()

    def join(self) -> None:
        """Let the node through again."""
        self.up = True

    async def close(self) -> None:
        """Carry no more."""
        self.cut()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # It listens on while it is cut, so that nobody else takes its port; who comes is turned away.
        self._open.add(writer)
        try:
            if self.up:
                await self._through(reader, writer)
        except OSError:
            return
        finally:
            self._open.discard(writer)
            writer.close()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back_reader, back_writer = await asyncio.open_connection(self._host, self._port)
        self._open.add(back_writer)
        try:
            if self.up:
                await _first(_poured(reader, back_writer), _poured(back_reader, writer))
        finally:
            self._open.discard(back_writer)
            back_writer.close()


async def _poured(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One direction, until either side of it ends."""
    with contextlib.suppress(OSError):
        while (piece := await reader.read(PIECE)) and not writer.is_closing():
            writer.write(piece)
            await writer.drain()


async def _first(*directions: Coroutine[Any, Any, None]) -> None:
    """Both directions, until the first ends: neither HTTP client nor server closes one half alone."""
    tasks = [asyncio.create_task(direction) for direction in directions]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
