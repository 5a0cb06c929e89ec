"""Faults on demand: what to break, how often, and how many times."""

import random
from collections.abc import Collection
from dataclasses import asdict, dataclass, field

from bot.sandbox.refusals import Json, bad

CALL_KINDS = frozenset({"429", "5xx", "drop", "delay"})
DELIVERY_KINDS = frozenset({"drop", "delay", "duplicate", "reorder"})


@dataclass(slots=True)
class Rule:
    """One fault: `method` is a Bot API method, `deliver` for updates on their way, or `*` for both."""

    method: str
    kind: str
    share: float = 1.0
    seconds: float = 0.0
    retry_after: int = 1
    count: int | None = None
    after: bool = False

    def __post_init__(self) -> None:
        known = DELIVERY_KINDS if self.method == "deliver" else CALL_KINDS | DELIVERY_KINDS
        if self.kind not in known:
            raise bad(f"no fault {self.kind!r} for {self.method!r}; there are {', '.join(sorted(known))}")

    def matches(self, name: str, kinds: Collection[str]) -> bool:
        """Whether the rule concerns this call and has hits left."""
        return self.kind in kinds and self.method.lower() in (name.lower(), "*") and self.count != 0


@dataclass(slots=True)
class Faults:
    """The rules in force, tried in order; chance comes from a seed, so a run can be repeated."""

    rules: list[Rule] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311

    def strike(self, name: str, kinds: Collection[str]) -> Rule | None:
        """The fault that hits this time, if one does."""
        for rule in self.rules:
            if rule.matches(name, kinds) and self.chance.random() < rule.share:
                if rule.count is not None:
                    rule.count -= 1
                return rule
        return None

    def replace(self, rules: list[Json], seed: int | None = None) -> None:
        """Put other rules in force."""
        try:
            self.rules = [Rule(**rule) for rule in rules]
        except TypeError as wrong:
            raise bad(f"a fault has method, kind, share, seconds, retry_after, count, after: {wrong}") from None
        if seed is not None:
            self.chance.seed(seed)

    def as_json(self) -> list[Json]:
        """The rules as the control API shows them."""
        return [asdict(rule) for rule in self.rules]
