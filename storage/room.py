"""The room on the disk of a node's store: people are asked to wait before there is none, and some is in reserve.

Once SQLite finds its disk full it cannot even note that the register has what it sent, so a node would never get
rid of anything. Therefore a file of ballast lies beside the store, and is thrown off then.
"""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from storage.errors import StoreFull

BALLAST = 8 << 20
HIGH = 0.9  # of a disk; beyond it nobody new is heard
ENOUGH = 1 << 30  # bytes free with which even the largest disk is not short
LEAST = 1 << 18  # bytes free below which SQLite cannot work
GLANCE = 1.0

Look = Callable[[Path], tuple[int, int, int]]

log = structlog.get_logger()


class Room:
    """Watches the disk of one store. trouble: "", DISK_HIGH, or DISK_FULL once the ballast is thrown off."""

    def __init__(self, store: Path, *, size: int = BALLAST, look: Look = shutil.disk_usage) -> None:
        self.ballast = store.with_name(store.name + ".ballast")
        self.trouble = ""
        self._store, self._size, self._look = store, size, look
        self._lock = Lock()
        self._looked_at = self._tended_at = 0.0
        self._spent = False

    def begin(self) -> None:
        """Before the store is opened: take the reserve on board, or live on it."""
        self._store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _, used, free = self._look(self._store.parent)
        self._size = min(self._size, (used + free) // 16)
        if free < LEAST:
            self.spend()
        else:
            self.tend()

    def share(self) -> float:
        """Which share of the disk is free."""
        _, used, free = self._look(self._store.parent)
        return free / max(1, used + free)

    def is_short(self) -> bool:
        """Whether nobody new should be heard now; looks at the disk once a second at most."""
        now = time.monotonic()
        if now - self._looked_at >= GLANCE:
            self._looked_at = now
            self._note()
        return bool(self.trouble)

    def pass_by(self) -> None:
        """Tend it, but with the reserve on board once a second at most: else it were a good part of a commit."""
        now = time.monotonic()
        if self._spent or now - self._tended_at >= GLANCE:
            self._tended_at = now
            self.tend()

    def tend(self) -> None:
        """Take the reserve on board again, if it was thrown off and there is room."""
        self._note()
        if self.ballast.exists() or self.trouble == "DISK_FULL" or self._free() < 2 * self._size:
            return
        try:
            # Written out, because a hole or a row of zeros would weigh nothing on some file systems.
            with os.fdopen(os.open(self.ballast, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                file.write(os.urandom(self._size))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.ballast.unlink(missing_ok=True)
        else:
            self._spent = False

    def spend(self) -> None:
        """The disk is full: throw the reserve off, so that what must be written can be."""
        with self._lock:
            self._spent = True
            with suppress(OSError):
                self.ballast.unlink(missing_ok=True)
            if self.trouble != "DISK_FULL":
                self.trouble = "DISK_FULL"
                log.error("disk.full")

    def guard(self, engine: Engine) -> None:
        """Spend the reserve as soon as this store finds its disk full."""

        def failed(context: ExceptionContext) -> None:
            if isinstance(context.chained_exception, StoreFull):
                self.spend()

        event.listen(engine, "handle_error", failed)

    def _note(self) -> None:
        with self._lock:
            was = self.trouble
            full = was == "DISK_FULL" and self._high(beside=0 if self.ballast.exists() else self._size)
            self.trouble = "DISK_FULL" if full else "DISK_HIGH" if self._high() else ""
        if self.trouble != was:
            self._say()

    def _say(self) -> None:
        if self.trouble:
            log.warning("disk.high")
        else:
            log.warning("disk.well")

    def _high(self, beside: int = 0) -> bool:
        _, used, free = self._look(self._store.parent)
        return free - beside < min((1 - HIGH) * (used + free), ENOUGH)

    def _free(self) -> int:
        return self._look(self._store.parent)[2]
