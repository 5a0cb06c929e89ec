"""The terms of one question, made ready: who is covered, which days count, and what each document set needs."""

from dataclasses import dataclass
from datetime import date, timedelta

from flows.register.crisis.policy import Ages, Policy
from flows.register.readiness.answer import Fixer, Reason, Status, Step


@dataclass(frozen=True, slots=True)
class Need:
    """One code of a document set: a waiver, or a paper, which with `expired_too` may have expired.

    missing: the reason if a person names other papers; unnamed: if they named none; expired: if a waiver ran out.
    """

    code: str
    paper: str
    waiver: bool
    expired_too: bool
    missing: Reason
    unnamed: Reason
    expired: Reason


@dataclass(frozen=True, slots=True)
class Cover:
    """What the policy says of one category; minimum: how sure a paper must be; uncovered: the reason if so."""

    category: str
    covered: bool
    ages_out: bool
    minimum: int
    sets: tuple[tuple[Need, ...], ...]
    uncovered: Reason


class Terms:
    """A day as of which, a day of the trip and a policy; nothing in it changes an answer, it only spares work.

    fresh_from, reached_from: the first days of a wish and of an answer that count; good_until: the last day that a
    paper must be good for.
    """

    __slots__ = (
        "_covers",
        "_needs",
        "ages",
        "as_of",
        "fresh_from",
        "good_until",
        "policy",
        "reached_from",
        "travel",
    )

    def __init__(self, as_of: date, travel: date, policy: Policy) -> None:
        self.as_of, self.travel, self.policy = as_of, travel, policy
        self.fresh_from = as_of - timedelta(days=policy.fresh_days)
        self.reached_from = as_of - timedelta(days=policy.reach_days)
        self.good_until = travel + timedelta(days=policy.margin_days)
        self.ages: Ages = policy.age
        self._covers: dict[str, Cover] = {}
        self._needs: dict[str, Need] = {}

    def cover(self, category: str) -> Cover:
        """What holds for a category, whether or not the policy names it."""
        found = self._covers.get(category)
        if found is None:
            found = self._covers[category] = self._cover(category)
        return found

    def need(self, code: str) -> Need:
        """What a code of a document set asks for."""
        found = self._needs.get(code)
        if found is None:
            found = self._needs[code] = self._need(code)
        return found

    def _cover(self, category: str) -> Cover:
        policy = self.policy
        return Cover(
            category,
            policy.covers(category),
            category in policy.age.ages_out,
            policy.minimum(category),
            tuple(tuple(map(self.need, codes)) for codes in policy.sets(category)),
            Reason(f"CAT_NOT_COVERED:{category}", Status.OUT_OF_SCOPE, Fixer.STAFF, Step.EXPLAIN_SCOPE),
        )

    def _need(self, code: str) -> Need:
        waiver = code in self.policy.waivers
        paper = self.policy.held_expired.get(code, code)
        if waiver:
            missing = unnamed = _lacks(f"WAIVER_MISSING:{code}", Fixer.STATE, Step.ASK_WAIVER)
        else:
            missing = _lacks(f"DOC_MISSING:{paper}", Fixer.STATE, Step.APPLY)
            unnamed = _lacks(f"DOC_MISSING:{paper}", Fixer.PERSON, Step.NAME_PAPER)
        expired = _lacks(f"WAIVER_EXPIRED:{code}", Fixer.STATE, Step.ASK_WAIVER)
        return Need(code, paper, waiver, paper != code, missing, unnamed, expired)


def _lacks(code: str, fixer: Fixer, step: Step) -> Reason:
    return Reason(code, Status.NOT_READY, fixer, step)
