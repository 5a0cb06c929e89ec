"""A person who asked to be erased: all that is left to do is to undo it, or to talk with the staff."""

from flows.conversation import anyone
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Anywhere
from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.said import Press
from flows.conversation.screen import NOTE
from flows.conversation.standing import ERASURE_TALK
from flows.facts import MessageHeard

ALLOWED = (Anywhere.LANGUAGE, Anywhere.PERSON)


def is_open(hearing: Hearing, press: Press) -> bool:
    """Whether this button still does something: of the lock, notes of the staff, a wipe, language and case."""
    house = hearing.house
    return press.talk in (ERASURE_TALK, NOTE, house.language, house.case) or anyone.wipes(hearing)


def shown(hearing: Hearing) -> Turn:
    """The lock, with its way back."""
    return hearing.come_to(*hearing.resumes(ERASURE_TALK))


def heard(hearing: Hearing, text: str) -> Turn:
    """The undo, typed; other words go to the staff who know of the lock, and are erased with the rest."""
    flow = hearing.talk(ERASURE_TALK)
    ends = [option for end in flow.ends() for option in end.options] if flow else []
    match Choice((Page(tuple(ends)),)).named(text, hearing.house.lexicon):
        case Option(does=effect) if effect is not None:
            return hearing.does(effect, ERASURE_TALK)
    case = hearing.standing.case
    first = (hearing.house.sayings.sent,) if case else ()
    return hearing.come_to(*hearing.resumes(ERASURE_TALK), MessageHeard(case, text), first=first)
