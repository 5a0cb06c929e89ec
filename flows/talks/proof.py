"""Whether it is truly us: a word of the person's own that only the staff can say back to them."""

from dataclasses import replace

from flows.conversation.kinds import Typed
from flows.conversation.options import Calls, Option, Page, Reopens
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.wish import HOME, SKIP
from flows.words import fold

WORD = "word"
LONGEST = 40
# Somebody else asked for money in our name (domain.md §3, E11).
ASKED_TO_PAY = Option("fraud", labels.TELL_US, Calls("E11", "P1"))


def word(typed: str, item: str) -> str | None:
    """A word or two, so short that it can be said over a phone."""
    written = " ".join(typed.split())
    return written if fold(written) and len(written) <= LONGEST else None


PROOF = Flow(
    "proof",
    (
        Ask(
            WORD,
            texts.N1_WORD,
            Typed((Page((SKIP,)),), texts.N1_SHORT, word, samples=("spring",)),
            erases=True,
            protects=True,
        ),
        Stop(said(WORD, "skip"), End(texts.N2_NONE, (ASKED_TO_PAY, HOME), 2)),
    ),
    end=End(texts.N2_SAVED, (Option("change", labels.CHANGE, Reopens((WORD,))), ASKED_TO_PAY, HOME), 2),
)


def proof(handles: str) -> Flow:
    """The talk in a deployment that has published by which names it writes, "" for none."""
    return replace(PROOF, end=replace(PROOF.end, text=texts.N2_HANDLES)) if handles else PROOF
