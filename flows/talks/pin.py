"""Four digits that are asked for before facts are shown (domain.md §5.4, K3 to K5; §5.5, 5 and 6)."""

from flows.conversation.options import Calls, Opens, Option, Page, Rests
from flows.conversation.pin import Pin
from flows.conversation.standing import PIN_TALK
from flows.conversation.steps import Answers, Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.wish import HOME

SKIP = Option("skip", labels.SKIP, Opens("safety"))
OFF = Option("off", labels.NO_PIN)


def _asked(*options: Option) -> Ask:
    kind = Pin((Page(options, 2),), texts.K4_ASKPIN)
    return Ask(PIN_TALK, texts.K3_PIN, kind, erases=True, final=True)


SAVED = End(texts.K3_SAVED, (HOME,))
FIRST_PIN = Flow(PIN_TALK, (_asked(SKIP),), end=SAVED)
PIN = Flow(PIN_TALK, (_asked(SKIP, OFF), Stop(said(PIN_TALK, OFF.key), End(texts.K3_OFF, (HOME,)))), end=SAVED)

# What is shown instead of anything else, to whom the PIN is due.
ASKS = Flow("door", (), end=End(texts.K4_ASKPIN, (Option("forgot", labels.FORGOT, Calls("E22", "P2")),)))
SHUT = Flow("shut", (), end=End(texts.K4_SHUT, (Option("person", labels.A_PERSON, Calls("E22", "P2")),)))
BLANK = Flow("blank", (), end=End(texts.K5_BLANK, (Option("start", labels.START, Rests()),)))


def pin(chosen: str, answers: Answers) -> Flow:
    """The talk about a PIN; who chose one already can also take it off."""
    return PIN if chosen or PIN_TALK in answers else FIRST_PIN
