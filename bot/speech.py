"""Putting what is said into a language: the only place where a text becomes words."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.calendars import in_digits, say_day, say_time
from flows.texts import PLACEHOLDER, Code, Listed, Part, Spoken, Text
from flows.words import fold

LOCALES = Path(__file__).parent.parent / "locales"
CATALOGS = {"fa-AF": "fa_AF", "ps": "ps"}
LANGUAGES = ("en", *CATALOGS)

# A value stands in an isolate of its own, so that its direction cannot turn the words around it.
_FIRST_STRONG, _LEFT_TO_RIGHT, _POP = "\u2068", "\u2066", "\u2069"
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_AND = {"en": (", ", " and "), "fa-AF": ("، ", " و "), "ps": ("، ", " او ")}

# A sentence cut at its placeholders: words, name, words, name … words.
Pieces = tuple[str, ...]


def catalog_path(directory: Path, code: str) -> Path:
    """Where the catalog of a language lies, by its gettext code."""
    return directory / code / "LC_MESSAGES" / "hamrah.po"


class Speech:
    """All languages, read once; English is the texts themselves."""

    __slots__ = ("_catalogs", "_labels", "_names", "_sentences")

    def __init__(self, locales: Path = LOCALES) -> None:
        self._catalogs: dict[str, NullTranslations] = {"en": NullTranslations()}
        for language, code in CATALOGS.items():
            self._catalogs[language] = _load(catalog_path(locales, code))
        self._labels: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
        self._sentences: dict[str, dict[str, Pieces]] = {language: {} for language in LANGUAGES}
        self._names: dict[str, frozenset[str]] = {}

    def say(self, spoken: Spoken, language: str) -> str:
        """The sentence in the language, every value in its own isolate."""
        if not spoken.values:
            return self.label(spoken.text, language)
        pieces = self._sentences[language].get(spoken.text.id)
        if pieces is None:
            pieces = tuple(PLACEHOLDER.split(self.label(spoken.text, language)))
            self._sentences[language][spoken.text.id] = pieces
        said = list(pieces)
        for at in range(1, len(said), 2):
            said[at] = self._part(spoken.values[said[at]], language)
        return "".join(said)

    def line(self, label: Text, value: Part, language: str) -> str:
        """A label and its value; the label comes first, so that the line runs as its language does."""
        return f"{self.label(label, language)}: {self._part(value, language)}"

    def label(self, text: Text, language: str) -> str:
        """The text in the language, its placeholders left open."""
        known = self._labels[language]
        label = known.get(text.id)
        if label is None:
            label = known[text.id] = self._catalogs[language].pgettext(text.id, text.source)
        return label

    def number(self, value: int, language: str) -> str:
        """The number in the digits of the language."""
        return in_digits(str(value), language)

    def direction(self, language: str) -> str:
        """Which way the language is written: "ltr" or "rtl"."""
        return "ltr" if language == "en" else "rtl"

    def names(self, text: Text) -> frozenset[str]:
        """The text in all languages, each folded by `flows.words.fold`."""
        names = self._names.get(text.id)
        if names is None:
            names = frozenset(fold(self.label(text, language)) for language in LANGUAGES) - {""}
            self._names[text.id] = names
        return names

    def _part(self, part: Part, language: str) -> str:
        if isinstance(part, Code):
            return f"{_LEFT_TO_RIGHT}{_fit(part.value)}{_POP}"
        return f"{_FIRST_STRONG}{self._words(part, language)}{_POP}"

    def _words(self, part: Part, language: str) -> str:
        match part:
            case str():
                return _fit(part)
            case int():
                return in_digits(str(part), language)
            case Text():
                return self.label(part, language)
            case datetime():
                return say_time(part, language)
            case date():
                return say_day(part, language)
            case Listed():
                return _listed([self.label(each, language) for each in part.parts], language)
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


def _load(path: Path) -> NullTranslations:
    """A catalog, refused whole if a translation lost a placeholder: that would break in front of a person."""
    with path.open("rb") as file:
        catalog = read_po(file)
    if wrong := sorted(misfilled(catalog)):
        raise ValueError(f"{path}: placeholders differ from the English in {', '.join(wrong)}")
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def misfilled(catalog: Catalog) -> Iterator[str]:
    """The ids of translations whose placeholders are not those of the English."""
    for message in catalog:
        wanted, filled = (set(PLACEHOLDER.findall(str(words))) for words in (message.id, message.string))
        if message.id and message.string and wanted != filled:
            yield str(message.context)
