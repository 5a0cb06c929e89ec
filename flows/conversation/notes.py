"""A note behind a neutral push: only a tap shows it, and it does not stay on the screen (domain.md §5.5, 1)."""

from dataclasses import replace
from datetime import datetime, timedelta

from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Sayings
from flows.conversation.reply import Button, Hide, Reply
from flows.conversation.said import Act, Press
from flows.conversation.screen import NOTE
from flows.conversation.standing import Stage, Standing
from flows.facts import NoteRead, QuestionsReopened, TalkOpened
from flows.texts import Text

SOON = timedelta(hours=24)
ON_THE_ROAD = (Stage.TOLD, Stage.MOVED, Stage.CANCELLED)
SHOWN_FOR = timedelta(seconds=60)
REMEMBERED = 8


def announced(note: str, sayings: Sayings, edits: int | None = None, words: Text | None = None) -> Reply:
    """The neutral words that announce a note; one that was hidden again looks as if nobody ever read it.

    They are protected from the start: what a message turns into later is only as protected as it was sent.
    words: instead of the usual ones, as those that ask to read it soon.
    """
    read = Button(sayings.read, f"{NOTE}:{note}:read")
    later = () if words is sayings.urgent else (Button(sayings.later, f"{NOTE}:{note}:later"),)
    return Reply(((words or sayings.push)(),), ((read, *later),), edits, protect=True)


def news(before: Standing, standing: Standing) -> list[str]:
    """The notes that wait and did not before, or of whose trip there is more to know since."""
    return [note for note in standing.notes if _of_note(note, standing) != _of_note(note, before)]


def _of_note(note: str, standing: Standing) -> tuple[object, ...]:
    offer = standing.offers.get(note)
    return standing.notes.get(note), *((offer.stage, offer.gathers) if offer else ())


def wording(note: str, standing: Standing, sayings: Sayings, now: datetime) -> Text:
    """The words that announce a note; some ask to read it soon: who gets it may be on the road tomorrow."""
    offer = standing.offers.get(note)
    urgent = offer is not None and offer.stage in ON_THE_ROAD and offer.starts - now < SOON
    return sayings.urgent if urgent else sayings.push


def left(standing: Standing, act: Act) -> Standing:
    """The standing once this is done: a message that is pressed shows something else from then on."""
    if isinstance(act, Press) and act.message in standing.opened:
        return replace(standing, opened=tuple(each for each in standing.opened if each != act.message))
    return standing


def pressed(hearing: Hearing, press: Press) -> Turn | None:
    """Read, Later or Hide; None if the note is there no more."""
    name, sayings = press.question, hearing.house.sayings
    unread = hearing.standing.notes.get(name)
    note = unread or hearing.standing.read.get(name)
    if note is None:
        return None
    if press.option == "hide":
        return hearing.says(announced(name, sayings, hearing.edits))
    if press.option != "read":
        again = Button(sayings.read, f"{NOTE}:{name}:read")
        return hearing.says(Reply((hearing.spoken(sayings.put_off),), ((again,),), hearing.edits))
    read = (NoteRead(name),) if unread else ()
    if note.talk:
        opened = TalkOpened(note.talk) if note.anew and unread else QuestionsReopened(note.talk, ())
        return _hiding(hearing, hearing.come_to(*read, opened), press)
    shown = Reply((hearing.spoken(sayings.note),), (), hearing.edits, verbatim=note.words, protect=True)
    return _hiding(hearing, hearing.says(shown, *read), press)


def _hiding(hearing: Hearing, turn: Turn, press: Press) -> Turn:
    """The turn, of whose screen nothing is left after a minute."""
    sayings = hearing.house.sayings
    row = (Button(sayings.hide, f"{NOTE}:{press.question}:hide"),)
    shown = (replace(each, keyboard=(*each.keyboard, row)) for each in turn.replies if isinstance(each, Reply))
    away = Hide(press.message, announced(press.question, sayings, press.message), SHOWN_FOR)
    standing = turn.standing or hearing.standing
    opened = (*standing.opened, press.message)[-REMEMBERED:]
    return replace(turn, standing=replace(standing, opened=opened), replies=(*shown, away))
