"""What crosses the link, as bytes: the one place where batches and feeds are written and read.

A frame is a node's name, its Ed25519 signature, and what it signs: a zstd-compressed batch. The name is read
first, the signature checked second, and only then is room made for what was compressed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from flows.facts import Source
from flows.link import Refused
from storage.ledger import Record, linked
from storage.vault import Envelope

FACTS = 200
USUAL = 32 * 1024  # bytes of a frame, unless one fact alone is longer
LARGEST = 64 * 1024
UNPACKED = 160 * 1024
LEVEL = 9
SIGNED = b"hamrah batch 1\0"

# PostgreSQL keeps no NUL in words; the years end where datetime does.
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"^[^\x00]*$")]
Word = Annotated[str, msgspec.Meta(max_length=100, pattern=r"^[^\x00]*$")]
Count = Annotated[int, msgspec.Meta(ge=1, le=2**62)]
Version = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
Time = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799_999_999)]
Lapse = Annotated[int, msgspec.Meta(ge=-(2**58), le=2**58)]
Hash = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Body = Annotated[bytes, msgspec.Meta(min_length=32)]
# A random id is 32 hex digits almost always, and then goes as the 16 bytes that it means; any other word goes
# between bytes that UTF-8 does not have.
Id = Annotated[bytes, msgspec.Meta(min_length=2, max_length=404)]
ODD = b"\xff"
HEX = re.compile(r"[0-9a-f]{32}")
PLAIN = 16
LAST = 253_402_300_799_999_999
# What msgspec raises at bytes that are not what was asked for; bad UTF-8 is a ValueError to it.
BROKEN = (msgspec.MsgspecError, ValueError, RecursionError)


class Malformed(Refused):
    """Bytes that are no batch, or a batch that does not hang together."""

    def __init__(self) -> None:
        super().__init__("MALFORMED")


class Oversized(Refused):
    """More than one batch may hold."""

    def __init__(self) -> None:
        super().__init__("OVERSIZED")


class Forged(Refused):
    """Nobody whom the register knows signed this."""

    def __init__(self) -> None:
        super().__init__("NOT_SIGNED")


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts of one node in their order, with what opens them; `previous` is the chain before the first."""

    node: str
    epoch: int
    first_seq: int
    previous: bytes
    envelopes: tuple[Envelope, ...]
    records: tuple[Record, ...]


