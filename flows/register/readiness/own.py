"""The person rule: what stands in somebody's own way (R1 to R7 of domain.md §1.6)."""

from calendar import isleap
from dataclasses import replace
from datetime import date, timedelta

from flows.register.readiness.answer import Fixer, Reason, Status, Step
from flows.register.readiness.papers import Gaps, gaps, waived
from flows.register.readiness.people import Intent, Person
from flows.register.readiness.terms import Cover, Terms

LEAVES = frozenset({Intent.LEAVE_NOW, Intent.LEAVE_WITH_FAMILY, Intent.LEAVE_LATER})
DAY = timedelta(days=1)

_UNKNOWN_WISH = Reason("INTENT_UNKNOWN", Status.UNCONFIRMED, Fixer.PERSON, Step.ASK_WISH)
_NEVER_ANSWERED = Reason("NO_CONTACT", Status.UNREACHABLE, Fixer.STAFF, Step.TRY_OTHER_CHANNEL)
_NO_NAME = Reason("NAME_UNKNOWN", Status.NOT_READY, Fixer.PERSON, Step.SAY_NAME)
_NO_CONSENT = Reason("CONSENT_SHARE_MISSING", Status.NOT_READY, Fixer.PERSON, Step.ASK_CONSENT)


def own(person: Person, terms: Terms) -> tuple[tuple[Reason, ...], tuple[Gaps, ...]]:
    """Every reason of their own, in the order of the statuses, and the gaps of the other document sets.

    Nothing said after the day asked about counts. Minors need no wish and no contact of their own (R3, R4).
    """
    cover = terms.cover(person.category)
    reasons: list[Reason] = []
    if not cover.covered:
        reasons.append(_proved(cover.uncovered, person, "category"))
    if cover.ages_out and (aged_out := _aged_out(person, cover, terms)):
        reasons.append(aged_out)
    if person.holds:
        reasons += _holds(person)
    later: Reason | None = None
    if not is_minor(person, terms):
        wish, later = _wish(person, terms)
        if wish:
            reasons.append(wish)
        if person.contact_on is None or not terms.reached_from <= person.contact_on <= terms.as_of:
            reasons.append(_no_contact(person, terms))
    if later:
        reasons.append(later)
    lacking = gaps(person, cover, terms) if cover.sets else ()
    if lacking:
        reasons += lacking[0]
    if not person.named:
        reasons.append(_NO_NAME)
    if not person.consent:
        reasons.append(_proved(_NO_CONSENT, person, "consent"))
    return tuple(reasons), lacking[1:]


def is_minor(person: Person, terms: Terms) -> bool:
    """Whether they are a minor on the day of the trip; of whom no age is known speaks for themselves."""
    age = person.age if person.birth is None else person.age_on(terms.travel)
    return age is not None and age < terms.ages.adult


def wants_to_leave(person: Person, terms: Terms) -> bool:
    """Whether their last word is that they go, however long ago they said so."""
    return person.intent in LEAVES and not _is_after(person.intent_on, terms)


def aging_out(person: Person, terms: Terms) -> Reason | None:
    """The warning before the birthday on which they are covered no more; of an age alone, for that whole year."""
    ages, cover = terms.ages, terms.cover(person.category)
    if not cover.ages_out or person.departed or waived(ages.waiver, person, cover, terms):
        return None
    if person.birth is None:
        soon, step, day = person.age == ages.out - 1, Step.ASK_BIRTH, None
    else:
        day = _birthday(person.birth, ages.out)
        soon, step = terms.as_of < day <= terms.as_of + ages.warn_days * DAY, Step.ASK_AGE_WAIVER
    return Reason("AGING_OUT", Status.OUT_OF_SCOPE, Fixer.STATE, step, day) if soon else None


def _holds(person: Person) -> list[Reason]:
    """The open holds, each once and as of its last."""
    kinds = {
        hold.kind: hold for hold in sorted(person.holds, key=lambda hold: (hold.since or date.min, hold.proof))
    }
    return [
        Reason(f"HOLD:{kind}", Status.HOLD, Fixer.STAFF, Step.CLEAR_HOLD, kinds[kind].since, kinds[kind].proof)
        for kind in sorted(kinds)
    ]


def _aged_out(person: Person, cover: Cover, terms: Terms) -> Reason | None:
    ages, age = terms.ages, person.age_on(terms.travel)
    if age is None or age < ages.out or waived(ages.waiver, person, cover, terms):
        return None
    since = _birthday(person.birth, ages.out) if person.birth else None
    code = f"AGED_OUT:{person.category}"
    return Reason(
        code, Status.OUT_OF_SCOPE, Fixer.STATE, Step.ASK_AGE_WAIVER, since, person.proof.get("birth", "")
    )


def _wish(person: Person, terms: Terms) -> tuple[Reason | None, Reason | None]:
    """What their wish leads to, and whether it is for a later trip."""
    said, intent = person.intent_on, person.intent
    if intent is Intent.UNKNOWN or _is_after(said, terms):
        return _UNKNOWN_WISH, None
    proof = person.proof.get("intent", "")
    if intent is Intent.STAY:
        return Reason("INTENT_STAY", Status.NOT_WILLING, Fixer.PERSON, Step.LEAVE_OPEN, said, proof), None
    if intent is Intent.UNDECIDED:
        return Reason("INTENT_UNDECIDED", Status.UNCONFIRMED, Fixer.PERSON, Step.LEAVE_OPEN, said, proof), None
    stale = later = None
    if said is None or said < terms.fresh_from:
        since = said + (terms.policy.fresh_days + 1) * DAY if said else None
        stale = Reason("INTENT_STALE", Status.UNCONFIRMED, Fixer.PERSON, Step.ASK_WISH, since, proof)
    if intent is Intent.LEAVE_LATER and (person.not_before is None or person.not_before > terms.travel):
        later = Reason("INTENT_NOT_BEFORE", Status.NOT_READY, Fixer.PERSON, Step.OFFER_LATER_TRIP, said, proof)
    return stale, later


def _no_contact(person: Person, terms: Terms) -> Reason:
    last = person.contact_on
    if last is None or _is_after(last, terms):
        return _NEVER_ANSWERED
    since = last + (terms.policy.reach_days + 1) * DAY
    proof = person.proof.get("contact", "")
    return Reason("NO_CONTACT", Status.UNREACHABLE, Fixer.STAFF, Step.TRY_OTHER_CHANNEL, since, proof)


def _proved(reason: Reason, person: Person, field: str) -> Reason:
    proof = person.proof.get(field)
    return replace(reason, proof=proof) if proof else reason


def _is_after(day: date | None, terms: Terms) -> bool:
    return day is not None and day > terms.as_of


def _birthday(birth: date, years: int) -> date:
    year = birth.year + years
    return (
        date(year, 3, 1) if (birth.month, birth.day) == (2, 29) and not isleap(year) else birth.replace(year=year)
    )
