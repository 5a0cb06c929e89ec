"""A departure planned in one line, or what is wrong with the line."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.desk import words
from flows.places import KABUL

MOST_SEATS, MOST_BAGS = 500, 9
USUAL_BAGS = 1
ROUTES = {"air": "AIR", "land": "LAND"}
LINE = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})\s+(?P<route>\S+)\s+(?P<seats>-?\d{1,9})\s+answer\s+"
    r"(?P<until>\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})(?:\s+bags\s+(?P<bags>\d{1,9}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A departure as somebody wants it; times are of Kabul; bags: small ones, each person."""

    route: str
    departs: datetime
    answer_by: datetime
    seats: int
    bags: int = USUAL_BAGS


def planned(line: str, now: datetime) -> Plan | str:
    """The plan, or in words why it is none."""
    found = LINE.fullmatch(line.strip())
    if found is None:
        return explained(now)
    departs, answer_by = _moment(found["day"] + " 00:00"), _moment(" ".join(found["until"].split()))
    if departs is None or answer_by is None:
        return words.NO_SUCH_DAY
    bags = int(found["bags"] or USUAL_BAGS)
    plan = Plan(ROUTES.get(found["route"].lower(), ""), departs, answer_by, int(found["seats"]), bags)
    return _refusal(plan, now) or plan


def explained(now: datetime) -> str:
    """How a plan is written, with an example that would hold now."""
    today = now.astimezone(KABUL)
    leaves, until = today + timedelta(days=9), today + timedelta(days=7)
    return words.PLAN_HELP.format(example=f"{leaves:%Y-%m-%d} air 2 answer {until:%Y-%m-%d} 18:00 bags 1")


def _refusal(plan: Plan, now: datetime) -> str:
    today = datetime.combine(now.astimezone(KABUL), time(), KABUL)
    refusals = {
        words.NO_ROUTE: not plan.route,
        words.NO_SEATS: plan.seats < 1,
        words.TOO_MANY_SEATS.format(most=MOST_SEATS): plan.seats > MOST_SEATS,
        words.TOO_MANY_BAGS.format(most=MOST_BAGS): plan.bags > MOST_BAGS,
        words.PAST_DAY: plan.departs < today,
        words.LATE_DEADLINE: plan.answer_by > plan.departs,
        words.PAST_DEADLINE: plan.answer_by <= now,
    }
    return next((why for why, holds in refusals.items() if holds), "")


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M").replace(tzinfo=KABUL)
    except ValueError:
        return None
