"""A crowd that writes and presses at random, and remembers all of it for the replay."""

import random
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from bot.sandbox.world import World
from bot.speech import Speech
from flows.conversation.said import Said, Words, press
from flows.conversation.turn import meet, take_turn
from flows.facts import Body
from flows.talks.talks import house

BOT = "notes_bot"
REGISTERING = ("hello", "English", "yes", "me", "1", "1", "4", "Ali Rahimi", "herat", "yes")
AFTERWARDS = (
    "menu",
    "my wish",
    "change",
    "yes",
    "1",
    "2",
    "4",
    "skip",
    "my papers",
    "1 3",
    "512345678",
    "status",
    "x",
)
PRESSED = (
    "registration:wish:STAY",
    "registration:wish:LEAVE_NOW",
    "registration:count:5",
    "home:end:wish",
    "no:such:thing",
)


class Crowd:
    """So many people, each with a chat of their own."""

    def __init__(self, world: World, size: int, seed: int, *, presses: bool) -> None:
        self._world, self._chance, self._presses = world, random.Random(seed), presses
        self.people = list(range(1001, 1001 + size))
        self.acts: dict[int, list[Said]] = {person: [] for person in self.people}
        for person in self.people:
            world.add_user(person, f"P{person}", language_code="en")

    def act(self) -> None:
        """One of them does the next thing."""
        person = self._chance.choice(self.people)
        done = len(self.acts[person])
        if done >= len(REGISTERING) and self._presses and self._chance.random() < 0.3 and self._press(person):
            return
        words = REGISTERING[done] if done < len(REGISTERING) else self._chance.choice(AFTERWARDS)
        said = self._world.say(person, BOT, words)
        self._note(person, Words(words), said["updates"][BOT], said["message_id"])

    def _press(self, person: int) -> bool:
        """Press a button that may be long gone; whether there was a message to press on."""
        shown = [m for m in self._world.transcript(BOT, person)["messages"] if m["from"]["is_bot"]]
        if not shown:
            return False
        message, data = shown[-1]["message_id"], self._chance.choice(PRESSED)
        pressed = self._world.press(person, BOT, message, data=data, stale=True)
        self._note(person, press(data, message), pressed["updates"][BOT], message)
        return True

    def _note(self, person: int, act: Words | object, update: int, message: int) -> None:
        now = datetime.now(UTC)
        said = Said(act, f"u{update}", message, now, now, "en")  # type: ignore[arg-type]
        self.acts[person].append(said)

    def facts(self, chat: int, person: str, cut: Collection[str] = ()) -> Iterator[tuple[str, Body]]:
        """What these acts must have come to, the centre being out of reach at those of these causes."""
        acts = (replace(said, reached=said.cause not in cut) for said in self.acts[chat])
        return come_to(acts, chat, person)


def come_to(acts: Iterable[Said], chat: int, person: str) -> Iterator[tuple[str, Body]]:
    """What a person's acts must have come to, each fact with its cause, by the pure turn alone."""
    rooms = house(Speech())
    standing = None
    for said in acts:
        turn = take_turn(standing, said, rooms) if standing else meet(person, "telegram", chat, said, rooms)
        standing = turn.standing
        yield from ((said.cause, body) for body in turn.bodies)
