"""Reading what was sent: JSON, form fields, and forms with files in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec

from bot.sandbox.refusals import Json, bad

NAME = re.compile(r'[;\s]name="?([^";]*)"?', re.IGNORECASE)
FILENAME = re.compile(r'[;\s]filename="([^"]*)"', re.IGNORECASE)
FILENAME_CODED = re.compile(r"[;\s]filename\*=utf-8''([^;\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a form."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Args:
    """The parameters of one call, read as the kind the method wants."""

    fields: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A parameter as text."""
        value = self.fields.get(name)
        return default if value is None else str(value)

    def whole(self, name: str, default: int | None = None) -> int:
        """A parameter as a whole number; without a default it must be there."""
        value = self.fields.get(name)
        if value in (None, "") and default is not None:
            return default
        try:
            return int(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            raise bad(f'parameter "{name}" is required to be a whole number') from None

    def number(self, name: str) -> float:
        """A parameter as a number; it must be there."""
        try:
            return float(self.fields[name])
        except (KeyError, TypeError, ValueError):
            raise bad(f'parameter "{name}" is required to be a number') from None

    def flag(self, name: str) -> bool:
        """A parameter as yes or no."""
        return str(self.fields.get(name, "")).lower() in ("true", "1", "yes")

    def object(self, name: str) -> Json | None:
        """A parameter that is an object, which forms carry as JSON text."""
        value = self._decoded(name)
        if value is not None and not isinstance(value, dict):
            raise bad(f'parameter "{name}" must be an object')
        return value

    def array(self, name: str) -> list[Any] | None:
        """A parameter that is a list, which forms carry as JSON text."""
        value = self._decoded(name)
        if value is not None and not isinstance(value, list):
            raise bad(f'parameter "{name}" must be a list')
        return value

    def upload(self, name: str) -> Upload | None:
        """The file a parameter carries or names."""
        value = self.fields.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)

    def _decoded(self, name: str) -> Any:
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        try:
            return msgspec.json.decode(value) if value else None
        except msgspec.DecodeError:
            raise bad(f"can't parse {name} JSON object") from None


def read(content_type: str, body: bytes) -> Args:
    """The parameters in a body, whichever of the three ways it is written."""
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return Args({})
    if kind.startswith("multipart/"):
        return _read_parts(content_type, body)
    if kind == "application/json":
        try:
            fields = msgspec.json.decode(body)
        except msgspec.DecodeError:
            raise bad("can't parse JSON object") from None
        return Args(fields if isinstance(fields, dict) else {})
    return Args(dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))


def _read_parts(content_type: str, body: bytes) -> Args:
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if found is None:
        raise bad("a multipart body needs a boundary")
    fields: Json = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1].encode())[1:]:
        head, gap, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not gap:
            continue
        headers = dict(_headers(head.decode("utf-8", "replace")))
        disposition = headers.get("content-disposition", "")
        name = NAME.search(disposition)
        if name is None:
            continue
        filename = _filename(disposition)
        if filename is None:
            fields[name[1]] = content.decode("utf-8", "replace")
        else:
            mime = headers.get("content-type", "application/octet-stream")
            files[name[1]] = Upload(filename, mime, content)
    return Args(fields, files)


def _headers(head: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in head.split("\r\n"))
    return [(name.strip().lower(), value.strip()) for name, _, value in lines]


def _filename(disposition: str) -> str | None:
    if coded := FILENAME_CODED.search(disposition):
        return unquote(coded[1])
    plain = FILENAME.search(disposition)
    return plain[1] if plain else None
