"""Putting what is said into a language: the only place where a text becomes words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.calendars import LATIN, in_digits, say_day, say_time
from flows.texts import PLACEHOLDER, Code, Listed, Part, Spoken, Text
from flows.words import fold

LOCALES = Path(__file__).parent.parent / "locales"
CATALOGS = {"fa-AF": "fa_AF", "ps": "ps"}
LANGUAGES = ("en", *CATALOGS)

# Begun and not complete: spoken only where a deployment says so, and what they lack is said in Dari.
DRAFTS = {"uz": "uz"}
INSTEAD = "fa-AF"
# A comment, since gettext drops what is flagged fuzzy and people would read English; a reviewer removes it.
DRAFT = "draft, not reviewed by a native speaker"
MANY = 2  # any number that takes the plural in all of these languages

# A value stands in an isolate of its own, so that its direction cannot turn the words around it.
_FIRST_STRONG, _LEFT_TO_RIGHT, _POP = "\u2068", "\u2066", "\u2069"
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_AND = {"en": (", ", " and "), "fa-AF": ("، ", " و "), "ps": ("، ", " او "), "uz": (", ", " va ")}

# A sentence cut at its placeholders: words, name, words, name … words.
Pieces = tuple[str, ...]


def catalog_path(directory: Path, code: str) -> Path:
    """Where the catalog of a language lies, by its gettext code."""
    return directory / code / "LC_MESSAGES" / "hamrah.po"


class Speech:
    """All languages, read once, and of the drafts those that are named; English is the texts themselves."""

    __slots__ = ("_catalogs", "_cut", "_drafted", "_labels", "_names", "_unreviewed", "languages")

    def __init__(self, locales: Path = LOCALES, drafts: Iterable[str] = ()) -> None:
        self._catalogs: dict[str, NullTranslations] = {"en": NullTranslations()}
        self._unreviewed: dict[str, frozenset[str]] = {}
        for language, code in CATALOGS.items():
            path = catalog_path(locales, code)
            self._catalogs[language], _, self._unreviewed[language] = _load(path)
        self._drafted: dict[str, frozenset[str]] = {}
        for language in drafts:
            path = catalog_path(locales, DRAFTS[language])
            self._catalogs[language], self._drafted[language], self._unreviewed[language] = _load(path)
        self.languages = tuple(self._catalogs)
        self._labels: dict[str, dict[str, str]] = {language: {} for language in self.languages}
        self._cut: dict[str, Pieces] = {}
        self._names: dict[str, frozenset[str]] = {}

    def say(self, spoken: Spoken, language: str) -> str:
        """The sentence in the language, every value in its own isolate."""
        if not spoken.values:
            return self.label(spoken.text, language)
        language = self._spoken(spoken.text, language)
        words = self._counted(spoken, language) if spoken.text.plural else self.label(spoken.text, language)
        pieces = self._cut.get(words)
        if pieces is None:
            pieces = self._cut[words] = tuple(PLACEHOLDER.split(words))
        said = list(pieces)
        for at in range(1, len(said), 2):
            said[at] = self._part(spoken.values[said[at]], language)
        return "".join(said)

    def line(self, label: Text, value: Part, language: str) -> str:
        """A label and its value; the label comes first, so that the line runs as its language does."""
        language = self._spoken(label, language)
        return f"{self.label(label, language)}: {self._part(value, language)}"

    def label(self, text: Text, language: str) -> str:
        """The text in the language, its placeholders left open; where a number is said, of many."""
        language = self._spoken(text, language)
        known = self._labels[language]
        label = known.get(text.id)
        if label is None:
            label = known[text.id] = self._worded(text, MANY, language)
        return label

    def button(self, label: Text | Spoken | int | str, language: str) -> str:
        """What stands on a button; a name in it is not isolated, since nothing stands after it."""
        return self._words(label, language)

    def unreviewed(self, language: str) -> frozenset[str]:
        """The ids of texts whose translation no native speaker has reviewed; none in English."""
        return self._unreviewed.get(language, frozenset())

    def direction(self, language: str) -> str:
        """Which way the language is written: "ltr" or "rtl"."""
        return "ltr" if language in LATIN else "rtl"

    def names(self, text: Text) -> frozenset[str]:
        """The text in all languages, each folded by `flows.words.fold`."""
        names = self._names.get(text.id)
        if names is None:
            names = frozenset(fold(self.label(text, language)) for language in self.languages) - {""}
            self._names[text.id] = names
        return names

    def _spoken(self, text: Text, language: str) -> str:
        """The language that the text is said in: another where a draft has no words for it, or is not spoken."""
        if language in LANGUAGES or text.id in self._drafted.get(language, ()):
            return language
        return INSTEAD

    def _counted(self, spoken: Spoken, language: str) -> str:
        count = spoken.values[spoken.text.counts]
        return self._worded(spoken.text, count if isinstance(count, int) else MANY, language)

    def _worded(self, text: Text, count: int, language: str) -> str:
        catalog = self._catalogs[language]
        if text.plural:
            return catalog.npgettext(text.id, text.source, text.plural, count)
        return catalog.pgettext(text.id, text.source)

    def _part(self, part: Part, language: str) -> str:
        if isinstance(part, Code):
            return f"{_LEFT_TO_RIGHT}{_fit(part.value)}{_POP}"
        return f"{_FIRST_STRONG}{self._words(part, language)}{_POP}"

    def _listing(self, part: Part, language: str) -> str:
        """A label as it is; a value, which may be in another script, isolated."""
        return self.label(part, language) if isinstance(part, Text) else self._part(part, language)

    def _words(self, part: Part, language: str) -> str:
        match part:
            case str():
                return _fit(part)
            case int():
                return in_digits(str(part), language)
            case Text():
                return self.label(part, language)
            case Spoken():
                return self.say(part, language)
            case datetime():
                return say_time(part, language)
            case date():
                return say_day(part, language)
            case Listed():
                return _listed([self._listing(each, language) for each in part.parts], language)
            case Code():
                return _fit(part.value)


def _fit(value: str) -> str:
    """The value without signs that could break out of its isolate, its line or UTF-8."""
    return _UNFIT.sub(_instead, value) if _UNFIT.search(value) else value


def _instead(found: re.Match[str]) -> str:
    sign = found[0]
    if sign < "\xa0" or sign in "\u2028\u2029":
        return " "
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else ""


def _listed(words: list[str], language: str) -> str:
    comma, last = _AND[language]
    return last.join([comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _load(path: Path) -> tuple[NullTranslations, frozenset[str], frozenset[str]]:
    """A catalog, the ids that it has words for, and those whose words nobody has reviewed.

    It is refused whole if a translation lost a placeholder: that would break in front of a person.
    """
    with path.open("rb") as file:
        catalog = read_po(file)
    if wrong := sorted(misfilled(catalog)):
        raise ValueError(f"{path}: placeholders differ from the English in {', '.join(wrong)}")
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    known = [each for each in catalog if worded(each)]
    unreviewed = frozenset(str(each.context) for each in known if DRAFT in each.user_comments)
    return GNUTranslations(compiled), frozenset(str(each.context) for each in known), unreviewed


def misfilled(catalog: Catalog) -> Iterator[str]:
    """The ids of translations whose placeholders are not those of the English."""
    for message in catalog:
        (wanted, *others), filled = (
            [_open(form) for form in forms(each)] for each in (message.id, message.string)
        )
        if message.id and any(forms(message.string)) and any(each != wanted for each in (*others, *filled)):
            yield str(message.context)


def forms(words: str | Iterable[str] | None) -> tuple[str, ...]:
    """The words of a message: one form, or where a number is said one for each sort of number."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def worded(message: Message) -> bool:
    """Whether a message is translated, in all its forms."""
    return bool(message.id) and all(forms(message.string))


def _open(words: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(words))
