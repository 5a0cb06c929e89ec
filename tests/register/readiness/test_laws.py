"""What holds for any people whatever: of order, of more papers, of parties, of working out only what changed."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from flows.register.readiness.answer import Status
from flows.register.readiness.index import Index
from flows.register.readiness.people import Paper, Person
from tests.register.readiness.families import IDS, KINDS, families, persons
from tests.register.readiness.tables import AS_OF, POLICY, TRAVEL, assess

Family = tuple[Person, ...]
SOUND = date(2030, 1, 1)


@given(families, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_changes_nothing(family: Family, dice: st.DataObject) -> None:
    def anew(told: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(dice.sample(told, len(told)))  # type: ignore[attr-defined]

    shuffled = [
        replace(
            person,
            **{field: anew(getattr(person, field)) for field in ("papers", "waivers", "holds", "must_with")},
        )
        for person in dice.sample(family, len(family))  # type: ignore[attr-defined]
    ]
    assert assess(*shuffled) == assess(*family)


@given(families, st.sampled_from(KINDS), st.data())
def test_another_sound_paper_makes_nobody_less_ready(family: Family, kind: str, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(family))
    richer = replace(one, papers=(*one.papers, Paper(kind, expires=SOUND, evidence=4)))
    before, after = assess(*family), assess(*(richer if each is one else each for each in family))
    for id_, answer in before.items():
        assert answer.status is not Status.READY or after[id_].status is Status.READY
        assert len(_papers(after[id_].codes)) <= len(_papers(answer.codes))
        gained = {*after[id_].codes} - {*answer.codes}
        assert all(code.startswith(("PARTY_", "DOC_", "WAIVER_")) or code == "HOLD:MINOR_ALONE" for code in gained)


def _papers(codes: tuple[str, ...]) -> list[str]:
    return [code for code in codes if code.startswith(("DOC_", "WAIVER_"))]


@given(families)
def test_nobody_is_ready_whose_party_is_not(family: Family) -> None:
    answers = assess(*family)
    for answer in answers.values():
        if answer.status is Status.READY:
            assert {answers[member].status for member in answer.party if member in answers} == {Status.READY}
            assert {*answer.party} <= answers.keys()


@given(families)
def test_members_of_a_party_agree_on_it(family: Family) -> None:
    answers = assess(*family)
    for id_, answer in answers.items():
        assert id_ in answer.party
        assert list(answer.party) == sorted({*answer.party})
        for member in answer.party:
            theirs = answers[member].party if member in answers else ()
            assert {*theirs} <= {*answer.party}
            if id_ in theirs:
                assert theirs == answer.party


@given(families)
def test_the_one_status_is_the_first_of_the_reasons(family: Family) -> None:
    order = list(Status)
    people = {person.id: person for person in family}
    for id_, answer in assess(*family).items():
        ranks = [order.index(reason.status) for reason in answer.reasons]
        assert ranks == sorted(ranks)
        assert len(answer.codes) == len({*answer.codes})
        if people[id_].departed:
            assert (answer.status, answer.reasons) == (Status.DEPARTED, ())
        else:
            assert answer.status is (answer.reasons[0].status if answer.reasons else Status.READY)
        assert (answer.rule, answer.policy) == ("R-1", POLICY.id)


@given(families)
def test_who_is_blocked_by_their_party_is_ready_alone(family: Family) -> None:
    people = {person.id: person for person in family}
    for id_, answer in assess(*family).items():
        if answer.status is Status.PARTY_BLOCKED:
            assert {reason.status for reason in answer.reasons} == {Status.PARTY_BLOCKED}
            alone = replace(people[id_], must_with=(), household="")
            assert assess(alone)[id_].status in (Status.READY, Status.HOLD)


@given(families, st.data())
def test_after_changes_only_whom_they_touch_answers_anew(family: Family, data: st.DataObject) -> None:
    index = Index(family)
    answers = assess(*family)
    for _ in range(3):
        id_ = data.draw(st.sampled_from(IDS))
        touched = index.drop(id_) if data.draw(st.booleans()) else index.put(data.draw(persons(id_)))
        answers = {known: answers[known] for known in index.people if known in answers}
        answers |= index.assess(touched, AS_OF, TRAVEL, POLICY)
        assert answers == assess(*index.people.values())


@given(families)
def test_a_change_touches_no_other_family(family: Family) -> None:
    strangers = [replace(person, id=f"x{person.id}", household="x", must_with=()) for person in family]
    index = Index([*family, *strangers])
    assert not any(id_.startswith("x") for id_ in index.put(replace(family[0], consent=not family[0].consent)))


@given(families)
def test_who_would_leave_a_child_at_home_is_never_ready(family: Family) -> None:
    """However the family goes: whoever is ready leaves no minor behind with no adult and no care."""
    answers = assess(*family)
    ready = {id_ for id_, answer in answers.items() if answer.status is Status.READY}
    people = {person.id: person for person in family}
    for id_ in ready:
        party, one = answers[id_].party, people[id_]
        left = [p for p in family if p.household == one.household != "" and p.id not in party and not p.departed]
        grown = [p for p in left if not _is_minor(p) and not p.dependent]
        alone = [p for p in left if (_is_minor(p) or p.dependent) and not p.care_arranged]
        arranged = any(people[other].care_arranged for other in party)
        assert not alone or grown or arranged


@given(families)
def test_no_minor_is_ready_without_an_adult(family: Family) -> None:
    people = {person.id: person for person in family}
    answers = assess(*family)
    for id_, answer in answers.items():
        if _is_minor(people[id_]) and answer.status is Status.READY:
            assert any(not _is_minor(people[member]) for member in answer.party)


def _is_minor(person: Person) -> bool:
    age = person.age_on(TRAVEL)
    return age is not None and age < 18
