"""Photos of papers that people want to be kept, as the centre sees them (domain.md §5.4, D8; §8)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

# What a photo is until it is kept, and why it never will be where the photo itself is not at fault.
WAITING, KEPT, LOST, OVER = "waiting", "kept", "lost", "over"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A photo to fetch: `file` is where the channel keeps it for the bot of this node; tries: in vain so far."""

    person: str
    photo: str
    node: str
    file: str
    tries: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What became of a photo: kept, waiting, lost (the channel has it no more), over, or what is wrong."""

    person: str
    photo: str
    state: str
    kept_at: datetime | None
    seen_at: datetime | None


class Pictures(Protocol):
    """Which photos are to be fetched, and what becomes of each."""

    def wanted(self, at: datetime) -> list[Wanted]:
        """Photos that are to be fetched by now."""

    def keep(self, wanted: Wanted, jpeg: bytes, at: datetime) -> bool:
        """Keep a picture; False if meanwhile the person does not want it any more, or is erased."""

    def give_up(self, wanted: Wanted, why: str) -> bool:
        """Never try again; `why` is said to who asks for it."""

    def put_off(self, wanted: Wanted, at: datetime) -> None:
        """Try again later, each time after a longer while, and in the end no more."""
