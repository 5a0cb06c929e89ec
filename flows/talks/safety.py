"""What keeps a person safe: to see, to delete, and to be written to no more (domain.md §5.4, K; §5.5)."""

from flows.conversation.kinds import Choice
from flows.conversation.options import Answers, Opens, Option, Page, Wipes
from flows.conversation.standing import ERASURE_TALK, NOTES_TALK, PIN_TALK
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.wish import HOME

WIPE = Option("wipe", labels.WIPE, Wipes())
SAFETY = Flow(
    "safety",
    (),
    end=End(
        texts.K1_SAFE,
        (
            WIPE,
            Option("pin", labels.SET_PIN, Opens(PIN_TALK)),
            Option("view", labels.MY_DATA, Opens("view")),
            Option("erasure", labels.DELETE_ME, Opens(ERASURE_TALK)),
            Option("notes", labels.STOP_NOTES, Opens(NOTES_TALK)),
            Option("proof", labels.IS_IT_YOU, Opens("proof")),
            Option("sharing", labels.SHARING, Opens("sharing")),
            HOME,
        ),
        2,
    ),
)

WANTED = Page(
    (Option("stop", labels.STOP_NOTES), Option("quiet", labels.QUIET), Option("on", labels.KEEP_NOTES)), 2
)
STOPPED = End(texts.K7_STOPPED, (Option("on", labels.NOTES_AGAIN, Answers(NOTES_TALK, "on")), HOME), 2)
QUIET = End(texts.K7_QUIET, (Option("on", labels.NOTES_AGAIN, Answers(NOTES_TALK, "on")), HOME), 2)
NOTES = Flow(
    NOTES_TALK,
    (
        Ask(NOTES_TALK, texts.K7_NOTES, Choice((WANTED,), texts.PICK)),
        Stop(said(NOTES_TALK, "stop"), STOPPED),
        Stop(said(NOTES_TALK, "quiet"), QUIET),
    ),
    end=End(texts.K7_KEPT, (HOME,)),
)
