"""Who is of another land: its contact, where it is known, and whether the name is kept (domain.md §3, E17)."""

from collections.abc import Iterable
from dataclasses import replace

from flows.conversation.kinds import Choice
from flows.conversation.options import Opens, Option, Page
from flows.conversation.standing import CASE_TALK, ERASURE_TALK
from flows.conversation.steps import Ask, Condition, End, Flow, Step, said
from flows.talks import labels, texts
from flows.talks.names import COUNTRIES, LANDS
from flows.talks.paging import paged

OWN_LAND = "own_land"
SHOW = Option("show", labels.SHOW)
KEEP = Option("keep", labels.KEEP)
DELETE = Option("delete", labels.DELETE, Opens(ERASURE_TALK))
SHOWN = said("other_land", SHOW.key)
OF_ANOTHER = said("category", "ALLY_NAT")
LONGEST = 60


def contacts(written: str) -> dict[str, str]:
    """The contact of each land, from `DE=+49 30 5000; TR=…`; ValueError names a land that cannot be among them."""
    pairs = [line.partition("=") for line in written.split(";") if line.strip()]
    found = {land.strip(): contact.strip() for land, _, contact in pairs}
    for land, contact in found.items():
        if land not in LANDS or not 0 < len(contact) <= LONGEST:
            raise ValueError(land)
    return found


def asks(lands: Iterable[str], *when: Condition) -> tuple[Ask, ...]:
    """What is asked of who is of another land, where the contacts of these are known."""
    known = tuple(lands)
    named = tuple(Option(land, LANDS[land]) for land in known)
    kept = Choice((Page((KEEP, DELETE), 2),), texts.PICK)
    return (
        Ask("other_land", texts.E17_OTHERLAND, Choice((Page((SHOW, KEEP, DELETE), 3),), texts.PICK), when=when),
        Ask(
            OWN_LAND,
            texts.E17_LAND,
            Choice(paged(named, Option("other", COUNTRIES["other"])), texts.PICK),
            when=(*when, SHOWN),
        ),
        Ask("keep_name", texts.E17_CONTACT, kept, when=(*when, SHOWN, said(OWN_LAND, *known))),
        Ask("keep_anyway", texts.E17_NONE, kept, when=(*when, SHOWN, said(OWN_LAND, "other"))),
    )


def with_lands(flow: Flow, lands: Iterable[str]) -> Flow:
    """The flow, in which who says that they are of another land is asked so at once."""
    asked = asks(lands, OF_ANOTHER)
    steps: list[Step] = []
    for step in flow.steps:
        steps.append(step)
        if isinstance(step, Ask) and step.name == OF_ANOTHER.question:
            steps += asked
    return replace(flow, steps=tuple(steps), lasts=(*flow.lasts, *(ask.name for ask in asked)))


def of_another_land(lands: Iterable[str], end: End) -> Flow:
    """The case of who calls as one of another land."""
    return Flow(CASE_TALK, asks(lands), end=end)