class _Frame(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    signature: Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
    packed: bytes


class _Envelope(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    id: Annotated[bytes, msgspec.Meta(min_length=8, max_length=8)]
    generation: Version
    key: Annotated[bytes, msgspec.Meta(min_length=48, max_length=256)]


class _Said(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A record but for its place; recorded_at is counted from the batch's first, the others from recorded_at."""

    id: Id
    person: Id
    kind: Name
    version: Version
    by: Source
    recorded_at: Lapse
    received_at: Lapse
    said_at: Lapse
    cause: Word
    envelope: Annotated[int, msgspec.Meta(ge=0, le=FACTS)]
    body: Body


class _Batch(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    epoch: Count
    first_seq: Count
    previous: Hash
    last: Hash
    since: Time
    envelopes: Annotated[list[_Envelope], msgspec.Meta(max_length=FACTS)]
    facts: Annotated[list[_Said], msgspec.Meta(min_length=1, max_length=FACTS)]


_encode = msgspec.msgpack.Encoder().encode
_decode_frame = msgspec.msgpack.Decoder(_Frame).decode
_decode_batch = msgspec.msgpack.Decoder(_Batch).decode


def encode_batch(
    previous: bytes,
    records: Sequence[Record],
    envelopes: Mapping[tuple[str, str], Envelope],
    key: Ed25519PrivateKey,
) -> bytes:
    """As many of these records of one node as one frame may hold, at least the first, signed by the node."""
    packed = zstandard.compress(_encode(_batch(previous, records, envelopes)), LEVEL)
    if len(records) > 1 and (len(packed) > USUAL - 200 or len(records) > FACTS):
        return encode_batch(previous, records[: min(len(records) // 2, FACTS)], envelopes, key)
    return _encode(_Frame(records[0].node, key.sign(SIGNED + packed), packed))


def decode_batch(frame: bytes, public_of: Callable[[str], Ed25519PublicKey | None]) -> Batch:
    """The batch again; Oversized, Malformed or Forged if it cannot be."""
    if len(frame) > LARGEST:
        raise Oversized
    try:
        framed = _decode_frame(frame)
    except BROKEN:
        raise Malformed from None
    public = public_of(framed.node)
    if public is None:
        raise Forged
    try:
        public.verify(framed.signature, SIGNED + framed.packed)
        batch = _decode_batch(unpacked(framed.packed, UNPACKED))
        if batch.node != framed.node:
            raise Forged
        return _whole(batch)
    except InvalidSignature:
        raise Forged from None
    except BROKEN:
        raise Malformed from None


def unpacked(packed: bytes, most: int) -> bytes:
    """The bytes before compression; their number is read before any room is made for them."""
    try:
        size = zstandard.frame_content_size(packed)
        if size > most:
            raise Oversized
        if size < 0:
            raise Malformed
        return zstandard.ZstdDecompressor().decompress(packed, max_output_size=most, allow_extra_data=False)
    except zstandard.ZstdError:
        raise Malformed from None


def _batch(previous: bytes, records: Sequence[Record], envelopes: Mapping[tuple[str, str], Envelope]) -> _Batch:
    first, last = records[0], records[-1]
    used = {record.envelope: 0 for record in records if record.envelope}
    numbers = {name: number for number, name in enumerate(used, 1)}
    opening = [envelopes[first.node, name] for name in numbers]
    sealed = [_Envelope(bytes.fromhex(each.id), each.generation, each.key) for each in opening]
    said = [_said(record, first.recorded_at, numbers.get(record.envelope, 0)) for record in records]
    return _Batch(first.node, first.epoch, first.seq, previous, last.chain, first.recorded_at, sealed, said)


def _said(record: Record, since: int, envelope: int) -> _Said:
    at = record.recorded_at
    return _Said(
        _short(record.id),
        _short(record.person),
        record.kind,
        record.version,
        Source(record.by),
        at - since,
        record.received_at - at,
        record.said_at - at,
        record.cause,
        envelope,
        record.body,
    )


def _whole(batch: _Batch) -> Batch:
    envelopes = tuple(Envelope(each.id.hex(), each.generation, each.key) for each in batch.envelopes)
    names = ["", *(each.id for each in envelopes)]
    chain, records = batch.previous, []
    for seq, said in enumerate(batch.facts, batch.first_seq):
        record = _record(batch, seq, said, names)
        chain = linked(chain, record)
        records.append(record._replace(chain=chain))
    if chain != batch.last:
        raise Malformed
    return Batch(batch.node, batch.epoch, batch.first_seq, batch.previous, envelopes, tuple(records))


def _record(batch: _Batch, seq: int, said: _Said, names: Sequence[str]) -> Record:
    if said.envelope >= len(names) or (not said.envelope and len(said.body) != len(batch.previous)):
        raise Malformed
    at = batch.since + said.recorded_at
    times = (at + said.said_at, at + said.received_at, at)
    if not all(0 <= time <= LAST for time in times):
        raise Malformed
    place = (batch.node, batch.epoch, seq, 0, _long(said.id), _long(said.person))
    how = (said.kind, said.version, said.by.value, *times, said.cause, names[said.envelope], said.body, b"")
    return Record._make((*place, *how))


def _short(name: str) -> bytes:
    if HEX.fullmatch(name):
        return bytes.fromhex(name)
    odd = ODD + name.encode() + ODD
    return odd + ODD if len(odd) == PLAIN else odd


def _long(name: bytes) -> str:
    if len(name) == PLAIN:
        return name.hex()
    word = name.strip(ODD).decode()
    if "\0" in word:
        raise Malformed
    return word
