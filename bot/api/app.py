"""The register over HTTP: nodes hand in what they heard, and fetch what the centre says.

Bodies of facts are opaque bytes here; errors carry a code and a number and nothing of what was sent.
"""

import asyncio
from typing import Annotated, Protocol

from fastapi import FastAPI, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from flows.link import Receipt, Refused

LARGEST = 256 * 1024
LONGEST_WAIT = 50.0
GLANCE = 0.15
BYTES = "application/octet-stream"
POSITION = "Hamrah-Position"
STATUS = {"GAP": 409, "FORK": 409, "OVERSIZED": 413, "NOT_ADMITTED": 403}

Node = Annotated[str, Query(min_length=1, max_length=100)]


class Exchange(Protocol):
    """The register's side of the sync; every call may block."""

    def receive(self, body: bytes) -> Receipt:
        """Take a batch; Refused if it cannot be."""

    def head(self, node: str, epoch: int) -> Receipt:
        """How far a node's ledger is kept."""

    def position(self) -> int:
        """How far the register's own ledger has come."""

    def feed(self, node: str, after: int) -> tuple[int, bytes]:
        """The position reached for this node, and its facts up to there, b"" for none."""


class Bell:
    """Wakes those who wait for news."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake everyone who waits now."""
        self._rung.set()
        self._rung = asyncio.Event()

    async def heard(self, seconds: float) -> None:
        """Until it rings, or the time is up."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return


def register_app(exchange: Exchange) -> FastAPI:
    """The HTTP application of a register."""
    app = FastAPI(title="Hamrah register", docs_url=None, redoc_url=None, openapi_url=None)
    bell = Bell()
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)

    @app.post("/receive")
    async def receive(request: Request) -> JSONResponse:
        """Take a batch; the answer says how far the node's ledger is durably kept."""
        body = await _bounded(request)
        receipt = await run_in_threadpool(exchange.receive, body)
        bell.ring()
        return _told(receipt)

    @app.get("/head")
    async def head(node: Node, epoch: Annotated[int, Query(ge=1, le=2**62)]) -> JSONResponse:
        """How far a node's ledger is kept."""
        return _told(await run_in_threadpool(exchange.head, node, epoch))

    @app.get("/feed")
    async def feed(
        request: Request,
        node: Node,
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> Response:
        """What the centre says about a node's people after a position; waits for the first of it."""
        reached, body = await _fetched(exchange, bell, request, node, after, wait)
        return Response(body, status_code=200 if body else 204, media_type=BYTES, headers={POSITION: str(reached)})

    @app.get("/health")
    async def health() -> JSONResponse:
        """Whether the store answers, and how far it has come."""
        return JSONResponse({"status": "ok", "position": await run_in_threadpool(exchange.position)})

    return app


async def _fetched(
    exchange: Exchange, bell: Bell, request: Request, node: str, after: int, wait: float
) -> tuple[int, bytes]:
    """Look, and until there is something look again whenever the ledger has grown."""
    until = asyncio.get_running_loop().time() + wait
    reached, body = await run_in_threadpool(exchange.feed, node, after)
    while not body and (left := until - asyncio.get_running_loop().time()) > 0:
        if await run_in_threadpool(exchange.position) > reached:
            reached, body = await run_in_threadpool(exchange.feed, node, reached)
            continue
        if await request.is_disconnected():
            break
        await bell.heard(min(GLANCE, left))
    return reached, body


async def _bounded(request: Request) -> bytes:
    """The body, refused as soon as it is known to be too long."""
    said = request.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > LARGEST:
        raise Refused("OVERSIZED")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise Refused("OVERSIZED")
    return bytes(body)


def _told(receipt: Receipt) -> JSONResponse:
    return JSONResponse({"seq": receipt.seq, "chain": receipt.chain.hex()})


async def _refused(_: Request, error: Exception) -> JSONResponse:
    """A code and, if it helps, the number that must come next."""
    why, wanted = (error.why, error.wanted) if isinstance(error, Refused) else ("MALFORMED", 0)
    return JSONResponse({"error": why, "wanted": wanted}, status_code=STATUS.get(why, 422))


async def _misasked(request: Request, _: Exception) -> JSONResponse:
    """The framework's own answer would repeat what was sent."""
    return await _refused(request, Refused("MALFORMED"))
