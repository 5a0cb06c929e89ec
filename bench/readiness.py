"""What readiness costs: `python -m bench.readiness`. Everybody at once, and after a change only those it touches.

A synthetic register in memory, on one core, after `gc.freeze` as our processes have it: households, papers and
wishes by the shares of domain.md §7.3, most of them covered, since only then are papers weighed. Wanted are 50,000
persons a second of processor time for the whole, and 2 ms at the 95th percentile for a change among 100,000.
"""

import gc
import random
import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import TypeVar

from bot.policies import given
from flows.register.readiness.answer import Assessment, Status
from flows.register.readiness.index import Index
from flows.register.readiness.people import Hold, Intent, Paper, Person, Presence, State, Waiver
from flows.register.readiness.readiness import readiness

T = TypeVar("T")
PEOPLE, ROUNDS, CHANGES, SEED = 100_000, 5, 2000, 20211110
AS_OF, TRAVEL = date(2021, 11, 10), date(2021, 11, 18)
SIZES = ((1, 22), (2, 14), (3, 12), (4, 13), (5, 13), (6, 10), (7, 7), (8, 5), (9, 2), (10, 1), (12, 1))
CATEGORIES = (("USC", 30), ("LPR", 20), ("IF_USC_SP", 15), ("IF_USC_CH", 15), ("IF_LPR_CH", 10), ("P2", 10))
AGES = ((0, 5), (2, 27), (12, 15), (18, 7), (21, 30), (41, 12), (61, 4))
INTENTS = ((Intent.LEAVE_NOW, 40), (Intent.LEAVE_WITH_FAMILY, 27), (Intent.UNDECIDED, 10), (Intent.STAY, 20))
STATES = ((State.HELD, 72), (State.EXPIRED, 13), (State.LOST, 8), (State.TAKEN, 4), (State.UNKNOWN, 3))


def population(count: int, seed: int) -> list[Person]:
    """So many people, always the same for a seed."""
    dice = random.Random(seed)
    people: list[Person] = []
    while len(people) < count:
        home = f"h{len(people)}"
        ids = [f"p{len(people) + place}" for place in range(_one(dice, SIZES))]
        people += (_person(dice, home, id_, ids, first=id_ == ids[0]) for id_ in ids)
    return people[:count]


def _one(dice: random.Random, shares: tuple[tuple[T, int], ...]) -> T:
    return dice.choices([value for value, _ in shares], [share for _, share in shares])[0]


def _person(dice: random.Random, home: str, id_: str, ids: list[str], *, first: bool) -> Person:
    age = _one(dice, AGES) + dice.randrange(10) if not first else 21 + dice.randrange(50)
    others = [other for other in ids if other != id_]
    return Person(
        id=id_,
        household=home,
        named=dice.random() < 0.97,
        age=age,
        category=_one(dice, CATEGORIES),
        presence=Presence.LEFT if dice.random() < 0.05 else Presence.IN_COUNTRY,
        intent=_one(dice, INTENTS),
        intent_on=AS_OF - timedelta(days=dice.randrange(30)),
        contact_on=AS_OF - timedelta(days=dice.randrange(20)),
        consent=dice.random() < 0.9,
        papers=tuple(_papers(dice)),
        waivers=(Waiver("W_ENTRY"),) if dice.random() < 0.2 else (),
        holds=(Hold("IDENTITY"),) if dice.random() < 0.03 else (),
        must_with=tuple(others) if age < 18 or dice.random() < 0.6 else (),
    )


def _papers(dice: random.Random) -> list[Paper]:
    kinds = [kind for kind in ("US_PPT", "AF_PPT", "US_VISA", "US_GC", "AF_TAZ") if dice.random() < 0.5]
    day = date(2021, 1, 1) + timedelta(days=dice.randrange(2500))
    return [Paper(kind, _one(dice, STATES), day, evidence=dice.randrange(1, 5)) for kind in kinds]


def whole(people: list[Person]) -> None:
    """Everybody at once, with the garbage collector at work and at rest."""
    policy = given()
    took: dict[str, list[float]] = {"at work": [], "at rest": []}
    for _ in range(ROUNDS):
        for collector, times in took.items():
            (gc.enable if collector == "at work" else gc.disable)()
            answers: dict[str, Assessment] = {}
            begun = time.process_time()
            answers = readiness(people, AS_OF, TRAVEL, policy)
            times.append((time.process_time() - begun) / len(people))
    gc.enable()
    for collector, times in took.items():
        each = median(times)
        print(f"everybody, collector {collector:7}  {1 / each:9,.0f} persons/s  {each * 1e6:5.1f} us each")
    counted = Counter(answer.status for answer in answers.values())
    reasons = sum(len(answer.reasons) for answer in answers.values()) / len(people)
    print(f"  {reasons:.1f} reasons each; " + ", ".join(f"{counted[status]:,} {status}" for status in Status))


def changes(people: list[Person]) -> None:
    """One person at a time, in a register of that many."""
    policy, dice, took, touched = given(), random.Random(SEED), [], []
    begun = time.perf_counter()
    index = Index(people)
    print(f"taken into the index          {len(people) / (time.perf_counter() - begun):9,.0f} persons/s")
    for _ in range(CHANGES):
        person = index.people[dice.choice(people).id]
        begun = time.perf_counter()
        ids = index.put(replace(person, consent=not person.consent))
        index.assess(ids, AS_OF, TRAVEL, policy)
        took.append((time.perf_counter() - begun) * 1e3)
        touched.append(len(ids))
    took.sort()
    late, last = took[len(took) * 95 // 100], took[-1]
    print(f"one change in {len(people):,}         median {median(took):.3f} ms, p95 {late:.3f}, last {last:.3f}")
    print(f"  touches {median(touched):.0f} people in the middle, at most {max(touched)}")


if __name__ == "__main__":
    register = population(PEOPLE, SEED)
    gc.collect()
    gc.freeze()
    whole(register)
    changes(register)
