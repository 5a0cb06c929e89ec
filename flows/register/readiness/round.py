"""One working out of readiness: each conclusion is drawn once, and only when somebody needs it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from flows.register.readiness.answer import Assessment, Fixer, Reason, Status, Step
from flows.register.readiness.home import NOBODY, Home, home
from flows.register.readiness.own import aging_out, is_minor, own, wants_to_leave
from flows.register.readiness.papers import Gaps
from flows.register.readiness.people import Person
from flows.register.readiness.terms import Terms

RULE = "R-1"
_RANK = {status: place for place, status in enumerate(Status)}
_ALONE = Reason("HOLD:MINOR_ALONE", Status.HOLD, Fixer.STAFF, Step.FIND_GUARDIAN)
_LEFT = Reason("HOLD:DEPENDANT_LEFT", Status.HOLD, Fixer.PERSON, Step.ARRANGE_CARE)


class Round:
    """Readiness of people on the same terms.

    people: all that may be named by anybody assessed; households: who lives in each, by its name.
    """

    __slots__ = ("_homes", "_listed", "_or_else", "_own", "_parties", "_standing", "households", "people", "terms")

    def __init__(
        self, people: Mapping[str, Person], households: Mapping[str, Collection[str]], terms: Terms
    ) -> None:
        self.people, self.households, self.terms = people, households, terms
        self._own: dict[str, tuple[Reason, ...]] = {}
        self._or_else: dict[str, tuple[Gaps, ...]] = {}
        self._parties: dict[str, frozenset[str]] = {}
        self._listed: dict[frozenset[str], tuple[str, ...]] = {}
        self._standing: dict[str, tuple[Reason, ...]] = {}
        self._homes: dict[str, Home] = {}

    def assess(self, id_: str) -> Assessment:
        """What holds for one person."""
        person, party = self.people[id_], self.party(id_)
        reasons = self.standing(id_)
        if person.departed:
            status = Status.DEPARTED
        else:
            if not reasons and len(party) > 1:
                reasons = tuple(self._blockers(id_, party))
            status = reasons[0].status if reasons else Status.READY
        note = aging_out(person, self.terms)
        return Assessment(
            id_,
            status,
            reasons,
            self._in_order(party),
            self._or_else.get(id_, ()),
            (note,) if note else (),
            RULE,
            self.terms.policy.id,
        )

    def own(self, id_: str) -> tuple[Reason, ...]:
        """What stands in their own way, by the person rule; nothing for who departed."""
        found = self._own.get(id_)
        if found is None:
            person = self.people[id_]
            found, or_else = ((), ()) if person.departed else own(person, self.terms)
            self._own[id_] = found
            if or_else:
                self._or_else[id_] = or_else
        return found

    def party(self, id_: str) -> frozenset[str]:
        """Whoever hangs on them by `must_with`, they themselves, and ids of which nobody is known."""
        if not self.people[id_].must_with:
            return frozenset((id_,))
        found = self._parties.get(id_)
        if found is None:
            found = self._parties[id_] = self._closure(id_)
            for other in found:
                # Who names them back goes with the same people; in a family that is nearly everybody.
                if other in self.people and id_ in self.people[other].must_with:
                    self._parties[other] = found
        return found

    def standing(self, id_: str) -> tuple[Reason, ...]:
        """Every reason but that of others: their own, and the holds that follow from who goes and who is left."""
        found = self._standing.get(id_)
        if found is None:
            found = self.own(id_)
            person = self.people[id_]
            if not person.departed and (held := self._held(id_, person, found)):
                known = {reason.code: reason for reason in (*held, *found)}
                found = tuple(sorted(known.values(), key=_by_status))
            self._standing[id_] = found
        return found

    def _in_order(self, party: frozenset[str]) -> tuple[str, ...]:
        if len(party) == 1:
            return tuple(party)
        found = self._listed.get(party)
        if found is None:
            found = self._listed[party] = tuple(sorted(party))
        return found

    def _closure(self, id_: str) -> frozenset[str]:
        people, known = self.people, self._parties
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

    def _held(self, id_: str, person: Person, own_reasons: tuple[Reason, ...]) -> list[Reason]:
        home = self._home(person.household) if person.household else NOBODY
        held = []
        if is_minor(person, self.terms) and self._is_alone(id_, own_reasons, home):
            held.append(_ALONE)
        if home.needy and self._holds_for_those_left(id_, person, home):
            held.append(_LEFT)
        return held

    def _is_alone(self, id_: str, own_reasons: tuple[Reason, ...], home: Home) -> bool:
        """A minor whom no adult goes with: once nothing else keeps them here, or if there is no adult at home."""
        for other in self.party(id_):
            member = self.people.get(other)
            if member and not member.departed and not is_minor(member, self.terms):
                return False
        return not own_reasons or not home.capable

    def _holds_for_those_left(self, id_: str, person: Person, home: Home) -> bool:
        """Whether they, or nobody of their party before them, must be held for who would be left alone."""
        if not self._leaves_somebody(id_, person, home):
            return False
        return id_ in home.capable or not any(
            other in self._home(member.household).capable
            and self._leaves_somebody(other, member, self._home(member.household))
            for other in self.party(id_)
            if other != id_ and (member := self.people.get(other)) and member.household
        )

    def _leaves_somebody(self, id_: str, person: Person, home: Home) -> bool:
        """Whether the party of one who means to go leaves a minor or dependant with no capable adult at home."""
        party = self.party(id_)
        if home.needy <= party or not home.capable <= party or home.carers & party:
            return False
        # Who is not covered, or does not want to go, leaves nobody behind.
        goes = is_minor(person, self.terms) or wants_to_leave(person, self.terms)
        return goes and self.terms.cover(person.category).covered

    def _home(self, household: str) -> Home:
        found = self._homes.get(household)
        if found is None:
            mates = (self.people[other] for other in self.households[household])
            found = self._homes[household] = home(mates, self.terms)
        return found

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


def _blocked(other: str, status: str, step: Step, since: date | None = None, proof: str = "") -> Reason:
    fixer = Fixer.MEMBER if step is Step.SEE_MEMBER else Fixer.STAFF
    return Reason(f"PARTY_{other}:{status}", Status.PARTY_BLOCKED, fixer, step, since, proof)


def _by_status(reason: Reason) -> tuple[int, str]:
    """By status; holds among themselves by their code, all else as the rule has it."""
    return _RANK[reason.status], reason.code if reason.status is Status.HOLD else ""
