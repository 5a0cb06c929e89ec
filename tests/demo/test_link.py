"""The link that can be cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.demo.link import Link


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while said := await reader.read(100):
        writer.write(said)
    writer.close()


@asynccontextmanager
async def carried() -> AsyncIterator[tuple[Link, int]]:
    """A link to a server that repeats what it hears, and the link's port."""
    async with await asyncio.start_server(echo, "127.0.0.1", 0) as server:
        link = Link("127.0.0.1", server.sockets[0].getsockname()[1])
        port = await link.listen()
        try:
            yield link, port
        finally:
            await link.close()
            await asyncio.sleep(0.05)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    """What comes back; nothing if the link is cut."""
    try:
        writer.write(b"ready?")
        await writer.drain()
        return await asyncio.wait_for(reader.read(100), 5)
    except OSError:
        return b""


async def asked(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await answer(reader, writer)
    finally:
        writer.transport.abort()


@pytest.mark.asyncio
async def test_it_carries_until_it_is_cut_and_again_when_joined() -> None:
    async with carried() as (link, port):
        assert await asked(port) == b"ready?"
        link.cut()
        assert await asked(port) == b""
        link.join()
        assert await asked(port) == b"ready?"


@pytest.mark.asyncio
async def test_a_cut_drops_the_connections_that_are_open() -> None:
    async with carried() as (link, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert await answer(reader, writer) == b"ready?"
        link.cut()
        assert await answer(reader, writer) == b""
        writer.transport.abort()
        link.join()


@pytest.mark.asyncio
async def test_nobody_at_the_other_end_is_a_closed_door() -> None:
    async with carried() as (link, port):
        lonely = Link("127.0.0.1", 1)
        assert await asked(await lonely.listen()) == b""
        await lonely.close()
        assert link.up
        assert await asked(port) == b"ready?"
