"""By what someone calls for a person: each is a case of its code, the most urgent first (domain.md §3)."""

from datetime import datetime

from flows.cases.triage import CODES, IN_DANGER
from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Effect, Opens, Option
from flows.conversation.standing import CALLS_TALK, ENDED, ERASURE_TALK, Standing
from flows.conversation.steps import Ask, End, Flow
from flows.talks import labels, texts
from flows.talks.names import CALLS
from flows.talks.paging import paged
from flows.talks.trip import SOON
from flows.talks.wish import HOME

OF_A_TRIP = ("E10", "E15")
# What these say is asked in a talk of its own, which opens the case once it is known how urgent it is.
ASKED = {"E14": Opens("needs"), "E23": Opens(ERASURE_TALK)}


def _calls(**instead: str) -> Flow:
    """The talk with these priorities instead of the usual ones; "" leaves a code out."""
    urgent = {code: instead.get(code, CODES[code].priority) for code in CALLS}
    order = sorted(filter(urgent.get, urgent), key=lambda code: (code != IN_DANGER.code, urgent[code], code))
    options = tuple(Option(code, CALLS[code], _effect(code, urgent[code])) for code in order)
    kind = Choice(paged(options, HOME), texts.PICK)
    return Flow(CALLS_TALK, (Ask("about", texts.E0_ABOUT, kind),), end=End(texts.E0_ABOUT, (HOME,)))


def _effect(code: str, priority: str) -> Effect:
    return ASKED.get(code) or Calls(code, priority)


CALLING = _calls(**dict.fromkeys(OF_A_TRIP, ""))
OF_TRIP = _calls(E10="P1")
ON_THE_LAST_DAY = _calls()


def calling(standing: Standing, now: datetime) -> Flow:
    """The talk; only who has a trip is asked about it, and it is more urgent on the last day (E10)."""
    trips = [of for of in standing.offers.values() if of.stage not in ENDED and of.starts > now]
    if not trips:
        return CALLING
    return ON_THE_LAST_DAY if any(of.starts - now < SOON for of in trips) else OF_TRIP


MENU = Option(CALLS_TALK, labels.HAPPENED, Opens(CALLS_TALK))
