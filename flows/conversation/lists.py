"""A list that people make by typing: each thing gets an id of its own, and its name is an answer about it."""

from collections.abc import Callable
from dataclasses import dataclass

from flows.conversation.kind import Read, Writing
from flows.conversation.kinds import DONE, Buttons, chosen
from flows.facts import Value


@dataclass(frozen=True, slots=True)
class Listing(Buttons):
    """Names, one at a time: the value is the ids of all things so far, closed; an option closes it as it is.

    An id never means another thing, so that what was said of one is never taken for another's; names: whether
    words are a name. The name itself is the answer to the question `name` of that thing.
    """

    names: Callable[[str, str], Value | None] = lambda typed, item: typed
    most: int = 30

    def read(self, writing: Writing) -> Read:
        """The list with one more thing, or the option whose label was typed."""
        found = self.named(writing.text, writing.lexicon)
        if found is not None:
            return self.closed(writing.present) if found.does is None else chosen(found)
        listed = self.closed(writing.present)[:-1]
        if self.names(writing.text, "") is None or len(listed) >= self.most:
            return self.refusal()
        return (*listed, writing.token, DONE)

    def pressed(self, option: str, present: Value | None) -> Value | None:
        """The list as it is, closed."""
        found = self.option(option)
        return self.closed(present) if found and found.does is None else None

    def takes(self, value: Value) -> bool:
        """Whether it is a closed list."""
        return isinstance(value, tuple) and value[-1:] == (DONE,)

    def kept(self, value: Value) -> Value:
        """The ids, which say nothing of anybody."""
        return value if isinstance(value, tuple) else (DONE,)

    def deciding(self) -> tuple[Value, ...]:
        """Nobody, and somebody: a Repeat treats its things alike."""
        return ((DONE,), ("x", DONE))

    @staticmethod
    def closed(present: Value | None) -> tuple[str, ...]:
        """What is listed so far, closed."""
        listed = present if isinstance(present, tuple) else ()
        return (*(each for each in listed if each != DONE), DONE)

    @staticmethod
    def added(value: Value, present: Value | None) -> str:
        """The id that one list has and the other has not, "" if there is none."""
        new = set(value if isinstance(value, tuple) else ()) - set(present if isinstance(present, tuple) else ())
        return next(iter(new - {DONE}), "")
