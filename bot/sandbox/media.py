"""Turning what is sent into the fields of a message."""

import struct
import zlib
from collections.abc import Callable

from bot.sandbox.files import Stored, picture_size
from bot.sandbox.refusals import Json


def photo(stored: Stored) -> Json:
    """A photo in its one size."""
    width, height = picture_size(stored.content)
    size = {**_file(stored), "width": width, "height": height}
    return {"photo": [size]}


def document(stored: Stored) -> Json:
    """A file as it is."""
    named = {"file_name": stored.name} if stored.name else {}
    return {"document": {**_file(stored), **named, "mime_type": stored.mime}}


def voice(stored: Stored) -> Json:
    """A voice note; its length is guessed from its size."""
    duration = max(1, len(stored.content) // 4000)
    return {"voice": {**_file(stored), "duration": duration, "mime_type": "audio/ogg"}}


def sticker(stored: Stored) -> Json:
    """A still sticker."""
    fixed = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**_file(stored), **fixed, "emoji": "🙂"}}


MEDIA: dict[str, Callable[[Stored], Json]] = {
    "photo": photo,
    "document": document,
    "voice": voice,
    "sticker": sticker,
}


def sample(kind: str) -> tuple[bytes, str, str]:
    """Bytes, name and type for someone who sends a file without having one."""
    if kind == "photo":
        return _plain_picture(), "photo.png", "image/png"
    if kind == "voice":
        return b"OggS" + bytes(8000), "voice.oga", "audio/ogg"
    if kind == "sticker":
        return b"RIFF" + bytes(200), "sticker.webp", "image/webp"
    return b"a document\n", "document.txt", "text/plain"


def _file(stored: Stored) -> Json:
    unique = stored.key.lower()
    return {"file_id": stored.key, "file_unique_id": unique, "file_size": len(stored.content)}


def _plain_picture(width: int = 160, height: int = 100) -> bytes:
    rows = b"".join(
        b"\0" + b"".join(bytes((90 + y, 140 + x // 4, 170)) for x in range(width)) for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
