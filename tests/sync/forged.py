"""Batches that no honest node would make."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.ledger import Record, linked
from storage.vault import Envelope
from storage.wire import SIGNED, encode_batch
from tests.keys import NODES


def signed(packed: bytes, node: str = "node-1", key: Ed25519PrivateKey | None = None) -> bytes:
    """A frame of a node around these bytes, signed with its own key or another."""
    return msgspec.msgpack.encode([node, (key or NODES[node]).sign(SIGNED + packed), packed])


def packed(body: bytes) -> bytes:
    """What is within a frame."""
    within: bytes = msgspec.msgpack.decode(body)[2]
    return within


def changed(body: bytes, change: Callable[[list[object]], object]) -> bytes:
    """The batch with its fields changed by the node itself."""
    fields = msgspec.msgpack.decode(zstandard.decompress(packed(body)))
    change(fields)
    return signed(zstandard.compress(msgspec.msgpack.encode(fields)))


def unknown_size(raw: bytes) -> bytes:
    """A frame that does not say how much it holds."""
    return zstandard.ZstdCompressor(write_content_size=False).compress(raw)


def lying() -> bytes:
    """A frame that promises less than it holds."""
    frame = bytearray(zstandard.compress(b"x" * 200))
    frame[5] = 10
    return bytes(frame)


def said(previous: bytes, records: Sequence[Record], opening: Mapping[tuple[str, str], Envelope]) -> bytes:
    """A batch of a node that says this now, its chain made to fit."""
    chain, fitting = previous, []
    for record in records:
        chain = linked(chain, record)
        fitting.append(record._replace(chain=chain))
    return encode_batch(previous, fitting, opening, NODES[records[0].node])
