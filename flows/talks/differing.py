"""Two things that a person said and that cannot both be so: they are asked which is right (domain.md §3, E18)."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.standing import CASE_TALK
from flows.conversation.steps import Answers, Ask, End, Flow
from flows.conversation.walk import things
from flows.talks import labels, texts
from flows.talks.people import MEMBERS

WHICH = "which_right"


def differing(known: Answers) -> tuple[int, int] | None:
    """How many were said to go and how many are listed, themselves among them, once the list is done."""
    said, listed = known.get("count"), len(things(known.get(MEMBERS))) + 1
    done = known.get("more_members") == "done"
    return (said, listed) if done and isinstance(said, int) and said != listed else None


def mismatch(pair: tuple[int, int], end: End) -> Flow:
    """The case in which one of the two is to be picked."""
    numbers = zip(("said", "listed"), pair, strict=True)
    options = (
        *(Option(key, count, also=frozenset({str(count)})) for key, count in numbers),
        Option("unsure", labels.NOT_SURE),
    )
    return Flow(CASE_TALK, (Ask(WHICH, texts.E9_MISMATCH, Choice((Page(options, 3),), texts.PICK)),), end=end)
