"""The sandbox as a web application: the Bot API, the control API and the phone page."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from email.utils import formatdate
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.sandbox import control
from bot.sandbox.botapi import call_method, download, perform_unheard
from bot.sandbox.webhooks import Deliveries
from bot.sandbox.world import World
from bot.settings import here

PAGE = Path(__file__).parent / "page"
# The demo's page, on another port of this machine, shows phones in frames.
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'self' http://127.0.0.1:* http://localhost:*"
)


class OnlyHere:
    """Turns away calls that came under another machine's name or from another machine's page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on if it is from this machine."""
        if scope["type"] == "http":
            headers = Request(scope).headers
            names = [urlsplit(f"//{headers.get('host', '')}").hostname]
            if "origin" in headers:
                names.append(urlsplit(headers["origin"]).hostname)
            if not all(here(name or "") for name in names):
                await PlainTextResponse("The sandbox serves this machine only.\n", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class Dated:
    """Says what time it is in the world, which may have been moved, as Telegram says its own."""

    def __init__(self, app: ASGIApp, world: World) -> None:
        self._app, self._world = app, world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, and date its answer."""

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Date"] = formatdate(self._world.clock(), usegmt=True)
            await send(message)

        await self._app(scope, receive, dated)


class Cuttable(HttpToolsProtocol):
    """A connection that a fault can cut without an answer."""

    def on_message_begin(self) -> None:
        """Give the application the means to hang up."""
        super().on_message_begin()
        self.scope["extensions"] = {"hang_up": {"now": self.transport.abort}}


class Server(uvicorn.Server):
    """A server that lets long polls go before it stops."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Stop, after everyone who waits has been answered."""
        self._world.hang_up()
        await super().shutdown(sockets)  # type: ignore[arg-type]


def create_app(world: World) -> Starlette:
    """The application for one world."""
    routes = [
        Route("/bot{token}/{method}", call_method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
        *control.ROUTES,
        Route("/phone", phone),
        Mount("/page", StaticFiles(directory=PAGE)),
    ]
    app = Starlette(routes=routes, lifespan=_living, middleware=[Middleware(Dated, world), Middleware(OnlyHere)])
    app.state.world = world
    return app


def server(world: World, host: str, port: int) -> Server:
    """A server ready to run, on this machine only."""
    if not here(host):
        raise ValueError(
            f"The sandbox does not listen on {host}: anyone who reaches it can speak as anyone,"
            " so it serves this machine only (127.0.0.1, ::1 or localhost)."
        )
    config = uvicorn.Config(
        create_app(world),
        host,
        port,
        http=Cuttable,
        ws="none",
        log_level="warning",
        date_header=False,
        timeout_graceful_shutdown=2,
    )
    return Server(config, world)


async def serve(world: World, host: str = "127.0.0.1", port: int = 8081) -> None:
    """Serve a world until stopped."""
    await server(world, host, port).serve()


async def phone(_: Request) -> Response:
    """The page with the phones."""
    headers = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"}
    return FileResponse(PAGE / "index.html", headers=headers)


@contextlib.asynccontextmanager
async def _living(app: Starlette) -> AsyncIterator[None]:
    world: World = app.state.world
    world.closing = False
    deliveries = asyncio.create_task(Deliveries(world, partial(perform_unheard, world)).run())
    yield
    deliveries.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await deliveries
