"""What travels between a node and the register, and what may go wrong on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flows.facts import Entry


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far a node's ledger is durably kept: the last number, and the hash over all up to it."""

    seq: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What a node hears from the centre after a position: the facts up to `position`, and the centre's time."""

    position: int
    at: datetime
    entries: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a node asks to be lent: its session's public key, and the slot that holds its store's key."""

    session: bytes
    generation: int
    sealed: bytes


class Refused(Exception):
    """The register does not take what it was sent.

    why: GAP, FORK, MALFORMED, OVERSIZED, NOT_SIGNED, NOT_ADMITTED, NO_ROOM or REVOKED; wanted: the number that
    must come next, 0 when that does not help.
    """

    def __init__(self, why: str, wanted: int = 0) -> None:
        super().__init__(f"refused: {why}" + (f", wanted {wanted}" if wanted else ""))
        self.why, self.wanted = why, wanted


class Revoked(Refused):
    """The node was taken from us, or given up: nothing more is taken from it or lent to it."""

    def __init__(self) -> None:
        super().__init__("REVOKED")


class Link(Protocol):
    """A node's way to the register; each call may take long, fail, or succeed without our hearing of it."""

    async def head(self, epoch: int, at: int | None = None) -> Receipt:
        """How far the register has our ledger, or what it has at an earlier number."""

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch; Refused if the register does not take it, LinkDown if nothing can be said."""

    async def feed(self, session: bytes, after: int, wait: float) -> bytes:
        """What the centre tells us after a position, sealed to this key; waits so many seconds for the first."""


class LinkDown(Exception):
    """No answer came: what was sent may or may not have arrived."""
