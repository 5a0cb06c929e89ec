"""What is said to a person, before it is put into words."""

from dataclasses import dataclass
from datetime import timedelta

from flows.texts import Spoken, Text

Label = Text | Spoken | int | str


@dataclass(frozen=True, slots=True, eq=False)
class Button:
    """A label and what a press on it says: `talk:question:option`, at most 64 bytes (telegram.md §2).

    label: a text, a number shown in the reader's digits, or a name; picked: it is marked as chosen.
    """

    label: Label
    data: str
    picked: bool = False


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One message: its paragraphs and its keyboard by rows.

    edits: the message it takes the place of, None for a new one; verbatim: words of a person of the staff
    that follow the paragraphs as they are; protect: it must not be forwarded or saved.
    """

    paragraphs: tuple[Spoken, ...]
    keyboard: Keyboard = ()
    edits: int | None = None
    verbatim: str = ""
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the person's own message out of the chat (domain.md §5.5, 2)."""

    message: int


@dataclass(frozen=True, slots=True)
class Hide:
    """Turn a message back into these neutral words after a while, unless it is pressed before (domain.md §5.5)."""

    message: int
    words: Reply
    after: timedelta


@dataclass(frozen=True, slots=True)
class Wipe:
    """Take out of the chat, on both sides, what stood there until now (domain.md §5.5, 3).

    until: the newest message that is known; theirs, ours: those known by their ids; spared: one that stays, 0 for
    none; then: what is said once it is done; after: how long the reply of the same turn is waited for.
    """

    until: int
    theirs: tuple[int, ...]
    ours: tuple[int, ...]
    spared: int
    then: Reply
    after: timedelta
