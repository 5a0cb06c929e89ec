"""Real Hamrah processes for tests: started, waited for, killed, and never left behind."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import httpx

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
PORTS = (20_000, 32_000)
CITIZEN_TOKEN = "700001:citizens-bot-of-the-tests"
DESK_TOKEN = "700002:desk-bot-of-the-tests"
SECRET = "a-secret-of-the-tests-only"


def free_port() -> int:
    """A port that nothing listens on, below those that the machine gives to outgoing connections by itself."""
    while True:
        port = random.randrange(*PORTS)
        with socket.socket() as free, contextlib.suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port


def until(look: Callable[[], T | None], *, within: float = PATIENCE, what: str = "it") -> T:
    """What `look` finds as soon as it is true; TimeoutError names what never came."""
    deadline = time.monotonic() + within
    while not (found := look()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {within} s")
        time.sleep(0.02)
    return found


class Process:
    """One `hamrah` command; its log goes to a file that a failing test can show.

    program: what stands before the command; other: variables that are not Hamrah's own.
    """

    def __init__(self, command: str, log: Path, **environment: str) -> None:
        self.command, self._log = command, log
        self.program: Sequence[str] = (sys.executable, "-m", "bot")
        self.other: Mapping[str, str] = {}
        given = {"unreviewed": "true", **environment}
        self._environment = {f"HAMRAH_{name.upper()}": value for name, value in given.items()}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, with nothing of this process's own settings."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("HAMRAH_")}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self.program, self.command],
                cwd=ROOT,
                env={**clean, **self.other, **self._environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()

    def stop(self) -> int:
        """End it in order; its exit code."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def ended(self, within: float = PATIENCE) -> int:
        """The exit code with which it ends by itself."""
        if self._process is None:
            raise RuntimeError("it was not started")
        return self._process.wait(within)

    def log(self) -> str:
        """What it logged."""
        return self._log.read_text()


@contextlib.contextmanager
def running(*processes: Process) -> Iterator[None]:
    """These processes while the block runs."""
    try:
        for process in processes:
            process.start()
        yield
    finally:
        for process in reversed(processes):
            process.kill()


def answers(url: str) -> Callable[[], bool]:
    """Whether a server at this URL is well."""

    def look() -> bool:
        try:
            return httpx.get(f"{url}/health", trust_env=False, timeout=1).is_success
        except httpx.HTTPError:
            return False

    return look
