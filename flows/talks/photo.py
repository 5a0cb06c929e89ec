"""Whether a photo is kept: one talk for each that came (domain.md §5.4, D8)."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.standing import PHOTO_TALK
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts

KEEP = Ask(
    "keep_photo",
    texts.D8_GOTPHOTO,
    Choice((Page((Option("yes", labels.KEEP), Option("no", labels.DELETE)), 2),), texts.PICK),
    final=True,
)
GONE = End(texts.D8_GONE)
KEPT = End(texts.D8_KEPT)


def photo(name: str) -> Flow:
    """The talk about one photo; after it, what it interrupted goes on."""
    return Flow(PHOTO_TALK + name, (KEEP, Stop(said(KEEP.name, "no"), GONE)), end=KEPT, returns=True)
