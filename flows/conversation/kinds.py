"""Kinds of answer: what each shows as buttons, what it reads from typed words, and what it takes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from flows.conversation.kind import GIVEN, Read, Refusal, Writing
from flows.conversation.options import Option, Page
from flows.facts import Value
from flows.ports import Lexicon
from flows.texts import Text
from flows.words import fold, number

DONE = "done"


@dataclass(frozen=True, slots=True)
class Buttons:
    """What every kind has in common: pages of options, how a typed label finds one, a refusal."""

    pages: tuple[Page, ...] = ()
    refused: Text | None = None
    # Every answer given so far is looked up at every turn, some among all provinces.
    _by_key: Mapping[str, Option] = field(init=False, repr=False, compare=False)
    stays: frozenset[Value] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {option.key: option for option in reversed(self.options)})
        answers = frozenset(key for key, option in self._by_key.items() if option.does is None)
        object.__setattr__(self, "stays", answers)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of all pages."""
        return tuple(option for page in self.pages for option in page.options)

    def option(self, key: str) -> Option | None:
        """The option with this key."""
        return self._by_key.get(key)

    def named(self, typed: str, lexicon: Lexicon) -> Option | None:
        """The option whose label, in any language, or whose other name was typed."""
        folded = fold(typed)
        for option in self.options:
            if folded in option.also:
                return option
            if isinstance(option.label, Text) and folded in lexicon.names(option.label):
                return option
        return None

    def numbered(self, typed: str, page: int) -> Option | None:
        """The option of this page whose place on the screen was typed."""
        count = number(typed)
        shown = self.pages[page].options if page < len(self.pages) else ()
        return shown[count - 1] if count is not None and 1 <= count <= len(shown) else None

    def refusal(self) -> Refusal:
        """What is said of words that are no answer."""
        if self.refused is None:
            raise ValueError("a kind that can refuse must say what it refuses with")
        return Refusal(self.refused)

    def pressed(self, option: str, present: Value | None) -> Value | None:
        """The key of an option that answers by itself."""
        found = self.option(option)
        return found.key if found and found.does is None else None

    def takes(self, value: Value) -> bool:
        """Whether it is the key of an option that answers by itself."""
        return value in self.stays

    def kept(self, value: Value) -> Value:
        """The key of an option, or the mark of anything else."""
        return value if value in self.stays else GIVEN

    def deciding(self) -> tuple[Value, ...]:
        """The keys of all options that answer."""
        return tuple(option.key for option in self.options if option.does is None)

    def texts(self) -> Iterator[Text]:
        """The labels, what the options say, the texts of further pages, and the refusal."""
        if self.refused:
            yield self.refused
        for page in self.pages:
            if page.text:
                yield page.text
            for option in page.options:
                yield from option.texts()


@dataclass(frozen=True, slots=True)
class Choice(Buttons):
    """One of some options, by its button, its label in any language, or its number on the screen."""

    def read(self, writing: Writing) -> Read:
        """The option that was typed."""
        found = self.named(writing.text, writing.lexicon) or self.numbered(writing.text, writing.page)
        return self.refusal() if found is None else chosen(found)


@dataclass(frozen=True, slots=True)
class Count(Buttons):
    """A whole number from `low` to `high`, typed in any digits or by a button."""

    low: int = 1
    high: int = 30

    def __post_init__(self) -> None:
        Buttons.__post_init__(self)
        numbers = {int(key) for key in self.stays if isinstance(key, str) and key.isdecimal()}
        object.__setattr__(self, "stays", self.stays | numbers)

    def read(self, writing: Writing) -> Read:
        """The number that was typed, or the option by its label."""
        count = number(writing.text)
        if count is not None:
            return count if self.low <= count <= self.high else self.refusal()
        found = self.named(writing.text, writing.lexicon)
        return self.refusal() if found is None else chosen(found)

    def pressed(self, option: str, present: Value | None) -> Value | None:
        """The number on the button, or the key of another option."""
        if option.isascii() and option.isdigit() and len(option) <= 3:
            return int(option) if self.low <= int(option) <= self.high else None
        return Buttons.pressed(self, option, present)

    def takes(self, value: Value) -> bool:
        """Whether it is a number in range, an option's key, or the mark of a number."""
        if isinstance(value, int):
            return self.low <= value <= self.high
        return value == GIVEN or Buttons.takes(self, value)

    def kept(self, value: Value) -> Value:
        """The number of a button or the key of another option; of any other number the mark."""
        return value if value in self.stays else GIVEN

    def deciding(self) -> tuple[Value, ...]:
        """The least number, and the options that are no number."""
        return (self.low, *(key for key in Buttons.deciding(self) if not str(key).isdigit()))


