"""The key of a node's store: it is never on the disk but locked in slots, which lie beside the store.

One slot only the register opens, and lends the key for as long as it trusts the node. Another opens by a
passphrase (Argon2id), for the day when the link is down at a start; it is there only if a passphrase was given.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from storage.errors import SlotsBroken, WrongPassphrase
from storage.vault import Vault, seal_whole

KEY = 32
MEMORY = 128 * 1024  # KiB
PASSES = 3
USE = b"hamrah store 1 "


class ByRegister(msgspec.Struct, frozen=True):
    """The key, sealed to one generation of the register's key."""

    generation: int
    sealed: bytes


class ByPassphrase(msgspec.Struct, frozen=True):
    """The key, locked by what Argon2id makes of a passphrase; memory in KiB."""

    salt: bytes
    memory: int
    passes: int
    locked: bytes


class Slots(msgspec.Struct, frozen=True):
    """All slots of one store."""

    register: ByRegister
    passphrase: ByPassphrase | None = None


@dataclass(frozen=True, slots=True)
class SlotsFile:
    """Where a store's slots lie."""

    path: Path

    def read(self) -> Slots | None:
        """The slots, None if none were made yet; SlotsBroken if they cannot be read."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=Slots)
        except FileNotFoundError:
            return None
        except (msgspec.MsgspecError, ValueError, OSError):
            raise SlotsBroken from None

    def write(self, slots: Slots) -> None:
        """Keep them, whole or not at all."""
        new = self.path.with_name(self.path.name + ".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(msgspec.json.encode(slots))
            file.flush()
            os.fsync(file.fileno())
        put(new, self.path)


def put(new: Path, place: Path) -> None:
    """Give a file its name, durably."""
    new.replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def beside(store: str) -> SlotsFile:
    """The slots of the store at this path."""
    return SlotsFile(Path(f"{store}.slots"))


def made(
    node: str, generation: int, public: bytes, passphrase: str = "", memory: int = MEMORY
) -> tuple[bytes, Slots]:
    """A fresh key in fresh slots."""
    key = os.urandom(KEY)
    by_register = ByRegister(generation, seal_whole(public, key, USE + node.encode()))
    return key, Slots(by_register, _locked(key, passphrase, memory) if passphrase else None)


def with_passphrase(slots: Slots, key: bytes, passphrase: str, memory: int = MEMORY) -> Slots:
    """The slots with one for this passphrase."""
    return msgspec.structs.replace(slots, passphrase=_locked(key, passphrase, memory))


def open_by_passphrase(slots: Slots, passphrase: str) -> bytes:
    """The key; WrongPassphrase if it does not open."""
    slot = slots.passphrase
    if slot is None:
        raise WrongPassphrase
    try:
        return _cipher(passphrase, slot.salt, slot.memory, slot.passes).decrypt(bytes(12), slot.locked, USE)
    except (InvalidTag, ValueError):
        raise WrongPassphrase from None


def open_by_register(slot: ByRegister, vault: Vault, node: str) -> bytes:
    """The key of this node's store, at the register; SealBroken if it is another's."""
    return vault.open_with(slot.generation, slot.sealed, USE + node.encode())


def _locked(key: bytes, passphrase: str, memory: int) -> ByPassphrase:
    # The salt is fresh for every lock, so the key it gives locks once and may have a fixed nonce.
    salt = os.urandom(16)
    return ByPassphrase(
        salt, memory, PASSES, _cipher(passphrase, salt, memory, PASSES).encrypt(bytes(12), key, USE)
    )


def _cipher(passphrase: str, salt: bytes, memory: int, passes: int) -> AESGCM:
    derived = Argon2id(salt=salt, length=KEY, iterations=passes, lanes=4, memory_cost=memory)
    return AESGCM(derived.derive(passphrase.encode()))
