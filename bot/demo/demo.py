"""Everything on this machine: the sandbox, a node, a register and the desk, until Ctrl-C."""

import asyncio
import shutil
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import typer
import uvicorn

from bot.compose.stores import store
from bot.demo.cast import CITIZENS, Cast
from bot.demo.children import Child, Ended, start
from bot.demo.link import Link
from bot.demo.people import people as synthetic
from bot.keys import Carried, carry, make
from bot.running import run
from bot.sandbox.world import World
from bot.settings import Unset
from bot.settings import settings as settings_of
from storage.nodes import enrol
from storage.vault import Vault

HOST = "127.0.0.1"
NODE = "demo"
GLANCE = 0.05


class Demo:
    """One run of the demo: where everything is, and what ended by itself."""

    def __init__(self, port: int, number: int, folder: Path, stop: asyncio.Event) -> None:
        self._number, self._folder, self._stop = number, folder, stop
        self._page = bound(port)
        self.url = f"http://{HOST}:{self._page.getsockname()[1]}"
        self._register, self._console = f"{HOST}:{free()}", f"{HOST}:{free()}"
        self._cast = Cast(World())
        self._cast.enter()
        self._children: list[Child] = []
        self.ended: Ended | None = None

    async def begin(self, parts: AsyncExitStack) -> None:
        """Start every part, and return once all of them answer."""
        parts.callback(self._page.close)
        self._page.listen()  # whoever is ready before the page waits at its door
        host, _, port = self._register.partition(":")
        link = Link(host, int(port))
        settings = self._settings(await link.listen())
        parts.push_async_callback(link.close)
        parts.push_async_callback(self._end)
        await asyncio.to_thread(self._make_keys, settings["register_store"])
        for name in ("node", "register", "desk"):
            own = {"keys": str(self._folder / (NODE if name == "node" else "centre"))}
            await self._start(name, settings | own, parts)

        # Only now, while the processes start: they take the longest.
        from bot.api.link import HttpLink
        from bot.api.tls import of_node
        from bot.demo.app import Page, demo_app, server
        from bot.demo.figures import Register
        from bot.demo.seeding import Seeding

        keys = Carried(self._folder / NODE)
        past = HttpLink(f"https://{self._register}", NODE, keys.signing, of_node(keys.folder))
        seen = settings_of(keys=self._folder / "centre", node=NODE, store=settings["store"])
        register = Register(f"http://{self._console}", seen, past)
        parts.push_async_callback(register.close)
        seeding = Seeding(self._cast, self._number)
        page = Page(self._cast, link, register, seeding)
        await self._serve(server(demo_app(page, self._cast), self._cast.world), parts)
        parts.push_async_callback(self._end)  # while the bots are still answered
        await self._until(register.healthy)
        await asyncio.gather(*(self._until(partial(self._listening, bot)) for bot in self._cast.world.bots))
        if not self._stop.is_set():
            self._cast.open_doors()
            typer.echo(f"{self.url}/\nCtrl-C ends it.")
            self._beside(seeding.run(synthetic(self._number)), parts)

    def _make_keys(self, register_store: str) -> None:
        """Keys as in the field: the link goes by TLS, and the node's store is encrypted."""
        centre = make(self._folder / "centre", [HOST])
        public = carry(centre, NODE, self._folder / NODE).signing.public_key().public_bytes_raw()
        engine = store(register_store)
        enrol(engine, Vault(centre.sealing), NODE, public, self._cast.citizen_token, datetime.now(UTC))
        engine.dispose()

    def _settings(self, link: int) -> dict[str, str]:
        return {
            "telegram_api": self.url,
            "desk_token": self._cast.desk_token,
            "staff_chat": str(self._cast.staff_chat),
            "node": NODE,
            "store": str(self._folder / "node.db"),
            "register_store": str(self._folder / "register.db"),
            "register_url": f"https://{HOST}:{link}",
            "register_listen": self._register,
            "console_listen": self._console,
            "exact_counts": "true",
            "unreviewed": "true",
            "handles": f"@{CITIZENS}",
        }

    async def _serve(self, server: uvicorn.Server, parts: AsyncExitStack) -> None:
        serving = asyncio.create_task(server.serve(sockets=[self._page]))

        async def end() -> None:
            server.should_exit = True
            await serving

        parts.push_async_callback(end)

        async def started() -> bool:
            return server.started

        await self._until(started)

    async def _start(self, name: str, settings: dict[str, str], parts: AsyncExitStack) -> None:
        child = await start(name, self._folder, settings)
        self._children.append(child)
        self._beside(self._watch(child), parts)

    async def _watch(self, child: Child) -> None:
        ended = await child.ended()
        if not self._stop.is_set():
            self.ended = ended
            self._stop.set()

    def _beside(self, work: Coroutine[Any, Any, None], parts: AsyncExitStack) -> None:
        """Work that goes on beside everything else, until the demo ends."""
        task = asyncio.create_task(work)

        async def end() -> None:
            task.cancel()
            done = await asyncio.gather(task, return_exceptions=True)
            if isinstance(done[0], Exception):
                raise done[0]

        parts.push_async_callback(end)

    async def _end(self) -> None:
        # The node first: the register then has nobody left who waits for news.
        for group in (self._children[:1], self._children[1:]):
            await asyncio.gather(*(child.end() for child in group))

    async def _listening(self, bot: int) -> bool:
        """Whether this bot has asked for its updates."""
        return self._cast.world.bots[bot].queue.poller > 0

    async def _until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Until something holds, or the demo is to end."""
        while not (self._stop.is_set() or await holds()):
            await asyncio.sleep(GLANCE)


def play(port: int, people: int) -> None:
    """Run the demo until it is told to stop."""
    run(partial(_demo, port, people))


@asynccontextmanager
async def _demo(port: int, number: int, stop: asyncio.Event) -> AsyncIterator[None]:
    # A terminal that is closed ends the demo like Ctrl-C: its processes must not stay behind.
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, stop.set)
    async with AsyncExitStack() as parts:
        folder = Path(tempfile.mkdtemp(prefix="hamrah-demo-"))
        parts.callback(shutil.rmtree, folder)
        demo = Demo(port, number, folder, stop)
        await demo.begin(parts)
        yield
    if demo.ended is not None:
        raise demo.ended


def bound(port: int) -> socket.socket:
    """A socket of this machine's own at a port; Unset if somebody has it."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except (OSError, OverflowError):
        made.close()
        raise Unset(f"port {port} is taken on this machine: choose another with --port.") from None
    return made


def free() -> int:
    """A port that nobody has now."""
    with bound(0) as made:
        number: int = made.getsockname()[1]
        return number
