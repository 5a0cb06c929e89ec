"""Facts and standings as bytes: JSON of their fields, typed on the way back, old versions brought up to date."""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any, get_type_hints

import msgspec

from flows.conversation.standing import Standing
from flows.facts import KINDS, Body, Unread
from storage.errors import FactUnknown, FactUnreadable

VERSION: dict[str, int] = dict.fromkeys(KINDS, 1)

# The step from (kind, version) to the next version: the fields as they were -> the fields as they are.
Fields = dict[str, Any]
UPCASTS: dict[tuple[str, int], Callable[[Fields], Fields]] = {}

_encode = msgspec.json.Encoder().encode
_decoders: dict[str, msgspec.json.Decoder[Body]] = {k: msgspec.json.Decoder(cls) for k, cls in KINDS.items()}


def kind(body: Body | Unread) -> str:
    """The name of the fact's kind."""
    return body.kind if isinstance(body, Unread) else type(body).__name__


def encode(body: Body | Unread) -> bytes:
    """The fact's own fields, in the newest version of its kind; one that is not read has none."""
    if isinstance(body, Unread):
        raise FactUnreadable(body.kind, 0)
    return _encode(body)


def decode(kind: str, version: int, raw: bytes) -> Body:
    """The fact again; FactUnknown or FactUnreadable if it cannot be."""
    newest = VERSION.get(kind, 0)
    if not 1 <= version <= newest:
        raise FactUnknown(kind, version)
    try:
        return _decoders[kind].decode(raw) if version == newest else _upcast(kind, version, raw)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise FactUnreadable(kind, version) from None


def _upcast(kind: str, version: int, raw: bytes) -> Body:
    fields: Fields = msgspec.json.decode(raw)
    for older in range(version, VERSION[kind]):
        fields = UPCASTS[kind, older](fields)
    return msgspec.convert(fields, KINDS[kind])


HELD = "held"
_Held = tuple[tuple[str, int, msgspec.Raw], ...]
_names = [field.name for field in fields(Standing)]
_values = attrgetter(*_names)
_held_at = _names.index(HELD)


def _field(field: Field[Any], hint: Any) -> tuple[str, Any] | tuple[str, Any, Any]:
    """The field in the stored form of a standing: held facts carry their kind and version."""
    kept = _Held if field.name == HELD else hint
    if field.default_factory is not MISSING:
        return field.name, kept, msgspec.field(default_factory=field.default_factory)
    return (field.name, kept) if field.default is MISSING else (field.name, kept, field.default)


# Defaults are left out, so that the row stays small and a standing may gain fields without a migration.
_hints = get_type_hints(Standing, include_extras=True)
_Kept = msgspec.defstruct("_Kept", [_field(f, _hints[f.name]) for f in fields(Standing)], omit_defaults=True)
_decode_kept = msgspec.json.Decoder(_Kept).decode


def encode_standing(standing: Standing) -> bytes:
    """Everything of a standing."""
    values = _values(standing)
    if standing.held:
        held = tuple([(kind(body), VERSION[kind(body)], msgspec.Raw(_encode(body))) for body in standing.held])
        values = (*values[:_held_at], held, *values[_held_at + 1 :])
    return _encode(_Kept(*values))


def decode_standing(raw: bytes) -> Standing:
    """The standing again."""
    values = _values(_decode_kept(raw))
    if values[_held_at]:
        held = tuple([decode(name, version, bytes(body)) for name, version, body in values[_held_at]])
        values = (*values[:_held_at], held, *values[_held_at + 1 :])
    return Standing(*values)
