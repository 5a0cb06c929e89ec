"""Words that hold what we must never have: out of the chat, into no fact, whatever else they say."""

from dataclasses import replace

from flows.cases.alarms import alarm
from flows.cases.triage import CODES
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.kind import Refusal
from flows.conversation.kinds import Typed
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Words
from flows.conversation.walk import Placed
from flows.unwanted import is_unwanted


def unwanted(hearing: Hearing, text: str) -> bool:
    """Whether these words must not be kept; what a question for a number takes as one is an answer."""
    return is_unwanted(text) and not _asked_for(hearing, text)


def refused(hearing: Hearing, words: Words) -> Turn:
    """The message is taken away and it is said why; danger that it tells of opens its case without its words."""
    why = hearing.house.sayings.unwanted
    code = alarm(words.text)
    if hearing.standing.claimed:
        turn = Turn((), hearing.standing, (Reply((hearing.spoken(why),)),))
    elif code and hearing.is_new(code):
        # What keeps them safe is all that they must read now.
        turn = hearing.come_to(hearing.case(code, CODES[code].priority))
    else:
        turn = hearing.come_to(first=(why,))
    message = hearing.said.message if words.edits is None else words.edits
    return replace(turn, replies=(*turn.replies, Erase(message)))


def _asked_for(hearing: Hearing, text: str) -> bool:
    at = hearing.at()
    if hearing.standing.claimed or hearing.standing.locked or not isinstance(at, Placed):
        return False
    kind = at.ask.kind
    asks_number = isinstance(kind, Typed) and kind.asks_number
    return asks_number and not isinstance(kind.read(hearing.writing(text, at.item)), Refusal)
