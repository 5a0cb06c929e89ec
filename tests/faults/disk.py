"""Disks whose power can be cut: ext4 on a loop device, which only root can have, or a cache under SQLite."""

import array
import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.faults.cache import ROOM
from tests.storage.keeping import killed

SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
NO_LOG_FLUSH = 2
MEGABYTE = 1 << 20


def no_disk() -> str:
    """What is missing here for such a disk."""
    if os.geteuid() != 0:
        return "root, to mount a disk"
    if not Path("/dev/loop-control").exists():
        return "loop devices"
    return "" if shutil.which("mkfs.ext4") else "mkfs.ext4"


class Disk(Protocol):
    """A disk; root: where its files are; through: by what module a process uses it, and its argument."""

    @property
    def root(self) -> Path: ...

    @property
    def through(self) -> tuple[str, ...]: ...

    def cut(self, pid: int) -> int:
        """Cut its power: what has not reached it never will; returns the monotonic nanoseconds just before."""

    def power(self) -> None:
        """Give it power again, once nobody uses it any more."""

    def put(self, file: Path, name: str) -> None:
        """Lay a file on it, so that it is there after a cut."""

    def leave(self, room: int) -> None:
        """Take all of it but so many bytes."""

    def give(self) -> None:
        """Give back what was taken."""


@dataclass(frozen=True, slots=True)
class LoopDisk:
    """ext4 in a file; ballast: what takes its room."""

    root: Path
    image: Path
    through = ()

    def cut(self, _: int) -> int:
        """Shut it down, with nothing flushed."""
        at = time.monotonic_ns()
        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, array.array("I", [NO_LOG_FLUSH]))
        finally:
            os.close(folder)
        return at

    def power(self) -> None:
        """Mount it anew; ext4 mends itself from its journal."""
        for _ in range(100):
            if subprocess.run(["umount", self.root], check=False, capture_output=True).returncode == 0:
                return self.mount()
            time.sleep(0.02)
        raise TimeoutError(f"{self.root} is still used")

    def mount(self) -> None:
        """Mount it."""
        subprocess.run(["mount", "-o", "loop", self.image, self.root], check=True, capture_output=True)

    def put(self, file: Path, name: str) -> None:
        """Copy it and wait until it is there."""
        target = self.root / name
        shutil.copy(file, target)
        for path in (target, self.root):
            opened = os.open(path, os.O_RDONLY)
            os.fsync(opened)
            os.close(opened)

    def leave(self, room: int) -> None:
        """Take it with one file."""
        free = os.statvfs(self.root)
        with self._ballast.open("wb") as taken:
            os.posix_fallocate(taken.fileno(), 0, max(1, free.f_bavail * free.f_frsize - room))

    def give(self) -> None:
        """Remove that file."""
        self._ballast.unlink()

    @property
    def _ballast(self) -> Path:
        return self.root / "ballast"


@dataclass(frozen=True, slots=True)
class CachedDisk:
    """What SQLite writes is in a cache, and only what has passed it on the platter (tests/faults/cache.py)."""

    place: Path

    @property
    def root(self) -> Path:
        return self.place / "cache"

    @property
    def platter(self) -> Path:
        """What has reached the disk."""
        return self.place / "platter"

    @property
    def through(self) -> tuple[str, ...]:
        return ("tests.faults.cache", str(self.platter))

    def cut(self, pid: int) -> int:
        """End who writes; what is in the cache is lost when there is power again."""
        return killed(pid)

    def power(self) -> None:
        """Begin with what is on the platter."""
        shutil.rmtree(self.root)
        shutil.copytree(self.platter, self.root)

    def put(self, file: Path, name: str) -> None:
        """Begin with this file alone."""
        for folder in (self.platter, self.root):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            shutil.copy(file, folder / name)

    def leave(self, room: int) -> None:
        """Say it to the cache of whoever begins to write next."""
        (self.place / ROOM).write_text(str(room))

    def give(self) -> None:
        """Unsay it."""
        (self.place / ROOM).unlink()


@contextmanager
def disk(place: Path, megabytes: int) -> Iterator[LoopDisk]:
    """A fresh disk in this folder, mounted while the block runs."""
    made = LoopDisk(place / "disk", place / "disk.img")
    made.root.mkdir()
    with made.image.open("wb") as image:
        image.truncate(megabytes * MEGABYTE)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", made.image], check=True, capture_output=True)
    made.mount()
    try:
        yield made
    finally:
        if made.root.is_mount():
            # Whoever still holds a file of it after a failure must not keep it here.
            subprocess.run(["umount", "--lazy", made.root], check=True, capture_output=True)


@contextmanager
def any_disk(place: Path, megabytes: int) -> Iterator[Disk]:
    """A disk of its own where this machine can have one, or else a cached one."""
    if no_disk():
        yield CachedDisk(place)
        return
    with disk(place, megabytes) as made:
        yield made
