"""Which places a person could reach safely; places and no ways, for a list of ways is a danger (§1.3, 14)."""

from flows.conversation.kinds import Several
from flows.conversation.options import Option, Page
from flows.conversation.steps import Ask, Flow
from flows.places import PROVINCES
from flows.talks import labels, texts
from flows.talks.needs import SAVED
from flows.talks.paper_kinds import DONE
from flows.words import fold

MOST_LIKELY = 5
PLACES = tuple(Option(p.code, p.label, also=frozenset(map(fold, p.variants))) for p in PROVINCES[:MOST_LIKELY])
REACH = Flow(
    "reach",
    (
        Ask(
            "can_reach",
            texts.H13_REACH,
            Several((Page((*PLACES, Option("none", labels.NONE), DONE), 2),), texts.PICK),
        ),
    ),
    end=SAVED,
)
