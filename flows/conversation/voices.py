"""A voice note: kept for the staff with the question that was open, wherever words would be (domain.md §5.2)."""

from flows.cases.triage import ASKS_FOR_A_PERSON
from flows.conversation import away
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.reply import Reply
from flows.conversation.walk import Placed
from flows.facts import QuestionsReopened, VoiceSent


def sent(hearing: Hearing, file: str) -> Turn:
    """It goes to the open case, or opens one; the question stays open, to be answered by a button or skipped."""
    standing, sayings = hearing.standing, hearing.house.sayings
    if not file or not hearing.is_for_staff():
        return hearing.come_to(*away.first(hearing), first=(sayings.voice_first,))
    said = (sayings.voice_kept, sayings.voice)
    if standing.claimed:
        kept = voice(hearing, file, standing.case)
        return Turn((kept,), standing, (Reply(tuple(hearing.spoken(text) for text in said)),))
    if standing.case:
        return hearing.come_to(voice(hearing, file, standing.case), *away.first(hearing), first=said)
    opened = hearing.case(ASKS_FOR_A_PERSON.code, ASKS_FOR_A_PERSON.priority)
    # Both of them, since a talk that returns must find there what it interrupted, and not the case.
    back = tuple(QuestionsReopened(talk, ()) for talk in standing.talks[-2:])
    kept = voice(hearing, file, opened.case)
    return hearing.come_to(opened, kept, *back, *away.first(hearing), first=said)


def voice(hearing: Hearing, file: str, case: str) -> VoiceSent:
    """The note for this case, known by its message."""
    at = hearing.at()
    talk, question = (hearing.flow.name, at.name) if isinstance(at, Placed) else ("", "")
    return VoiceSent(str(hearing.said.message), case, talk, question, file)
