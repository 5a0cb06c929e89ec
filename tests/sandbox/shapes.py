"""Checking objects against both libraries' own classes, with nothing left over."""

from collections.abc import Iterator
from typing import Any

import telegram
from aiogram import methods
from pydantic import BaseModel, TypeAdapter

# What the newer Bot API requires and the older parser does not know yet.
NEWER = {"can_send_welcome_messages"}


def aiogram_leftovers(method: str, result: object) -> Iterator[str]:
    """Fields of a result that aiogram does not know; a missing one raises."""
    returning = getattr(methods, method[0].upper() + method[1:]).__returning__
    return pydantic_leftovers(TypeAdapter(returning).validate_python(result))


def aiogram_args_leftovers(method: str, args: dict[str, Any]) -> Iterator[str]:
    """Parameters of a call that aiogram does not know."""
    return pydantic_leftovers(getattr(methods, method[0].upper() + method[1:]).model_validate(args))


def pydantic_leftovers(value: object) -> Iterator[str]:
    """Fields a model took without knowing them, all the way down."""
    if isinstance(value, BaseModel):
        yield from (f"{type(value).__name__}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from pydantic_leftovers(getattr(value, name))
    elif isinstance(value, list):
        for inner in value:
            yield from pydantic_leftovers(inner)


def ptb_leftovers(kind: type[telegram.TelegramObject], result: Any) -> Iterator[str]:
    """Fields of a result that python-telegram-bot does not know; a missing one raises."""
    for one in result if isinstance(result, list) else [result]:
        yield from _ptb_left(kind.de_json(one, None))


def _ptb_left(value: object) -> Iterator[str]:
    if isinstance(value, telegram.TelegramObject):
        yield from (f"{type(value).__name__}.{name}" for name in value.api_kwargs if name not in NEWER)
        slots = {name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())}
        for name in slots - {"_bot", "api_kwargs"}:
            yield from _ptb_left(getattr(value, name, None))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _ptb_left(inner)
