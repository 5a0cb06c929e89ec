"""Many messages at once, of a phone that had no link: each is heard, and all have one answer (domain.md §5.2)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flows.conversation.hearing import Turn
from flows.conversation.house import House
from flows.conversation.reply import Hide, Reply, Wipe
from flows.conversation.said import Said, Unread, Unreadable, Words
from flows.conversation.standing import Standing, Way
from flows.facts import CaseOpened, NoteRead, ReferenceGiven

# So many typed messages, each so soon after the one before, are more than anybody writes to the screens they see.
MANY = 3
CLOSE = timedelta(seconds=2)
# What is said with these is said at once, whatever else comes.
URGENT = (CaseOpened, NoteRead, ReferenceGiven)


@dataclass(frozen=True, slots=True)
class Burst:
    """What one person did so close together: how much, how much in words, and when the last of it came.

    waiting: how many such messages are known to follow.
    """

    acts: int
    typed: int
    last: datetime
    waiting: int = 0

    @property
    def many(self) -> bool:
        """Whether it is more than two quick messages."""
        return self.typed + self.waiting >= MANY


def after(burst: Burst | None, said: Said, waiting: int = 0) -> Burst:
    """The burst with one more act; one that comes later begins a new one."""
    typed = int(is_message(said))
    if burst is None or not timedelta() <= said.received_at - burst.last <= CLOSE:
        return Burst(1, typed, said.received_at, waiting)
    return Burst(burst.acts + 1, burst.typed + typed, said.received_at, waiting)


def is_message(said: Said) -> bool:
    """Whether it is words, typed or spoken."""
    return isinstance(said.act, Words) or (isinstance(said.act, Unread) and said.act.what is Unreadable.VOICE)


def shared(turn: Turn, burst: Burst, house: House) -> tuple[Turn, Reply | None]:
    """The turn with what is said at once, and what is said instead of its reply once nothing more comes."""
    reply = next((each for each in turn.replies if isinstance(each, Reply)), None)
    if reply is None or not burst.many or turn.standing is None or _is_urgent(turn):
        return turn, None
    weak = (house.sayings.weak(n=burst.acts),) if _keeps(turn.standing, house) else ()
    others = tuple(each for each in turn.replies if each is not reply)
    return replace(turn, replies=others), replace(reply, paragraphs=(*weak, *reply.paragraphs), edits=None)


def _keeps(standing: Standing, house: House) -> bool:
    """Whether what they say is kept: before a PIN, or if they do not agree, not all of it is."""
    return (
        house.may_keep(standing) and standing.door.way is Way.OPEN and not (standing.lapsed or standing.stranger)
    )


def _is_urgent(turn: Turn) -> bool:
    """Whether it can not wait; under duress the answer comes as that of an empty account does."""
    blank = turn.standing is not None and turn.standing.door.way is Way.BLANK
    return not blank and (
        any(isinstance(body, URGENT) for body in turn.bodies)
        # What hides or wipes speaks of the message that is in view now.
        or any(isinstance(each, Hide | Wipe) for each in turn.replies)
    )
