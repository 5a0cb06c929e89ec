"""What is known of the messages of a chat, so that they can be taken out of it (domain.md §5.5, 3)."""

from dataclasses import replace
from datetime import timedelta

from flows.conversation.house import Sayings
from flows.conversation.reply import Button, Reply, Wipe
from flows.conversation.said import Press, Said
from flows.conversation.screen import WIPED
from flows.conversation.standing import Standing

THEIRS, OURS = 100, 50
AT_ONCE, AFTER_A_REPLY = timedelta(), timedelta(seconds=3)


def noticed(standing: Standing, said: Said) -> Standing:
    """The standing with the message that was written, or that was pressed and so is ours."""
    if isinstance(said.act, Press):
        return shown(standing, said.act.message)
    theirs = (*(each for each in standing.theirs if each != said.message), said.message)[-THEIRS:]
    return replace(standing, theirs=theirs)


def shown(standing: Standing, message: int) -> Standing:
    """The standing with a message of ours of which the channel told us the id."""
    if message in standing.ours:
        return standing
    return replace(standing, ours=(*standing.ours, message)[-OURS:])


def wipe(standing: Standing, said: Said, sayings: Sayings, *, stays: bool) -> Wipe:
    """All that is known to stand in the chat by now; `stays`: a screen that must be answered is shown again.

    A message that was typed is the newest there is. After a press only those that we know are surely not newer
    than it, for what comes now, a neutral note or words of danger, must not be taken away.
    """
    pressed = said.act.message if isinstance(said.act, Press) else 0
    until = max(pressed, *standing.theirs, *standing.ours) if pressed else said.message
    spared = pressed if stays else 0
    done = () if stays else ((Button(sayings.done, f"{WIPED}::done"),),)
    then = Reply((sayings.wiped(),), done)
    return Wipe(until, standing.theirs, standing.ours, spared, then, AFTER_A_REPLY if stays else AT_ONCE)


def wiped(standing: Standing, wipe: Wipe) -> Standing:
    """The standing after it: what stood behind the buttons of the chat can be opened no more."""
    ours = (wipe.spared,) if wipe.spared else ()
    # No screen is in view after it, so the next words may be a mere sign to go on.
    return replace(standing, theirs=(), ours=ours, typed={}, opened=(), read={}, misses=-1)
