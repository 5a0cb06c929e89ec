"""The wish: asked at registration, changed at any time without penalty (domain.md §2)."""

from dataclasses import replace

from flows.conversation.kinds import Choice, Typed
from flows.conversation.options import Answers as Answering
from flows.conversation.options import Leads, Opens, Option, Page
from flows.conversation.standing import DISPUTE_TALK
from flows.conversation.steps import Answers, Ask, End, Flow, said
from flows.talks import labels, texts

SKIP = Option("skip", labels.SKIP)
HOME = Option("home", labels.HOME, Opens("home"))
NEXT = Option("next", labels.NEXT, Leads())

WISHES = (
    Option("LEAVE_NOW", labels.LEAVE_NOW),
    Option("LEAVE_WITH_FAMILY", labels.LEAVE_WITH_FAMILY),
    Option("UNDECIDED", labels.UNDECIDED),
    Option("STAY", labels.STAY),
    Option("LEFT", labels.LEFT),
)
# Later is not shown among them: it is said in words, or to what holds someone back (domain.md §2.1).
WANTS = Choice((Page(WISHES), Page((Option("LEAVE_LATER", labels.LEAVE_LATER),))), texts.PICK)
LEAVES = ("LEAVE_NOW", "LEAVE_WITH_FAMILY", "LEAVE_LATER")
MAY_GO = said("wish", *LEAVES, "UNDECIDED")  # who is asked how many would go

REASONS = (
    Option("FAM_NO_PAPERS", labels.WHY_FAMILY),
    Option("NEED_TIME", labels.WHY_TIME),
    Option("MEDICAL", labels.WHY_HEALTH),
    Option("ROUTE_UNSAFE", labels.WHY_ROAD),
    Option("WORK_PROPERTY", labels.WHY_HOME),
    SKIP,
)
# Who needs time may still say from when on; it is a wish of its own (domain.md §2.1).
HOLDS = (*REASONS[:-1], Option("later", labels.LEAVE_LATER, Answering("wish", "LEAVE_LATER")), SKIP)
WHENS = (
    Option("week", labels.IN_WEEK),
    Option("two_weeks", labels.IN_TWO_WEEKS),
    Option("month", labels.IN_MONTH),
    Option("three_months", labels.IN_THREE_MONTHS),
    Option("not_sure", labels.NOT_SURE),
)


def land(typed: str, item: str) -> str | None:
    """The name of a country: short words, nothing that looks like an address."""
    name = " ".join(typed.split())
    return name if 2 <= len(name) <= 60 and not any(sign.isdigit() for sign in name) else None


COUNTRY = Ask(
    "country",
    texts.I5_LEFT,
    Typed((Page((SKIP,)),), texts.TOO_LONG_NAME, land, samples=("Pakistan",)),
    when=(said("wish", "LEFT"),),
)

STILL = Ask(
    "still",
    texts.I1_STILL,
    Choice((Page((Option("yes", labels.YES), Option("change", labels.CHANGE)), 2),), texts.PICK),
)
ASKED = Ask("wish", texts.I0_WISH, WANTS, changed=texts.I3_SAVED)
MORE = (
    COUNTRY,
    # Nobody is asked why they want to stay (domain.md §5.1, 7).
    Ask(
        "why",
        texts.I2_WHY,
        Choice((Page(HOLDS),), texts.PICK),
        when=(said("wish", "UNDECIDED", "LEAVE_WITH_FAMILY"),),
    ),
    Ask("later", texts.I8_LATER, Choice((Page(WHENS, 2),), texts.PICK), when=(said("wish", "LEAVE_LATER"),)),
    Ask(
        "ask_again",
        texts.I4_STAY,
        Choice((Page((Option("no", labels.DO_NOT_ASK), Option("yes", labels.OK)), 2),), texts.PICK),
        when=(said("wish", "STAY"),),
    ),
)
SAVED = End(texts.I3_SAVED, (HOME,))

WISH = Flow("wish", (STILL, replace(ASKED, when=(said("still", "change"),)), *MORE), end=SAVED)
DISPUTE = Flow(DISPUTE_TALK, (replace(ASKED, text=texts.I6_CONFLICT), *MORE), end=SAVED)
BACK = said("wish", *LEAVES, "UNDECIDED", "STAY")  # in this round, which only a change brings
FIRST_WISH = Flow("wish", (ASKED, *MORE), end=SAVED)


def wish(known: Answers, answers: Answers, place: Ask) -> Flow:
    """The talk about the wish; who has not said one yet is not asked whether it is still so.

    Who had left and is back is asked where they are now (§2.3, RETURNED).
    """
    first = "still" not in answers and ("wish" in answers or "wish" not in known)
    flow = FIRST_WISH if first else WISH
    back = "country" in known and known.get("wish") not in (None, "LEFT") and answers.get("wish") != "LEFT"
    return replace(flow, steps=(*flow.steps, replace(place, when=(BACK,)))) if back else flow
