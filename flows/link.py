"""What travels between a node and the register, and what may go wrong on the way."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far a node's ledger is durably kept: the last number, and the hash over all up to it."""

    seq: int
    chain: bytes


class Refused(Exception):
    """The register does not take what it was sent.

    why: GAP, FORK, MALFORMED, OVERSIZED, UNKNOWN_FACT or NOT_ADMITTED; wanted: the number that must come next,
    0 when that does not help.
    """

    def __init__(self, why: str, wanted: int = 0) -> None:
        super().__init__(f"refused: {why}" + (f", wanted {wanted}" if wanted else ""))
        self.why, self.wanted = why, wanted


class Link(Protocol):
    """A node's way to the register; each call may take long, fail, or succeed without our hearing of it."""

    async def head(self, node: str, epoch: int) -> Receipt:
        """How far the register has the node's ledger."""

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch; Refused if the register does not take it, LinkDown if nothing can be said."""

    async def feed(self, node: str, after: int, wait: float) -> tuple[int, bytes]:
        """The position reached and the facts up to it, b"" for none; waits so many seconds for the first."""


class LinkDown(Exception):
    """No answer came: what was sent may or may not have arrived."""
