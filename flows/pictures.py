"""Photos of papers and voice notes that are to be kept, as the centre sees them (domain.md §5.2; §5.4, D8; §8)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

# What a photo is until it is kept, and why it never will be where the photo itself is not at fault.
WAITING, KEPT, LOST, OVER = "waiting", "kept", "lost", "over"
VOICE = "voice."  # begins the name of a voice note among the photos

# How what was spoken begins, by the ending of its file; the channel's own are the first.
_SOUNDS = {"ogg": (b"OggS",), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")}
_MP4, _SPOKEN = b"ftyp", (b"M4A ", b"mp42", b"isom", b"3gp")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A photo to fetch: `file` is where the channel keeps it for the bot of this node; tries: in vain so far.

    paper: the kind that was asked about, "" if none was.
    """

    person: str
    photo: str
    node: str
    file: str
    tries: int
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What became of a photo or voice note: kept, waiting, lost (the channel has it no more), over, or its fault.

    question: which was open when a voice note came, by its own name.
    """

    person: str
    photo: str
    state: str
    kept_at: datetime | None
    seen_at: datetime | None
    question: str = ""


def sound(raw: bytes) -> str:
    """The ending of the file that this recording is, "" if it is none that staff could play."""
    if raw[4:8] == _MP4:
        return "m4a" if raw[8:12].startswith(_SPOKEN) else ""
    return next((ending for ending, begins in _SOUNDS.items() if raw.startswith(begins)), "")


class Pictures(Protocol):
    """Which photos and voice notes are to be fetched, and what becomes of each."""

    def wanted(self, at: datetime) -> list[Wanted]:
        """Photos that are to be fetched by now."""

    def keep(self, wanted: Wanted, jpeg: bytes, at: datetime) -> bool:
        """Keep a picture; False if meanwhile the person does not want it any more, or is erased."""

    def propose(self, wanted: Wanted, paper: str, answers: tuple[tuple[str, str], ...], at: datetime) -> bool:
        """Ask the person whether this is what stands in the zone of their paper; False if it is wanted no more."""

    def give_up(self, wanted: Wanted, why: str) -> bool:
        """Never try again; `why` is said to who asks for it."""

    def put_off(self, wanted: Wanted, at: datetime) -> None:
        """Try again later, each time after a longer while, and in the end no more."""
