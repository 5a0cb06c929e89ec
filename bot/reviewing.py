"""Translations that no native speaker has reviewed: refused where a life may hang on a word (domain.md §6)."""

from collections.abc import Mapping

from bot.settings import Unset
from bot.speech import Speech
from flows.talks.guarded import guarded

NAMES = {"fa-AF": "Dari", "ps": "Pashto", "uz": "Uzbek"}


def unreviewed(speech: Speech) -> Mapping[str, tuple[str, ...]]:
    """The ids of texts of offers and urgent danger that are drafts, by language; none where all are reviewed."""
    ids = {text.id for text in guarded()}
    found = {language: tuple(sorted(ids & speech.unreviewed(language))) for language in speech.languages}
    return {language: drafts for language, drafts in found.items() if drafts}


def refuse_unreviewed(speech: Speech) -> None:
    """Unset, saying how to mend it, if such a text would be said as it is."""
    if found := unreviewed(speech):
        told = " and ".join(f"{len(ids)} in {NAMES.get(language, language)}" for language, ids in found.items())
        first = next(iter(found.values()))[0]
        raise Unset(
            f"no native speaker has reviewed what is said of offers and in urgent danger ({told}, as {first}): "
            "have it reviewed as docs/translators.md says, or set HAMRAH_UNREVIEWED=true to say it as it is."
        )
