"""Who comes back: to a question left open; after a week asked who they are, after a month if they agree."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Opens, Option, Page, Reopens, Rests
from flows.conversation.standing import AWAY_TALK, CONSENT, ERASURE_TALK, WHO, Standing
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.registration import CONSENT as AGREED
from flows.talks.resting import A_PERSON
from flows.talks.well import STILL_THERE, is_placed

RESUME = Flow(
    "resume",
    (),
    end=End(
        texts.M1_BACK,
        (
            Option("on", labels.CONTINUE, Rests()),
            Option("again", labels.START_AGAIN, Rests(anew=True)),
            Option("home", labels.MENU, Opens("home")),
        ),
        3,
    ),
)

WRITES = Page((Option("yes", labels.YES), Option("other", labels.WRITES_OTHER)), 2)
ASKED = Ask(WHO, texts.M2_LONG, Choice((WRITES,), texts.PICK), final=True)
OTHER = End(
    texts.M2_OTHER,
    (
        A_PERSON,
        Option("language", labels.LANGUAGE_WORD, Opens("language")),
        Option("back", labels.BACK, Reopens((WHO,))),
    ),
    2,
)
DECLINED = End(
    texts.M2_NO,
    (
        Option("again", labels.START_AGAIN, Reopens((CONSENT,))),
        Option("erasure", labels.DELETE_ME, Opens(ERASURE_TALK)),
    ),
    2,
)
SAME = End(texts.M2_SAME)
WHO_WRITES = (ASKED, Stop(said(WHO, "other"), OTHER))

LONG = Flow(AWAY_TALK, WHO_WRITES, end=SAME)
VERY_LONG = Flow(AWAY_TALK, (*WHO_WRITES, AGREED, Stop(said(CONSENT, "no"), DECLINED)), end=SAME)
RETURNED = Flow(AWAY_TALK, (ASKED,), end=SAME, returns=True)
# Where somebody was a month ago is as old as their yes; with it that is asked, where they said it.
PLACED = Flow(AWAY_TALK, (ASKED, AGREED, *STILL_THERE), end=SAME, returns=True)


def away(standing: Standing) -> Flow:
    """What is asked of who was away so long; once nothing is, what they left goes on."""
    if not standing.away:
        anew = standing.answers.get(AWAY_TALK, {}).get(CONSENT) == "yes"
        return PLACED if anew and is_placed(standing.known) else RETURNED
    return VERY_LONG if standing.lapsed else LONG
