""" "Delete me": what was told is locked at once, and erased some days later unless the person thinks again."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Answers as Answering
from flows.conversation.options import Opens, Option, Page
from flows.conversation.standing import ERASURE_TALK, NOTES_TALK
from flows.conversation.steps import Answers, Ask, End, Flow, Stop, said
from flows.talks import labels, texts

STOP_NOTES = Option("notes", labels.STOP_NOTES, Opens(NOTES_TALK))
ASKED = Ask(
    ERASURE_TALK,
    texts.E14_DELETE,
    Choice((Page((Option("all", labels.DELETE_ALL), Option("keep", labels.KEEP), STOP_NOTES)),), texts.PICK),
)
LOCKED = End(texts.E14_DONE, (Option("undo", labels.UNDO, Answering(ERASURE_TALK, "keep")),))

ERASURE = Flow(ERASURE_TALK, (ASKED, Stop(said(ERASURE_TALK, "all"), LOCKED)), end=End(texts.E14_KEPT))
KEPT = Flow(ERASURE_TALK, (ASKED,), end=End(texts.E14_KEPT), returns=True)


def erasure(answers: Answers) -> Flow:
    """The talk about erasing; who wants to be kept goes on with what it interrupted."""
    return KEPT if answers.get(ERASURE_TALK) == "keep" else ERASURE
