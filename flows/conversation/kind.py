"""What a kind of answer is: the contract between a question and whatever reads its answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from flows.conversation.options import Option, Page
from flows.facts import Value
from flows.ports import Lexicon
from flows.texts import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that are no answer to the question, and what is said about them."""

    text: Text


Read = Value | Option | Refusal

# What is stored of an answer that is not an option of ours; after a colon where conditions tell its sort apart.
GIVEN = "*"


def is_mark(value: Value) -> bool:
    """Whether this only says that something was answered."""
    return isinstance(value, str) and value.rpartition(":")[2] == GIVEN


@dataclass(frozen=True, slots=True)
class Writing:
    """Typed words as they are to be read: of this thing, on this page, after what is picked so far.

    token: a short name that nothing else said so far has, for what these words may begin; today: when they came.
    """

    text: str
    lexicon: Lexicon
    item: str = ""
    page: int = 0
    present: Value | None = None
    token: str = ""
    today: date = date.min


class Kind(Protocol):
    """What an answer to a question may be."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Its buttons, page by page; none where only typing answers."""

    @property
    def stays(self) -> frozenset[Value]:
        """The answers that are stored as they are; `kept` says the same, and of all others what is."""

    def read(self, writing: Writing) -> Read:
        """The answer that typed words give."""

    def pressed(self, option: str, present: Value | None) -> Value | None:
        """The answer that this option gives, seen what is answered already; None if it is not one."""

    def takes(self, value: Value) -> bool:
        """Whether this value answers the question; one that it no longer takes is asked again."""

    def kept(self, value: Value) -> Value:
        """What may be stored of an answer: the keys of options, of anything else only that it was given."""

    def deciding(self) -> tuple[Value, ...]:
        """One value of each sort that a condition can tell apart."""

    def texts(self) -> Iterator[Text]:
        """Every text it can say."""
