"""The demo's one page, and everything that it frames, on one origin."""

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.cast import CITIZENS, DESK, STAFF, Cast
from bot.demo.figures import Register
from bot.demo.link import Link
from bot.demo.seeding import Seeding
from bot.sandbox.app import Cuttable, OnlyHere, create_app
from bot.sandbox.app import Server as SandboxServer
from bot.sandbox.world import World
from bot.serving import Server
from flows.places import KABUL

PAGE = Path(__file__).parent / "page"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Serving(Server, SandboxServer):
    """A sandbox within a larger process: it lets long polls go, and leaves signals to the process."""


class Page:
    """What the page shows and what its switches do."""

    def __init__(self, cast: Cast, link: Link, register: Register, seeding: Seeding) -> None:
        self._cast, self._link, self._register, self._seeding = cast, link, register, seeding

    async def page(self, _: Request) -> Response:
        """The page itself."""
        return FileResponse(PAGE / "index.html", headers=HEADERS)

    async def state(self, _: Request) -> Response:
        """Everything on the page that changes."""
        ledgers = await self._register.ledgers()
        return _told(
            {
                "up": self._link.up,
                "node": ledgers.node,
                "register": ledgers.register,
                "counts": await self._register.counts(),
                "come": self._seeding.come,
                "of": self._seeding.of,
                "bot": CITIZENS,
                "desk": DESK,
                "group": self._cast.staff_chat,
                "staff": list(STAFF.items()),
                "phones": list(self._cast.phones.items()),
                "plan": example(datetime.now(UTC)),
            }
        )

    async def switch(self, request: Request) -> Response:
        """Cut the link or join it."""
        given = await _given(request)
        if not isinstance(given.get("up"), bool):
            return _refused("say whether the link is to be up")
        if given["up"]:
            self._link.join()
        else:
            self._link.cut()
        return _told({"up": self._link.up})

    async def phone(self, request: Request) -> Response:
        """A new phone, for whoever looks at the page."""
        if not request.headers.get("content-type", "").startswith("application/json"):
            return _refused("the demo takes JSON")
        return _told({"user": self._cast.guest()})


def demo_app(page: Page, cast: Cast) -> Starlette:
    """The page, with the sandbox beside it on the same port."""
    sandbox = create_app(cast.world)

    @contextlib.asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        async with sandbox.router.lifespan_context(sandbox):
            yield

    routes = [
        Route("/", page.page),
        Route("/demo/state", page.state),
        Route("/demo/link", page.switch, methods=["POST"]),
        Route("/demo/phones", page.phone, methods=["POST"]),
        Mount("/demo/page", StaticFiles(directory=PAGE)),
        Mount("/", sandbox),
    ]
    return Starlette(routes=routes, lifespan=living, middleware=[Middleware(OnlyHere)])


def server(app: Starlette, world: World) -> Serving:
    """A server of the page, ready to run."""
    quiet: dict[str, Any] = {"log_level": "warning", "access_log": False, "ws": "none"}
    return Serving(uvicorn.Config(app, http=Cuttable, timeout_graceful_shutdown=2, **quiet), world)


def example(now: datetime) -> str:
    """A departure as staff plan one, with days that hold now."""
    today = now.astimezone(KABUL)
    leaves, until = today + timedelta(days=9), today + timedelta(days=7)
    return f"/plan {leaves:%Y-%m-%d} air 3 answer {until:%Y-%m-%d} 18:00"


async def _given(request: Request) -> dict[str, Any]:
    # A page of another site can send a form here, but not JSON.
    if not request.headers.get("content-type", "").startswith("application/json"):
        return {}
    try:
        return msgspec.json.decode(await request.body(), type=dict[str, Any])
    except msgspec.MsgspecError:
        return {}


def _told(what: object) -> Response:
    return JSONResponse(what, headers=HEADERS)


def _refused(why: str) -> Response:
    return PlainTextResponse(f"{why}\n", 400, headers=HEADERS)
