"""How long a stranger takes, as far as a keystroke model can tell: `python -m bench.minute`.

Card, Moran and Newell's keystroke-level model with the figures of domain.md §1.2, on the texts themselves. Words
are read at 180 a minute: about as fast as adults read aloud (183), and at the slow end of the 175 to 300 at which
most read silently in English (Brysbaert 2019, over 190 studies), since those of a second language are slower. No
screen is read in less than 2 s, and none faster for being long. What a screen says is read whole; of its buttons
each is read up to the one that is pressed, all of them by who types. To tap takes 1.2 s, twelve letters 8 s. It is
a model: nobody was timed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.speech import LANGUAGES
from bot.terminal.play import SPEECH, Play, label
from flows.conversation.hearing import Turn
from flows.conversation.reply import Button, Reply
from flows.conversation.said import press

WORD, SHORTEST, TAP, LETTER = 60 / 180, 2.0, 1.2, 8 / 12
LINKS = (0.5, 2.0)
NAMES = {"en": "Ahmad Karimi", "fa-AF": "احمدضیا کریم", "ps": "احمدضیا کریم"}  # of twelve signs each
# What a stranger has in mind; in brackets the key of an option. The second wants what stands last in view.
FAMILY = ("/start", "[go_on]", "[family]", "[USC]", "[LEAVE_NOW]", "[3]", "{name}", "[KAB]", "[yes]")
LAST = ("/start", "[go_on]", "[family]", "[UNSURE]", "[STAY]", "{name}", "[FYB]", "[yes]")
AT_ONCE = ("/start", "[message]", "Ali Rahimi, 4 people, green card, want to go, Herat", "[yes]")


@dataclass(frozen=True, slots=True)
class Screen:
    """What is in view: the words above the buttons, and the buttons in the order in which they are read."""

    said: str
    buttons: tuple[str, ...]

    def seconds(self, pressed: str | None) -> float:
        """How long it is read before this button is pressed; None: before something is typed."""
        before = self.buttons if pressed is None else self.buttons[: self.buttons.index(pressed) + 1]
        return self.read(" ".join((self.said, *before)))

    def read(self, words: str = "") -> float:
        """How long these words are read, or what it says and no button."""
        return max(SHORTEST, WORD * len((words or self.said).split()))


@dataclass(slots=True)
class Watch:
    """The seconds of a stranger so far: reading and doing, and the round trips, of which each costs a link."""

    own: float = 0.0
    trips: int = 0

    def acts(self, screen: Screen | None, pressed: str | None, typed: str = "") -> None:
        """They read the screen and press, or type; the first act has none before it."""
        self.own += screen.seconds(pressed) if screen else 0.0
        self.own += LETTER * len(typed) if typed else TAP
        self.trips += 1

    def seconds(self, link: float) -> float:
        """How long it has taken."""
        return self.own + link * self.trips


@dataclass(frozen=True, slots=True)
class Timed:
    """A talk on a link of so many seconds: until a record counts, until the end, and until its number is read."""

    trips: int
    usable: float
    registered: float
    number_read: float


def screen(turn: Turn, language: str) -> Screen:
    """What a turn shows."""
    replies = [reply for reply in turn.replies if isinstance(reply, Reply)]
    said = " ".join(SPEECH.say(paragraph, language) for reply in replies for paragraph in reply.paragraphs)
    buttons = (button for reply in replies for row in reply.keyboard for button in row)
    return Screen(said, tuple(label(button, language) for button in buttons))


def timed(goal: Sequence[str], language: str, link: float) -> Timed:
    """The talk of somebody unknown, whose phone is set to this language."""
    play, watch, shown, usable = Play(None, language), Watch(), None, 0.0
    for act in (each.format(name=NAMES[language]) for each in goal):
        if act.startswith("["):
            message, button = offered(play, act[1:-1])
            watch.acts(shown, label(button, language))
            turn = play.act(press(button.data, message), message)
        else:
            watch.acts(shown, None, "" if act.startswith("/") else act)
            turn = play.says(act)
        shown = screen(turn, play.language)
        if not usable and play.standing and "wish" in play.standing.known and play.facts:
            usable = watch.seconds(link)
    if play.standing is None or not play.standing.ref or shown is None:
        raise LookupError(f"in {language} this goal was not reached: {goal}")
    registered = watch.seconds(link)
    return Timed(watch.trips, usable, registered, registered + shown.read())


def offered(play: Play, key: str) -> tuple[int, Button]:
    """The newest button that answers so, with its message."""
    for message, (rows, _) in reversed(play.shown.items()):
        for button in (button for row in rows for button in row if button.data.rpartition(":")[2] == key):
            return message, button
    raise LookupError(f"{key} is on no button")


def main() -> None:
    """The table."""
    print(f"{'goal':22} language  link  round trips  record counts  registered  number read")
    for name, goal in (("family of three", FAMILY), ("what stands last", LAST), ("one message", AT_ONCE)):
        for language in LANGUAGES:
            for link in LINKS:
                at = timed(goal, language, link)
                times = f"{at.usable:11.1f} s  {at.registered:8.1f} s  {at.number_read:9.1f} s"
                print(f"{name:22} {language:8}  {link} s  {at.trips:11}  {times}")


if __name__ == "__main__":
    main()
