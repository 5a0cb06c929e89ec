"""How many messages a bot may send before it is told to wait."""

from collections import deque
from dataclasses import dataclass, field

from bot.sandbox.refusals import too_many


@dataclass(slots=True)
class Limits:
    """Allowances, each off while it is None; `penalty` is the wait a refusal imposes."""

    per_second: int | None = None
    per_chat_per_second: int | None = None
    per_group_per_minute: int | None = None
    penalty: int = 1
    refusals: int = 0
    _sent: dict[tuple[int, int], deque[float]] = field(default_factory=dict)
    _quiet: dict[tuple[int, int], float] = field(default_factory=dict)

    def spend(self, bot_id: int, chat_id: int, now: float) -> None:
        """Count one message, or refuse it."""
        # Chat 0 stands for all chats of a bot together.
        wanted = [(0, self.per_second, 1.0), (chat_id, self.per_chat_per_second, 1.0)]
        if chat_id < 0:
            wanted.append((chat_id, self.per_group_per_minute, 60.0))
        for chat, allowed, window in wanted:
            if allowed is not None:
                self._check((bot_id, chat), allowed, window, now)
        for chat in {chat for chat, allowed, _ in wanted if allowed is not None}:
            self._sent.setdefault((bot_id, chat), deque(maxlen=2048)).append(now)

    def _check(self, key: tuple[int, int], allowed: int, window: float, now: float) -> None:
        sent = self._sent.get(key, deque())
        full = len(sent) >= allowed and now - sent[-allowed] < window
        if full:
            self._quiet[key] = max(self._quiet.get(key, 0.0), now + self.penalty)
        if full or self._quiet.get(key, 0.0) > now:
            self.refusals += 1
            raise too_many(max(1, round(self._quiet[key] - now)))
