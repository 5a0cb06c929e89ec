"""Everything at once: node and register are killed, the link is cut and the channel breaks while a crowd talks."""

import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.compose.stores import any_store, stored_entries, vault
from bot.sandbox.running import running
from bot.sandbox.world import World
from bot.settings import settings
from storage.concluded import CENTRE
from tests.faults.row import Row, Run
from tests.keys import PASSPHRASE, deployment
from tests.kills import forked
from tests.kills.crowd import BOT, Crowd
from tests.kills.killing import assert_said
from tests.processes import CITIZEN_TOKEN, free_port, until
from tests.relay import Relay

PEOPLE, AT_ONCE, A_MOMENT, SHARE, PATIENCE = 12, 2, 0.05, 0.04, 60.0
WEATHER = (
    {"method": "sendMessage", "kind": "5xx", "share": 0.1},
    {"method": "sendMessage", "kind": "drop", "share": 0.05, "after": True},
    {"method": "getUpdates", "kind": "drop", "share": 0.1},
)


class Stage:
    """A crowd, a channel, a node, a link and a register, each of which can fail."""

    def __init__(self, run: Run, parts: ExitStack) -> None:
        self.place, self.counts = run.place, Counter[str]()
        self.world = World(seed=run.seed)
        self.world.add_bot(CITIZEN_TOKEN, BOT, "Notes")
        self.crowd = Crowd(self.world, PEOPLE, run.seed, presses=True)
        api, port = parts.enter_context(running(self.world)), free_port()
        self.link = parts.enter_context(Relay(port))
        deployment(self.place, self.store("register"), "node-1", token=CITIZEN_TOKEN)
        at = {"register_listen": f"127.0.0.1:{port}", "console_listen": f"127.0.0.1:{free_port()}"}
        node = {"store": self.store("node"), "keys": str(self.place / "node-1"), "telegram_api": api}
        node |= {
            "register_url": f"https://127.0.0.1:{self.link.port}",
            "passphrase": PASSPHRASE,
            "citizen_token": CITIZEN_TOKEN,
        }
        self._given = {"node": node, "register": {"register_store": self.store("register"), **at}}
        self._given["register"]["keys"] = str(self.place / "centre")
        self._processes: dict[str, ForkServerProcess] = {}
        parts.callback(self.end)

    def store(self, part: str) -> str:
        """Where a part keeps what it knows."""
        return str(self.place / f"{part}.db")

    def start(self, part: str) -> None:
        """Start it, or start it again, as a power cut would."""
        if part in self._processes:
            forked.kill(self._processes[part])
        self._processes[part] = forked.start(part, str(self.place / f"{part}.log"), self._given[part])

    def end(self) -> None:
        """Nothing of it is left running."""
        for process in self._processes.values():
            forked.kill(process)

    def strike(self, chance: random.Random) -> None:
        """Let something fail, or come back."""
        faults: dict[str, Callable[[], None]] = {
            "node killed": lambda: self.start("node"),
            "register killed": lambda: self.start("register"),
            "link cut": self.link.cut,
            "link joined": self.link.join,
            "storm": lambda: self.world.faults.replace(list(WEATHER), chance.randrange(99)),
            "calm": lambda: self.world.faults.replace([]),
        }
        name = chance.choice([*faults])
        self.counts[name] += 1
        faults[name]()


def soak(run: Run) -> str:
    """Let everything fail for so many seconds; then all that was said is at the node, and at the register."""
    chance = run.chance
    with ExitStack() as parts:
        stage = Stage(run, parts)
        for part in ("register", "node"):
            stage.start(part)
        over = time.monotonic() + run.size
        while time.monotonic() < over:
            for _ in range(AT_ONCE):
                stage.crowd.act()
            if chance.random() < SHARE:
                stage.strike(chance)
            time.sleep(A_MOMENT)
        stage.world.faults.replace([])
        stage.link.join()
        [bot] = stage.world.bots.values()
        until(lambda: not bot.queue.count(), within=PATIENCE, what="the last update")
        facts = assert_said(stage.crowd, stage.store("node"), run.place / "centre")
        said = _ids(stage.store("node"), run.place)
        until(lambda: len(_ids(stage.store("register"), run.place)) >= len(said), within=PATIENCE, what="the sync")
        kept = _ids(stage.store("register"), run.place)
    assert kept[: len(said)] == said, f"{len(said)} facts were said and {len(kept)} are kept, or in another order"
    told = ", ".join(f"{count} x {name}" for name, count in sorted(stage.counts.items()))
    return f"{told}: {facts} facts, each once at node and register"


def _ids(store: str, place: Path) -> list[str]:
    centre = settings(keys=place / "centre")
    kept = stored_entries(any_store(centre, store), vault(centre))
    return [entry.fact.id for entry in kept if entry.node != CENTRE]


ROW = Row("soak", "19: all of it at once, in seconds", soak, small=3, large=600)
