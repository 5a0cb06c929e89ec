"""A bad line between two ends of this machine: slow, lossy, and sometimes not there at all.

Each end has a network of its own (a namespace), which a thread enters; nothing else on the machine is touched.
What is lost is lost where the line ends, so it has cost its time on it.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.keys import FAR_END

NEAR, FAR = "10.213.77.1", FAR_END
NEW_NET = 0x40000000
NAMES = ("near", "far")
COUNTER = "/sys/class/net/{}/statistics/tx_bytes"
_libc = ctypes.CDLL(None, use_errno=True)


def no_line() -> str:
    """What is missing here for such a line."""
    if os.geteuid() != 0:
        return "root, to lay a line"
    missing = [tool for tool in ("ip", "tc", "nft") if not shutil.which(tool)]
    return " and ".join(missing)


@dataclass(frozen=True, slots=True)
class Line:
    """A line between `near` and `far`."""

    tag: str

    @contextmanager
    def at(self, end: str) -> Iterator[None]:
        """Let this thread, and those that it starts, be at one end while the block runs."""
        with Path("/proc/thread-self/ns/net").open() as home, Path(f"/run/netns/{self.tag}-{end}").open() as there:
            _enter(there.fileno())
            try:
                yield
            finally:
                _enter(home.fileno())

    def up(self, *, there: bool) -> None:
        """Cut it, or mend it."""
        self._at("near", "ip", "link", "set", "near", "up" if there else "down")

    def spent(self) -> int:
        """The bytes that both ends have sent, with everything around them."""
        return sum(int(self._at(end, "cat", COUNTER.format(end))) for end in NAMES)

    def lay(self, kbits: int, loss: int, control: str) -> None:
        """Lay it: so fast, with so many of a hundred packets lost each way, and this congestion control."""
        near, far = (f"{self.tag}-{end}" for end in NAMES)
        _run("ip", "netns", "add", near)
        _run("ip", "netns", "add", far)
        _run("ip", "link", "add", "near", "netns", near, "type", "veth", "peer", "name", "far", "netns", far)
        for end, address in zip(NAMES, (NEAR, FAR), strict=True):
            self._at(end, "ip", "addr", "add", f"{address}/24", "dev", end)
            self._at(end, "ip", "link", "set", end, "up")
            shape = ("rate", f"{kbits}kbit", "burst", "4kb", "latency", "500ms")
            self._at(end, "tc", "qdisc", "add", "dev", end, "root", "tbf", *shape)
            rule = f'iifname "{end}" numgen random mod 100 < {loss} drop'
            table = f"table inet line {{ chain lost {{ type filter hook input priority 0; {rule}; }}; }}"
            self._at(end, "nft", table)
            self._at(end, "sysctl", "-qw", f"net.ipv4.tcp_congestion_control={control}")

    def remove(self) -> None:
        """Take it up."""
        for end in NAMES:
            subprocess.run(["ip", "netns", "del", f"{self.tag}-{end}"], check=False, capture_output=True)

    def _at(self, end: str, *command: str) -> str:
        return _run("ip", "netns", "exec", f"{self.tag}-{end}", *command)


@contextmanager
def line(kbits: int, loss: int, control: str) -> Iterator[Line]:
    """A line while the block runs."""
    made = Line(f"hamrah-{os.getpid()}")
    try:
        made.lay(kbits, loss, control)
        yield made
    finally:
        made.remove()


def _enter(space: int) -> None:
    if _libc.setns(space, NEW_NET) != 0:
        raise OSError(ctypes.get_errno(), "this thread cannot go to another network")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
