"""Pairs of names of which it is known whether they are one person's, made of families of spellings."""

import random
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names as they were written, and whether they are of one person."""

    one: str
    other: str
    same: bool


def families() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The spellings of each name, those seen while the score was made and those held out."""
    seen, _, held_out = (HERE / "families.txt").read_text(encoding="utf-8").partition("# held out\n")
    return _read(seen), _read(held_out)


def different() -> list[Pair]:
    """Names that look alike and are two people's."""
    lines = (HERE / "different.txt").read_text(encoding="utf-8").splitlines()
    told = (line.split("|") for line in lines if line and line[0] != "#")
    return [Pair(one.strip(), other.strip(), same=False) for one, other in told]


def pairs(of: list[tuple[str, ...]], seed: int) -> list[Pair]:
    """Each spelling with each other of its name, alone or beside a second name; and as many of two people."""
    dice, found = random.Random(seed), []
    for family in of:
        second = dice.choice([other for other in of if other is not family])
        for one, other in combinations(family, 2):
            how = dice.choice(("alone", "beside", "added", "swapped", "titled"))
            found.append(Pair(*_written(one, other, second, how, dice), same=True))
    for _ in range(len(found)):
        first, another, second = dice.sample(of, 3)
        # The family's name is shared, as between people of one house.
        shared = f" {dice.choice(second)}" if dice.random() < 0.6 else ""
        found.append(Pair(dice.choice(first) + shared, dice.choice(another) + shared, same=False))
    return found


def _written(one: str, other: str, second: tuple[str, ...], how: str, dice: random.Random) -> tuple[str, str]:
    left, right = dice.choice(second), dice.choice(second)
    match how:
        case "beside":
            return f"{one} {left}", f"{other} {right}"
        case "added":
            return one, f"{other} {right}"
        case "swapped":
            return f"{one} {left}", f"{right} {other}"
        case "titled":
            return f"{dice.choice(('Haji', 'Dr', 'Sayed', 'Mullah'))} {one} {left}", f"{other} {right}"
    return one, other


def _read(lines: str) -> list[tuple[str, ...]]:
    told = (line.replace("|", " ").split() for line in lines.splitlines() if line and line[0] != "#")
    return [tuple(name.replace("-", " ") for name in names) for names in told]
