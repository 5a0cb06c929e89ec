"""HTTP servers that stop when they are told, and leave signals to the process."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import uvicorn

from bot.settings import Unset


class Server(uvicorn.Server):
    """A uvicorn server within a larger process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the process, which stops all its parts in order."""
        yield


async def serve(app: Any, host: str, port: int, stop: asyncio.Event, *, tls: ssl.SSLContext | None = None) -> None:
    """Serve until told to stop; requests under way are finished."""
    quiet: dict[str, Any] = {"log_level": "warning", "access_log": False, "ws": "none", "lifespan": "off"}
    config = uvicorn.Config(app, host, port, timeout_graceful_shutdown=5, **quiet)
    config.load()
    config.ssl = tls
    server = Server(config)
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise Unset(f"nothing can listen on {host}:{port} ({error.strerror}): choose another port.") from None
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    server.should_exit = True
    await serving
