"""A parcel: pieces of bytes in one file, compressed, and sealed to a key (age, X25519) that this machine has not.

It cannot be cut or altered unseen; who made it, it does not say.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import zstandard
from pyrage import x25519

from storage.errors import BackupBroken
from storage.slots import put

LARGEST = 1 << 26  # of one piece, in bytes
LENGTH = 4


def new_identity() -> tuple[str, str]:
    """A fresh identity, which opens parcels, and its recipient, to which they are sealed."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient(text: str) -> x25519.Recipient:
    """The recipient that is written so; ValueError if none is."""
    try:
        return x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise ValueError("no recipient") from None


def identity(text: str) -> x25519.Identity:
    """The identity that is written so, lines with # left out; ValueError if none is."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        [line] = lines
        return x25519.Identity.from_str(line)
    except (ValueError, pyrage.IdentityError):
        raise ValueError("no identity") from None


def sealed(raw: bytes, to: x25519.Recipient) -> bytes:
    """Bytes as a file that the `age` tool opens with the recipient's identity."""
    return bytes(pyrage.encrypt(raw, [to]))


def seal(path: Path, to: x25519.Recipient, pieces: Iterator[bytes]) -> int:
    """Write a new file with these pieces, whole or not at all; its size in bytes."""
    new = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            leaving = _Leaving(pieces)
            packed = zstandard.ZstdCompressor().stream_reader(leaving)  # type: ignore[arg-type]
            try:
                pyrage.encrypt_io(packed, file, [to])
            except pyrage.EncryptError:
                raise leaving.broke or OSError("nothing more can be written") from None
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        put(new, path)
    finally:
        new.unlink(missing_ok=True)
    return size


def open_parcel(path: Path, by: x25519.Identity, take: Callable[[bytes], None]) -> None:
    """Hand over its pieces one by one; BackupBroken, perhaps only at the end, if it is not whole or not ours."""
    arriving = _Arriving(take)
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, arriving, [by])
    except (pyrage.DecryptError, OSError, zstandard.ZstdError):
        raise arriving.broke or BackupBroken from None
    if arriving.left:
        raise BackupBroken


class _Leaving:
    """Pieces as one stream to read; `broke`: what kept the next one from coming."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.broke: Exception | None = None
        self._pieces, self._left = pieces, b""

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; none at the end."""
        if not self._left and (piece := self._next()) is not None:
            self._left = len(piece).to_bytes(LENGTH, "big") + piece
        size = len(self._left) if size < 0 else size
        part, self._left = self._left[:size], self._left[size:]
        return part

    def _next(self) -> bytes | None:
        try:
            return next(self._pieces, None)
        except Exception as error:
            self.broke = error
            raise


class _Arriving:
    """A stream to write that finds the pieces again; `broke`: what `take` raised."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self.broke: Exception | None = None
        self._take, self._buffer = take, bytearray()
        self._unpacked = zstandard.ZstdDecompressor().decompressobj()

    @property
    def left(self) -> bool:
        """Whether it ends in the middle of a piece."""
        return bool(self._buffer)

    def write(self, part: bytes) -> int:
        """Take the pieces that are whole by now."""
        try:
            self._buffer += self._unpacked.decompress(part)
            self._hand_over()
        except Exception as error:
            self.broke = None if isinstance(error, zstandard.ZstdError) else error
            raise
        return len(part)

    def flush(self) -> None:
        """Nothing waits here."""

    def _hand_over(self) -> None:
        while len(self._buffer) >= LENGTH:
            end = LENGTH + int.from_bytes(self._buffer[:LENGTH], "big")
            if end > LARGEST:
                raise BackupBroken
            if len(self._buffer) < end:
                return
            piece = bytes(self._buffer[LENGTH:end])
            del self._buffer[:end]
            self._take(piece)
