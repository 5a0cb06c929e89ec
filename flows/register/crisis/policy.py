"""A policy: who is covered from when, and with which papers (domain.md §1.4–1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

DocumentSets = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """In years: `adult` from when a person speaks for themselves, `out` when one of `ages_out` is covered no more.

    waiver: the code that lifts the second; warn_days: how long before that birthday it is said.
    """

    adult: int = 18
    out: int = 21
    ages_out: frozenset[str] = frozenset()
    warn_days: int = 60
    waiver: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy as `flows.register.crisis.checking.policy` accepted it; days in days, evidence 0 to 4.

    held_expired: codes that stand for a paper held whether or not it has expired; undated: papers that may have no
    date of expiry; min_evidence: by category, "*" for the others; docs: of each category any set, and of it all.
    """

    id: str
    title: str
    begins: date
    ends: date | None
    route: str
    margin_days: int
    fresh_days: int
    reach_days: int
    eligible: frozenset[str]
    undated: frozenset[str]
    min_evidence: Mapping[str, int]
    docs: Mapping[str, DocumentSets]
    counts_as: Mapping[str, str]
    age: Ages
    held_expired: Mapping[str, str]
    waivers: Mapping[str, str]
    papers: Mapping[str, str]
    categories: Mapping[str, str]

    def covers(self, category: str) -> bool:
        """Whether people of this category may be offered a way."""
        return category in self.eligible or self.counts_as.get(category) in self.eligible

    def sets(self, category: str) -> DocumentSets:
        """The alternative document sets of a category, the usual one first; none for a category without."""
        return self.docs.get(category) or self.docs.get(self.counts_as.get(category, ""), ())

    def minimum(self, category: str) -> int:
        """How sure a paper of somebody of this category must be."""
        known, other = self.min_evidence, self.counts_as.get(category, "*")
        return known.get(category, known.get(other, known["*"]))

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day, its first and last included."""
        return self.begins <= day and (self.ends is None or day <= self.ends)
