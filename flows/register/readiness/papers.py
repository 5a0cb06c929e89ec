"""Rule R5: whether somebody holds one whole document set, and what each set lacks."""

from datetime import date, timedelta

from flows.register.readiness.answer import Fixer, Reason, Status, Step
from flows.register.readiness.people import Paper, Person, State
from flows.register.readiness.terms import Cover, Need, Terms

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
_EXPIRED, _LACKS = State.EXPIRED, Status.NOT_READY  # a member of an enumeration takes long to look up
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


def gaps(person: Person, cover: Cover, terms: Terms) -> tuple[Gaps, ...]:
    """What each document set of their category lacks, the fewest first; () if one is whole or there is none."""
    found: list[Gaps] = []
    known: dict[str, Reason | None] = {}
    for needs in cover.sets:
        lacking = []
        for need in needs:
            if need.code in known:
                gap = known[need.code]
            else:
                lacks = _waiver_gap if need.waiver else _paper_gap
                gap = known[need.code] = lacks(need, person, cover, terms)
            if gap is not None:
                lacking.append(gap)
        if not lacking:
            return ()
        found.append(tuple(lacking))
    found.sort(key=len)
    return tuple(found)


def waived(code: str, person: Person, cover: Cover, terms: Terms) -> bool:
    """Whether a waiver of that code holds on the day of the trip, given by an officer or kept among the papers."""
    return bool(code) and _waiver_gap(terms.need(code), person, cover, terms) is None


def _waiver_gap(need: Need, person: Person, cover: Cover, terms: Terms) -> Reason | None:
    gap = need.missing
    for waiver in person.waivers:
        if waiver.kind == need.code:
            if waiver.holds_on(terms.travel):
                return None
            gap = need.expired
    for paper in person.papers:
        if paper.kind == need.code and _is_waiver(paper, terms.travel, cover.minimum):
            return None
    return gap


def _is_waiver(paper: Paper, travel: date, minimum: int) -> bool:
    last = paper.last_day
    return paper.state is State.HELD and paper.evidence >= minimum and (last is None or last >= travel)


def _paper_gap(need: Need, person: Person, cover: Cover, terms: Terms) -> Reason | None:
    best: Reason | None = None
    for paper in person.papers:
        if paper.kind == need.paper:
            gap = _fault(paper, need, cover.minimum, terms)
            if gap is None:
                return None
            best = gap if best is None else max(best, gap, key=_lacks_less)
    return best or (need.missing if person.papers else need.unnamed)


def _lacks_less(gap: Reason) -> tuple[int, date, str]:
    return _RANK[gap.code.partition(":")[0]], gap.since or date.min, gap.proof


def _fault(paper: Paper, need: Need, minimum: int, terms: Terms) -> Reason | None:
    state = paper.state
    if state in _MENDS:
        return _reason(f"DOC_{state.name}", paper, *_MENDS[state])
    if not need.expired_too:
        last = paper.last_day
        if state is _EXPIRED or (last is not None and last < terms.good_until):
            since = last + timedelta(days=1) if last is not None and last < date.max else None
            return _reason("DOC_EXPIRED", paper, Fixer.STATE, Step.RENEW, since)
        if last is None and paper.kind not in terms.policy.undated:
            return _reason("DOC_EXPIRY_UNKNOWN", paper, Fixer.PERSON, Step.SAY_EXPIRY)
    if paper.evidence < minimum:
        by = (Fixer.STATE, Step.CONFIRM_PAPER) if minimum > 3 else (Fixer.PERSON, Step.SHOW_PAPER)
        return _reason("DOC_NOT_CHECKED", paper, *by)
    return None


def _reason(stem: str, paper: Paper, fixer: Fixer, step: Step, since: date | None = None) -> Reason:
    return Reason(f"{stem}:{paper.kind}", _LACKS, fixer, step, since or paper.since, paper.proof)
