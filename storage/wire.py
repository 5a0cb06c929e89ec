"""What crosses the link, as bytes: the one place where batches and feeds are written and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
import zstandard

from flows.facts import Entry, Fact, Source
from flows.link import Refused
from storage.codec import VERSION, decode, encode, kind
from storage.engine import micros, moment
from storage.errors import FactUnknown, FactUnreadable
from storage.ledger import chained

FACTS = 200
LARGEST = 256 * 1024
LEVEL = 9

# PostgreSQL keeps no NUL in words; the years end where datetime does.
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"^[^\x00]*$")]
Word = Annotated[str, msgspec.Meta(max_length=100, pattern=r"^[^\x00]*$")]
Count = Annotated[int, msgspec.Meta(ge=1, le=2**62)]
Time = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799_999_999)]
Hash = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
NUL = rb"\u0000"
# What msgspec raises at bytes that are not what was asked for; bad UTF-8 is a ValueError to it.
BROKEN = (msgspec.MsgspecError, ValueError, RecursionError, FactUnreadable)
WORDY = ("AnswerGiven", "MessageHeard", "StaffReplied")


class Malformed(Refused):
    """Bytes that are no batch, or a batch that does not hang together."""

    def __init__(self) -> None:
        super().__init__("MALFORMED")


class Oversized(Refused):
    """More than one batch may hold."""

    def __init__(self) -> None:
        super().__init__("OVERSIZED")


class UnknownFact(Refused):
    """A fact of a newer build than ours."""

    def __init__(self) -> None:
        super().__init__("UNKNOWN_FACT")


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts of one node in their order; `previous` is the chain before the first, their own follow from it."""

    node: str
    epoch: int
    first_seq: int
    previous: bytes
    entries: tuple[Entry, ...]


class _Said(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    id: Name
    person: Word
    kind: Name
    version: Count
    by: Source
    said_at: Time
    received_at: Time
    recorded_at: Time
    cause: Word
    body: bytes


class _Batch(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    epoch: Count
    first_seq: Count
    previous: Hash
    last: Hash
    facts: Annotated[list[_Said], msgspec.Meta(min_length=1, max_length=FACTS)]


class _Placed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    epoch: Count
    seq: Count
    position: Count
    chain: Hash
    said: _Said


_encode = msgspec.msgpack.Encoder().encode
_decode_batch = msgspec.msgpack.Decoder(_Batch).decode
_decode_feed = msgspec.msgpack.Decoder(Annotated[list[_Placed], msgspec.Meta(max_length=FACTS)]).decode


def encode_batch(previous: bytes, entries: Sequence[Entry]) -> bytes:
    """As many of these entries of one node as one batch may hold, at least the first."""
    first, last = entries[0], entries[-1]
    said = [_said(entry) for entry in entries]
    raw = _encode(_Batch(first.node, first.epoch, first.seq, previous, last.chain, said))
    if len(entries) > 1 and (len(raw) > LARGEST or len(entries) > FACTS):
        return encode_batch(previous, entries[: min(len(entries) // 2, FACTS)])
    return zstandard.compress(raw, LEVEL)


def decode_batch(body: bytes) -> Batch:
    """The batch again; Malformed, Oversized or UnknownFact if it cannot be."""
    try:
        batch = _decode_batch(_opened(body))
        return Batch(batch.node, batch.epoch, batch.first_seq, batch.previous, _chained(batch))
    except BROKEN:
        raise Malformed from None
    except FactUnknown:
        raise UnknownFact from None


def encode_feed(entries: Sequence[Entry]) -> bytes:
    """Entries of any nodes; Oversized if they must be fewer."""
    raw = _encode([_Placed(e.node, e.epoch, e.seq, e.position, e.chain, _said(e)) for e in entries])
    if len(raw) > LARGEST:
        raise Oversized
    return zstandard.compress(raw, LEVEL)


def decode_feed(body: bytes) -> list[Entry]:
    """The entries again, with the positions that the register gave them."""
    try:
        return [_entry(p.said, p.node, p.epoch, p.seq, p.position, p.chain) for p in _decode_feed(_opened(body))]
    except BROKEN:
        raise Malformed from None
    except FactUnknown:
        raise UnknownFact from None


def _opened(body: bytes) -> bytes:
    """The bytes before compression; their number is read before any room is made for them."""
    try:
        size = zstandard.frame_content_size(body)
        if size > LARGEST or len(body) > LARGEST:
            raise Oversized
        if size < 0:
            raise Malformed
        return zstandard.ZstdDecompressor().decompress(body, max_output_size=LARGEST, allow_extra_data=False)
    except zstandard.ZstdError:
        raise Malformed from None


def _said(entry: Entry) -> _Said:
    fact, name = entry.fact, kind(entry.fact.body)
    times = micros(fact.said_at), micros(fact.received_at), micros(entry.recorded_at)
    return _Said(fact.id, fact.person, name, VERSION[name], fact.by, *times, fact.cause, encode(fact.body))


def _chained(batch: _Batch) -> tuple[Entry, ...]:
    chain, entries = batch.previous, []
    for seq, said in enumerate(batch.facts, batch.first_seq):
        fact = _fact(said)
        chain = chained(chain, fact, batch.node, batch.epoch, seq)
        entries.append(Entry(fact, batch.node, batch.epoch, seq, moment(said.recorded_at), 0, chain))
    if chain != batch.last:
        raise Malformed
    return tuple(entries)


def _entry(said: _Said, node: str, epoch: int, seq: int, position: int, chain: bytes) -> Entry:
    return Entry(_fact(said), node, epoch, seq, moment(said.recorded_at), position, chain)


def _fact(said: _Said) -> Fact:
    if NUL in said.body and said.kind not in WORDY:
        raise Malformed
    body = decode(said.kind, said.version, said.body)
    return Fact(said.id, said.person, body, said.by, moment(said.said_at), moment(said.received_at), said.cause)
