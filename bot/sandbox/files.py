"""Files that were sent: their bytes, and the ids by which each bot knows them."""

import copy
import struct
from dataclasses import dataclass

from bot.sandbox.refusals import Json, Refused, bad

MEGABYTE = 1 << 20
DOWNLOAD_LIMIT = 20 * MEGABYTE
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE
FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents", "sticker": "stickers"}
ENDINGS = {"photo": "jpg", "voice": "oga", "document": "bin", "sticker": "webp"}


@dataclass(frozen=True, slots=True)
class Stored:
    """One file's bytes and what is known about them."""

    key: str
    kind: str
    content: bytes
    path: str
    name: str | None
    mime: str


class Files:
    """All files of the world, found by key or by path."""

    def __init__(self) -> None:
        self._by_key: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def keep(self, kind: str, content: bytes, name: str | None = None, mime: str | None = None) -> Stored:
        """Take a file in."""
        if not content:
            raise bad("file must be non-empty")
        if len(content) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise Refused(413, "Request Entity Too Large")
        number = len(self._by_key)
        ending = name.rpartition(".")[2] if name and "." in name else ENDINGS[kind]
        path = f"{FOLDERS[kind]}/file_{number}.{''.join(c for c in ending if c.isalnum()) or 'bin'}"
        stored = Stored(f"Hm{kind}{number:06}", kind, content, path, name, mime or "application/octet-stream")
        self._by_key[stored.key] = self._by_path[path] = stored
        return stored

    def key(self, key: str) -> Stored | None:
        """The file behind a key."""
        return self._by_key.get(key)

    def path(self, path: str) -> Stored | None:
        """The file at a download path."""
        return self._by_path.get(path)

    def known_to(self, bot_id: int, file_id: str) -> Stored:
        """The file behind a bot's own file_id; another bot's id is worth nothing."""
        key, _, owner = file_id.rpartition("-")
        stored = self._by_key.get(key)
        if stored is None or owner != str(bot_id):
            raise bad("wrong file identifier/HTTP URL specified")
        return stored


def seen_by(bot_id: int, body: Json) -> Json:
    """A copy of an object with file ids as this bot knows them."""
    seen = copy.deepcopy(body)
    _stamp(seen, bot_id)
    return seen


def _stamp(value: object, bot_id: int) -> None:
    if isinstance(value, dict):
        if "file_id" in value:
            value["file_id"] = f"{value['file_id']}-{bot_id}"
        for inner in value.values():
            _stamp(inner, bot_id)
    elif isinstance(value, list):
        for inner in value:
            _stamp(inner, bot_id)


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    at = 2 if content.startswith(b"\xff\xd8") else len(content)
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")
