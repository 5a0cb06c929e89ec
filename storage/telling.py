"""What the centre tells a node: signed by the centre, and sealed to a key that the node made at its start."""

from typing import Annotated

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from flows.facts import Entry, Fact, Source
from flows.link import Told
from storage.codec import VERSION, decode, encode, kind
from storage.engine import micros, moment
from storage.errors import FactUnknown, FactUnreadable
from storage.vault import SUITE, seal_whole
from storage.wire import BROKEN, FACTS, Count, Forged, Malformed, Name, Oversized, Time, Version, Word, unpacked

LARGEST = 256 * 1024
LEVEL = 9
SIGNED = b"hamrah told 1\0"


class _Fact(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    epoch: Count
    seq: Count
    position: Count
    id: Name
    person: Word
    kind: Name
    version: Version
    by: Source
    said_at: Time
    received_at: Time
    recorded_at: Time
    cause: Word
    chain: bytes
    body: bytes


class _Told(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    node: Name
    after: Annotated[int, msgspec.Meta(ge=0)]
    position: Annotated[int, msgspec.Meta(ge=0)]
    at: Time
    facts: Annotated[list[_Fact], msgspec.Meta(max_length=FACTS)]


class _Frame(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    signature: Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
    sealed: bytes


_encode = msgspec.msgpack.Encoder().encode
_decode_frame = msgspec.msgpack.Decoder(_Frame).decode
_decode_told = msgspec.msgpack.Decoder(_Told).decode


def tell(told: Told, node: str, after: int, session: bytes, key: Ed25519PrivateKey) -> bytes:
    """The frame for a node that asked what comes after a position; Oversized if it must be told less at a time."""
    raw = _encode(_Told(node, after, told.position, micros(told.at), [_fact(entry) for entry in told.entries]))
    if len(raw) > LARGEST:
        raise Oversized
    sealed = seal_whole(session, zstandard.compress(raw, LEVEL), _use(node))
    return _encode(_Frame(key.sign(SIGNED + sealed), sealed))


class Session:
    """A node's key for as long as it runs: what it was told cannot be read by who takes the machine later."""

    def __init__(self, node: str, centre: Ed25519PublicKey) -> None:
        self._node, self._centre = node, centre
        self._key = X25519PrivateKey.generate()

    @property
    def public(self) -> bytes:
        """What the centre seals to."""
        return self._key.public_key().public_bytes_raw()

    def opened(self, sealed: bytes, use: bytes) -> bytes:
        """Bytes that the centre sealed to us for this use; Forged if it did not."""
        try:
            return SUITE.decrypt(sealed, self._key, use)
        except (InvalidTag, ValueError):
            raise Forged from None

    def heard(self, frame: bytes, after: int) -> Told:
        """What the centre told us after a position; Forged or Malformed if it was not the centre, or not to us."""
        try:
            framed = _decode_frame(frame)
            self._centre.verify(framed.signature, SIGNED + framed.sealed)
            told = _decode_told(unpacked(self.opened(framed.sealed, _use(self._node)), LARGEST))
            # An answer to another question, replayed, would make us skip what lies between.
            if told.node != self._node or told.after != after or told.position < after:
                raise Forged
            return Told(told.position, moment(told.at), [_entry(fact) for fact in told.facts])
        except InvalidSignature:
            raise Forged from None
        except (*BROKEN, FactUnreadable, FactUnknown):
            raise Malformed from None


def _fact(entry: Entry) -> _Fact:
    fact, name = entry.fact, kind(entry.fact.body)
    place = (
        entry.node,
        entry.epoch,
        entry.seq,
        entry.position,
        fact.id,
        fact.person,
        name,
        VERSION[name],
        fact.by,
    )
    times = (micros(fact.said_at), micros(fact.received_at), micros(entry.recorded_at))
    return _Fact(*place, *times, fact.cause, entry.chain, encode(fact.body))


def _entry(told: _Fact) -> Entry:
    body = decode(told.kind, told.version, told.body)
    times = moment(told.said_at), moment(told.received_at)
    fact = Fact(told.id, told.person, body, told.by, *times, told.cause)
    return Entry(fact, told.node, told.epoch, told.seq, moment(told.recorded_at), told.position, told.chain)


def _use(node: str) -> bytes:
    return b"hamrah told 1 " + node.encode()
