"""A policy file becomes a policy, or all its faults are told in words at once."""

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise, permutations
from types import MappingProxyType

from flows.register.crisis.policy import Ages, DocumentSets, Policy
from flows.register.crisis.told import Fault, Told

KEYS = (
    "id", "title", "from", "until", "route", "margin_days", "fresh_days", "reach_days", "eligible", "undated",
    "min_evidence", "docs", "counts_as", "age", "held_expired", "waivers", "papers", "categories",
)  # fmt: skip
AGES = ("adult", "out", "ages_out", "warn_days", "waiver")
LONGEST, SUREST, OLDEST = 3660, 4, 120


def policy(table: Mapping[str, object]) -> Policy | tuple[Fault, ...]:
    """The policy of a parsed TOML file, or every fault of it in the order of its keys."""
    told = Told(table)
    told.known_only(KEYS)
    read = _read(told)
    _check(read, told)
    return tuple(dict.fromkeys(told.faults)) or read


def _read(told: Told) -> Policy:
    docs, minima = told.table_of("docs"), told.table_of("min_evidence")
    return Policy(
        id=told.text("id"),
        title=told.text("title"),
        begins=told.day("from"),
        ends=told.day("until") if "until" in told.table else None,
        route=told.text("route"),
        margin_days=told.whole("margin_days", 0, LONGEST),
        fresh_days=told.whole("fresh_days", 0, LONGEST),
        reach_days=told.whole("reach_days", 0, LONGEST),
        eligible=frozenset(told.codes("eligible")),
        undated=frozenset(told.codes("undated", needed=False)),
        min_evidence=MappingProxyType({key: minima.whole(key, 0, SUREST) for key in minima.table}),
        docs=MappingProxyType({key: tuple(map(tuple, docs.sets(key))) for key in docs.table}),
        counts_as=MappingProxyType(told.table_of("counts_as", needed=False).texts()),
        age=_ages(told.table_of("age", needed=False)),
        held_expired=MappingProxyType(told.table_of("held_expired", needed=False).texts()),
        waivers=MappingProxyType(told.table_of("waivers", needed=False).texts()),
        papers=MappingProxyType(told.table_of("papers").texts()),
        categories=MappingProxyType(told.table_of("categories").texts()),
    )


def _ages(told: Told) -> Ages:
    told.known_only(AGES)
    usual = Ages()
    return Ages(
        adult=told.whole("adult", 1, OLDEST, usual.adult),
        out=told.whole("out", 1, OLDEST, usual.out),
        ages_out=frozenset(told.codes("ages_out", needed=False)),
        warn_days=told.whole("warn_days", 0, LONGEST, usual.warn_days),
        waiver=told.text("waiver", ""),
    )


def _check(read: Policy, told: Told) -> None:
    """What must hold between the keys."""
    if read.ends is not None and read.ends < read.begins:
        told.fault("until", "this is before from")
    _codes(read, told)
    _eligible(read, told)
    for category, sets in read.docs.items():
        _sets(read, told, category, sets)


def _codes(read: Policy, told: Told) -> None:
    """Every code is declared, once and as one thing."""
    categories, papers = read.categories, read.papers
    _declared(told, "eligible", read.eligible, categories, "category")
    _declared(told, "age.ages_out", read.age.ages_out, categories, "category")
    _declared(told, "docs", read.docs, categories, "category")
    _declared(told, "min_evidence", read.min_evidence.keys() - {"*"}, categories, "category")
    _declared(told, "counts_as", read.counts_as, categories, "category")
    _declared(told, "counts_as", read.counts_as.values(), categories, "category")
    _declared(told, "undated", read.undated, papers, "paper")
    _declared(told, "held_expired", read.held_expired.values(), papers, "paper")
    _declared(told, "age.waiver", {read.age.waiver} - {""}, read.waivers, "waiver")
    if read.age.ages_out and not read.age.out > read.age.adult:
        told.fault("age.out", "this must be more than age.adult")
    named = {"papers": papers, "waivers": read.waivers, "held_expired": read.held_expired}
    for (_, first), (name, second) in [
        *pairwise(named.items()),
        (("", papers), ("held_expired", read.held_expired)),
    ]:
        for code in sorted(first.keys() & second.keys()):
            told.fault(f"{name}.{code}", "this code already stands for something else")
    for code, other in read.counts_as.items():
        if other in read.counts_as:
            told.fault(f"counts_as.{code}", f"{other} counts as another category itself")


def _declared(told: Told, key: str, codes: Iterable[str], among: Collection[str], kind: str) -> None:
    for code in sorted({*codes} - {*among}):
        told.fault(key, f"{code} is no {kind} of this policy")


def _eligible(read: Policy, told: Told) -> None:
    """Who is eligible has documents and evidence, and is so in one way."""
    for code in sorted(read.eligible):
        if not read.sets(code) and code not in read.docs:
            told.fault("docs", f"{code} is eligible and has no document set")
        if read.counts_as.get(code) in read.eligible:
            told.fault("eligible", f"{code} is eligible already, since it counts as {read.counts_as[code]}")
    for code in sorted(read.docs.keys() & read.counts_as.keys()):
        told.fault(f"docs.{code}", f"{code} counts as {read.counts_as[code]}, so its documents stand there")
    if "*" not in read.min_evidence:
        told.fault("min_evidence", 'this must name "*", for every other category')


def _sets(read: Policy, told: Told, category: str, sets: DocumentSets) -> None:
    known = {*read.papers, *read.waivers, *read.held_expired}
    for place, codes in enumerate(sets):
        for code in codes:
            if code not in known:
                told.fault(f"docs.{category}[{place}]", f"{code} is no paper or waiver of this policy")
            elif read.held_expired.get(code) in codes:
                told.fault(f"docs.{category}[{place}]", f"{code} and {read.held_expired[code]} are one paper")
    for (place, one), (other, wider) in permutations(enumerate(sets), 2):
        if {*one} < {*wider} or ({*one} == {*wider} and place < other):
            told.fault(f"docs.{category}[{other}]", f"docs.{category}[{place}] is enough already")
