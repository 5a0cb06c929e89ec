"""An offer of places on a window: one talk for each window (domain.md §4.2, §5.4)."""

from dataclasses import replace
from datetime import datetime

from flows.conversation.kinds import Choice
from flows.conversation.options import Answers, Calls, Opens, Option, Page, Reopens
from flows.conversation.standing import ENDED, OFFER_TALK, Offer, Stage, Standing
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.facts import AnswerGiven, Body
from flows.talks import labels, texts, trip
from flows.talks.sharing import SHARE, UNSHARED
from flows.talks.wish import HOME, REASONS

GOES_NOT = ("STAY", "LEFT")
CHANGE = Option("change", labels.CHANGE, Reopens(("answer",)))
ANSWERS = (
    Option("yes", labels.YES),
    Option("no", labels.NO),
    Option("ask", labels.ASK, Calls("E22", "P2")),
)
ANSWER = Ask(
    "answer", texts.O3_DETAIL, Choice((Page(ANSWERS, 3),), texts.PICK), lead=texts.O2_OFFER, protects=True
)
DECLINED = End(texts.O5_NO, (Option("why", labels.WHY, Opens("why")), HOME), 2)
ACCEPTED = End(texts.O4_YES, (CHANGE,), protects=True)
LATE_CHANGE = Option("no", labels.CHANGE, Answers("answer", "no"))
ACCEPTED_LATE = End(texts.O4_YES, (LATE_CHANGE,), protects=True)
WAITING = End(
    texts.O6_WAIT,
    (Option("keep", labels.KEEP_ME, Opens("home")), Option("remove", labels.REMOVE_ME, Answers("answer", "no"))),
    2,
)
LATE = End(texts.O12_LATE, (HOME, Option("ask", labels.ASK, Calls("E22", "P2"))), 2)


def offer(of: Offer, now: datetime) -> Flow:
    """The talk about one offer; after its deadline it takes no new answer but a yes may still become a no."""
    name = OFFER_TALK + of.window
    if of.stage in trip.ENDS:
        asks, end = trip.ENDS[of.stage]
        return Flow(name, asks, end=end)
    late = now > of.answer_by
    asked = (ANSWER,) if not late and of.stage in (Stage.OPEN, Stage.SURE) else ()
    shares = replace(SHARE, when=(said("answer", "yes"),))
    declined = Stop(said("answer", "no"), trip.declined(of, now, DECLINED))
    if of.stage is Stage.SURE:
        return Flow(name, (*asked, declined, shares), end=trip.sure(LATE_CHANGE if late else CHANGE))
    if of.stage:
        return Flow(name, trip.on_the_way(of, now), end=trip.coming(of, now))
    yes = WAITING if of.place else ACCEPTED_LATE if late else ACCEPTED
    stops = (Stop(said(SHARE.name, "no"), UNSHARED), Stop(said("answer", "yes"), yes))
    return Flow(name, (*asked, declined, shares, *stops), end=LATE)


def withdrawn(standing: Standing, now: datetime) -> tuple[Body, ...]:
    """A no to each trip still to come, of who said yes and now wants to stay or has left (domain.md §2.3)."""
    if standing.known.get("wish") not in GOES_NOT:
        return ()
    talks = (
        OFFER_TALK + of.window for of in standing.offers.values() if of.departs > now and of.stage not in ENDED
    )
    yes = (talk for talk in talks if standing.answers.get(talk, {}).get("answer") == "yes")
    return tuple(AnswerGiven(talk, "answer", "no") for talk in yes)


WHY = Flow(
    "why",
    (Ask("why", texts.I2_WHY, Choice((Page(REASONS),), texts.PICK)),),
    end=End(texts.O5_NO, (HOME,)),
)
