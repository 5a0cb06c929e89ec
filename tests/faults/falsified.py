"""Batches as a thief, a rogue node or a bad line would make them of honest ones."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import zstandard

from storage.ledger import FIRST, Record
from storage.vault import Envelope
from storage.wire import LARGEST
from tests.keys import NODES
from tests.sync.forged import changed, lying, packed, said, signed, unknown_size

BOMB = 256 << 20
FIELDS: tuple[tuple[int, object], ...] = (
    (0, ""), (0, "node-2"), (1, 0), (1, "1"), (2, 0), (2, -1), (2, 2**63), (3, b""), (4, bytes(32)), (5, -1),
    (6, []), (6, [[b"x" * 8, 1, b""]]), (7, []), (7, None), (7, [[]]), (7, {}),
)  # fmt: skip
FRAMES = (b"", b"\x93", b"\x00\xff" * 100, b"\xc1" * 64, b"\x93\xa6node-1\xc4\x00\xc4\x00", b"\x91" * 50_000)


@dataclass(frozen=True, slots=True)
class Said:
    """What a node said: all of it in its order, what opens it, and how much of it the register has."""

    records: list[Record]
    opening: Mapping[tuple[str, str], Envelope]
    known: int

    def before(self, first: int) -> bytes:
        """The chain before the fact of this number."""
        return self.records[first - 2].chain if first > 1 else FIRST

    def some(self, chance: random.Random, low: int = 1, high: int = 0) -> list[Record]:
        """Some facts that follow on each other, the first of them numbered between these."""
        first = chance.randint(low, high or self.known)
        return self.records[first - 1 : chance.randint(first, len(self.records))]

    def batch(self, records: list[Record], previous: bytes | None = None) -> bytes:
        """These facts as the node would send them, its chain made to fit."""
        return said(self.before(records[0].seq) if previous is None else previous, records, self.opening)

    def again(self, chance: random.Random) -> bytes:
        """A batch that the register has."""
        first = chance.randint(1, self.known)
        return self.batch(self.records[first - 1 : chance.randint(first, self.known)])

    def honest(self, chance: random.Random) -> bytes:
        """A batch that the register would take, or has."""
        return self.batch(self.some(chance, high=self.known + 1))


Made = Callable[[random.Random, Said, Said], bytes]


def _flipped(chance: random.Random, frame: bytes) -> bytes:
    bad = bytearray(frame)
    for _ in range(chance.randint(1, 3)):
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    return bytes(bad) if bad != frame else _flipped(chance, frame)


def _cut(chance: random.Random, frame: bytes) -> bytes:
    return frame[: chance.randrange(len(frame))]


def _rewritten(chance: random.Random, ours: Said) -> bytes:
    """History told anew: one fact that the register has is another, and every hash after it fits."""
    records = ours.some(chance)
    at = chance.randrange(min(len(records), ours.known - records[0].seq + 1))
    old = records[at]
    new = chance.choice(
        (
            old._replace(body=_flipped(chance, old.body)),
            old._replace(said_at=old.said_at + chance.choice((-1, 1, 10**12))),
            old._replace(person=chance.randbytes(16).hex()),
            old._replace(id=chance.randbytes(16).hex()),
            old._replace(cause="another"),
            old._replace(kind="NoteRead" if old.kind != "NoteRead" else "NoteSent"),
        )
    )
    return ours.batch([*records[:at], new, *records[at + 1 :]])


def _next(ours: Said, **new: Any) -> bytes:
    """What the node has not sent yet, its first fact changed."""
    first, *others = ours.records[ours.known :]
    return ours.batch([first._replace(**new), *others])


def _moved(chance: random.Random, ours: Said, by: int) -> bytes:
    """Facts under other numbers."""
    records = ours.some(chance, 2)
    return ours.batch([each._replace(seq=max(1, each.seq + by)) for each in records], ours.before(records[0].seq))


def _late(chance: random.Random, ours: Said) -> bytes:
    return ours.batch(ours.some(chance, ours.known + 2, len(ours.records)))


@cache
def _bomb(size: int) -> bytes:
    """So many zeros, pressed piece by piece, so that only who unpacks them needs room for them."""
    press = zstandard.ZstdCompressor(level=3).compressobj(size=size)
    piece = bytes(1 << 20)
    return b"".join([*(press.compress(piece) for _ in range(size // len(piece))), press.flush()])


def _field(chance: random.Random, frame: bytes) -> bytes:
    number, value = chance.choice(FIELDS)
    return changed(frame, lambda fields: fields.__setitem__(number, value))


def _stranger(chance: random.Random, frame: bytes) -> bytes:
    node = chance.choice(("node-9", "desk", "", "node-1\0", "x" * 101, "node-3"))
    return signed(packed(frame), node, NODES[node])


# What it is made of, and by which words a node must learn of it.
FALSIFIED: dict[str, tuple[Made, set[str]]] = {
    "bits flipped": (lambda c, a, b: _flipped(c, a.honest(c)), {"MALFORMED", "NOT_SIGNED", "REVOKED"}),
    "cut short": (lambda c, a, b: _cut(c, a.honest(c)), {"MALFORMED"}),
    "followed by more": (lambda c, a, b: a.honest(c) + c.randbytes(c.randint(1, 99)), {"MALFORMED"}),
    "noise": (lambda c, a, b: c.choice(FRAMES), {"MALFORMED", "NOT_SIGNED"}),
    "noise that the node signed": (lambda c, a, b: signed(c.randbytes(200)), {"MALFORMED"}),
    "cut short and signed": (lambda c, a, b: signed(_cut(c, packed(a.honest(c)))), {"MALFORMED"}),
    "signed by another node": (
        lambda c, a, b: signed(packed(a.honest(c)), "node-1", NODES["node-2"]),
        {"NOT_SIGNED"},
    ),
    "another node's words": (lambda c, a, b: signed(packed(a.honest(c)), "node-2"), {"NOT_SIGNED"}),
    "of nobody we know": (lambda c, a, b: _stranger(c, a.honest(c)), {"NOT_SIGNED", "MALFORMED", "REVOKED"}),
    "on another chain": (lambda c, a, b: a.batch(a.some(c, high=a.known + 1), c.randbytes(32)), {"FORK"}),
    "with a gap": (lambda c, a, b: _late(c, a), {"GAP"}),
    "under other numbers": (lambda c, a, b: _moved(c, a, c.choice((-1, 1, 2))), {"FORK", "GAP"}),
    "history told anew": (lambda c, a, b: _rewritten(c, a), {"FORK"}),
    "in a new epoch again": (
        lambda c, a, b: a.batch([each._replace(epoch=2) for each in a.records[: c.randint(1, a.known)]], FIRST),
        {"FORK"},
    ),
    "of a kind only the centre says": (
        lambda c, a, b: _next(a, kind=c.choice(("CaseClaimed", "StaffReplied", "SeatHeld", "KeyMade"))),
        {"NOT_ADMITTED"},
    ),
    "another's person, met": (
        lambda c, a, b: _next(a, kind="PersonMet", person=b.records[0].person),
        {"NOT_ADMITTED"},
    ),
    "another's fact": (lambda c, a, b: _next(a, id=c.choice(b.records[: b.known]).id), {"FORK"}),
    "a field that cannot be": (lambda c, a, b: _field(c, a.honest(c)), {"MALFORMED", "NOT_SIGNED"}),
    "oversized": (lambda c, a, b: a.honest(c) + bytes(LARGEST), {"OVERSIZED"}),
    "a bomb": (lambda c, a, b: signed(_bomb(c.choice((BOMB, BOMB // 2)))), {"OVERSIZED", "MALFORMED"}),
    "more than it says": (
        lambda c, a, b: signed(c.choice((_bomb(1 << 20), unknown_size(bytes(100_000)), lying()))),
        {"OVERSIZED", "MALFORMED"},
    ),
    "nested": (
        lambda c, a, b: signed(zstandard.compress(c.choice((b"\x91", b"\x81")) * c.randint(1, 150_000))),
        {"MALFORMED"},
    ),
    "of other types": (
        lambda c, a, b: signed(zstandard.compress(msgspec.msgpack.encode(c.choice(({}, [], [1] * 8, "x", None))))),
        {"MALFORMED"},
    ),
}
