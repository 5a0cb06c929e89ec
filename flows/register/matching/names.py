"""How far two names may be of one person: a number from 0 to 1, with what speaks for and against it in words."""

from dataclasses import dataclass
from itertools import pairwise, permutations

from flows.register.matching.likeness import Scripts, likeness
from flows.register.matching.parts import Part, parts

SAME = 0.85  # from here on two names may be of one person
MOST = 7  # parts; whoever has more is told by the first
ALIKE = 0.82  # of two parts that are one
INITIAL = 0.85  # of a letter that may stand for the part
ADDED = 0.06  # for each part that only one of them has, as much as it tells
SWAPPED = 0.03
FIRST = 0.5  # how much the part that fits worst decides


@dataclass(frozen=True, slots=True)
class Score:
    """How far, and why: codes such as NAME_EQUAL, PART_ADDED or PART_DIFFERS, each with a sentence."""

    value: float
    reasons: tuple[tuple[str, str], ...]


def score(one: str, other: str) -> Score:
    """Two names as they were written, in any script and order."""
    left, right = parts(one)[:MOST], parts(other)[:MOST]
    if not left or not right:
        return Score(0.0, (("NO_NAME", "One of them is no name."),))
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return _scored(few, many, _best(few, many))


def _best(few: tuple[Part, ...], many: tuple[Part, ...]) -> tuple[int, ...]:
    """For each part of the shorter name the place of the part of the longer one that it fits."""
    alike = [[_alike(one, other) for other in many] for one in few]
    ways = permutations(range(len(many)), len(few))
    return max(ways, key=lambda way: (_mean(few, many, way, alike), -_moved(way)))


def _mean(few: tuple[Part, ...], many: tuple[Part, ...], way: tuple[int, ...], alike: list[list[float]]) -> float:
    weights = [max(part.weight, many[place].weight) for part, place in zip(few, way, strict=True)]
    fits = (weight * alike[at][place] for at, (weight, place) in enumerate(zip(weights, way, strict=True)))
    return sum(fits) / sum(weights)


def _moved(way: tuple[int, ...]) -> int:
    return sum(after < before for before, after in pairwise(way))


def _alike(one: Part, other: Part) -> float:
    if one.initial or other.initial:
        return INITIAL if one.sounds[:1] == other.sounds[:1] else 0.0
    scripts = Scripts.MIXED if one.arabic != other.arabic else Scripts.ARABIC if one.arabic else Scripts.LATIN
    return likeness(one.sounds, other.sounds, scripts)


def _scored(few: tuple[Part, ...], many: tuple[Part, ...], way: tuple[int, ...]) -> Score:
    alike = [_alike(part, many[place]) for part, place in zip(few, way, strict=True)]
    weights = [max(part.weight, many[place].weight) for part, place in zip(few, way, strict=True)]
    mean = sum(fit * weight for fit, weight in zip(alike, weights, strict=True)) / sum(weights)
    worst = min(alike)
    left_over = [part for place, part in enumerate(many) if place not in way]
    moved = _moved(way)
    value = (1 - FIRST) * mean + FIRST * worst
    value -= ADDED * sum(part.weight for part in left_over) + SWAPPED * bool(moved)
    if all(part.weight < 1 for part in few) and left_over:
        value -= 0.08  # Mohammad alone tells nobody
    return Score(round(min(max(value, 0.0), 1.0), 3), tuple(_reasons(alike, left_over, moved)))


def _reasons(alike: list[float], left_over: list[Part], moved: int) -> list[tuple[str, str]]:
    differs = sum(fit < ALIKE for fit in alike)
    said = []
    if not differs:
        said.append(("NAME_EQUAL", "Every part of the shorter name sounds as one of the other."))
    else:
        said.append(("PART_DIFFERS", f"{differs} of {len(alike)} parts sound otherwise."))
    if left_over:
        said.append(("PART_ADDED", f"{len(left_over)} parts are in one name only."))
    if moved:
        said.append(("ORDER", "The parts stand in another order."))
    return said
