"""How a wish ages, and when it is asked anew (domain.md §2.1)."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta

from flows.places import KABUL
from flows.ports import OfferRow, PersonRow, WindowRow

LEAVES = ("LEAVE_NOW", "LEAVE_WITH_FAMILY")
MORNING, EVENING = 7, 21

# After so many days since it was said, and then every so many days (§2.1).
STEPS = {
    **dict.fromkeys(LEAVES, (14, 28, 42)),
    "LEAVE_LATER": (7, 21, 45),
    "UNDECIDED": (7, 21, 45),
    "STAY": (45,),
}
THEN_EVERY = 61  # so that nobody who wants to stay is asked more than six times a year
NEAR, FRESH_BEFORE_A_TRIP = timedelta(days=10), timedelta(days=7)
BEFORE_LATER, LATER_STEPS = timedelta(days=7), (0, 14, 28)
THE_DAY_BEFORE = timedelta(hours=24)

# When one who wants to leave later could, by what they picked.
LATER = {
    "week": timedelta(days=7),
    "two_weeks": timedelta(days=14),
    "month": timedelta(days=30),
    "three_months": timedelta(days=90),
}


def is_day(now: datetime) -> bool:
    """Whether people may be woken by a note (§4.5)."""
    return MORNING <= now.astimezone(KABUL).hour < EVENING


def times_due(row: PersonRow, now: datetime, *, trip_is_near: bool) -> int:
    """How often the wish should have been asked anew by now, since it was said."""
    if row.wished_at is None or row.wish not in STEPS or (row.wish == "STAY" and row.ask_again == "no"):
        return 0
    age, steps = now - row.wished_at, STEPS[row.wish]
    if row.wish == "LEAVE_LATER" and row.not_before is not None:
        age, steps = now - (row.not_before - BEFORE_LATER), LATER_STEPS
    times = _passed(age, steps)
    return max(times, 1) if trip_is_near and row.wish in LEAVES and age >= FRESH_BEFORE_A_TRIP else times


def stale(
    people: Sequence[PersonRow], windows: Sequence[WindowRow], offered: Collection[str], now: datetime
) -> Iterator[tuple[PersonRow, int]]:
    """Whom to ask anew now, and which time it is; by day only, and nobody who wants no notes now.

    offered: who was offered a trip still to come: to open that asks them already (§2.3).
    """
    if not is_day(now):
        return
    near = any(timedelta(0) < window.departs - now < NEAR for window in windows)
    for row in people:
        times = times_due(row, now, trip_is_near=near)
        if times > row.asked and row.reachable and row.person not in offered and may_be_asked(row, now):
            yield row, times


def may_be_asked(row: PersonRow, now: datetime) -> bool:
    """Whether a note that they do not wait for may come to them."""
    quiet = row.quiet_until is not None and now < row.quiet_until
    return not row.locked and row.notes not in ("stop", "declined") and not quiet


def meant_by_check(row: PersonRow, provinces: Sequence[str], now: datetime) -> bool:
    """Whether who is asked there if they are safe includes this person; no province is everywhere."""
    there = not provinces or row.province in provinces
    return there and row.reachable and row.wish != "LEFT" and may_be_asked(row, now)


def unsure_of_tomorrow(window: WindowRow, offers: Sequence[OfferRow], now: datetime) -> Iterator[OfferRow]:
    """Who has a seat on a trip that leaves within a day and was not asked since whether it is still so (§2.3)."""
    if is_day(now) and timedelta(0) < window.departs - now <= THE_DAY_BEFORE:
        yield from (offer for offer in offers if offer.seat and offer.answer == "yes" and not offer.checked)


def _passed(age: timedelta, steps: Sequence[int]) -> int:
    past = sum(age >= timedelta(days=step) for step in steps)
    beyond = age - timedelta(days=steps[-1])
    return past + max(0, beyond.days // THEN_EVERY)
