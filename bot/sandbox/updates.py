"""The updates that wait for a bot: their order, their lanes, and how long they are kept."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from bot.sandbox.bell import Bell
from bot.sandbox.refusals import Json

DAY = 86_400.0
PRESS_LIFE = 150.0
# Left out unless a bot asks for them by name.
ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Pending:
    """One update that has not been confirmed."""

    update_id: int
    lane: str
    expires: float
    update: Json


class Queue:
    """Everything one bot has not confirmed, oldest first, and also by lane."""

    def __init__(self, first_id: int, clock: Callable[[], float]) -> None:
        self.bell = Bell()
        self.allowed: frozenset[str] = frozenset()
        self.fresh: set[str] = set()
        self.poller = 0
        self._clock = clock
        self._next_id = first_id
        self._pending: dict[int, Pending] = {}
        self._lanes: dict[str, deque[Pending]] = {}

    def wants(self, kind: str) -> bool:
        """Whether updates of this kind are kept for the bot at all."""
        return kind in self.allowed if self.allowed else kind not in ASKED_FOR

    def put(self, kind: str, what: Json, lane: str, since: float) -> int | None:
        """Keep a new update and say its id, or None if the bot did not ask for its kind."""
        if not self.wants(kind):
            return None
        update_id = self._next_id
        self._next_id += 1
        life = PRESS_LIFE if kind == "callback_query" else DAY
        pending = Pending(update_id, lane, since + life, {"update_id": update_id, kind: what})
        self._pending[update_id] = pending
        self._lanes.setdefault(lane, deque()).append(pending)
        self.fresh.add(lane)
        self.bell.ring()
        return update_id

    def take(self, limit: int) -> list[Json]:
        """The oldest updates, which stay until they are confirmed."""
        self.expire()
        return [pending.update for pending in islice(self._pending.values(), limit)]

    def confirm(self, offset: int) -> None:
        """Forget what comes before the offset; a negative one counts back from the end."""
        ids = list(self._pending)
        gone = ids[:offset] if offset < 0 else [i for i in ids if i < offset]
        for update_id in gone:
            self.settle(update_id)

    def settle(self, update_id: int) -> None:
        """Forget one update."""
        pending = self._pending.pop(update_id, None)
        if pending is None:
            return
        lane = self._lanes[pending.lane]
        if lane[0] is pending:
            lane.popleft()
        else:
            lane.remove(pending)
        if not lane:
            del self._lanes[pending.lane]

    def head(self, lane: str) -> Pending | None:
        """The update that is next in a lane."""
        now = self._clock()
        while waiting := self._lanes.get(lane):
            if waiting[0].expires > now:
                return waiting[0]
            self.settle(waiting[0].update_id)
        return None

    def swap(self, lane: str) -> None:
        """Let the second update of a lane overtake the first."""
        waiting = self._lanes.get(lane)
        if waiting and len(waiting) > 1:
            first, second = waiting.popleft(), waiting.popleft()
            waiting.extendleft((first, second))

    def expire(self) -> None:
        """Forget what Telegram would no longer keep."""
        now = self._clock()
        for pending in [p for p in self._pending.values() if p.expires <= now]:
            self.settle(pending.update_id)

    def count(self) -> int:
        """How many updates wait."""
        self.expire()
        return len(self._pending)

    def lanes(self) -> set[str]:
        """Every lane in which something waits."""
        return set(self._lanes)

    def clear(self) -> None:
        """Forget everything."""
        self._pending.clear()
        self._lanes.clear()
