"""A family on one phone: of whom is talked now, and their own word and papers (domain.md §5.3, F1 and F2)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.conversation.kind import is_mark
from flows.conversation.kinds import Choice
from flows.conversation.options import Opens, Option, Page, Reopens
from flows.conversation.standing import PAPERS_TALK, Answers, Standing
from flows.conversation.steps import Ask, End, Flow, said
from flows.conversation.walk import things
from flows.facts import Value
from flows.talks import labels, texts
from flows.talks.names import RELATIONS
from flows.talks.own_word import GROWN_UP, OWN_WORD
from flows.talks.papers import PAPERS
from flows.talks.people import MEMBERS, PEOPLE
from flows.talks.wish import HOME
from flows.texts import Spoken, Text
from flows.words import fold

FAMILY = "family"
WHOSE = "whose"
ADD = Option("add", labels.ADD_PERSON, Opens(PEOPLE.name))
ANOTHER = Option("another", labels.ANOTHER_PERSON, Reopens((WHOSE,)))
MOST = 12  # names in view; who is not among them is found by adding


@dataclass(frozen=True, slots=True)
class OneOf(Choice):
    """One of the family, by an id that says nothing of anybody."""

    def kept(self, value: Value) -> Value:
        """The id."""
        return value


def family(known: Answers, answers: Answers) -> Flow:
    """Whom we talk about: by name, or what they are to the person once the name is no longer remembered."""
    listed = things(known.get(MEMBERS))
    whose = Ask(WHOSE, texts.F1_WHOSE, OneOf((Page((*_named(known, listed), ADD)),), texts.PICK))
    more = Option("papers", labels.THEIR_PAPERS, Opens(f"{PAPERS_TALK}{answers.get(WHOSE, '')}"))
    end = End(texts.F5_MORE, (more, ANOTHER, HOME), 2)
    return Flow(FAMILY, (whose, *(ask for item in listed for ask in _own_word(known, item))), end=end)


def _named(known: Answers, listed: tuple[str, ...]) -> Iterator[Option]:
    """A button for each; of two who are called the same each is told by its place."""
    called = {item: known.get(f"{MEMBERS}.{item}.name") for item in listed[:MOST]}
    times, seen = Counter(called.values()), Counter[Value | None]()
    for item, name in called.items():
        seen[name] += 1
        if not isinstance(name, str) or is_mark(name):
            yield Option(item, RELATIONS.get(str(known.get(f"{MEMBERS}.{item}.relation")), labels.THIS_PERSON))
        else:
            label = f"{name} ({seen[name]})" if times[name] > 1 else name
            yield Option(item, label, also=frozenset({fold(label)}))


def _own_word(known: Answers, item: str) -> Iterator[Ask]:
    """What a grown-up is asked in person, of whom this person is picked."""
    if known.get(f"{MEMBERS}.{item}.age") in GROWN_UP:
        own = f"{MEMBERS}.{item}."
        first, *more = OWN_WORD
        yield replace(first, name=own + first.name, when=(said(WHOSE, item),))
        for ask in more:
            asked = tuple(replace(each, question=own + each.question) for each in ask.when)
            yield replace(ask, name=own + ask.name, when=(said(WHOSE, item), *asked))


def picked(standing: Standing) -> str:
    """The one of the family who is talked about in the open talk, "" if none is."""
    if standing.talk.startswith(PAPERS_TALK):
        return standing.talk.removeprefix(PAPERS_TALK)
    whose = standing.answers.get(FAMILY, {}).get(WHOSE) if standing.talk == FAMILY else None
    return str(whose or "")


def papers_of(item: str) -> Flow:
    """The talk about the papers of one of the family: the same questions, answered in a talk of its own."""
    return replace(PAPERS, name=PAPERS_TALK + item)


def about(talk: str, standing: Standing) -> tuple[Spoken, ...]:
    """Of whom a question about papers is."""
    item = talk.removeprefix(PAPERS_TALK) if talk.startswith(PAPERS_TALK) else ""
    return (texts.F3_ABOUT(name=called(standing.known, item)),) if item else ()


def called(known: Answers, item: str) -> str | Text:
    """The name of one of the family, as far as it is remembered."""
    name = known.get(f"{MEMBERS}.{item}.name")
    return labels.THIS_PERSON if name is None or is_mark(name) else str(name)
