"""Who is touched by a change to one person, so that only they are assessed anew."""

from collections.abc import Iterable
from datetime import date

from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Assessment
from flows.register.readiness.people import Person
from flows.register.readiness.readiness import homes
from flows.register.readiness.round import Round
from flows.register.readiness.terms import Terms


class Index:
    """People with who lives together and who is named by whom; `put` and `drop` keep it true.

    Not shared between threads. Assessing costs by whom it touches, not by how many people there are.
    """

    __slots__ = ("_homes", "_named_by", "people")

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.people = {person.id: person for person in people}
        self._homes = homes(self.people)
        self._named_by: dict[str, set[str]] = {}
        for person in self.people.values():
            self._name(person)

    def put(self, person: Person) -> frozenset[str]:
        """Take somebody in, or anew; whom that can touch."""
        touched = self.drop(person.id)
        self.people[person.id] = person
        if person.household:
            self._homes.setdefault(person.household, set()).add(person.id)
        self._name(person)
        return touched | self.touched(person.id)

    def drop(self, id_: str) -> frozenset[str]:
        """Forget somebody; whom that can touch, all of them still here."""
        person = self.people.get(id_)
        if person is None:
            return frozenset()
        touched = self.touched(id_)
        del self.people[id_]
        for other in person.must_with:
            self._named_by[other].discard(id_)
        if person.household:
            self._homes[person.household].discard(id_)
            if not self._homes[person.household]:
                del self._homes[person.household]
        return touched - {id_}

    def touched(self, id_: str) -> frozenset[str]:
        """Everybody whose answer can depend on this person: their household, and whose party holds any of them."""
        person = self.people.get(id_)
        found = {id_} | (self._homes[person.household] if person and person.household else set())
        open_ = list(found)
        while open_:
            fresh = self._named_by.get(open_.pop(), set()) - found
            found |= fresh
            open_ += fresh
        return frozenset(found & self.people.keys())

    def assess(self, ids: Iterable[str], as_of: date, travel: date, policy: Policy) -> dict[str, Assessment]:
        """The assessments of these people, in order of their ids."""
        round_ = Round(self.people, self._homes, Terms(as_of, travel, policy))
        return {id_: round_.assess(id_) for id_ in sorted(ids)}

    def _name(self, person: Person) -> None:
        for other in person.must_with:
            self._named_by.setdefault(other, set()).add(person.id)
