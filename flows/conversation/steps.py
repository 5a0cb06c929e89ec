"""What a talk is made of: Ask, Repeat and Stop, in a Flow that must say how it ends.

A question's name is a promise: a new meaning takes a new name. Conditions are only `said(...)`; whatever is
cleverer is an answer of its own that can be asked about by name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flows.conversation.kind import Kind
from flows.conversation.options import Option, Page
from flows.facts import Value
from flows.texts import Spoken, Text

Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether a question was answered with one of these values."""

    question: str
    values: tuple[Value, ...]

    def holds(self, answers: Answers) -> bool:
        """A value matches whole, or by what stands before its first colon (`unclear:1430-05`)."""
        value = answers.get(self.question)
        if isinstance(value, str):
            return value in self.values or value.partition(":")[0] in self.values
        return value is not None and value in self.values


def said(question: str, *values: Value) -> Condition:
    """The condition that this question was answered with one of these values."""
    return Condition(question, values)


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """A question, asked when every condition of `when` holds and it has no answer that its kind takes.

    lead: said above the question; saved: once it is answered; erases: the typed answer is taken out of the chat;
    final: a later press on its buttons does not change it; protects: its screen must not be forwarded.
    """

    name: str
    text: Text
    kind: Kind
    when: tuple[Condition, ...] = ()
    lead: Text | None = None
    saved: Text | None = None
    changed: Text | None = None
    erases: bool = False
    final: bool = False
    protects: bool = False

    def hides(self, value: Value) -> bool:
        """Whether this answer is taken out of the chat: what a button says, as "later", has nothing to hide."""
        return self.erases and self.kind.pressed(str(value), None) is None

    def closing(self, value: Value) -> tuple[Text, ...]:
        """What is said once this answer closes the question."""
        spoken = self.saved is not None and self.kind.takes(value) and (not self.erases or self.hides(value))
        return (self.saved,) if self.saved and spoken else ()

    def changing(self) -> tuple[Text, ...]:
        """What is said when an answer takes the place of another."""
        return (self.changed,) if self.changed else ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """The steps once for each thing that the answer to `over` names; each has an id of its own.

    Within it, `over` is answered by the thing's id, so that a condition can ask which thing it is.
    """

    over: str
    steps: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class End:
    """The words that close a talk, and what can be pressed there; it protects a code or place from forwarding.

    also: what is said after them, for whom it is so.
    """

    text: Text
    options: tuple[Option, ...] = ()
    columns: int = 1
    protects: bool = False
    also: tuple[Spoken, ...] = ()
    page: Page = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "page", Page(self.options, self.columns))

    def option(self, key: str) -> Option | None:
        """The option with this key."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Stop:
    """Ends the talk here when its condition holds; `forgets`: nothing of it is kept."""

    when: Condition
    end: End
    forgets: bool = False


Step = Ask | Repeat | Stop


@dataclass(frozen=True, slots=True)
class Flow:
    """A talk: its steps in order, and its end. `returns`: after it, the talk that it interrupted goes on.

    lasts: opened again, it asks only these questions again, and all other answers stay; without them all is asked.
    """

    name: str
    steps: tuple[Step, ...]
    end: End
    returns: bool = False
    lasts: tuple[str, ...] = ()

    def asks(self) -> Iterator[Ask]:
        """Every question it can ask."""
        for step in self.steps:
            if isinstance(step, Ask):
                yield step
            elif isinstance(step, Repeat):
                yield from step.steps

    def ends(self) -> Iterator[End]:
        """Every way it can end."""
        yield from (step.end for step in self.steps if isinstance(step, Stop))
        yield self.end

    def texts(self) -> Iterator[Text]:
        """Every text it can say."""
        for ask in self.asks():
            yield ask.text
            yield from (text for text in (ask.lead, ask.saved, ask.changed) if text)
            yield from ask.kind.texts()
        for end in self.ends():
            yield end.text
            yield from (spoken.text for spoken in end.also)
            for option in end.options:
                yield from option.texts()
