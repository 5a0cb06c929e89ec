"""Whether people are safe and still where they were: asked by the staff, answered by one tap."""

from dataclasses import replace

from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Option, Page
from flows.conversation.standing import WELL_TALK
from flows.conversation.steps import Answers, Ask, End, Flow, said
from flows.talks import labels, texts
from flows.talks.registration import YES_OR_CHANGE, provinces
from flows.talks.wish import HOME

SAFE = Page((Option("yes", labels.I_AM_SAFE), Option("no", labels.NEED_HELP, Calls("E02", "P0"))), 2)
PLACE = Ask("province", texts.L4_PLACE, Choice(provinces(), texts.PICK))
STILL_THERE = (
    Ask("still_there", texts.L2_THERE, Choice((Page(YES_OR_CHANGE, 2),), texts.PICK)),
    replace(PLACE, when=(said("still_there", "change"),)),
)
WELL = Flow(
    WELL_TALK,
    (Ask(WELL_TALK, texts.L1_WELL, Choice((SAFE,), texts.PICK)), *STILL_THERE),
    end=End(texts.L3_THANKS, (HOME,)),
)
SAFE_ONLY = Flow(WELL_TALK, (WELL.steps[0],), end=WELL.end)


def well(known: Answers) -> Flow:
    """The talk for who said where they are, or did not."""
    return WELL if is_placed(known) else SAFE_ONLY


def is_placed(known: Answers) -> bool:
    """Whether they said where in the country they are."""
    return known.get("province") not in (None, "skip") and known.get("wish") != "LEFT"
