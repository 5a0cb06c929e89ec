"""Who is at home in a household: who can care for others, and who needs care."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.register.readiness.own import is_minor
from flows.register.readiness.people import Person
from flows.register.readiness.terms import Terms


@dataclass(frozen=True, slots=True)
class Home:
    """Ids of those who have not departed: `capable` adults, of them the `carers` who arranged care for whom they
    leave, and the `needy`, minors and dependants for whom nobody arranged any.
    """

    capable: frozenset[str]
    carers: frozenset[str]
    needy: frozenset[str]


NOBODY = Home(frozenset(), frozenset(), frozenset())


def home(mates: Iterable[Person], terms: Terms) -> Home:
    """The household of these people."""
    capable, carers, needy = [], [], []
    for mate in mates:
        if mate.departed:
            continue
        if not mate.dependent and not is_minor(mate, terms):
            capable.append(mate.id)
            if mate.care_arranged:
                carers.append(mate.id)
        elif not mate.care_arranged:
            needy.append(mate.id)
    return Home(frozenset(capable), frozenset(carers), frozenset(needy))
