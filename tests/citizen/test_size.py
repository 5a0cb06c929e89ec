"""A screen costs a weak link no more than a kilobyte (domain.md §5.1, 10)."""

from collections.abc import Iterator

import pytest

from bot.citizen.speak import call
from bot.speech import LANGUAGES
from bot.storyboard import TALKS
from bot.terminal.play import SPEECH
from flows.conversation.options import Page
from flows.conversation.reply import Reply
from flows.conversation.screen import END, rows
from flows.conversation.steps import Ask, Flow, Repeat
from flows.texts import Text

MOST = 1024
THING = "documents.US_EMERG_PPT."
VALUE = "x" * 20
TOO_LONG = {"province"}  # a dozen to a screen: a page more would cost another round trip


def screens(flow: Flow) -> Iterator[tuple[str, tuple[Text, ...], Page]]:
    """Every screen, with the longest name that its question can have."""
    for step in flow.steps:
        asks = step.steps if isinstance(step, Repeat) else (step,)
        for ask in asks:
            if isinstance(ask, Ask) and ask.name not in TOO_LONG:
                name = THING + ask.name if isinstance(step, Repeat) else ask.name
                lead = (ask.lead,) if ask.lead else ()
                yield from ((name, (*lead, page.text or ask.text), page) for page in ask.kind.pages)
    yield from ((END, (end.text, *(spoken.text for spoken in end.also)), end.page) for end in flow.ends())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_is_longer_than_a_kilobyte(language: str) -> None:
    for flow in TALKS:
        for question, texts, page in screens(flow):
            picked = tuple(option.key for option in page.options)
            keyboard = rows(page, f"{flow.name}:{question}", picked)
            said = tuple(text(**dict.fromkeys(text.placeholders, VALUE)) for text in texts)
            shown = Reply(said, keyboard, edits=1)
            assert len(call(shown, 2**40, language, SPEECH).in_response()) <= MOST, f"{flow.name}: {question}"
