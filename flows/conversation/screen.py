"""What a person is shown: the open question or the end of a talk, with its buttons."""

from dataclasses import replace
from functools import lru_cache

from flows.conversation.house import House
from flows.conversation.options import Option, Page
from flows.conversation.reply import Button, Keyboard, Reply
from flows.conversation.standing import READER, Standing
from flows.conversation.steps import End, Flow, Stop
from flows.conversation.walk import Placed, things
from flows.texts import Spoken, Text

END = "end"
NOTE = "note"
WIPED = "wiped"
BACK = "back"
NO_BUTTONS = Page(())


def screen(
    flow: Flow,
    at: Placed | Stop | End,
    standing: Standing,
    house: House,
    *,
    first: tuple[Spoken, ...] = (),
    edits: int | None = None,
) -> Reply:
    """Where the person stands in a talk, after some first paragraphs."""
    match at:
        case Placed() as placed:
            return question(flow, placed, standing, house, page=standing.page, first=first, edits=edits)
        case Stop(end=end):
            return ending(flow, end, standing, house, first=first, edits=edits)
        case end:
            return ending(flow, end, standing, house, first=first, edits=edits)


def question(
    flow: Flow,
    placed: Placed,
    standing: Standing,
    house: House,
    *,
    page: int = 0,
    first: tuple[Spoken, ...] = (),
    edits: int | None = None,
) -> Reply:
    """A question with one page of its buttons."""
    pages = placed.ask.kind.pages
    shown = pages[page] if page < len(pages) else NO_BUTTONS
    said = (text for text in (placed.ask.lead, shown.text or placed.ask.text) if text)
    beside = house.beside(flow.name, standing)
    paragraphs = (*first, *beside, *(fill(text, standing, house, placed) for text in said))
    picked = things(standing.answers.get(flow.name, {}).get(placed.name))
    keyboard = rows(shown, f"{flow.name}:{placed.name}", picked)
    if shown.is_open:
        keyboard = _filled(keyboard, standing, house, placed)
    return Reply(paragraphs, keyboard, edits, protect=placed.ask.protects)


def ending(
    flow: Flow,
    end: End,
    standing: Standing,
    house: House,
    *,
    first: tuple[Spoken, ...] = (),
    edits: int | None = None,
) -> Reply:
    """The words that end a talk."""
    text = fill(end.text, standing, house)
    said = (in_few(spoken.text, standing, house)(**spoken.values) for spoken in end.also)
    keyboard = rows(end.page, f"{flow.name}:{END}", ())
    return Reply((*first, text, *said), keyboard, edits, protect=end.protects)


def in_few(text: Text, standing: Standing, house: House) -> Text:
    """The text, or its few words for who wants few."""
    return house.short.get(text.id, text) if standing.known.get(READER) == "SHORT" else text


def fill(text: Text, standing: Standing, house: House, placed: Placed | None = None) -> Spoken:
    """The text, in few words for who wants few, with what is known of the person in its placeholders."""
    text = in_few(text, standing, house)
    return text(**{name: house.value(name, standing, placed) for name in text.placeholders})


@lru_cache(4096)
def rows(page: Page, prefix: str, picked: tuple[str, ...]) -> Keyboard:
    """The options of a page as buttons, in its columns; the same page gives the same keyboard."""
    buttons = [_button(option, prefix, picked) for option in page.options]
    return tuple(tuple(buttons[at : at + page.columns]) for at in range(0, len(buttons), page.columns))


def _filled(keyboard: Keyboard, standing: Standing, house: House, placed: Placed) -> Keyboard:
    """The buttons, on which is written what is known of the person."""
    return tuple(
        tuple(
            replace(button, label=fill(button.label, standing, house, placed))
            if isinstance(button.label, Text) and button.label.placeholders
            else button
            for button in row
        )
        for row in keyboard
    )


def _button(option: Option, prefix: str, picked: tuple[str, ...]) -> Button:
    return Button(option.label, f"{prefix}:{option.key}", option.key in picked)
