"""What people say of themselves that the staff must hear, though nobody asked for them (domain.md §3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from flows.cases.triage import IMPERSONATION, NOT_UNDERSTOOD, Matter
from flows.conversation.kind import is_mark
from flows.conversation.standing import (
    CASE_TALK,
    OFFER_TALK,
    PAPERS_TALK,
    WHO_DIED,
    ZONE_TALK,
    Answers,
    Standing,
    known_as,
)
from flows.conversation.walk import Placed, stands_at, things
from flows.talks.differing import differing
from flows.talks.names import DOCUMENTS, RELATIONS, STATES
from flows.talks.needs import TOGETHER, needs
from flows.talks.paper_kinds import PASSPORTS
from flows.talks.papers import PAPERS
from flows.talks.people import MEMBERS
from flows.talks.phones import BORN, OLD_NUMBER
from flows.talks.sharing import SHARE
from flows.talks.trip import LATE_NO
from flows.talks.values import option_labels
from flows.talks.zone import CHECK, FAILING, KINDS, LINES, ODD
from flows.turning import torn

SOON = timedelta(days=7)
NEEDS = TOGETHER.name
URGENT = (("needs.pregnant.due", "soon"), ("needs.medicine.machine", "yes"))
LABELS = option_labels((TOGETHER,))


def matter(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """What of a step from one standing to the next the staff must hear, None if nothing."""
    if after.locked:
        return None if before.locked else Matter("E23", "P2")
    return (
        _late_no(before, after, now)
        or _torn(before, after)
        or _known_before(before, after)
        or _unshared(before, after, now)
        or _passports(before, after, now)
        or _digits(before, after)
        or _died(before, after)
        or _differs(before, after)
        or _care(before, after)
    )


def _late_no(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """A no after the yes, so late that somebody must look who else can still go."""
    late = (of for of in after.offers.values() if timedelta(0) < of.starts - now < LATE_NO)
    if not any(_turned_down(OFFER_TALK + of.window, before, after) for of in late):
        return None
    return Matter("E15", "P1", "Says no to a trip that leaves soon")


def _turned_down(talk: str, before: Standing, after: Standing) -> bool:
    was = before.answers.get(talk, {}).get("answer")
    if was is None and talk == after.talk:
        # Who opens the answer again has none for that moment; what was known of it before stays known.
        was = before.known.get("answer")
    return was == "yes" and after.answers.get(talk, {}).get("answer") == "no"


def _torn(before: Standing, after: Standing) -> Matter | None:
    """A wish that turned for the third time within three days: nothing is offered before a person asked."""
    turns = after.turned != before.turned and torn(after.turned)
    return Matter(NOT_UNDERSTOOD.code, "P2", "Changed the wish 3 times in 3 days") if turns else None


def _known_before(before: Standing, after: Standing) -> Matter | None:
    """Somebody says that they have a number from another phone: the staff make sure before anything is joined."""
    said = after.known.get(BORN)
    if said is None or said == before.known.get(BORN) or after.known.get(OLD_NUMBER) in (None, "skip"):
        return None
    number = after.known[OLD_NUMBER]
    words = "Says they have a number from before" if is_mark(number) else f"Says they have number {number}"
    return Matter(IMPERSONATION.code, IMPERSONATION.priority, words)


def _unshared(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """A yes to share that is taken back by who has a place on a trip."""
    taken_back = before.known.get(SHARE.name) == "yes" and after.known.get(SHARE.name) == "no"
    if not taken_back or not after.offers:
        return None
    return Matter(
        "E22", "P1" if _leaves_soon(after, now) else "P2", "Takes back the yes to share facts for a trip"
    )


def _passports(before: Standing, after: Standing, now: datetime) -> Matter | None:
    """A passport that is gone, more urgent where there is a place on a trip soon."""
    lost = [words for words in gone(after.known) if words not in tuple(gone(before.known))]
    return Matter("E13", "P1" if _leaves_soon(after, now) else "P2", "; ".join(lost)) if lost else None


def _digits(before: Standing, after: Standing) -> Matter | None:
    """A zone that was confirmed although a check digit fails: nobody can tell from it what is printed."""
    kept = [words for words in _kept_odd(after) if words not in tuple(_kept_odd(before))]
    return Matter("E18", "P2", "; ".join(kept)) if kept else None


def _kept_odd(standing: Standing) -> Iterator[str]:
    for kind, label in KINDS.items():
        answers = standing.answers.get(ZONE_TALK + kind, {})
        what = FAILING.get(str(answers.get(LINES)))
        if what and answers.get(ODD) == "keep" and answers.get(CHECK) == "yes":
            yield f"{label.source}: a check digit does not hold ({what.source}), but it is printed so"


def _leaves_soon(standing: Standing, now: datetime) -> bool:
    return any(offer.departs - now < SOON for offer in standing.offers.values())


def gone(known: Answers) -> Iterator[str]:
    """Each passport that is gone, theirs or of one who would go along, and how."""
    for item in ("", *things(known.get(MEMBERS))):
        related = RELATIONS.get(str(known.get(f"{MEMBERS}.{item}.relation")), RELATIONS["other"])
        whose = f" ({related.source})" if item else ""
        for kind in PASSPORTS:
            own = known_as(PAPERS_TALK + item if item else PAPERS.name, f"documents.{kind}.")
            if known.get(own + "state") == "lost":
                there = known.get(own + "left_there") == "yes"
                how = "held_by_mission" if there else str(known.get(own + "lost_how"))
                if how in STATES:
                    yield f"{DOCUMENTS[kind].source}{whose}: {STATES[how].source}"


def takes_part(standing: Standing) -> bool:
    """Whether a place that was offered is still taken by a yes."""
    taken = (standing.answers.get(OFFER_TALK + window, {}) for window in standing.offers)
    return any(answers.get("answer") == "yes" for answers in taken)


def _died(before: Standing, after: Standing) -> Matter | None:
    """Who has died is to be written to no more, which only the staff can do."""
    was, said = (each.answers.get(CASE_TALK, {}).get(WHO_DIED) for each in (before, after))
    return Matter("E08", "P1", "Stop the notes for who has died") if said and not was else None


def _differs(before: Standing, after: Standing) -> Matter | None:
    """What differs, once somebody calls because of it."""
    pair = differing(after.known) if after.code == "E18" and before.case != after.case else None
    return Matter("E18", "P2", f"Said {pair[0]} people, listed {pair[1]}") if pair else None


def _care(before: Standing, after: Standing) -> Matter | None:
    """Help that is needed on the way, once all is said of it."""
    said = _needed(after)
    if not said or said == _needed(before):
        return None
    urgent = any(line in after.known.items() for line in URGENT) or "new_baby" in things(after.known.get("needs"))
    return Matter("E14", "P1" if urgent else "P2", "; ".join(said))


def _needed(standing: Standing) -> tuple[str, ...]:
    """Each need with what was said of it; () until the talk is over, or if none is for the staff."""
    answers = standing.answers.get(NEEDS, {})
    if answers.get("care_needed") == "no" or isinstance(stands_at(needs(standing.known), answers), Placed):
        return ()
    lines = (_line(need, answers) for need in things(answers.get("needs")) if _for_staff(need, answers))
    return tuple(lines)


def _for_staff(need: str, answers: Answers) -> bool:
    """A child that comes in more than three months changes nothing yet."""
    return need != "pregnant" or answers.get("needs.pregnant.due") != "later"


def _line(need: str, answers: Answers) -> str:
    own = f"needs.{need}."
    who = (LABELS["who_needs"][each] for each in things(answers.get(own + "who_needs")))
    more = (LABELS[question].get(answers.get(own + question, "")) for question in ("due", "machine"))
    said = [label.source for label in (*who, *more) if label]
    return f"{LABELS['needs'][need].source}: {', '.join(said)}" if said else LABELS["needs"][need].source
