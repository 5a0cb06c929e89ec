"""What a person just did in the chat, whatever the channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST = 300  # characters; what is longer is read by people


class Unreadable(StrEnum):
    """What came instead of words or a press, and cannot be read as an answer."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    CONTACT = "contact"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Words:
    """Typed words; `edits` names the message that they replace, if any."""

    text: str
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button: the talk, the question and the option that it carries; `message` holds the button."""

    talk: str
    question: str
    option: str
    message: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that is no answer, named so that the right thing can be said; file: where the channel keeps it."""

    what: Unreadable
    file: str = ""


Act = Words | Press | Unread


@dataclass(frozen=True, slots=True)
class Said:
    """One act of one person: `cause` names the update it came by, `message` the message in the chat.

    reached: the centre can be reached, so what is said to the staff is with them at once.
    """

    act: Act
    cause: str
    message: int
    said_at: datetime
    received_at: datetime
    language_hint: str = ""
    reached: bool = True


def press(data: str, message: int) -> Press:
    """The press that `talk:question:option` stands for; what is not of that form presses nothing known."""
    talk, _, rest = data.partition(":")
    question, _, option = rest.partition(":")
    return Press(talk, question, option, message)
