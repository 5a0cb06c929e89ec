"""What is typed at the prompt, as a line of a golden talk."""

import re

from bot.terminal.acts import UNREADABLE
from bot.terminal.play import PICKED, Play, Unplayable, label

HELP = """\
words            what the person types
:3 or [3]        press button 3 of the newest screen; [Yes] by its label, [Yes] above an older one
:b talk:question:option                press any button
:edit 2 words    the second typed message becomes these words
:photo :voice :video :file :contact :location :sticker
:language ps     go on in this language: en, fa-AF, ps
:staff take, :staff write words, :staff done
:offer, :full (no place is left), :free (a place became free)
:wait 8 days     minutes, hours, days or weeks pass
:clock 2021-11-10 08:00                the time in Kabul
:offline, :online    what is done in between comes all at once
:blocked         they close the bot: nothing reaches them until they write
:facts           show the facts, or stop
:note words      a comment in the saved talk
:save file.txt   write what was done as a talk of tests/conversations
:quit            leave; nothing is kept"""

_LINES = {
    **{name: f"< {{{name}}}" for name in UNREADABLE},
    "offer": "@ a place is offered",
    "full": "@ no place is left",
    "free": "@ a place became free",
    "offline": "@ the phone is offline",
    "online": "@ the phone is back",
    "blocked": "@ the bot is blocked",
}
_BEGUN = {"wait": "@ time passes: ", "clock": "@ the clock is ", "b": "< {button "}
_STAFF = {"take": "@ the staff take the case", "done": "@ the staff are done"}


def as_line(typed: str, play: Play) -> str:
    """The line for what was typed; Unplayable says why there is none."""
    if found := re.fullmatch(r":(\d{1,3})|\[(\d{1,3})\]", typed):
        return _pressed(play, int(found[1] or found[2]))
    if not typed.startswith(":"):
        return f"< {typed}"
    word, _, rest = typed[1:].rstrip().partition(" ")
    if word in _LINES and not rest:
        return _LINES[word]
    if word in _BEGUN and rest:
        return _BEGUN[word] + rest + ("}" if word == "b" else "")
    if found := re.fullmatch(r"edit (\d{1,4}) (.+)", typed[1:]):
        return f"< (edit {int(found[1])}) {found[2]}"
    if word == "staff":
        return _by_staff(rest)
    if word == "language" and rest:
        talk = play.house.language if play.standing and play.standing.locked else "registration"
        return f"< {{button {talk}:language:{rest}}}"
    raise Unplayable(f":{word} is not understood so; :help lists what is. Words may begin with a space.")


def _pressed(play: Play, which: int) -> str:
    message = play.newest
    keyboard, language = play.shown.get(message, ((), ""))
    buttons = [button for row in keyboard for button in row]
    if not 1 <= which <= len(buttons):
        raise Unplayable(f"there is no button {which}: the newest screen has {len(buttons)}")
    wanted = label(buttons[which - 1], language).removeprefix(PICKED)
    older = play.labelled(wanted).index((message, buttons[which - 1]))
    return f"< [{wanted}]{' above' * older}"


def _by_staff(rest: str) -> str:
    word, _, words = rest.partition(" ")
    if word == "write" and words:
        return f"@ the staff write: {words}"
    if rest not in _STAFF:
        raise Unplayable("the staff take, write words, or are done")
    return _STAFF[rest]
