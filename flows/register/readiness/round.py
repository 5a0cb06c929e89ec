"""One working out of readiness: each conclusion is drawn once, and only when somebody needs it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Assessment, Fixer, Reason, Status, Step
from flows.register.readiness.own import aging_out, is_minor, own, wants_to_leave
from flows.register.readiness.papers import Gaps
from flows.register.readiness.people import Person

RULE = "R-1"
_RANK = {status: place for place, status in enumerate(Status)}
_NOTHING: tuple[list[Reason], tuple[Gaps, ...]] = ([], ())


class Round:
    """Readiness of people as of one day, for a trip on another, under one policy.

    people: all that may be named by anybody assessed; households: who lives in each, by its name.
    """

    __slots__ = ("_own", "_parties", "_standing", "as_of", "households", "people", "policy", "travel")

    def __init__(
        self,
        people: Mapping[str, Person],
        households: Mapping[str, Collection[str]],
        as_of: date,
        travel: date,
        policy: Policy,
    ) -> None:
        self.people, self.households, self.policy = people, households, policy
        self.as_of, self.travel = as_of, travel
        self._own: dict[str, tuple[list[Reason], tuple[Gaps, ...]]] = {}
        self._parties: dict[str, frozenset[str]] = {}
        self._standing: dict[str, list[Reason]] = {}

    def assess(self, id_: str) -> Assessment:
        """What holds for one person."""
        person, party = self.people[id_], self.party(id_)
        reasons, (_, or_else) = self.standing(id_), self.own(id_)
        if person.departed:
            status = Status.DEPARTED
        else:
            if not reasons and len(party) > 1:
                reasons = list(self._blockers(id_, party))
            status = reasons[0].status if reasons else Status.READY
        note = None
        if person.category in self.policy.age.ages_out and not person.departed:
            note = aging_out(person, self.as_of, self.travel, self.policy)
        return Assessment(
            id_,
            status,
            tuple(reasons),
            tuple(sorted(party)),
            or_else,
            (note,) if note else (),
            RULE,
            self.policy.id,
        )

    def own(self, id_: str) -> tuple[list[Reason], tuple[Gaps, ...]]:
        """What stands in their own way by the person rule, and the other document sets; who departed has none."""
        found = self._own.get(id_)
        if found is None:
            person = self.people[id_]
            found = _NOTHING if person.departed else own(person, self.as_of, self.travel, self.policy)
            self._own[id_] = found
        return found

    def party(self, id_: str) -> frozenset[str]:
        """Whoever hangs on them by `must_with`, they themselves, and ids of which nobody is known."""
        found = self._parties.get(id_)
        if found is None:
            found = self._parties[id_] = self._closure(id_)
        return found

    def standing(self, id_: str) -> list[Reason]:
        """Every reason but that of others: their own, and the holds that follow from who goes and who is left."""
        found = self._standing.get(id_)
        if found is None:
            found, _ = self.own(id_)
            if held := list(self._held(id_)):
                known = {reason.code: reason for reason in (*held, *found)}
                found = sorted(known.values(), key=_by_status)
            self._standing[id_] = found
        return found

    def _closure(self, id_: str) -> frozenset[str]:
        people, known = self.people, self._parties
        if not people[id_].must_with:
            return frozenset((id_,))
        party, open_ = {id_}, [id_]
        while open_:
            for other in people[open_.pop()].must_with:
                if other in party:
                    continue
                if other in known:
                    party |= known[other]
                else:
                    party.add(other)
                    if other in people:
                        open_.append(other)
        return frozenset(party)

    def _held(self, id_: str) -> Iterator[Reason]:
        person = self.people[id_]
        if person.departed:
            return
        if self._is_minor(person) and self._is_alone(id_, person):
            yield Reason("HOLD:MINOR_ALONE", Status.HOLD, Fixer.STAFF, Step.FIND_GUARDIAN)
        if person.household and self._holds_for_those_left(id_, person):
            yield Reason("HOLD:DEPENDANT_LEFT", Status.HOLD, Fixer.PERSON, Step.ARRANGE_CARE)

    def _is_alone(self, id_: str, person: Person) -> bool:
        """A minor whom no adult goes with: once nothing else keeps them here, or if there is no adult at home."""
        for other in self.party(id_):
            member = self.people.get(other)
            if member and not member.departed and not self._is_minor(member):
                return False
        return not self.own(id_)[0] or not self._any_capable(self._at_home(person, {id_}))

    def _holds_for_those_left(self, id_: str, person: Person) -> bool:
        """Whether they, or nobody of their party before them, must be held for who would be left alone."""
        if not self._leaves_somebody(id_, person):
            return False
        return self._is_capable(person) or not any(
            self._leaves_somebody(other, member)
            for other in self.party(id_)
            if other != id_ and (member := self.people.get(other)) and self._is_capable(member)
        )

    def _leaves_somebody(self, id_: str, person: Person) -> bool:
        """Whether the party of one who means to go leaves a minor or dependant with no capable adult at home."""
        if len(self.households.get(person.household, ())) < 2 or not self._would_go(person):
            return False
        party = self.party(id_)
        left = self._at_home(person, party)
        needs_care = any((mate.dependent or self._is_minor(mate)) and not mate.care_arranged for mate in left)
        if not needs_care or self._any_capable(left):
            return False
        mates = (self.people[other] for other in self.households[person.household] if other in party)
        return not any(mate.care_arranged and self._is_capable(mate) for mate in mates)

    def _would_go(self, person: Person) -> bool:
        """Who is not covered, or does not want to go, leaves nobody behind."""
        if person.departed or not self.policy.covers(person.category):
            return False
        return self._is_minor(person) or wants_to_leave(person, self.as_of)

    def _blockers(self, id_: str, party: frozenset[str]) -> Iterator[Reason]:
        for other in sorted(party):
            member = self.people.get(other)
            if member is None:
                yield _blocked(other, "UNKNOWN", Step.LINK_MEMBER)
            elif member.departed:
                yield _blocked(other, Status.DEPARTED, Step.ASK_PARTY, proof=member.proof.get("presence", ""))
            elif other != id_ and (reasons := self.standing(other)):
                first = reasons[0]
                yield _blocked(other, first.status, Step.SEE_MEMBER, first.since, first.proof)

    def _at_home(self, person: Person, without: Collection[str]) -> list[Person]:
        mates = self.households.get(person.household, ()) if person.household else ()
        return [mate for other in mates if other not in without and not (mate := self.people[other]).departed]

    def _any_capable(self, people: Collection[Person]) -> bool:
        return any(self._is_capable(person) for person in people)

    def _is_capable(self, person: Person) -> bool:
        return not (person.departed or person.dependent or self._is_minor(person))

    def _is_minor(self, person: Person) -> bool:
        return is_minor(person, self.travel, self.policy.age)


def _blocked(other: str, status: str, step: Step, since: date | None = None, proof: str = "") -> Reason:
    fixer = Fixer.MEMBER if step is Step.SEE_MEMBER else Fixer.STAFF
    return Reason(f"PARTY_{other}:{status}", Status.PARTY_BLOCKED, fixer, step, since, proof)


def _by_status(reason: Reason) -> tuple[int, str]:
    """By status; holds among themselves by their code, all else as the rule has it."""
    return _RANK[reason.status], reason.code if reason.status is Status.HOLD else ""
