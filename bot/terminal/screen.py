"""A talk as it is seen in a terminal: a panel for each message, its buttons numbered across the rows."""

import shutil
import sys
from collections.abc import Iterator
from itertools import count
from typing import Literal

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.terminal.golden import fact, forgotten
from bot.terminal.play import REMARKS, SPEECH, Play, label, plain
from flows.conversation.hearing import Turn
from flows.conversation.reply import Keyboard, Reply

WIDEST = 76


def console() -> Console:
    """This terminal, as wide as is pleasant to read; where there is none, plain and always of one width."""
    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, WIDEST) if terminal else WIDEST
    return Console(force_terminal=terminal, width=width, highlight=False, markup=False, emoji=False)


def drawn(play: Play, line: str, turn: Turn, *, facts: bool) -> Iterator[RenderableType]:
    """What is to be seen after a line that was performed."""
    if line.startswith("@"):
        yield Text(line, "dim")
    if facts:
        yield from (Text(f"! {fact(body)}", "cyan") for body in turn.bodies)
    for reply in turn.replies:
        if isinstance(reply, Reply):
            yield _panel(play, reply)
        else:
            yield from (_remark(play, remark.strip("{}")) for remark in REMARKS.get(type(reply), ()))
    if line.startswith("<") and not turn.replies:
        yield _remark(play, "silence")
    if forgotten(line, turn):
        yield _remark(play, "nothing is kept")


def _panel(play: Play, reply: Reply) -> Panel:
    """A message; its title names the texts, as the catalogs do."""
    said = [plain(SPEECH.say(paragraph, play.language)) for paragraph in reply.paragraphs]
    said += [reply.verbatim] if reply.verbatim else []
    parts: list[RenderableType] = [Text("\n\n".join(said), justify=_side(play))]
    if reply.keyboard:
        parts += [Text(), _buttons(reply.keyboard, play)]
    ids = " ".join(paragraph.text.id for paragraph in reply.paragraphs)
    return Panel(Group(*parts), title=Text(ids, "dim"), title_align=_side(play), padding=(0, 1))


def _buttons(keyboard: Keyboard, play: Play) -> RenderableType:
    """The buttons, numbered across the rows; in columns where reading begins at the left.

    From the right no column would hold: some terminals turn a line by the direction of its letters, some do not.
    """
    numbers = count(1)
    rows = [[_button(label(button, play.language), next(numbers), play) for button in row] for row in keyboard]
    if _side(play) == "right":
        return Group(*(Text("   ", justify="right").join(row) for row in rows))
    grid = Table.grid(padding=(0, 3))
    for row in rows:
        grid.add_row(*row)
    return grid


def _button(words: str, number: int, play: Play) -> Text:
    """The number beside the label, where reading begins."""
    digits = (f"[{number}]", "bold")
    return Text.assemble(words, " ", digits) if _side(play) == "right" else Text.assemble(digits, " ", words)


def _remark(play: Play, words: str) -> Text:
    return Text(f"{{{words}}}", "dim", justify=_side(play))


def _side(play: Play) -> Literal["left", "right"]:
    return "right" if SPEECH.direction(play.language) == "rtl" else "left"
