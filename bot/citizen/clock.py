"""What time it is: by this machine's clock while it can be true, by the channel's where it can not."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import structlog

from flows.facts import CLOCK_OFF

# Runs on while a laptop sleeps; where there is no such clock, the next answer of the channel sets us right.
_STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

log = structlog.get_logger()


def now_utc() -> datetime:
    """This moment, as this machine has it."""
    return datetime.now(UTC)


def steady() -> float:
    """Seconds that nobody can set."""
    return time.clock_gettime(_STEADY)


class TrueClock:
    """The time; set by every answer of the channel, which says its own (the Date of HTTP, a second fine).

    A machine's clock may be set by anyone who holds it, by a day or by a year. The channel's cannot.
    """

    def __init__(self, wall: Callable[[], datetime] = now_utc, steady: Callable[[], float] = steady) -> None:
        self._wall, self._steady = wall, steady
        self._told: datetime | None = None
        self._told_at = 0.0
        self._off = False

    def tell(self, date: str | None) -> None:
        """The channel's time, as its answer has it; an answer without one changes nothing."""
        try:
            self._told = parsedate_to_datetime(date or "").astimezone(UTC)
        except (ValueError, OverflowError):
            return
        self._told_at = self._steady()
        off = abs(self.off) > CLOCK_OFF
        if off != self._off:
            self._off = off
            minutes = self.off // timedelta(minutes=1)
            if off:
                log.warning("clock.off", minutes=minutes)
            else:
                log.warning("clock.right", minutes=minutes)

    @property
    def sure(self) -> bool:
        """Whether the channel has told its time."""
        return self._told is not None

    @property
    def off(self) -> timedelta:
        """How far this machine's clock is ahead of the channel's."""
        if self._told is None:
            return timedelta()
        return self._wall() - self._told - timedelta(seconds=self._steady() - self._told_at)

    def now(self) -> datetime:
        """The time as best it is known."""
        wall, off = self._wall(), self.off
        return wall if abs(off) <= CLOCK_OFF else wall - off

    def micros(self) -> int:
        """The same in microseconds since 1970."""
        return int(self.now().timestamp() * 1_000_000)
