"""The person rule but for the papers: what stands in somebody's own way (R1 to R7 of domain.md §1.6)."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta

from flows.register.crisis.policy import Ages, Policy
from flows.register.readiness.answer import Fixer, Reason, Status, Step
from flows.register.readiness.papers import Gaps, gaps, waived
from flows.register.readiness.people import Intent, Person

LEAVES = frozenset({Intent.LEAVE_NOW, Intent.LEAVE_WITH_FAMILY, Intent.LEAVE_LATER})


def own(person: Person, as_of: date, travel: date, policy: Policy) -> tuple[list[Reason], tuple[Gaps, ...]]:
    """Every reason of their own, in the order of the statuses, and the gaps of the other document sets.

    Nothing said after `as_of` counts. Minors need no wish and no contact of their own (R3, R4).
    """
    reasons: list[Reason] = []
    if not policy.covers(person.category):
        reasons.append(_uncovered(person))
    if person.category in policy.age.ages_out and (since := _aged_out(person, travel, policy)):
        reasons.append(since)
    if person.holds:
        reasons += holds(person)
    later: Reason | None = None
    if not is_minor(person, travel, policy.age):
        wish = list(_wish(person, as_of, travel, policy))
        reasons += (reason for reason in wish if reason.status is not Status.NOT_READY)
        later = next((reason for reason in wish if reason.status is Status.NOT_READY), None)
        if not _within(person.contact_on, as_of, policy.reach_days):
            reasons.append(_no_contact(person, as_of, policy))
    if later:
        reasons.append(later)
    lacking = gaps(person, travel, policy)
    if lacking:
        reasons += lacking[0]
    if not person.named:
        reasons.append(Reason("NAME_UNKNOWN", Status.NOT_READY, Fixer.PERSON, Step.SAY_NAME))
    if not person.consent:
        proof = person.proof.get("consent", "")
        reasons.append(
            Reason("CONSENT_SHARE_MISSING", Status.NOT_READY, Fixer.PERSON, Step.ASK_CONSENT, None, proof)
        )
    return reasons, lacking[1:]


def is_minor(person: Person, travel: date, ages: Ages) -> bool:
    """Whether they are a minor on the day of the trip; of whom no age is known speaks for themselves."""
    age = person.age if person.birth is None else person.age_on(travel)
    return age is not None and age < ages.adult


def wants_to_leave(person: Person, as_of: date) -> bool:
    """Whether their last word is that they go, however long ago they said so."""
    return person.intent in LEAVES and not _is_after(person.intent_on, as_of)


def aging_out(person: Person, as_of: date, travel: date, policy: Policy) -> Reason | None:
    """The warning before the birthday on which they are covered no more; of an age alone, for that whole year."""
    ages = policy.age
    if person.category not in ages.ages_out or waived(ages.waiver, person, travel, policy):
        return None
    if person.birth is None:
        soon, step, day = person.age == ages.out - 1, Step.ASK_BIRTH, None
    else:
        day = _birthday(person.birth, ages.out)
        soon, step = as_of < day <= as_of + timedelta(days=ages.warn_days), Step.ASK_AGE_WAIVER
    return Reason("AGING_OUT", Status.OUT_OF_SCOPE, Fixer.STATE, step, day) if soon else None


def holds(person: Person) -> list[Reason]:
    """The open holds, each once."""
    kinds = {
        hold.kind: hold for hold in sorted(person.holds, key=lambda hold: (hold.since or date.max, hold.proof))
    }
    return [
        Reason(f"HOLD:{kind}", Status.HOLD, Fixer.STAFF, Step.CLEAR_HOLD, kinds[kind].since, kinds[kind].proof)
        for kind in sorted(kinds)
    ]


def _uncovered(person: Person) -> Reason:
    proof = person.proof.get("category", "")
    code = f"CAT_NOT_COVERED:{person.category}"
    return Reason(code, Status.OUT_OF_SCOPE, Fixer.STAFF, Step.EXPLAIN_SCOPE, None, proof)


def _aged_out(person: Person, travel: date, policy: Policy) -> Reason | None:
    ages, age = policy.age, person.age_on(travel)
    if age is None or age < ages.out or waived(ages.waiver, person, travel, policy):
        return None
    since = _birthday(person.birth, ages.out) if person.birth else None
    code = f"AGED_OUT:{person.category}"
    return Reason(
        code, Status.OUT_OF_SCOPE, Fixer.STATE, Step.ASK_AGE_WAIVER, since, person.proof.get("birth", "")
    )


def _wish(person: Person, as_of: date, travel: date, policy: Policy) -> Iterator[Reason]:
    said, proof = person.intent_on, person.proof.get("intent", "")
    intent = Intent.UNKNOWN if _is_after(said, as_of) else person.intent
    if intent is Intent.STAY:
        yield Reason("INTENT_STAY", Status.NOT_WILLING, Fixer.PERSON, Step.LEAVE_OPEN, said, proof)
    elif intent is Intent.UNDECIDED:
        yield Reason("INTENT_UNDECIDED", Status.UNCONFIRMED, Fixer.PERSON, Step.LEAVE_OPEN, said, proof)
    elif intent is Intent.UNKNOWN:
        yield Reason("INTENT_UNKNOWN", Status.UNCONFIRMED, Fixer.PERSON, Step.ASK_WISH)
    elif not _within(said, as_of, policy.fresh_days):
        since = said + timedelta(days=policy.fresh_days + 1) if said else None
        yield Reason("INTENT_STALE", Status.UNCONFIRMED, Fixer.PERSON, Step.ASK_WISH, since, proof)
    if intent is Intent.LEAVE_LATER and (person.not_before is None or person.not_before > travel):
        yield Reason("INTENT_NOT_BEFORE", Status.NOT_READY, Fixer.PERSON, Step.OFFER_LATER_TRIP, said, proof)


def _no_contact(person: Person, as_of: date, policy: Policy) -> Reason:
    last = None if _is_after(person.contact_on, as_of) else person.contact_on
    since = last + timedelta(days=policy.reach_days + 1) if last else None
    proof = person.proof.get("contact", "") if last else ""
    return Reason("NO_CONTACT", Status.UNREACHABLE, Fixer.STAFF, Step.TRY_OTHER_CHANNEL, since, proof)


def _within(day: date | None, as_of: date, days: int) -> bool:
    return day is not None and 0 <= (as_of - day).days <= days


def _is_after(day: date | None, as_of: date) -> bool:
    return day is not None and day > as_of


def _birthday(birth: date, years: int) -> date:
    year = birth.year + years
    return (
        date(year, 3, 1) if (birth.month, birth.day) == (2, 29) and not isleap(year) else birth.replace(year=year)
    )
