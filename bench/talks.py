"""What a talk costs a person on a weak link, and a turn costs us: `python -m bench.talks`.

Each path is played in three languages, on a phone that is set to that language; one in English is asked for it.
A round trip is an act and its answer; bytes are those of its words, labels and buttons' data in UTF-8, without the
framing of the channel. Seconds are simulated: a word read in 0.25 s, half of the words on buttons, from 2 to 8 s a
screen, 1.2 s to tap, 8 s to type twelve letters (domain.md §1.2), and a link that takes half a second or two.
"""

import cProfile
import pstats
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from bot.speech import LANGUAGES
from bot.terminal.begun import registered
from bot.terminal.play import SPEECH, Play, label
from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.conversation.said import Said, press
from flows.conversation.standing import Standing
from flows.conversation.turn import take_turn

WORD, SHORTEST, LONGEST, TAP, LETTER = 0.25, 2.0, 8.0, 1.2, 8 / 12
LINKS = (0.5, 2.0)
ROUNDS = 200
AT_ONCE = "Ali Rahimi, 4 people, green card, want to go, Herat"
BUTTONS = ("[self]", "[USC]", "[LEAVE_NOW]", "[4]", "Ahmad Zia", "[HER]", "[yes]")
FIRST = ("/start", "[en]", "[go_on]", "[yes]", *BUTTONS)
PAPER = ("[held]", "512345678", "05 2027")
MEMBERS = ("Zahra", "[spouse]", "[21+]", "[no]", "[add]", "Omid", "[child]", "[2-5]", "[no]", "[done]")
LONG = (*FIRST, "[more]", "[US_PPT]", "[US_GC]", "[done]", *PAPER, "[held]", "ABC1234567890", "[unsure]")

# In brackets the key of an option that is pressed; all else is typed. Without /start it begins registered.
PATHS = {
    "registration by buttons": FIRST,
    "registration in one message": ("/start", "[en]", "[message]", "[yes]", AT_ONCE, "[yes]"),
    "another wish": ("menu", "[wish]", "[change]", "[STAY]", "[yes]"),
    "one paper": ("menu", "[papers]", "[US_PPT]", "[done]", *PAPER),
    "a passport that is gone": ("menu", "[papers]", "[US_PPT]", "[done]", "[lost]", "[no]", "[taken]", "[no]"),
    "no help is needed": ("menu", "[more]", "[needs]", "[no]"),
    "help on the way": (
        "menu",
        "[more]",
        "[needs]",
        "[yes]",
        "[pregnant]",
        "[done]",
        "[self]",
        "[done]",
        "[soon]",
    ),
    "how to reach me": ("menu", "[more]", "[contact]", "[evening]", "0799123456", "[yes]", "[no]"),
    "two who go along": ("menu", "[people]", *MEMBERS),
    "see my data": ("menu", "[safety]", "[view]"),
    "delete me": ("menu", "[safety]", "[erasure]", "[all]"),
    "a person": ("menu", "[person]", "My brother is ill"),
}


@dataclass
class Walked:
    """One path in one language."""

    sizes: list[int] = field(default_factory=list)
    own: float = 0.0
    turns: list[tuple[Standing, Said]] = field(default_factory=list)

    def seconds(self, link: float) -> float:
        """How long it takes, simulated."""
        return self.own + link * len(self.sizes)


def walked(path: Sequence[str], language: str) -> Walked:
    """Play a path."""
    play = Play(None if path[0] == "/start" else registered(language), language)
    found = Walked()
    for act in path:
        if act == "[en]" and language != "en":
            continue
        found.own += LETTER * len(act) if act[0] not in "/[" else TAP
        turn = _done(play, act)
        if play.before is not None and play.said is not None:
            found.turns.append((play.before, play.said))
        screens = [_words(reply, play.language) for reply in turn.replies if isinstance(reply, Reply)]
        found.sizes.append(sum(len("".join((*said, *labels, *data)).encode()) for said, labels, data in screens))
        found.own += sum(_reading(said, labels) for said, labels, _ in screens)
    return found


def _words(reply: Reply, language: str) -> tuple[list[str], list[str], list[str]]:
    """What is said, the labels of the buttons, and what they carry."""
    buttons = [button for row in reply.keyboard for button in row]
    said = [SPEECH.say(paragraph, language) for paragraph in reply.paragraphs]
    return said, [label(button, language) for button in buttons], [button.data for button in buttons]


def _done(play: Play, act: str) -> Turn:
    if not act.startswith("["):
        return play.says(act)
    for message, (rows, _) in reversed(play.shown.items()):
        for button in (button for row in rows for button in row if button.data.rpartition(":")[2] == act[1:-1]):
            return play.act(press(button.data, message), message)
    raise LookupError(f"{act} is on no button")


def _reading(said: list[str], labels: list[str]) -> float:
    words = sum(len(text.split()) for text in said) + sum(len(text.split()) for text in labels) / 2
    return min(LONGEST, max(SHORTEST, WORD * words))


def paths() -> None:
    """The table of paths."""
    links = "".join(f"  at {link} s" for link in LINKS)
    print(f"{'path':29} language  round trips  bytes: median  largest{links}")
    for name, path in PATHS.items():
        for language in LANGUAGES:
            at = walked(path, language)
            times = "".join(f"  {at.seconds(link):6.0f} s" for link in LINKS)
            sizes = f"{median(at.sizes):13.0f}  {max(at.sizes):7}"
            print(f"{name:29} {language:8}  {len(at.sizes):11}  {sizes}{times}")


def turns() -> None:
    """What a turn takes on the longest path, and where it goes."""
    at = walked(LONG, "fa-AF")
    house = Play().house
    took: list[float] = []
    profile = cProfile.Profile()
    for _ in range(ROUNDS):
        for standing, said in at.turns:
            begun = time.perf_counter()
            take_turn(standing, said, house)
            took.append((time.perf_counter() - begun) * 1e6)
    took.sort()
    late = took[len(took) * 19 // 20]
    print(f"\ntake_turn on {len(at.turns)} turns: median {median(took):.0f} us, p95 {late:.0f} us")
    profile.enable()
    for standing, said in at.turns * (ROUNDS // 10):
        take_turn(standing, said, house)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(8)


if __name__ == "__main__":
    paths()
    turns()
