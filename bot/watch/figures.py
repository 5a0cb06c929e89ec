"""A figure of a part at work."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by the values of its labels, none of which ever names a person or grows without bound."""

    name: str
    meaning: str
    values: Sequence[tuple[tuple[str, ...], float]]
    labels: tuple[str, ...] = ()
    counter: bool = False
