"""Bugs planted on purpose, each of which must turn its row red: a harness that stays green proves nothing.

They change the code of a process of the harness at its start (tests/faults/child.py), and nothing on the disk.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bug:
    """A bug, and the row that must see it."""

    row: str
    plant: Callable[[], None]


def _synchronous(name: str, number: str) -> Callable[[], None]:
    def plant() -> None:
        from storage import engine

        engine.PRAGMAS["synchronous"] = (name, number)

    return plant


BUGS: dict[str, Bug] = {
    "fsync-at-checkpoints-only": Bug("power", _synchronous("NORMAL", "1")),
}
