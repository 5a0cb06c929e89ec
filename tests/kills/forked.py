"""A whole node or register as a forked process: the real thing, without paying its imports at every start."""

import multiprocessing
import os
from multiprocessing.context import ForkServerProcess

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    ["bot.compose.node", "bot.compose.register", "bot.compose.stores", "bot.running", "storage.turns"]
)


def live(part: str, log: str, given: dict[str, str]) -> None:
    """Be `hamrah node` or `hamrah register` until killed."""
    from bot.compose.node import node
    from bot.compose.register import register
    from bot.compose.stores import store, vault
    from bot.logs import set_up
    from bot.running import run
    from bot.settings import settings

    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(out, 2)
    set_up()
    known = settings(**{"unreviewed": "true", **given})
    if part == "node":
        run(lambda stop: node(known, stop))
    else:
        engine = store(known.register_store)
        run(lambda stop: register(known, engine, vault(known), stop))


def start(part: str, log: str, given: dict[str, str]) -> ForkServerProcess:
    """Start a "node" or a "register"."""
    process = FORKS.Process(target=live, args=(part, log, given), daemon=True)
    process.start()
    return process


def kill(process: ForkServerProcess) -> None:
    """End it as a power cut would."""
    process.kill()
    process.join()
