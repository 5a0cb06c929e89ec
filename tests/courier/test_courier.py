"""The courier against a channel that counts, refuses, breaks and is slow."""

import asyncio
import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
import structlog

from bot.courier import Courier, connect
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from flows.ports import Lane, Outgoing

TOKEN, BOT = "800:post", "post_bot"
LAILA = 5000
EARLY = datetime(2021, 1, 1, tzinfo=UTC)


@dataclass
class Tray:
    """An outbox in memory, keeping the contract of the stored one."""

    waiting: dict[str, tuple[datetime, Outgoing]] = field(default_factory=dict)
    sending: dict[str, Outgoing] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def put(self, chat: int, text: str, lane: Lane = Lane.BULK) -> str:
        return self.lay(chat, {"method": "sendMessage", "params": {"chat_id": chat, "text": text}}, lane)

    def lay(self, chat: int, call: dict[str, Any], lane: Lane) -> str:
        name, number = f"m{next(self.numbers)}", len(self.waiting)
        due = EARLY + timedelta(seconds=number)
        self.waiting[name] = (due, Outgoing(name, chat, "", lane, msgspec.json.encode(call), due))
        return name

    def claim(self, now: datetime, limit: int) -> Sequence[Outgoing]:
        with self.lock:
            due = [item for at, item in self.waiting.values() if at <= now]
            due = sorted(due, key=lambda item: (item.lane, item.due_at))[:limit]
            for item in due:
                self.sending[item.id] = self.waiting.pop(item.id)[1]
            return due

    def holds(self, message: str) -> bool:
        return message not in self.taken_back

    def settle_all(self, settled: Sequence[tuple[str, str]]) -> None:
        with self.lock:
            for name, state in settled:
                del self.sending[name]
                self.settled[name] = state

    def again(self, message: str, due_at: datetime) -> None:
        with self.lock:
            self.waiting[message] = (due_at, self.sending.pop(message))

    def recover(self, now: datetime) -> None:
        with self.lock:
            self.waiting |= {name: (EARLY, item) for name, item in self.sending.items()}
            self.sending.clear()


@dataclass
class Ears:
    """Who hears what became of messages."""

    sents: list[str] = field(default_factory=list)
    losses: list[tuple[str, str]] = field(default_factory=list)
    states: list[tuple[str, str]] = field(default_factory=list)

    async def sent(self, outgoing: Outgoing, message: int) -> None:
        self.sents.append(outgoing.id)

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        self.states.append((outgoing.id, state))

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        self.losses.append((outgoing.id, why))


@dataclass
class Post:
    """What a test acts with."""

    url: str
    sandbox: Sandbox
    world: World
    tray: Tray = field(default_factory=Tray)
    ears: Ears = field(default_factory=Ears)

    def deliver(self, *, rate: float = 200, within: float = 10, count: int = 0) -> Courier:
        """Run a courier until all is settled, or `count` messages are."""
        wanted = count or len(self.tray.waiting) + len(self.tray.sending)

        async def work() -> Courier:
            courier = Courier(connect(TOKEN, self.url), self.tray, self.ears, rate=rate)
            running = asyncio.create_task(courier.run())
            deadline = time.monotonic() + within
            while len(self.tray.settled) < wanted and time.monotonic() < deadline and not running.done():
                await asyncio.sleep(0.01)
            courier.stop()
            await running
            return courier

        return asyncio.run(work())

    def texts(self, user: int = LAILA) -> list[str]:
        """What someone got."""
        return [message["text"] for message in self.sandbox.messages(BOT, user) if message["from"]["is_bot"]]


@pytest.fixture
def post() -> Iterator[Post]:
    """A post office with sixty persons who may be written to."""
    world = World()
    world.add_bot(TOKEN, BOT, "Post")
    with running(world) as url, Sandbox(url) as sandbox:
        for user in range(LAILA, LAILA + 60):
            world.add_user(user, "Laila")
            world.say(user, BOT, "/start")
        yield Post(url, sandbox, world)


def test_it_uses_the_allowance_and_is_never_refused(post: Post) -> None:
    post.sandbox.limits(per_second=30)
    names = [post.tray.put(LAILA + number % 60, f"no. {number}") for number in range(120)]
    started = time.monotonic()
    courier = post.deliver(rate=30)
    took = time.monotonic() - started
    assert set(post.tray.settled) == set(names)
    assert courier.counts == {"sent": 120}
    # The first goes at once, so 119 gaps; the start and the stop, which takes 0.25 s, are not sending.
    assert 119 / (took - 0.35) >= 0.97 * 30


