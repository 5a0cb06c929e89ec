"""The register over HTTP: nodes hand in what they heard, and fetch what the centre says.

Bodies of facts are opaque bytes here; errors carry a code and a number and nothing of what was sent. Every call is
signed by the node that makes it.
"""

import asyncio
from typing import Annotated, Protocol

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import FastAPI, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from bot.api.signed import NODE, SIGNATURE, is_signed
from flows.link import Receipt, Refused, Told, Wanted
from flows.ports import NoRoom

LARGEST = 64 * 1024
LONGEST_WAIT = 50.0
GLANCE = 0.15
TRUSTED = 2.0  # seconds for which a node that waits is not asked about again
BYTES = "application/octet-stream"
STATUS = {
    "GAP": 409,
    "FORK": 409,
    "OVERSIZED": 413,
    "NOT_ADMITTED": 403,
    "NOT_SIGNED": 401,
    "REVOKED": 403,
    "NO_ROOM": 503,
}

Number = Annotated[int, Query(ge=1, le=2**62)]
Session = Annotated[str, Query(pattern=r"^[0-9a-f]{64}$")]


class Exchange(Protocol):
    """The register's side of the sync; every call may block, and raises Refused where it does not want to."""

    def key_of(self, node: str) -> Ed25519PublicKey | None:
        """The key by which a node signs, None if nobody knows it."""

    def receive(self, body: bytes) -> Receipt:
        """Take a batch; Refused if it cannot be."""

    def head(self, node: str, epoch: int, at: int | None = None) -> Receipt:
        """How far a node's ledger is kept, or what its hash was at an earlier number."""

    def position(self) -> int:
        """How far the register's own ledger has come."""

    def feed(self, node: str, after: int) -> Told:
        """What the centre says to a node after a position."""

    def told(self, told: Told, node: str, after: int, session: bytes) -> bytes:
        """It as a frame for this node alone."""

    def lend(self, node: str, wanted: Wanted) -> bytes:
        """A lease, sealed to the session of who wants it."""


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
    app.add_exception_handler(NoRoom, _full)

    @app.post("/receive")
    async def receive(request: Request) -> JSONResponse:
        """Take a batch; the answer says how far the node's ledger is durably kept."""
        receipt = await run_in_threadpool(exchange.receive, await _bounded(request))
        bell.ring()
        return _told(receipt)

    @app.get("/head")
    async def head(
        request: Request, epoch: Number, at: Annotated[int | None, Query(ge=0, le=2**62)] = None
    ) -> JSONResponse:
        """How far a node's ledger is kept."""
        node = await _signed(exchange, request)
        return _told(await run_in_threadpool(exchange.head, node, epoch, at))

    @app.get("/feed")
    async def feed(
        request: Request,
        session: Session,
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> Response:
        """What the centre says to a node after a position; waits for the first of it."""
        node = await _signed(exchange, request)
        told = await _fetched(exchange, bell, request, node, after, wait)
        frame = await run_in_threadpool(exchange.told, told, node, after, bytes.fromhex(session))
        return Response(frame, media_type=BYTES)

    @app.post("/lease")
    async def lease(request: Request) -> Response:
        """Lend a node the key of its store and the token of its bot."""
        body = await _bounded(request)
        node = await _signed(exchange, request, body)
        try:
            wanted = msgspec.msgpack.decode(body, type=Wanted)
        except (msgspec.MsgspecError, ValueError):
            raise Refused("MALFORMED") from None
        return Response(await run_in_threadpool(exchange.lend, node, wanted), media_type=BYTES)

    @app.get("/health")
    async def health() -> JSONResponse:
        """Whether the store answers, and how far it has come."""
        return JSONResponse({"status": "ok", "position": await run_in_threadpool(exchange.position)})

    return app


async def _signed(exchange: Exchange, request: Request, body: bytes = b"") -> str:
    """Whose call it is; Refused if nobody's whom we know, or who may call no more."""
    node, signature = request.headers.get(NODE, ""), request.headers.get(SIGNATURE, "")
    key = await run_in_threadpool(exchange.key_of, node)
    url = request.url
    target = f"{url.path}?{url.query}" if url.query else url.path
    if key is None or not is_signed(key, signature, node, request.method, target, body):
        raise Refused("NOT_SIGNED")
    return node


async def _fetched(exchange: Exchange, bell: Bell, request: Request, node: str, after: int, wait: float) -> Told:
    """Look, and until there is something look again whenever the ledger has grown; Revoked as soon as it is."""
    now = asyncio.get_running_loop().time
    until, trusted = now() + wait, now() + TRUSTED
    told = await run_in_threadpool(exchange.feed, node, after)
    while not told.entries and (left := until - now()) > 0:
        if now() > trusted:
            await run_in_threadpool(exchange.key_of, node)
            trusted = now() + TRUSTED
        if await run_in_threadpool(exchange.position) > told.position:
            told = await run_in_threadpool(exchange.feed, node, told.position)
            continue
        if await request.is_disconnected():
            break
        await bell.heard(min(GLANCE, left))
    return told


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


async def _full(request: Request, _: Exception) -> JSONResponse:
    """Our disk is full: the node keeps what it has, and comes again."""
    return await _refused(request, Refused("NO_ROOM"))


async def _misasked(request: Request, _: Exception) -> JSONResponse:
    """The framework's own answer would repeat what was sent."""
    return await _refused(request, Refused("MALFORMED"))
