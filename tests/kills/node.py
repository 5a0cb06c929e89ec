"""A whole node as a forked process: the real thing, without paying its imports at every start."""

import multiprocessing
import os
from multiprocessing.context import ForkServerProcess

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["bot.compose.node", "bot.compose.stores", "bot.running", "storage.turns"])


def live(log: str, given: dict[str, str]) -> None:
    """Be `hamrah node` until killed."""
    from bot.compose.node import node
    from bot.logs import set_up
    from bot.running import run
    from bot.settings import settings

    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(out, 2)
    set_up()
    known = settings(**given)
    run(lambda stop: node(known, stop))


def start(log: str, given: dict[str, str]) -> ForkServerProcess:
    """Start a node."""
    process = FORKS.Process(target=live, args=(log, given), daemon=True)
    process.start()
    return process


def kill(process: ForkServerProcess) -> None:
    """End it as a power cut would."""
    process.kill()
    process.join()
