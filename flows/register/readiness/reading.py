"""People as a JSON object tells them by id: `hamrah readiness --help` says which fields there are."""

from collections.abc import Mapping
from datetime import date

from flows.register.readiness.people import Hold, Intent, Paper, Person, Presence, State, Waiver
from flows.register.readiness.told import Fault, Fields, is_id, shown

FIELDS = (
    "household", "name", "age", "birth", "cat", "presence", "intent", "intent_on", "not_before", "contact_on",
    "consent", "docs", "waivers", "holds", "must_with", "dependent", "care_arranged",
)  # fmt: skip
OLDEST, SUREST = 130, 4


def read_people(told: Mapping[str, object], as_of: date) -> tuple[list[Person], list[Fault]]:
    """The people of the object, and every fault; with one that is not `passed_over` the people do not count."""
    people: list[Person] = []
    faults: list[Fault] = []
    for id_, fields in told.items():
        if not is_id(id_):
            faults.append(Fault(shown(id_), "", "this is no id: it is empty, or holds half a sign"))
        elif not isinstance(fields, dict):
            faults.append(Fault(id_, "", "this must be an object"))
        else:
            people.append(_person(Fields(id_, fields, faults), as_of))
    return people, faults


def _person(told: Fields, as_of: date) -> Person:
    told.known_only(FIELDS)
    birth = told.day("birth")
    if birth is not None and birth > as_of:
        told.fault("birth", "this is after the day asked about")
    return Person(
        id=told.id,
        household=told.text("household"),
        named=told.named(),
        age=told.whole("age", OLDEST),
        birth=birth,
        category=told.code("cat") or "UNSURE",
        presence=told.one_of("presence", Presence, Presence.UNKNOWN),
        intent=told.one_of("intent", Intent, Intent.UNKNOWN),
        intent_on=told.day("intent_on"),
        not_before=told.day("not_before"),
        contact_on=told.day("contact_on"),
        consent=told.yes("consent"),
        papers=tuple(_paper(each) for each in told.each("docs", "")),
        waivers=tuple(_waiver(each) for each in told.each("waivers", "code")),
        holds=tuple(_hold(each) for each in told.each("holds", "code")),
        must_with=told.ids("must_with"),
        dependent=told.yes("dependent"),
        care_arranged=told.yes("care_arranged"),
    )


def _paper(told: Fields) -> Paper:
    told.known_only(("t", "state", "exp", "ev"))
    kind, (expires, precision) = told.needed("t"), told.expiry()
    state = told.one_of("state", State, State.UNKNOWN)
    return Paper(kind, state, expires, precision, told.whole("ev", SUREST) or 0)


def _waiver(told: Fields) -> Waiver:
    told.known_only(("t", "code", "by", "exp"))
    kind = told.needed("code" if "code" in told.fields else "t")
    return Waiver(kind, told.text("by"), *told.expiry())


def _hold(told: Fields) -> Hold:
    told.known_only(("t", "code", "since"))
    return Hold(told.needed("code" if "code" in told.fields else "t"), told.day("since"))
