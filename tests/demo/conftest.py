"""One demo for the whole run, and what a test may ask of it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.demo.demo import free

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


@dataclass(frozen=True)
class Played:
    """A demo at work: its process, its page, and the folder under which it made its own."""

    process: "subprocess.Popen[str]"
    url: str
    page: httpx.Client
    folder: Path

    def state(self) -> Json:
        """What the page shows now."""
        told: Json = self.page.get("/demo/state").raise_for_status().json()
        return told

    def switch(self, *, up: bool) -> None:
        """Join the link or cut it."""
        assert self.page.post("/demo/link", json={"up": up}).json() == {"up": up}

    def until(self, holds: Callable[[Json], bool], seconds: float = 60) -> Json:
        """The first state in which something holds."""
        deadline = time.monotonic() + seconds
        while not holds(state := self.state()):
            assert time.monotonic() < deadline, state
            time.sleep(0.1)
        return state


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("demo")
    with started(folder, "--port", str(free()), "--people", "5") as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert process.stdout.readline() == "Ctrl-C ends it.\n"
        with httpx.Client(base_url=url, timeout=30, trust_env=False) as page:
            yield Played(process, url, page, folder)
        process.terminate()
        process.wait(30)


def children(of: int) -> dict[int, str]:
    """The processes that a process started: their ids, and what each was asked to do."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    return {int(pid): asked.rpartition(" ")[2] for pid, parent, asked in rows if int(parent) == of}


def alive(pid: int) -> bool:
    """Whether a process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def started(folder: Path, *options: str) -> "subprocess.Popen[str]":
    """`hamrah demo` as a process, which makes its temporary folder in this one."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", *options],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
