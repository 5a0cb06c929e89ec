"""What a person can still tell that may change whether they can travel, the cheapest first (domain.md §1.3)."""

from collections.abc import Iterator

from flows.conversation.standing import Answers, Standing, known_as
from flows.conversation.steps import Flow
from flows.conversation.walk import Placed, stands_at, things
from flows.facts import Body, QuestionsReopened, TalkOpened
from flows.talks.case_numbers import CASE_NUMBERS
from flows.talks.contact import CONTACT
from flows.talks.family import papers_of
from flows.talks.needs import needs
from flows.talks.papers import PAPERS
from flows.talks.people import MEMBERS, PEOPLE, POLICY_FAMILY
from flows.talks.reach import REACH
from flows.talks.sharing import SHARING

# Whose right to enter hangs on a case; citizens and holders of a green card are not asked for one.
WITH_CASE = ("SIV", "IF_USC", "IF_SM", "P1P2", "IV_PEND", "UNSURE")
NOT_GOING = ("STAY", "LEFT")


def leads(standing: Standing) -> tuple[Body, ...]:
    """The facts that open what is left to tell, () if nothing is; what is known is never asked."""
    if standing.known.get("wish") in NOT_GOING:
        return ()
    return next(filter(None, _in_order(standing)), ())


def _in_order(standing: Standing) -> Iterator[tuple[Body, ...]]:
    known = standing.known
    yield _left(PAPERS, standing)
    if known.get("count") != 1:
        yield _left(PEOPLE, standing)
    for item in things(known.get(MEMBERS)):
        if _decides(known, item):
            yield _left(papers_of(item), standing)
    yield _left(needs(known), standing)
    yield _put_off(standing)
    # Not at the start, where it would frighten; here it decides whether they are ready.
    yield _left(SHARING, standing)
    if known.get("category") in WITH_CASE:
        yield _left(CASE_NUMBERS, standing)
    yield _left(CONTACT, standing)
    yield _left(REACH, standing)


def _left(flow: Flow, standing: Standing) -> tuple[Body, ...]:
    """The talk begun, or gone on with where it was left; () once it came to its end."""
    if known_as(flow.name, next(flow.asks()).name) not in standing.known:
        return (TalkOpened(flow.name),)
    answers = standing.answers.get(flow.name, {})
    if answers and isinstance(stands_at(flow, answers), Placed):
        return (QuestionsReopened(flow.name, ()),)
    return ()


def _decides(known: Answers, item: str) -> bool:
    """Whether the papers of one of the family decide when the person can go: one covered, and not left behind."""
    own = f"{MEMBERS}.{item}."
    goes_along = known.get(own + "go_without") in ("no", "unsure")
    return goes_along and known.get(own + "relation") in POLICY_FAMILY


def _put_off(standing: Standing) -> tuple[Body, ...]:
    """The numbers of papers that were put off; not at once after they were."""
    answers = standing.answers.get(PAPERS.name, {})
    papers = [f"documents.{kind}.number" for kind in things(answers.get("documents"))]
    later = tuple(name for name in papers if answers.get(name) == "later")
    return (QuestionsReopened(PAPERS.name, later),) if later and standing.talk != PAPERS.name else ()
