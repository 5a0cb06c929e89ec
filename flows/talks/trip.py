"""A trip after the yes: the place is sure, where and when, and how it ended (domain.md §4.2, §5.4 O7–O13)."""

from datetime import datetime, timedelta

from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Opens, Option, Page, Reopens
from flows.conversation.standing import Offer, Stage
from flows.conversation.steps import Ask, End
from flows.talks import labels, texts

SOON = timedelta(hours=24)
LATE_NO = timedelta(hours=12)

OK = Option("ok", labels.OK, Opens("home"))
HELP = Option("help", labels.HELP, Calls("E22", "P1"))
GOING = "going"


def cannot(of: Offer, now: datetime) -> Option:
    """The button of who cannot go: more urgent on the last day (domain.md §3, E10)."""
    return Option("cannot", labels.CANNOT_GO, Calls("E10", "P0" if of.starts - now < SOON else "P1"))


def _is_late(of: Offer, now: datetime) -> bool:
    return of.starts - now < LATE_NO


def declined(of: Offer, now: datetime, usual: End) -> End:
    """What a no is answered with: thanks, where the place can still be given to somebody (E15)."""
    return End(texts.E20_LATE_NO, (OK,)) if _is_late(of, now) else usual


def _moved(stops: Option) -> Ask:
    seen = Choice((Page((Option("yes", labels.OK), stops), 2),), texts.PICK)
    return Ask("moved", texts.O10_TIME, seen, protects=True)


def _going(stops: Option) -> Ask:
    pages = (Page((Option("yes", labels.ON_MY_WAY), stops, HELP), 2),)
    return Ask(GOING, texts.O8_PLACE, Choice(pages, texts.PICK), protects=True)


def on_the_way(of: Offer, now: datetime) -> tuple[Ask, ...]:
    """Where to go, and that the time is another now; the answer says whether they are on their way."""
    stops = cannot(of, now)
    return (_moved(stops), _going(stops)) if of.stage is Stage.MOVED else (_going(stops),)


def coming(of: Offer, now: datetime) -> End:
    """What who is on the way can still do: look at the place again, or say that they cannot go on."""
    return End(texts.O8_COMING, (Option("place", labels.SHOW, Reopens((GOING,))), cannot(of, now), HELP), 2)


def sure(change: Option) -> End:
    """The code of who has a place that is sure."""
    return End(texts.O7_SURE, (OK, change), 2, protects=True)


CANCELLED = End(texts.O9_CANCEL, (OK, HELP), 2)
SAFE = Ask(
    "safe",
    texts.O11_MISSED,
    Choice(
        (Page((Option("yes", labels.I_AM_SAFE), Option("no", labels.NEED_HELP, Calls("E02", "P0"))), 2),),
        texts.PICK,
    ),
)
MISSED = End(texts.O11_SAFE, (OK,))
GONE = End(texts.O13_GONE, (OK,))
ENDS: dict[Stage, tuple[tuple[Ask, ...], End]] = {
    Stage.CANCELLED: ((), CANCELLED),
    Stage.MISSED: ((SAFE,), MISSED),
    Stage.GONE: ((), GONE),
}
LATER = Option("cannot", labels.CANNOT_GO, Calls("E10", "P1"))
ON_THE_WAY = (_moved(LATER), _going(LATER), SAFE)
