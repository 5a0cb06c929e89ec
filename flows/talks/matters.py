"""What people say of themselves that the staff must hear, though nobody asked for them (domain.md §3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from flows.cases.triage import Matter
from flows.conversation.standing import Answers, Standing
from flows.talks.names import DOCUMENTS, STATES
from flows.talks.paper_kinds import PASSPORTS

SOON = timedelta(days=7)


def matter(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """What of a step from one standing to the next the staff must hear, None if nothing."""
    if after.locked:
        return None if before.locked else Matter("E23", "P2")
    return _passports(before, after, now)


def _passports(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """A passport that is gone, more urgent where there is a place on a trip soon."""
    lost = [words for words in _gone(after.known) if words not in tuple(_gone(before.known))]
    soon = any(offer.departs - now < SOON for offer in after.offers.values())
    return Matter("E13", "P1" if soon else "P2", "; ".join(lost)) if lost else None


def _gone(known: Answers) -> Iterator[str]:
    for kind in PASSPORTS:
        own = f"documents.{kind}."
        if known.get(own + "state") == "lost":
            there = known.get(own + "left_there") == "yes"
            how = "held_by_mission" if there else str(known.get(own + "lost_how"))
            if how in STATES:
                yield f"{DOCUMENTS[kind].source}: {STATES[how].source}"
