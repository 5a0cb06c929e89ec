"""What becomes of a photo, and how the worker that looked at it says so."""

from dataclasses import dataclass
from enum import StrEnum
from struct import Struct

RAW = 20 * 2**20  # bytes; the most that Telegram's getFile gives
PIXELS = 50_000_000
SIDE = 2400  # pixels; the two lines at the foot of a passport are still read easily
HEADER = Struct(">HHI")  # width, height, length of what follows; no width: a reason follows
LONGEST = SIDE * SIDE * 3  # no JPEG of ours is longer than its pixels
BEGINS, ENDS = b"\xff\xd8\xff", b"\xff\xd9"


class Why(StrEnum):
    """Why a photo is not kept; each is for its sender to mend, by another photo or by words."""

    TOO_LARGE = "too_large"
    NOT_AN_IMAGE = "not_an_image"  # or of a kind that we do not open
    NOT_SPOKEN = "not_spoken"  # a voice note that is no recording
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"  # it ends too soon, or is not what it begins as
    TOO_SLOW = "too_slow"
    TOO_HUNGRY = "too_hungry"
    CRASHED = "crashed"  # the worker died over it, was killed, or spoke nonsense


@dataclass(frozen=True, slots=True)
class Clean:
    """A photo made anew from its pixels: a JPEG, upright, its longer side at most SIDE pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A photo that is not kept."""

    why: Why


def pack(verdict: Clean | Refused) -> bytes:
    """A verdict as the worker writes it: HEADER, then the JPEG or the reason."""
    match verdict:
        case Clean(jpeg, width, height):
            return HEADER.pack(width, height, len(jpeg)) + jpeg
        case Refused(why):
            return HEADER.pack(0, 0, len(why)) + why.encode()


def unpack(width: int, height: int, body: bytes) -> Clean | Refused:
    """A verdict as the worker wrote it; ValueError if it is none, for a worker may have been taken over."""
    if not width:
        return Refused(Why(body.decode()))
    if not (0 < width <= SIDE and 0 < height <= SIDE and body.startswith(BEGINS) and body.endswith(ENDS)):
        raise ValueError("not a verdict")
    return Clean(body, width, height)
