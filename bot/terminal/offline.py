"""A phone that loses its link: what the person does then comes all at once when it is back."""

from bot.terminal.play import Play, Unplayable
from flows.conversation.bursts import Burst, after, shared
from flows.conversation.hearing import Turn
from flows.conversation.reply import Erase, Hide, Reply, Wipe
from flows.conversation.said import Words
from flows.facts import Body


def lost(play: Play) -> Turn:
    """From now on what they do waits in their phone."""
    if play.offline is not None:
        raise Unplayable("the phone is offline already")
    play.offline = []
    return Turn((), play.standing, ())


def back(play: Play) -> Turn:
    """All that waited comes, one after the other, and is answered as a node answers it."""
    if play.offline is None:
        raise Unplayable("the phone is not offline")
    waiting, play.offline = play.offline, None
    burst: Burst | None = None
    late: Reply | None = None
    bodies: list[Body] = []
    replies: list[Reply | Erase | Hide | Wipe] = []
    for at, said in enumerate(waiting):
        burst = after(burst, said, sum(isinstance(each.act, Words) for each in waiting[at + 1 :]))
        turn, held = shared(play.hears(said), burst, play.house)
        late = held or (None if any(isinstance(each, Reply) for each in turn.replies) else late)
        bodies += turn.bodies
        replies += turn.replies
    together = Turn(tuple(bodies), play.standing, (*replies, *((late,) if late else ())))
    play.shows(together)
    return together
