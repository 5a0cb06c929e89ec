"""A disk of our own whose power can be cut: ext4 on a loop device, which only root can have."""

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


@dataclass(frozen=True, slots=True)
class Disk:
    """Where it is mounted, and the file that is the whole of it."""

    root: Path
    image: Path

    def cut(self, _: int = 0) -> int:
        """Cut its power: what has not reached it never will; returns the monotonic nanoseconds just before."""
        at = time.monotonic_ns()
        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, array.array("I", [NO_LOG_FLUSH]))
        finally:
            os.close(folder)
        return at

    def mount(self) -> None:
        """Give it power; ext4 mends itself from its journal."""
        subprocess.run(["mount", "-o", "loop", self.image, self.root], check=True, capture_output=True)

    def unmount(self) -> None:
        """Take it out, once nobody uses it any more."""
        for _ in range(100):
            if subprocess.run(["umount", self.root], check=False, capture_output=True).returncode == 0:
                return
            time.sleep(0.02)
        raise TimeoutError(f"{self.root} is still used")

    def put(self, file: Path, name: str) -> Path:
        """Lay a file on it, so that it is there after a cut."""
        target = self.root / name
        shutil.copy(file, target)
        for path in (target, self.root):
            opened = os.open(path, os.O_RDONLY)
            os.fsync(opened)
            os.close(opened)
        return target


@contextmanager
def disk(place: Path, megabytes: int) -> Iterator[Disk]:
    """A fresh disk in this folder, mounted while the block runs."""
    made = Disk(place / "disk", place / "disk.img")
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
