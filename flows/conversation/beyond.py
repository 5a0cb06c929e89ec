"""Words that tell more than the open question asks, or ask for something of their own (domain.md §5.3)."""

from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Anywhere, Told
from flows.conversation.kind import Read, Refusal, Writing
from flows.conversation.options import Option
from flows.conversation.said import LONGEST
from flows.conversation.standing import FIRST_TALK
from flows.conversation.walk import Placed
from flows.facts import AnswerGiven, MessageHeard

MESSAGE = "message"  # the question of first contact that a message of many facts answers


def beyond(hearing: Hearing, at: Placed, writing: Writing, read: Read) -> Told | None:
    """What the words tell beyond the open question, where they are none of its options."""
    words = isinstance(read, Refusal) or (not isinstance(read, Option) and read not in at.ask.kind.stays)
    if not words or len(writing.text) > LONGEST or not hearing.house.may_keep(hearing.standing):
        return None
    return hearing.house.told(hearing.standing, at, writing, isinstance(read, Refusal))


def told(hearing: Hearing, all_told: Told, text: str) -> Turn:
    """The words whole, and what of them was read; whatever no question takes is in the words."""
    kinds = hearing.house.kinds
    given = [AnswerGiven(*each) for each in all_told.answers if kinds[each[1].rpartition(".")[2]].takes(each[2])]
    case = hearing.standing.case
    opened = (hearing.case("E22", "P2"),) if all_told.calls and not case else ()
    heard = MessageHeard(opened[0].case if opened else case, text)
    turn = hearing.with_misses(0).come_to(heard, *given, *opened)
    return hearing.typed(turn, all_told.typed, erases=all_told.secret)


def wants(hearing: Hearing, text: str) -> Anywhere | None:
    """What words that answer nothing ask for, where it is not open already."""
    house, standing = hearing.house, hearing.standing
    if len(text) > LONGEST or not house.may_keep(standing):
        return None
    wanted = house.wants(text, hearing.said.received_at.date())
    if standing.away and wanted is not Anywhere.PERSON and (standing.stranger or wanted is Anywhere.WISH):
        return None
    # First contact asks for the wish itself; and what is open already is asked again as it is.
    talks = (house.wish, FIRST_TALK) if wanted is Anywhere.WISH else (house.erasure,)
    return None if standing.talk in talks and isinstance(hearing.at(), Placed) else wanted
