"""Rule R5: whether somebody holds one whole document set, and what each set lacks."""

from datetime import date, timedelta

from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Fixer, Reason, Status, Step
from flows.register.readiness.people import Paper, Person, State

Gaps = tuple[Reason, ...]

_MENDS = {
    State.LOST: (Fixer.STATE, Step.REPLACE),
    State.TAKEN: (Fixer.STATE, Step.REPLACE),
    State.DESTROYED: (Fixer.STATE, Step.REPLACE),
    State.HELD_BY_MISSION: (Fixer.STAFF, Step.FETCH_FROM_MISSION),
    State.APPLIED_FOR: (Fixer.STATE, Step.WAIT_FOR_ISSUE),
    State.WITH_OTHER_PERSON: (Fixer.PERSON, Step.GET_BACK),
    State.UNKNOWN: (Fixer.PERSON, Step.SAY_STATE),
}
# Of several papers of one kind the one that lacks least speaks.
_WORST = (
    "UNKNOWN",
    "TAKEN",
    "DESTROYED",
    "LOST",
    "HELD_BY_MISSION",
    "WITH_OTHER_PERSON",
    "APPLIED_FOR",
    "EXPIRED",
)
_RANK = {f"DOC_{stem}": place for place, stem in enumerate((*_WORST, "EXPIRY_UNKNOWN", "NOT_CHECKED"))}


def gaps(person: Person, travel: date, policy: Policy) -> tuple[Gaps, ...]:
    """What each document set of their category lacks, the fewest first; () if one is whole or there is none."""
    sets = policy.sets(person.category)
    found: list[Gaps] = []
    for codes in sets:
        lacking = tuple(gap for code in codes if (gap := _gap(code, person, travel, policy)) is not None)
        if not lacking:
            return ()
        found.append(lacking)
    return tuple(sorted(found, key=len))


def waived(code: str, person: Person, travel: date, policy: Policy) -> bool:
    """Whether a waiver of that code holds on the day of the trip, given by an officer or kept among the papers."""
    return _waiver_gap(code, person, travel, policy) is None


def _gap(code: str, person: Person, travel: date, policy: Policy) -> Reason | None:
    if code in policy.waivers:
        return _waiver_gap(code, person, travel, policy)
    kind = policy.held_expired.get(code, code)
    return _paper_gap(kind, person, travel, policy, expired_too=kind != code)


def _waiver_gap(code: str, person: Person, travel: date, policy: Policy) -> Reason | None:
    stem = "WAIVER_MISSING"
    for waiver in person.waivers:
        if waiver.kind == code:
            if waiver.holds_on(travel):
                return None
            stem = "WAIVER_EXPIRED"
    minimum = policy.minimum(person.category)
    if any(paper.kind == code and _is_waiver(paper, travel, minimum) for paper in person.papers):
        return None
    return Reason(f"{stem}:{code}", Status.NOT_READY, Fixer.STATE, Step.ASK_WAIVER)


def _is_waiver(paper: Paper, travel: date, minimum: int) -> bool:
    last = paper.last_day
    return paper.state is State.HELD and paper.evidence >= minimum and (last is None or last >= travel)


def _paper_gap(kind: str, person: Person, travel: date, policy: Policy, *, expired_too: bool) -> Reason | None:
    needed = travel + timedelta(days=policy.margin_days)
    minimum = policy.minimum(person.category)
    best: Reason | None = None
    for paper in person.papers:
        if paper.kind != kind:
            continue
        gap = _fault(paper, needed, minimum, policy, expired_too=expired_too)
        if gap is None:
            return None
        best = gap if best is None else max(best, gap, key=_lacks_less)
    return best or _missing(kind, person)


def _missing(kind: str, person: Person) -> Reason:
    step = (Fixer.STATE, Step.APPLY) if person.papers else (Fixer.PERSON, Step.NAME_PAPER)
    return Reason(f"DOC_MISSING:{kind}", Status.NOT_READY, *step)


def _lacks_less(gap: Reason) -> tuple[int, date, str]:
    return _RANK[gap.code.partition(":")[0]], gap.since or date.min, gap.proof


def _fault(paper: Paper, needed: date, minimum: int, policy: Policy, *, expired_too: bool) -> Reason | None:
    if paper.state not in (State.HELD, State.EXPIRED):
        return _reason(f"DOC_{paper.state.name}", paper, *_MENDS[paper.state])
    if not expired_too:
        last = paper.last_day
        if paper.state is State.EXPIRED or (last is not None and last < needed):
            since = last + timedelta(days=1) if last is not None and last < date.max else paper.since
            return _reason("DOC_EXPIRED", paper, Fixer.STATE, Step.RENEW, since)
        if last is None and paper.kind not in policy.undated:
            return _reason("DOC_EXPIRY_UNKNOWN", paper, Fixer.PERSON, Step.SAY_EXPIRY)
    if paper.evidence < minimum:
        by_issuer = minimum > 3
        return _reason(
            "DOC_NOT_CHECKED",
            paper,
            Fixer.STATE if by_issuer else Fixer.PERSON,
            Step.CONFIRM_PAPER if by_issuer else Step.SHOW_PAPER,
        )
    return None


def _reason(stem: str, paper: Paper, fixer: Fixer, step: Step, since: date | None = None) -> Reason:
    return Reason(f"{stem}:{paper.kind}", Status.NOT_READY, fixer, step, since or paper.since, paper.proof)
