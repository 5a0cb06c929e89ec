"""Whether what a person told may be shared for a trip: asked at an offer, taken back at any time (§1.3, 27)."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page, Reopens
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.wish import HOME, NEXT

SHARE = Ask(
    "share",
    texts.O14_SHARE,
    Choice((Page((Option("yes", labels.YES), Option("no", labels.NO)), 2),), texts.PICK),
)
CHANGE = Option("share", labels.CHANGE, Reopens((SHARE.name,)))
UNSHARED = End(texts.CONSENT_SHARE_MISSING, (CHANGE, NEXT, HOME), 3)

SHARING = Flow(
    "sharing",
    (SHARE, Stop(said(SHARE.name, "no"), UNSHARED)),
    end=End(texts.N6_SAVED, (NEXT, HOME), 2),
)
