"""A wish that becomes another again and again: only a person can ask then (domain.md §2.3, E21)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

TURNS, WITHIN = 3, timedelta(hours=72)
SLIP = timedelta(minutes=10)


def turned(times: Sequence[datetime], at: datetime) -> tuple[datetime, ...]:
    """The latest times, with one more; what is put right within minutes was a slip, and no turn of its own."""
    kept = times[:-1] if times and at - times[-1] < SLIP else times
    return (*kept, at)[-TURNS:]


def torn(times: Sequence[datetime]) -> bool:
    """Whether a wish turned so often within three days that nothing is offered before a person asked."""
    return len(times) == TURNS and times[-1] - times[0] <= WITHIN
