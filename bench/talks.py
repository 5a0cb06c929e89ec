"""What a talk costs a person on a weak link, and a turn costs us: `python -m bench.talks`.

Each path is played in three languages, on a phone that is set to that language. A round trip is an act and its
answer; bytes are those of its words, labels and buttons' data in UTF-8, without the framing of the channel.
Seconds are simulated (`bench.minute`), to the end of reading the last answer, on a link of half a second or two.
"""

import cProfile
import pstats
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.minute import LINKS, Watch, offered, screen
from bot.speech import LANGUAGES
from bot.terminal.begun import registered
from bot.terminal.play import Play, label
from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.conversation.said import Said, press
from flows.conversation.standing import Standing
from flows.conversation.turn import take_turn

ROUNDS = 200
AT_ONCE = "Ali Rahimi, 4 people, green card, want to go, Herat"
BUTTONS = ("[self]", "[USC]", "[LEAVE_NOW]", "[4]", "Ahmad Zia", "[HER]", "[yes]")
FIRST = ("/start", "[go_on]", *BUTTONS)
PAPER = ("[held]", "512345678", "05 2027")
MEMBERS = ("Zahra", "[spouse]", "[21+]", "[no]", "[later]", "[add]", "Omid", "[child]", "[2-5]", "[no]", "[done]")
LONG = (*FIRST, "[more]", "[US_PPT]", "[US_GC]", "[done]", *PAPER, "[held]", "ABC1234567890", "[unsure]")

# In brackets the key of an option that is pressed; all else is typed. Without /start it begins registered.
PATHS = {
    "registration by buttons": FIRST,
    "registration in one message": ("/start", "[message]", AT_ONCE, "[yes]"),
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
    watch: Watch = field(default_factory=Watch)
    turns: list[tuple[Standing, Said]] = field(default_factory=list)


def walked(path: Sequence[str], language: str) -> Walked:
    """Play a path."""
    play = Play(None if path[0] == "/start" else registered(language), language)
    found, shown = Walked(), None
    for act in path:
        if act.startswith("["):
            message, button = offered(play, act[1:-1])
            found.watch.acts(shown, label(button, language))
            turn = play.act(press(button.data, message), message)
        else:
            found.watch.acts(shown, None, "" if act.startswith("/") else act)
            turn = play.says(act)
        if play.before is not None and play.said is not None:
            found.turns.append((play.before, play.said))
        shown = screen(turn, play.language)
        found.sizes.append(len(shown.said.encode()) + len("".join((*shown.buttons, *_carried(turn))).encode()))
    found.watch.own += shown.read() if shown else 0.0
    return found


def _carried(turn: Turn) -> list[str]:
    """What the buttons carry."""
    replies = (reply for reply in turn.replies if isinstance(reply, Reply))
    return [button.data for reply in replies for row in reply.keyboard for button in row]


def paths() -> None:
    """The table of paths."""
    links = "".join(f"  at {link} s" for link in LINKS)
    print(f"{'path':29} language  round trips  bytes: median  largest{links}")
    for name, path in PATHS.items():
        for language in LANGUAGES:
            at = walked(path, language)
            times = "".join(f"  {at.watch.seconds(link):6.0f} s" for link in LINKS)
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
