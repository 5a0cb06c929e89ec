"""When who has not answered an offer is reminded of it (domain.md §4.4, §4.5)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from flows.facts import OfferReminded
from flows.ports import OfferRow, WindowRow
from flows.register.wishes import is_day

AFTER = (0.25, 0.5, 0.8)  # of the time to answer


def reminded(window: WindowRow, offers: Sequence[OfferRow], now: datetime) -> Iterator[tuple[str, OfferReminded]]:
    """Whom to remind now, by day only; a time that passed at night, or unseen, is not made up for twice."""
    if window.approved_at is None or not is_day(now):
        return
    passed = (now - window.approved_at) / (window.answer_by - window.approved_at)
    time = sum(share <= passed < 1 for share in AFTER)
    for offer in offers:
        if offer.sent and not offer.answer and not offer.stage and offer.reminded < time:
            yield offer.person, OfferReminded(window.window, time)
