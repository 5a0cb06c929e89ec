"""Updates as the channel would send them, and a node's ear that takes them one by one."""

import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Engine

from bot.citizen.clock import now_utc
from bot.citizen.conversation import Conversation
from bot.citizen.intake import Intake
from bot.compose.stores import stored_entries
from bot.speech import Speech
from flows.conversation.said import Said, Words, press
from flows.facts import Body, PersonMet, Unread
from flows.talks.talks import house
from storage.engine import micros
from storage.turns import StoredTurns
from tests.keys import VAULT
from tests.kills.crowd import AFTERWARDS, PRESSED, REGISTERING, come_to

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
FIRST_CHAT = 5_000_000_001


@dataclass(frozen=True, slots=True)
class Update:
    """One update: as it comes, and as it is meant."""

    number: int
    chat: int
    said: Said
    raw: bytes


def updates(chance: random.Random, numbers: Iterable[int], people: int) -> Iterator[Update]:
    """People who write and press at random, under these numbers."""
    done: Counter[int] = Counter()
    for number in numbers:
        chat = FIRST_CHAT + chance.randrange(people)
        message = done[chat] = done[chat] + 1
        if message > len(REGISTERING) and chance.random() < 0.3:
            yield pressed(number, chat, message, chance.choice(PRESSED))
        else:
            said = REGISTERING[message - 1] if message <= len(REGISTERING) else chance.choice(AFTERWARDS)
            yield typed(number, chat, message, said)


def typed(number: int, chat: int, message: int, text: str) -> Update:
    """Somebody writes."""
    raw = {"update_id": number, "message": {**_message(chat, message), "from": _person(chat), "text": text}}
    return Update(number, chat, Said(Words(text), f"u{number}", message, NOW, NOW, "en"), msgspec.json.encode(raw))


def pressed(number: int, chat: int, message: int, data: str) -> Update:
    """Somebody presses a button."""
    query = {"id": str(number), "from": _person(chat), "message": _message(chat, message), "data": data}
    said = Said(press(data, message), f"u{number}", message, NOW, NOW, "en")
    return Update(number, chat, said, msgspec.json.encode({"update_id": number, "callback_query": query}))


def _message(chat: int, message: int) -> dict[str, Any]:
    return {"message_id": message, "date": int(NOW.timestamp()), "chat": {"id": chat, "type": "private"}}


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"}


@asynccontextmanager
async def talks(engine: Engine, clock: Callable[[], datetime] = now_utc) -> AsyncIterator[Conversation]:
    """The real conversations of a node over its real store, until the block ends."""
    turns = StoredTurns(engine, "node-1", VAULT, cached=1000, clock=lambda: micros(clock()))
    turns.start()
    try:
        speech = Speech()
        yield Conversation(turns, house(speech), speech, clock)
    finally:
        turns.close()


@asynccontextmanager
async def ear(engine: Engine, clock: Callable[[], datetime] = now_utc) -> AsyncIterator[Intake]:
    """The real intake of a node over its real store, until the block ends.

    clock: what the machine says; when people spoke the channel tells, or a jump would be an absence of theirs.
    """
    async with talks(engine, clock) as conversation:
        yield Intake(conversation, now_utc)


def assert_once(engine: Engine, taken: Iterable[Update]) -> int:
    """The ledger holds just what the pure turn makes of these updates in this order; returns how many facts."""
    found: dict[str, list[tuple[str, Body | Unread]]] = defaultdict(list)
    chats: dict[str, int] = {}
    for entry in stored_entries(engine, VAULT):
        fact = entry.fact
        if isinstance(fact.body, PersonMet):
            chats[fact.person] = fact.body.chat
        found[fact.person].append((fact.cause, fact.body))
    acts: dict[int, list[Said]] = defaultdict(list)
    for update in taken:
        acts[update.chat].append(update.said)
    for person, facts in found.items():
        expected = list(come_to(acts[chats[person]], chats[person], person))
        assert facts == expected, f"{len(facts)} facts of a person where {len(expected)} were said"
    return sum(len(facts) for facts in found.values())
