"""A talk at the prompt: words and buttons go in, screens come out, and nothing is kept but what is saved."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.terminal.acts import performed
from bot.terminal.golden import begun, played
from bot.terminal.play import Unplayable
from bot.terminal.screen import console, drawn
from bot.terminal.typed import HELP, as_line

PROMPT = "< "
GREETING = "Nothing is stored. Type what the person would; :3 presses button 3, :help tells the rest."


class Session:
    """One talk as it goes on; `lines` is what was done, as a golden talk says it."""

    def __init__(self, heads: dict[str, str], screen: Console, *, facts: bool = False) -> None:
        self.heads, self.screen, self.facts = heads, screen, facts
        self.play = begun(heads)
        self.lines: list[str] = []
        self._saved: set[Path] = set()

    def obey(self, typed: str) -> None:
        """One line typed at the prompt."""
        word, _, rest = typed.strip().partition(" ")
        try:
            match word:
                case ":help":
                    self._remark(HELP)
                case ":facts":
                    self.facts = not self.facts
                    self._remark("Facts are shown." if self.facts else "Facts are not shown.")
                case ":note":
                    self.lines.append(f"# {rest}")
                case ":save":
                    self._save(rest)
                case "":
                    pass
                case _:
                    self.does(as_line(typed, self.play))
        except Unplayable as why:
            self._remark(str(why))

    def does(self, line: str) -> None:
        """Perform a line of a golden talk, and show what comes of it."""
        turn = performed(self.play, line)
        self.lines.append(line)
        for each in drawn(self.play, line, turn, facts=self.facts):
            self.screen.print(each)

    def talk(self) -> str:
        """What was done so far, as a golden talk."""
        heads = {**self.heads, "facts": "shown" if self.facts else ""}
        head = "\n".join(f"{name}: {value}" for name, value in heads.items() if value)
        return played("\n\n".join([head, *self.lines]))

    def _save(self, name: str) -> None:
        path = Path(name).expanduser()
        try:
            with path.open("w" if path in self._saved else "x", encoding="utf-8", newline="\n") as file:
                file.write(self.talk())
        except FileExistsError:
            raise Unplayable(f"{path} is there already: save it by another name") from None
        except OSError as error:
            raise Unplayable(f"{path} can not be written: {error.strerror}") from None
        self._saved.add(path)
        self._remark(f"Saved: {path}")

    def _remark(self, words: str) -> None:
        self.screen.print(Text(words, "dim"))


def converse(language: str, begins: str, *, facts: bool) -> None:
    """Talk until :quit or the end of what is typed; Unplayable if it can not begin so."""
    session = Session({"language": language, "begins": begins}, console(), facts=facts)
    session.screen.print(Text(GREETING, "dim"))
    session.does("< /start")
    for typed in _typed(session.screen):
        if typed.strip() == ":quit":
            return
        session.obey(typed)


def _typed(screen: Console) -> Iterator[str]:
    """Each line that is typed; one that comes from a pipe is repeated, so that the whole reads as a talk."""
    if not sys.stdin.isatty():
        for line in sys.stdin:
            screen.print(Text(PROMPT + line.rstrip("\n"), "bold"))
            yield line.rstrip("\n")
        return
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - with it the arrow keys work; its history stays in memory
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input(PROMPT)
