"""The register's first page: figures that refresh themselves, for the machine it runs on only."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.console.figures import Register, figures
from bot.settings import here

HERE = Path(__file__).parent
FRESH = 1.0
# A name of our own in the Host header only: a page of somebody else's cannot reach us under its name.
HOSTS = ["127.0.0.1", "localhost", "[::1]"]
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Clock = Callable[[], datetime]


class Loopback:
    """Lets only this machine in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request of this machine, refuse any other."""
        client = scope.get("client")
        if scope["type"] == "http" and not (client and here(client[0])):
            await PlainTextResponse("The console is open on this machine only.", 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class Pages:
    """The page and its figures; figures a second old are good enough, whoever asks how often."""

    def __init__(self, register: Register, *, exact: bool, now: Clock) -> None:
        self._register, self._exact, self._now = register, exact, now
        self._one = asyncio.Lock()
        self._counted: tuple[float, dict[str, object]] | None = None
        environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
        self._page = environment.get_template("page.html")

    async def page(self, _: Request) -> Response:
        """The page, with the figures in it."""
        return HTMLResponse(self._page.render(await self._figures()), headers=HEADERS)

    async def counts(self, _: Request) -> Response:
        """The figures alone."""
        return JSONResponse(await self._figures(), headers=HEADERS)

    async def asset(self, request: Request) -> Response:
        """The page's own script and style."""
        return FileResponse(HERE / request.url.path.rpartition("/")[2], headers=HEADERS)

    async def _figures(self) -> dict[str, object]:
        async with self._one:
            if self._counted is None or monotonic() - self._counted[0] > FRESH:
                counted = await asyncio.to_thread(figures, self._register, self._now(), exact=self._exact)
                self._counted = monotonic(), counted
            return self._counted[1]


def console(
    register: Register,
    *,
    exact: bool = False,
    now: Clock = lambda: datetime.now(UTC),
    watched: Sequence[Route] = (),
) -> Starlette:
    """The console over a register, to be served alone or mounted; `exact` shows small cells, for the demo."""
    pages = Pages(register, exact=exact, now=now)
    routes = [
        Route("/", pages.page),
        Route("/counts.json", pages.counts),
        Route("/page.js", pages.asset),
        Route("/page.css", pages.asset),
    ]
    return guarded([*routes, *watched])


def guarded(routes: Sequence[Route]) -> Starlette:
    """Pages for this machine alone."""
    guards = [Middleware(Loopback), Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)]
    return Starlette(routes=routes, middleware=guards)
