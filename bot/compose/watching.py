"""The parts of a process as they are watched."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Engine

from bot.citizen.clock import TrueClock
from bot.compose.unlocking import Unlocking
from bot.watch.figures import Figure
from storage.feed import Feed
from storage.looked import answers, node_numbers, register_numbers
from storage.push import Push
from storage.room import Room
from storage.turns import StoredTurns

PATIENCE = 60.0  # seconds; the register answers a feed at least every 50
CROWDED = 0.03  # of a disk still free, below which a register is in trouble


@dataclass
class NodeWatch:
    """A node at work; what it has none of is None. channel: why it hears nobody, "" if it does."""

    engine: Engine
    turns: StoredTurns
    room: Room
    push: Push | None = None
    unlocking: Unlocking | None = None
    feed: Feed | None = None
    clock: TrueClock | None = None
    channel: Callable[[], str] = field(default=lambda: "")

    def reached(self) -> bool:
        """Whether what is said now is with the centre within moments: it answers, and takes what we hand in."""
        silence = self.feed.silence() if self.feed else None
        return silence is not None and silence < PATIENCE and not (self.push and self.push.trouble)

    def troubles(self) -> Mapping[str, str]:
        """What is wrong, by part."""
        left = self.unlocking.seconds_left() if self.unlocking else None
        found = {
            "link": self.push.trouble if self.push else "",
            "disk": self.room.trouble if self.room.is_short() else "",
            "channel": self.channel(),
            "store": "" if answers(self.engine) else "NOT_READ",
            "lease": "EXPIRED" if left is not None and left < 0 else "",
        }
        return {part: code for part, code in found.items() if code}

    def figures(self) -> Sequence[Figure]:
        """How it goes."""
        turns, numbers = self.turns, node_numbers(self.engine, self.turns.node, self.turns.epoch)
        states = [((state,), count) for state, count in numbers.outbox.items()]
        troubles = [(trouble, 1) for trouble in self.troubles().items()]
        figures = [
            _counter("hamrah_updates_done", "Updates that were taken and kept.", turns.updates),
            _counter("hamrah_turns_committed", "Turns that were kept.", turns.kept),
            _counter("hamrah_commits", "Commits by which they were kept.", turns.commits),
            _gauge("hamrah_poison", "Updates that broke us and were set aside.", numbers.poison),
            Figure("hamrah_outbox_messages", "Messages to send, by state.", states, ("state",)),
            Figure("hamrah_trouble", "What is wrong now.", troubles, ("part", "code")),
            _gauge("hamrah_disk_free_share", "Share of the store's disk that is free.", self.room.share()),
            _gauge("hamrah_store_bytes", "Size of the store.", numbers.size),
        ]
        if self.push:
            figures.append(_gauge("hamrah_push_behind", "Facts the register has not yet.", numbers.behind))
        if self.feed:
            figures.append(
                _gauge("hamrah_feed_position", "Up to where it heard the register.", self.feed.position)
            )
        if self.feed and (silence := self.feed.silence()) is not None:
            figures.append(_gauge("hamrah_feed_silence_seconds", "Since the register's last answer.", silence))
        if self.clock and self.clock.sure:
            off = self.clock.off.total_seconds()
            figures.append(
                _gauge("hamrah_clock_off_seconds", "How far this clock is ahead of the channel's.", off)
            )
        if self.unlocking and (left := self.unlocking.seconds_left()) is not None:
            figures.append(_gauge("hamrah_lease_remaining_seconds", "Until the lease ends.", left))
        return figures


@dataclass
class RegisterWatch:
    """A register at work."""

    engine: Engine
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def troubles(self) -> Mapping[str, str]:
        """What is wrong, by part."""
        share = self._free()
        found = {
            "store": "" if answers(self.engine) else "NOT_READ",
            "disk": "DISK_HIGH" if share is not None and share < CROWDED else "",
        }
        return {part: code for part, code in found.items() if code}

    def figures(self) -> Sequence[Figure]:
        """How it goes."""
        numbers, now, share = register_numbers(self.engine), self.now(), self._free()
        facts = [((node,), count) for node, count in numbers.facts.items()]
        ages = [((node,), (now - at).total_seconds()) for node, at in numbers.heard.items()]
        figures = [
            _gauge("hamrah_register_position", "Up to where nodes can hear it.", numbers.position),
            Figure("hamrah_register_facts", "Facts of each node.", facts, ("node",)),
            Figure("hamrah_node_last_heard_seconds", "Since the latest fact of each node.", ages, ("node",)),
            _gauge("hamrah_quarantined", "Batches set apart, for somebody to look at.", numbers.quarantined),
            _gauge("hamrah_store_bytes", "Size of the store.", numbers.size),
        ]
        if share is not None:
            figures.append(_gauge("hamrah_disk_free_share", "Share of the store's disk that is free.", share))
        return figures

    def _free(self) -> float | None:
        """Which share of its disk is free; None where a server keeps it."""
        if self.engine.dialect.name != "sqlite" or not self.engine.url.database:
            return None
        _, used, free = disk_usage(Path(self.engine.url.database).absolute().parent)
        return free / max(1, used + free)


def _gauge(name: str, meaning: str, value: float) -> Figure:
    return Figure(name, meaning, [((), value)])


def _counter(name: str, meaning: str, value: float) -> Figure:
    return Figure(name, meaning, [((), value)], counter=True)
