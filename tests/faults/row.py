"""A row of the fault matrix: what is broken on purpose, how often, and what must hold all the same."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a row: how often it breaks things, by which seed, and a folder of its own."""

    seed: int
    size: int
    place: Path

    @property
    def chance(self) -> random.Random:
        """The same chances for the same seed."""
        return random.Random(self.seed)

    @property
    def log(self) -> Path:
        """Where its processes log."""
        return self.place / "log"


def nothing() -> str:
    """What a row needs that this machine has not: nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Row:
    """One fault.

    act: breaks things and returns the figures that were reached, AssertionError if something did not hold;
    small, large: how often in a test, 0 for not at all, and in a night; lacks: what this machine has not for it.
    """

    name: str
    faults: str
    act: Callable[[Run], str]
    small: int
    large: int
    lacks: Callable[[], str] = nothing
