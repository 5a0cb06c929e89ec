"""What was just said, in memory only and not for long, so that a screen within a talk can still show it."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from flows.conversation.standing import Standing

KEPT = 15 * 60.0  # seconds after a person's last word
MOST = 10_000  # people; about 3 KB each


@dataclass(frozen=True, slots=True)
class Talk:
    """A person's standing with all they said, the last update they sent, and what it was answered."""

    standing: Standing
    update: int
    reply: bytes
    until: float


class Recent:
    """The talks of the last quarter of an hour; of too many, the oldest are forgotten."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._talks: OrderedDict[str, Talk] = OrderedDict()
        self._clock = clock

    def of(self, person: str) -> Talk | None:
        """The talk of this person, if it is not over."""
        self.forget()
        return self._talks.get(person)

    def spoke(self, standing: Standing, update: int, reply: bytes) -> None:
        """The person said something, and this is where it left them."""
        self._talks[standing.person] = Talk(standing, update, reply, self._clock() + KEPT)
        self._talks.move_to_end(standing.person)
        if len(self._talks) > MOST:
            self._talks.popitem(last=False)

    def became(self, standing: Standing) -> None:
        """Something else changed where the person stands; their time runs on."""
        talk = self._talks.get(standing.person)
        if talk is not None:
            self._talks[standing.person] = replace(talk, standing=standing)

    def left(self, person: str) -> None:
        """Nothing of this person is to be remembered."""
        self._talks.pop(person, None)

    def forget(self) -> None:
        """Forget every talk whose time is over."""
        now = self._clock()
        while self._talks and next(iter(self._talks.values())).until <= now:
            self._talks.popitem(last=False)
