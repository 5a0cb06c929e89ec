"""Who needs help on the way, and what help: once for all who would go (domain.md §1.3, 21; §3, E14)."""

from dataclasses import replace

from flows.conversation.kinds import Choice, Several, Typed
from flows.conversation.options import Option, Page
from flows.conversation.steps import Answers, Ask, End, Flow, Repeat, Stop, said
from flows.conversation.walk import things
from flows.talks import labels, texts
from flows.talks.names import RELATIONS
from flows.talks.paper_kinds import DONE
from flows.talks.people import ASKED, MEMBERS, SURE
from flows.talks.wish import HOME, NEXT, SKIP

MOST_WORDS = 300
NEEDED = (
    Option("wheelchair", labels.WHEELCHAIR),
    Option("pregnant", labels.PREGNANT),
    Option("new_baby", labels.NEW_BABY),
    Option("medicine", labels.MEDICINE),
    Option("other", labels.OTHER),
)
WHO = Page((Option("self", labels.ME), *(Option(key, RELATIONS[key]) for key in ASKED), DONE), 2)
DUE = Page(
    (
        Option("soon", labels.DUE_SOON),
        Option("months", labels.DUE_MONTHS),
        Option("later", labels.LATER),
        Option("unsure", labels.NOT_SURE),
    ),
    2,
)
SAVED = End(texts.N6_SAVED, (NEXT, HOME), 2)


def words(typed: str, item: str) -> str | None:
    """A few words."""
    written = " ".join(typed.split())
    return written if 0 < len(written) <= MOST_WORDS else None


IS_NEEDED = Ask("care_needed", texts.N1_NEEDS, Choice((SURE,), texts.PICK))
WHICH = Ask("needs", texts.E8_CARE, Several((Page((*NEEDED, DONE), 2),), texts.PICK))
WHOSE = Ask("who_needs", texts.N2_WHO, Several((WHO,), texts.PICK))
MORE = (
    Ask("due", texts.N3_DUE, Choice((DUE,), texts.PICK), when=(said("needs", "pregnant"),)),
    Ask("machine", texts.N4_MACHINE, Choice((SURE,), texts.PICK), when=(said("needs", "medicine"),)),
    Ask(
        "other_need",
        texts.N5_WORDS,
        Typed((Page((SKIP,)),), texts.N5_WORDS, words),
        when=(said("needs", "other"),),
        saved=texts.H12_TAKEN,
        erases=True,
    ),
)

TOGETHER = Flow(
    "needs",
    (IS_NEEDED, Stop(said("care_needed", "no"), SAVED), WHICH, Repeat("needs", (WHOSE, *MORE))),
    end=SAVED,
)
ALONE = replace(TOGETHER, steps=(*TOGETHER.steps[:-1], Repeat("needs", MORE)))


def needs(known: Answers) -> Flow:
    """The talk about needs; who would go alone is not asked who it is."""
    return ALONE if known.get("count") == 1 and not things(known.get(MEMBERS)) else TOGETHER
