"""Which messages a wipe reaches for: those whose ids are known, and ids near them that may be of this chat too.

The channel numbers the messages of all chats of a bot together and never tells the id of what was said in a
webhook's response. So some ids below the newest that is known are tried, and some above each message that was
answered; ids of other chats are not in this one, and the channel passes over them.
"""

from datetime import datetime

from bot.citizen.speak import Call
from flows.conversation.reply import Wipe

BELOW, ABOVE = 500, 5


def wiping(wipe: Wipe, chat: int, then: Call, asked: datetime) -> Call:
    """The wipe as a call of our own, which the courier makes out of many (`bot.courier.wiping`)."""
    params = {"chat_id": chat, "messages": reached(wipe), "ours": list(wipe.ours)}
    return Call("wipe", {**params, "then": then.params, "asked": asked.timestamp()})


def reached(wipe: Wipe) -> list[int]:
    """The ids, the newest first; none that is newer than what was there, and not the one that stays."""
    near = {message + after for message in wipe.theirs for after in range(ABOVE + 1)}
    ids = near | set(wipe.ours) | set(range(wipe.until - BELOW, wipe.until + 1))
    return sorted((each for each in ids if 0 < each <= wipe.until and each != wipe.spared), reverse=True)