@dataclass(frozen=True, slots=True)
class Typed(Buttons):
    """Typed words that `reads` turns into an answer, None where they are none; and some buttons beside.

    samples: one value of each sort that `reads` can give, for the proofs. What stands before a sample's colon is
    no word of the person but the sort, and is kept, because conditions ask for it. asks_number: it reads a
    number, so that one which looks like what must never be kept is an answer.
    """

    reads: Callable[[str, str], Value | None] = lambda typed, item: typed
    samples: tuple[Value, ...] = ("…",)
    asks_number: bool = False

    def read(self, writing: Writing) -> Read:
        """The answer in the words, or the option whose label was typed."""
        found = self.named(writing.text, writing.lexicon)
        if found is not None:
            return chosen(found)
        value = self.reads(writing.text, writing.item)
        return self.refusal() if value is None else value

    def takes(self, value: Value) -> bool:
        """Whether it is words."""
        return isinstance(value, str)

    def kept(self, value: Value) -> Value:
        """An option's key, the ids of things, or the mark with the answer's sort before it."""
        if isinstance(value, tuple) or value in self.stays:
            return value
        sort, colon, _ = str(value).rpartition(":")
        sorts = {str(sample).partition(":")[0] for sample in self.samples if ":" in str(sample)}
        return f"{sort}:{GIVEN}" if colon and sort in sorts else GIVEN

    def deciding(self) -> tuple[Value, ...]:
        """The samples, and the options that answer."""
        return (*self.samples, *Buttons.deciding(self))


@dataclass(frozen=True, slots=True)
class Several(Buttons):
    """Some of the options: a press adds or removes one, `done` closes; the value ends with "done" then."""

    none: str = "none"

    def read(self, writing: Writing) -> Read:
        """The options that were typed, by labels or numbers with commas or spaces between: closed at once."""
        whole = self.named(writing.text, writing.lexicon) or self.numbered(writing.text, writing.page)
        if whole is not None and whole.does is not None:
            return whole
        parts = [writing.text] if whole else [part for part in _split(writing.text) if part.strip()]
        keys = [] if whole and whole.key == self.none else _open(writing.present)
        for part in parts:
            found = self.named(part, writing.lexicon) or self.numbered(part, writing.page)
            if found is None or found.does is not None:
                return self.refusal()
            keys.append(found.key)
        return self._closed(tuple(keys)) if parts else self.refusal()

    def pressed(self, option: str, present: Value | None) -> Value | None:
        """What is picked after one more press."""
        if option not in self.stays:
            return None
        picked = tuple(key for key in present if key != DONE) if isinstance(present, tuple) else ()
        if option in (DONE, self.none):
            return self._closed(picked if option == DONE else ())
        picked = tuple(_open(present))
        return tuple(key for key in picked if key != option) if option in picked else (*picked, option)

    def takes(self, value: Value) -> bool:
        """Whether it is closed and names only options that still stand."""
        return isinstance(value, tuple) and value[-1:] == (DONE,) and all(key in self.stays for key in value[:-1])

    def kept(self, value: Value) -> Value:
        """The options that are picked; a list with something else in it is open again."""
        keys = value if isinstance(value, tuple) else ()
        known = tuple(key for key in keys if key == DONE or key in self.stays)
        return known if known == keys else tuple(key for key in known if key != DONE)

    def deciding(self) -> tuple[Value, ...]:
        """Nothing picked, and each option alone: a Repeat treats its things alike."""
        keys = dict.fromkeys(key for key in Buttons.deciding(self) if key not in (DONE, self.none))
        return ((DONE,), *((str(key), DONE) for key in keys))

    def _closed(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        order = [option.key for option in self.options if option.key not in (DONE, self.none)]
        return (*(key for key in order if key in keys), DONE)


def chosen(option: Option) -> Read:
    """An option as an answer, or as what it does instead."""
    return option.key if option.does is None else option


def _open(present: Value | None) -> list[str]:
    """What is picked of a list that is not closed yet."""
    return list(present) if isinstance(present, tuple) and DONE not in present else []


def _split(typed: str) -> list[str]:
    parts = re.split(r"[،,;؛/+\n]", typed)
    return parts if len(parts) > 1 else typed.split()
