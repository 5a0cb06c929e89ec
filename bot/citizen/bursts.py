"""What came of each person in the last seconds, and their one answer that waits for more to come."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.citizen.decode import Heard
from flows.conversation.bursts import CLOSE, Burst, after


@dataclass(frozen=True, slots=True)
class Held:
    """A burst, its last update, and the message of the outbox that answers it, "" for none."""

    burst: Burst
    update: int
    message: str = ""


class Bursts:
    """In memory only: after a restart what comes is counted anew, and the answer in the outbox is sent."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Held] = OrderedDict()

    def with_one_more(self, heard: Heard) -> Held:
        """The burst of this chat with one more act, and the answer that waits so far; no update counts twice."""
        held = self._held.get(heard.chat)
        if held is not None and heard.update <= held.update:
            return held
        burst = after(held.burst if held else None, heard.said, heard.waiting)
        return Held(burst, heard.update, held.message if held and burst.acts > 1 else "")

    def became(self, chat: int, held: Held) -> None:
        """The act is durable; whatever is over is forgotten."""
        self._held[chat] = held
        self._held.move_to_end(chat)
        while abs(held.burst.last - next(iter(self._held.values())).burst.last) > CLOSE:
            self._held.popitem(last=False)
