"""Readiness of everybody, or of those whom a change can touch."""

from collections.abc import Iterable, Mapping
from datetime import date

from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Assessment
from flows.register.readiness.people import Person
from flows.register.readiness.round import Round
from flows.register.readiness.terms import Terms


def readiness(people: Iterable[Person], as_of: date, travel: date, policy: Policy) -> dict[str, Assessment]:
    """Everybody's assessment by id, in the order given: pure, so the same people give the same answer.

    as_of: nothing said later counts; travel: the day of the trip, on which ages and papers are reckoned.
    """
    known = {person.id: person for person in people}
    round_ = Round(known, homes(known), Terms(as_of, travel, policy))
    return {id_: round_.assess(id_) for id_ in known}


def homes(people: Mapping[str, Person]) -> dict[str, set[str]]:
    """Who lives in each household that has a name."""
    found: dict[str, set[str]] = {}
    for id_, person in people.items():
        if person.household:
            found.setdefault(person.household, set()).add(id_)
    return found
