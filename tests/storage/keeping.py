"""A store whose writer comes to a sudden end, again and again; and what must be in it then."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from sqlalchemy import Engine, func, select

from storage import ledger
from storage.engine import read
from storage.group import updates_done
from storage.rows import table
from storage.tables import FactRow, OutgoingRow

NODE = "N"
PATIENCE = 60.0
KEEPER = (sys.executable, "-m", "tests.storage.keeper")
Fault = Callable[[int], int]


def killed(pid: int) -> int:
    """End a process as a power cut would; returns when, in nanoseconds of the monotonic clock."""
    os.kill(pid, signal.SIGKILL)
    return time.monotonic_ns()


@dataclass(frozen=True, slots=True)
class Keeper:
    """The process that forks those who keep turns."""

    process: subprocess.Popen[str]

    def broken(self, first: int, after: float, fault: Fault = killed) -> set[int]:
        """Let a child keep turns, updates from `first` on, and `after` so many seconds break it by the fault.

        Returns the updates that it acknowledged before the moment that the fault returns.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{first}\n")
        self.process.stdin.flush()
        acknowledged: dict[int, int] = {}
        pid = struck = 0
        # Whatever hangs is ended, and its silence is an error below.
        late = Timer(PATIENCE, self.process.kill)
        late.start()
        for line in self.process.stdout:
            match line.split():
                case ["began", number]:
                    pid = int(number)
                case ["kept", update, at]:
                    acknowledged[int(update)] = int(at)
                    if not struck:
                        time.sleep(after)
                        struck = fault(pid)
                case ["ended"]:
                    late.cancel()
                    return {update for update, at in acknowledged.items() if at < struck}
        raise TimeoutError("the keeper of turns came to no end")


@contextmanager
def keeping(
    store: str, key: bytes = b"", command: Sequence[str] = KEEPER, log: Path = Path(os.devnull)
) -> Iterator[Keeper]:
    """A keeper of the store at this path, while the block runs."""
    given = [*command, store, *([key.hex()] if key else [])]
    pipe = subprocess.PIPE
    with (
        log.open("ab") as errors,
        subprocess.Popen(given, text=True, pipesize=1 << 20, stdin=pipe, stdout=pipe, stderr=errors) as process,
    ):
        try:
            yield Keeper(process)
        finally:
            process.kill()


def assert_kept(engine: Engine, acknowledged: set[int]) -> int:
    """Nothing acknowledged is lost, doubled or torn, and the chain holds; returns how many turns are kept."""
    with read(engine) as connection:
        done = updates_done(connection)
        lost = len(acknowledged - done)
        assert not lost, f"{lost} of {len(acknowledged)} acknowledged turns are lost"
        facts = ledger.verify(connection, NODE, 1).seq
        messages = connection.scalar(select(func.count()).select_from(table(OutgoingRow)))
        rows = connection.scalar(select(func.count()).select_from(table(FactRow)))
    assert (facts, messages, rows) == (len(done),) * 3, f"of {len(done)} turns: {facts} facts, {messages} messages"
    return len(done)
