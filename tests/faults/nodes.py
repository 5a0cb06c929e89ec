"""A whole deployment of real processes: Telegram, a register that lends keys, and a node on a disk of its own."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.ledger import whole
from bot.sandbox.running import running as sandbox
from bot.sandbox.world import World
from bot.settings import settings
from tests.faults.bugs import CHILD
from tests.keys import deployment
from tests.kills.crowd import BOT
from tests.processes import Process, answers, free_port, running, until

PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Field:
    """A node in the field, and what stands behind it."""

    world: World
    node: Process
    stores: tuple[str, str]
    keys: Path

    def taken(self, but: int = 0) -> None:
        """Wait until the node has confirmed all that was said, but for so many updates."""
        [bot] = self.world.bots.values()
        until(lambda: bot.queue.count() <= but, within=PATIENCE, what="the last update")

    def synced(self) -> list[dict[str, object]]:
        """Wait until the register has all that the node has, and return it."""
        said = len(self._ledger(self.stores[0]))
        until(lambda: len(self._ledger(self.stores[1])) >= said, within=PATIENCE, what="the last fact")
        return self._ledger(self.stores[1])

    def _ledger(self, store: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in whole(settings(keys=self.keys), store)]


@contextmanager
def field(place: Path, root: Path, token: str, seed: int) -> Iterator[Field]:
    """A node whose every file is below `root`; all else is in `place`."""
    world = World(seed=seed)
    world.add_bot(token, BOT, "Notes")
    centre = deployment(place, str(place / "register.db"), "node-1", token=token).folder
    shutil.move(place / "node-1", root / "keys")
    home = {name: str(root / name.lower()) for name in ("HOME", "TMPDIR")}
    for folder in home.values():
        Path(folder).mkdir()
    with ExitStack() as parts:
        api = parts.enter_context(sandbox(world))
        port, page = free_port(), f"127.0.0.1:{free_port()}"
        at_centre = {"register_store": str(place / "register.db"), "keys": str(centre)}
        listening = {"register_listen": f"127.0.0.1:{port}", "console_listen": page}
        register = Process("register", place / "register.log", **at_centre, **listening)
        at_node = {"store": str(root / "node.db"), "keys": str(root / "keys"), "telegram_api": api}
        at_node["register_url"] = f"https://127.0.0.1:{port}"
        node = Process("node", root / "node.log", **at_node)
        node.program = register.program = (*CHILD, "bot")
        node.other = home
        parts.enter_context(running(register))
        until(answers(f"http://{page}"), what="the register")
        parts.enter_context(running(node))
        stores = at_node["store"], at_centre["register_store"]
        yield Field(world, node, stores, centre)
