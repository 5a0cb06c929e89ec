"""Households drawn by chance, for the laws: few people, who name each other, strangers and themselves."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from flows.register.readiness.people import Hold, Intent, Paper, Person, Precision, Presence, State, Waiver
from tests.register.readiness.tables import AS_OF

IDS = ("a", "b", "c", "d", "e", "f")
KINDS = ("US_PPT", "US_EMERG_PPT", "AF_PPT", "US_VISA", "US_GC", "W_ENTRY")
CATEGORIES = ("USC", "LPR", "IF_USC", "IF_USC_CH", "SIV_HOLD", "P2", "UNSURE")


def days(about: date = AS_OF, around: int = 20) -> st.SearchStrategy[date]:
    """Days around the one asked about."""
    return st.integers(-around, around).map(lambda days: about + timedelta(days=days))


papers = st.builds(
    Paper,
    kind=st.sampled_from(KINDS),
    state=st.sampled_from((State.HELD, State.HELD, *State)),
    expires=st.none() | days(),
    precision=st.sampled_from(Precision),
    evidence=st.integers(0, 4),
    since=st.none() | days(),
    proof=st.sampled_from(("", "f1", "f2")),
)
waivers = st.builds(Waiver, kind=st.sampled_from(("W_CONSUL", "W_ENTRY", "W_AGE")), expires=st.none() | days())
holds = st.builds(Hold, kind=st.sampled_from(("IDENTITY", "CUSTODY", "MINOR_ALONE")), since=st.none() | days())


READY = Person(
    "a", "h", named=True, age=40, category="USC", intent=Intent.LEAVE_NOW, intent_on=AS_OF, contact_on=AS_OF,
    consent=True, papers=(Paper("US_PPT", expires=date(2026, 5, 1), evidence=2),),
)  # fmt: skip
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "named": st.just(False),
    "birth": st.sampled_from((date(2000, 11, 18), date(2003, 11, 19), date(2004, 2, 29))),
    "category": st.sampled_from(CATEGORIES),
    "presence": st.sampled_from(Presence),
    "intent": st.sampled_from(Intent),
    "intent_on": st.none() | days(),
    "not_before": st.none() | days(),
    "contact_on": st.none() | days(),
    "consent": st.just(False),
    "papers": st.lists(papers, max_size=4).map(tuple),
    "waivers": st.lists(waivers, max_size=2).map(tuple),
    "holds": st.lists(holds, max_size=2).map(tuple),
    "dependent": st.just(True),
    "care_arranged": st.just(True),
}


@st.composite
def persons(draw: st.DrawFn, id_: str) -> Person:
    """Somebody of this id who is ready but for a few things, in a household and with a party of any kind."""
    fields = draw(st.lists(st.sampled_from([*FIELDS]), max_size=3, unique=True))
    return replace(
        READY,
        id=id_,
        household=draw(st.sampled_from(("h", "h", "g", ""))),
        age=draw(st.sampled_from((40, 18, 17, 4, 20, 21, None))),
        must_with=draw(st.lists(st.sampled_from((*IDS, "nobody")), max_size=2).map(tuple)),
        **{field: draw(FIELDS[field]) for field in fields},  # type: ignore[arg-type]
    )


families = st.integers(1, len(IDS)).flatmap(lambda count: st.tuples(*map(persons, IDS[:count])))