def test_a_chat_gets_no_more_than_one_a_second_and_the_others_do_not_wait(post: Post) -> None:
    post.sandbox.limits(per_chat_per_second=1)
    for number in range(3):
        post.tray.put(LAILA, f"to Laila {number}")
    post.tray.put(LAILA + 1, "to another")
    courier = post.deliver()
    assert courier.counts == {"sent": 4}
    assert post.texts() == ["to Laila 0", "to Laila 1", "to Laila 2"]
    assert post.ears.sents[1] == "m3"


def test_the_urgent_goes_first(post: Post) -> None:
    for number in range(10):
        post.tray.put(LAILA + number, "bulk")
    urgent = post.tray.put(LAILA + 20, "urgent", Lane.URGENT)
    post.deliver()
    assert post.ears.sents[0] == urgent


def test_a_refusal_is_honoured_by_all_and_is_no_try(post: Post) -> None:
    post.sandbox.faults({"method": "sendMessage", "kind": "429", "retry_after": 1, "count": 1})
    for number in range(5):
        post.tray.put(LAILA + number, "patience")
    started = time.monotonic()
    courier = post.deliver(rate=20)
    assert time.monotonic() - started >= 1
    assert courier.counts == {"refused": 1, "sent": 5}


def test_what_expired_or_was_taken_back_is_not_sent(post: Post) -> None:
    late, stopped, good = (post.tray.put(LAILA + number, f"no. {number}") for number in range(3))
    due, item = post.tray.waiting[late]
    post.tray.waiting[late] = due, replace(item, note="w1", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    post.tray.taken_back.add(stopped)

    async def work() -> None:
        courier = Courier(connect(TOKEN, post.url), post.tray, post.ears, rate=200)
        running = asyncio.create_task(courier.run())
        async with asyncio.timeout(10):
            while len(post.tray.settled) < 2:
                await asyncio.sleep(0.01)
        courier.stop()
        await running

    asyncio.run(work())
    assert post.tray.settled == {late: "failed", good: "sent"}
    assert post.ears.states == [(late, "expired")]
    assert post.texts(LAILA + 1) == []


def test_who_blocked_us_is_lost(post: Post) -> None:
    post.sandbox.block(LAILA, BOT)
    name = post.tray.put(LAILA, "hello?")
    other = post.tray.put(LAILA + 1, "hello")
    post.deliver()
    assert post.tray.settled == {name: "failed", other: "sent"}
    assert post.ears.losses == [(name, "blocked")]


def test_what_the_channel_does_not_take_is_failed_and_its_words_are_not_logged(post: Post) -> None:
    empty = post.tray.put(LAILA, "   ")
    with structlog.testing.capture_logs() as logs:
        post.deliver()
    assert post.tray.settled == {empty: "failed"}
    assert post.ears.losses == []
    assert [(entry["event"], entry["error"]) for entry in logs] == [("courier.failed", "TelegramBadRequest")]
    assert str(LAILA) not in str(logs)


def test_a_broken_channel_is_tried_again(post: Post) -> None:
    post.sandbox.faults({"method": "sendMessage", "kind": "5xx", "count": 2})
    name = post.tray.put(LAILA, "at last")
    courier = post.deliver()
    assert post.tray.settled == {name: "sent"}
    assert courier.counts["again"] == 2
    assert post.texts() == ["at last"]


def test_what_may_have_arrived_is_repeated_once_and_then_left_unknown(post: Post) -> None:
    post.sandbox.faults({"method": "sendMessage", "kind": "drop", "after": True, "count": 2})
    name = post.tray.put(LAILA, "perhaps")
    post.deliver()
    assert post.tray.settled == {name: "unknown"}
    assert post.texts() == ["perhaps", "perhaps"]


def test_a_restart_repeats_at_most_what_was_in_flight(post: Post) -> None:
    for number in range(40):
        post.tray.put(LAILA + number, "once")
    post.deliver(rate=100, count=10)
    assert post.tray.sending == {}

    async def killed() -> None:
        courier = Courier(connect(TOKEN, post.url), post.tray, post.ears, rate=100)
        running = asyncio.create_task(courier.run())
        await asyncio.sleep(0.1)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(killed())
    in_flight = len(post.tray.sending)
    post.deliver(count=40)
    got = [len(post.texts(LAILA + number)) for number in range(40)]
    assert min(got) == 1
    assert sum(got) - 40 <= in_flight
