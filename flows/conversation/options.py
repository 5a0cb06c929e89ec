"""Buttons of a question or an ending, and what a press on one does."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.texts import Text


@dataclass(frozen=True, slots=True)
class Says:
    """An aside: the text is said, nothing is kept, the question stays open."""

    text: Text


@dataclass(frozen=True, slots=True)
class Turns:
    """Another page of the question's options comes into view."""

    page: int


@dataclass(frozen=True, slots=True)
class Reopens:
    """These questions of the talk, or of another, are asked again."""

    questions: tuple[str, ...]
    talk: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """A question of the talk is answered so, from where it is not asked."""

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Opens:
    """Another talk begins."""

    talk: str


@dataclass(frozen=True, slots=True)
class Rests:
    """The person goes back to what was unfinished, or to the menu; anew: that begins once more."""

    anew: bool = False


@dataclass(frozen=True, slots=True)
class Calls:
    """A person of the staff is asked for: `code` and `priority` as in domain.md §3."""

    code: str
    priority: str


@dataclass(frozen=True, slots=True)
class Leads:
    """The person is led to what they can still tell that may help them, the cheapest first."""


@dataclass(frozen=True, slots=True)
class Wipes:
    """The chat is wiped; the record stays."""


Effect = Says | Turns | Reopens | Answers | Opens | Rests | Calls | Leads | Wipes


@dataclass(frozen=True, slots=True)
class Option:
    """A button: its key is the answer, its label only clothing.

    label: a text, whose placeholders are filled where it is shown, a number shown in the reader's digits, or a
    name as it was typed; does: what a press does instead of answering; also: further folded words by which people
    type it; besides: further questions of the talk that it answers as well, with their values.
    """

    key: str
    label: Text | int | str
    does: Effect | None = None
    also: frozenset[str] = frozenset()
    besides: tuple[tuple[str, str], ...] = ()

    def texts(self) -> Iterator[Text]:
        """Every text it can say."""
        if isinstance(self.label, Text):
            yield self.label
        if isinstance(self.does, Says):
            yield self.does.text


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """The options in view at one time, in so many columns; `text` takes the place of the question's.

    A page is itself and no other, so that what is made of it can be kept.
    """

    options: tuple[Option, ...]
    columns: int = 1
    text: Text | None = None

    @property
    def is_open(self) -> bool:
        """Whether a label has placeholders to be filled for whoever is shown it."""
        return any(isinstance(option.label, Text) and option.label.placeholders for option in self.options)
