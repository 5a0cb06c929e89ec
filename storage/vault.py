"""Sealing what people say to the register's key, and opening it there.

An envelope is a data key made in memory and sealed once by HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM). It
serves for at most five minutes and is then forgotten, so whoever takes a running node reads at most what the last
minutes said. Several generations of the register's key open side by side while one takes over from another.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from threading import Lock
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from storage.errors import SealBroken
from storage.packing import pack, unpack

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
LIFE = 300.0
MOST = 1 << 32
FORMAT = b"\x01"
PLACE = len(FORMAT) + 4
KEY = 32
OPEN_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Envelope:
    """A data key, sealed to one generation of the register's key; `id` is random."""

    id: str
    generation: int
    key: bytes


class Seal:
    """Seals to a register, whose public key is all it has: what it sealed it cannot open."""

    def __init__(self, generation: int, public: bytes, clock: Callable[[], float] = time.monotonic) -> None:
        self._generation, self._public, self._clock = generation, public, clock
        self._lock = Lock()
        self._begin()

    @property
    def generation(self) -> int:
        """The generation of the key it seals to."""
        return self._generation

    def seal(self, raw: bytes, about: bytes) -> tuple[Envelope, bytes]:
        """The body sealed, with the envelope that opens it; `about` is in clear but bound to it."""
        with self._lock:
            number = next(self._numbers)
            if self._clock() >= self._until or number >= MOST:
                self._begin()
                number = next(self._numbers)
            cipher, envelope = self._cipher, self._envelope
        sealed = cipher.encrypt(number.to_bytes(12, "big"), pack(raw), about)
        return envelope, FORMAT + number.to_bytes(4, "big") + sealed

    def seal_alone(self, raw: bytes, use: bytes) -> bytes:
        """Bytes with no envelope beside them, sealed for this use only."""
        return self._generation.to_bytes(4, "big") + seal_whole(self._public, raw, use)

    def rest(self) -> None:
        """Forget a data key that has served its time, even if nobody speaks."""
        with self._lock:
            if self._clock() >= self._until:
                self._begin()

    def turn_to(self, generation: int, public: bytes) -> None:
        """Seal to a newer key from now on; an older one changes nothing."""
        with self._lock:
            if generation > self._generation:
                self._generation, self._public = generation, public
                self._begin()

    def _begin(self) -> None:
        key, name = AESGCM.generate_key(KEY * 8), os.urandom(8).hex()
        sealed = SUITE.encrypt(key, X25519PublicKey.from_public_bytes(self._public), _use(name))
        self._cipher, self._envelope = AESGCM(key), Envelope(name, self._generation, sealed)
        self._numbers, self._until = count(), self._clock() + LIFE


class Vault(Seal):
    """A register's keys, by generation: seals to the newest, opens all."""

    def __init__(self, keys: Mapping[int, bytes], clock: Callable[[], float] = time.monotonic) -> None:
        self._keys = {number: X25519PrivateKey.from_private_bytes(raw) for number, raw in keys.items()}
        newest = max(self._keys)
        super().__init__(newest, self._keys[newest].public_key().public_bytes_raw(), clock)
        self._opened = lru_cache(OPEN_AT_ONCE)(self._cipher_of)

    @classmethod
    def new(cls, generations: Iterable[int] = (1,)) -> Self:
        """A vault with fresh keys."""
        return cls({number: X25519PrivateKey.generate().private_bytes_raw() for number in generations})

    @property
    def public(self) -> bytes:
        """The newest public key, which nodes seal to."""
        return self._public

    def open(self, envelope: Envelope, sealed: bytes, about: bytes) -> bytes:
        """The body; SealBroken if it was sealed to others, or changed."""
        if not sealed.startswith(FORMAT):
            raise SealBroken
        try:
            cipher = self._opened(envelope)
            return unpack(cipher.decrypt(bytes(8) + sealed[len(FORMAT) : PLACE], sealed[PLACE:], about))
        except (InvalidTag, ValueError, KeyError):
            raise SealBroken from None

    def open_with(self, generation: int, sealed: bytes, use: bytes) -> bytes:
        """What was sealed as a whole to one of these keys for this use; SealBroken if it was not."""
        try:
            return SUITE.decrypt(sealed, self._keys[generation], use)
        except (InvalidTag, ValueError, KeyError):
            raise SealBroken from None

    def open_alone(self, sealed: bytes, use: bytes) -> bytes:
        """What was sealed alone; SealBroken if it was not."""
        return self.open_with(int.from_bytes(sealed[:4], "big"), sealed[4:], use)

    def _cipher_of(self, envelope: Envelope) -> AESGCM:
        return AESGCM(SUITE.decrypt(envelope.key, self._keys[envelope.generation], _use(envelope.id)))


def seal_whole(public: bytes, raw: bytes, use: bytes) -> bytes:
    """Bytes sealed as a whole to a public key, for this use only."""
    return SUITE.encrypt(raw, X25519PublicKey.from_public_bytes(public), use)


def _use(envelope: str) -> bytes:
    return b"hamrah envelope 1 " + envelope.encode()
