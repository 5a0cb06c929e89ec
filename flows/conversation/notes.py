"""A note behind a neutral push: only a tap shows it, and it does not stay on the screen (domain.md §5.5, 1)."""

from dataclasses import replace
from datetime import timedelta

from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Sayings
from flows.conversation.reply import Button, Hide, Reply
from flows.conversation.said import Act, Press
from flows.conversation.screen import NOTE
from flows.conversation.standing import Standing
from flows.facts import NoteRead, QuestionsReopened, TalkOpened

SHOWN_FOR = timedelta(seconds=60)
REMEMBERED = 8


def announced(note: str, sayings: Sayings, edits: int | None = None) -> Reply:
    """The neutral words that announce a note; one that was hidden again looks as if nobody ever read it.

    They are protected from the start: what a message turns into later is only as protected as it was sent.
    """
    buttons = (Button(sayings.read, f"{NOTE}:{note}:read"), Button(sayings.later, f"{NOTE}:{note}:later"))
    return Reply((sayings.push(),), (buttons,), edits, protect=True)


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
