"""What anyone may do with the phone of who has a PIN, and where a press or a word would only lead."""

from flows.cases.alarms import alarm
from flows.conversation.hearing import Hearing
from flows.conversation.house import Anywhere
from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Effect, Opens, Option, Rests, Wipes
from flows.conversation.said import LONGEST, Press, Unread, Unreadable, Words
from flows.conversation.screen import BACK, END, NOTE, WIPED
from flows.conversation.walk import Placed, placed
from flows.words import fold

# Asked for by anyone: it shows nothing, and who is in danger must not be kept out.
FREE = (Anywhere.PERSON, Anywhere.LANGUAGE, Anywhere.QUIET)


def puts_off(hearing: Hearing) -> bool:
    """Whether it is the Later of a note that waits, or hides one: that says as little as the note did."""
    match hearing.said.act:
        case Press(talk, note, option):
            return talk == NOTE and option != "read" and _is_there(hearing, note)
    return False


def wipes(hearing: Hearing) -> bool:
    """Whether it wipes the chat, or takes away the words that it was: who holds the phone must be able to."""
    match hearing.said.act:
        case Press(talk=talk) as pressed:
            return talk == WIPED or isinstance(_effect(hearing, pressed), Wipes)
        case Words(text, edits=None):
            return hearing.house.wanted(text) is Anywhere.WIPE
    return False


def _is_there(hearing: Hearing, note: str) -> bool:
    return note in hearing.standing.notes or note in hearing.standing.read


def passes(hearing: Hearing) -> bool:
    """Whether anyone may do it: it calls for a person, is for the staff, or only hushes us."""
    house = hearing.house
    match hearing.said.act:
        case Press() as pressed:
            return pressed.talk in (house.case, house.language) or isinstance(_effect(hearing, pressed), Calls)
        case Words(text, edits=None):
            wanted = house.wanted(text)
            if wanted or text.startswith("/"):
                return wanted in FREE
            return read_by_staff(hearing) or _picks_language(hearing, text) or bool(alarm(text))
        case Words():
            return read_by_staff(hearing)
        case Unread(what):
            return what is Unreadable.VOICE and read_by_staff(hearing)


def _picks_language(hearing: Hearing, text: str) -> bool:
    """Whether these words choose the language that is asked for, and nothing more."""
    at, standing = hearing.at(), hearing.standing
    if standing.talk != hearing.house.language or standing.locked or not isinstance(at, Placed):
        return False
    return at.ask.kind.read(hearing.writing(text)) in at.ask.kind.stays


def read_by_staff(hearing: Hearing) -> bool:
    """Whether what is typed goes to the staff; of who asked to be erased, any words could be the undo."""
    standing = hearing.standing
    return standing.claimed or (standing.talk == hearing.house.case and not standing.locked)


def wants(hearing: Hearing) -> str:
    """Where the act would have led, if it only leads somewhere: an answer must come from who knows the PIN."""
    match hearing.said.act:
        case Words(text, edits=None) if hearing.house.wanted(text):
            return "/" + fold(text.split(maxsplit=1)[0].partition("@")[0]) if text.startswith("/") else fold(text)
        case Press(talk=talk) if talk == BACK:
            return f"{BACK}::"
        case Press(talk, question, option) as pressed:
            reads = talk == NOTE and option == "read" and _is_there(hearing, question)
            leads = reads or isinstance(_effect(hearing, pressed), Opens | Rests)
            return f"{talk}:{question}:{option}" if leads else ""
    return ""


def _effect(hearing: Hearing, pressed: Press) -> Effect | None:
    """What this button does instead of answering, wherever it stands in its talk."""
    flow = hearing.talk(pressed.talk)
    if flow is None:
        return None
    if pressed.question == END:
        options: tuple[Option, ...] = tuple(option for end in flow.ends() for option in end.options)
    else:
        at = placed(flow, hearing.standing.answers.get(flow.name, {}), pressed.question)
        options = tuple(option for page in at.ask.kind.pages for option in page.options) if at else ()
    return next((option.does for option in options if option.key == pressed.option), None)


def asks_for_a_person(hearing: Hearing, text: str) -> bool:
    """Whether these words are the button of who forgot the PIN, or free words for a person of the staff."""
    flow, house = hearing.talk(hearing.house.asks), hearing.house
    if flow is not None and Choice((flow.end.page,)).named(text, house.lexicon) is not None:
        return True
    return len(text) <= LONGEST and house.wants(text, hearing.said.received_at.date()) is Anywhere.PERSON
