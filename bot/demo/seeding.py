"""The synthetic people live: each reads their phone, presses and types, at a bounded pace."""

import asyncio
import random
from collections.abc import Iterable
from dataclasses import dataclass

from bot.demo.cast import CITIZENS, Cast
from bot.demo.people import SEED, Someone
from bot.sandbox.keyboards import buttons
from bot.sandbox.refusals import Json, Refused
from bot.sandbox.world import World

AT_ONCE = 3
PATIENCE = 30.0
PAUSE = (0.05, 0.25)


@dataclass(slots=True)
class Seeding:
    """So many people have come, of so many."""

    cast: Cast
    of: int
    come: int = 0

    async def run(self, people: Iterable[Someone]) -> None:
        """Everyone comes, a few at a time."""
        waiting = iter(people)
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._each(waiting))

    async def _each(self, people: Iterable[Someone]) -> None:
        for someone in people:
            self.cast.phone(someone.user, someone.name)
            try:
                await Life(self.cast.world, someone).lived()
            except (TimeoutError, Refused):
                continue  # no answer came, or a button went away: they put the phone away, as anyone would
            finally:
                self.come += 1


class Life:
    """One person in front of their phone."""

    def __init__(self, world: World, someone: Someone) -> None:
        self._world, self._someone = world, someone
        self._words = iter(someone.words)
        self._chance = random.Random(SEED + someone.user)

    async def lived(self) -> None:
        """From the first /start until they have nothing more to say."""
        seen = self._shown()
        self._say("/start")
        while True:
            seen = await self._answer(seen)
            await asyncio.sleep(self._chance.uniform(*PAUSE))
            if not self._act(seen):
                return

    def _act(self, screen: Json) -> bool:
        """Answer the screen as this person would; False if they put the phone away."""
        keys = {str(key["callback_data"]): str(key["text"]) for key in buttons(screen.get("reply_markup"))}
        question = next(iter(keys), "").rpartition(":")[0]
        if question and question == self._someone.halts:
            return False
        wanted = f"{question}:{self._someone.answers.get(question, '')}"
        if wanted not in keys:
            word = next(self._words, "")
            if word:
                self._say(word)
            return bool(word)
        if self._chance.random() < self._someone.types:
            self._say(keys[wanted])
        else:
            self._world.press(self._someone.user, CITIZENS, screen["message_id"], data=wanted)
        return True

    async def _answer(self, seen: Json) -> Json:
        """The screen after the one that was seen."""
        async with asyncio.timeout(PATIENCE):
            while True:
                rings = self._world.changes.rings
                screen = self._shown()
                if screen and screen != seen:
                    return screen
                await self._world.changes.wait(rings, 1.0)

    def _shown(self) -> Json:
        """The newest message of the bot."""
        told = self._world.transcript(CITIZENS, self._someone.user, last=6)["messages"]
        return next((post for post in reversed(told) if post["from"]["is_bot"] and not post["deleted"]), {})

    def _say(self, words: str) -> None:
        self._world.say(self._someone.user, CITIZENS, words)
