"""The processes that are measured, and what they used."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.compose.stores import store
from bot.keys import carry, make
from storage.slots import beside, made

ROOT = Path(__file__).parent.parent
HOST = "127.0.0.1"
PATH, SECRET, TOKEN = "/hook", "bench-secret-of-the-webhook", "4242:bench-bot"
PASSPHRASE = "a passphrase of the bench only"
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A process that serves on this port."""

    port: int
    process: psutil.Process

    def cpu(self) -> float:
        """Seconds of CPU that it used so far, all its threads together."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def rss(self) -> float:
        """Megabytes of memory that it holds."""
        return float(self.process.memory_info().rss) / 1e6


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


@contextlib.contextmanager
def started(port: int, *command: str, cwd: Path, **environment: str) -> Iterator[Server]:
    """Our own Python at work on this command, once it listens on the port, until the block ends."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    process = subprocess.Popen([sys.executable, *command], cwd=cwd, env=known)
    try:
        _wait(process, port)
        yield Server(port, psutil.Process(process.pid))
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def stand_in(cwd: Path) -> Iterator[Server]:
    """The Bot API that agrees to everything."""
    port = free_port()
    with started(port, "-m", "bench.stand_in", str(port), cwd=cwd) as server:
        yield server


@contextlib.contextmanager
def hamrah(api: int, cwd: Path) -> Iterator[Server]:
    """The real node in webhook mode over its own store; its link to the register is down."""
    port, nobody = free_port(), free_port()
    # Made here, because a node makes its tables once in its life and would carry the tool for it all day.
    centre = make(cwd / "centre", [HOST])
    carried = carry(centre, "node-1", cwd / "keys")
    key, slots = made("node-1", 1, bytes.fromhex(carried.sealing.public), PASSPHRASE)
    beside(str(cwd / "node.db")).write(slots)
    store(str(cwd / "node.db"), key).dispose()
    given = {
        "TELEGRAM_API": f"http://{HOST}:{api}",
        "CITIZEN_TOKEN": TOKEN,
        "STORE": str(cwd / "node.db"),
        "KEYS": str(carried.folder),
        "PASSPHRASE": PASSPHRASE,
        "REGISTER_URL": f"https://{HOST}:{nobody}",
        "WEBHOOK_URL": f"http://{HOST}:{port}{PATH}",
        "WEBHOOK_LISTEN": f"{HOST}:{port}",
        "WEBHOOK_SECRET": SECRET,
    }
    named = {f"HAMRAH_{name}": value for name, value in given.items()}
    with started(port, "-m", "bot", "node", cwd=cwd, **named) as server:
        yield server


@contextlib.contextmanager
def plain(api: int, cwd: Path) -> Iterator[Server]:
    """The ordinary bot."""
    port = free_port()
    command = ("-m", "bench.plain_bot", str(port), f"http://{HOST}:{api}", PATH, SECRET)
    with started(port, *command, cwd=cwd) as server:
        yield server


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
            return
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} did not start")
        time.sleep(0.05)
