"""`take_turn`: what a person said, decided into facts and replies. Pure: nothing is done here."""

from dataclasses import replace

from flows.cases.alarms import alarm
from flows.conversation import away, door, locked, notes, photos, refusing, voices, wiping, zones
from flows.conversation.beyond import beyond, told, wants
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Anywhere, House
from flows.conversation.kind import Refusal
from flows.conversation.kinds import Choice
from flows.conversation.lists import Listing
from flows.conversation.options import Opens, Option
from flows.conversation.presses import pressed
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import LONGEST, Press, Said, Unread, Unreadable, Words
from flows.conversation.screen import WIPED
from flows.conversation.standing import FIRST_TALK, Standing, folded
from flows.conversation.steps import End, Stop
from flows.conversation.walk import Placed, placed
from flows.facts import AnswerGiven, CaseOpened, MessageHeard, PersonMet, TalkOpened
from flows.texts import Text
from flows.words import encodable

MISSES = 3
NAME = "name"  # the question of each thing of a list that its words answer


def meet(person: str, channel: str, chat: int, said: Said, house: House) -> Turn:
    """The first turn of someone unknown: no answer yet, and nothing may be kept yet, but of who is in danger."""
    standing = stranger(person, said, house)
    given = tuple(AnswerGiven(FIRST_TALK, name, value) for name, value in standing.known.items())
    hearing = Hearing(replace(standing, held=(PersonMet(channel, chat), *given)), said, house)
    match said.act:
        case Press(talk=talk, message=message) if talk == WIPED:
            return Turn((), None, (Erase(message),))
        case Words(text) if house.wanted(text) is Anywhere.WIPE:
            return replace(hearing.wipes(), standing=None)
        case Words() as words if refusing.unwanted(hearing, words.text):
            return _dated(hearing, refusing.refused(hearing, words))
        case Words(text) if code := alarm(text):
            return _dated(hearing, hearing.alarms(code, encodable(text)))
        case Words(text):
            return _dated(hearing, hearing.come_to(*house.opened(text)))
        case Unread(Unreadable.VOICE | Unreadable.VIDEO):
            return _dated(hearing, _taken(hearing))
    return _dated(hearing, hearing.come_to())


def stranger(person: str, said: Said, house: House) -> Standing:
    """What can be told of someone unknown: their first message, and the language of their phone."""
    guessed = house.guessed(said.language_hint)
    given = (AnswerGiven(FIRST_TALK, house.language, guessed),) if guessed else ()
    return wiping.noticed(folded(Standing(person), given), said)


def take_turn(standing: Standing, said: Said, house: House) -> Turn:
    """One turn of someone known."""
    heard = wiping.noticed(notes.left(away.returned(standing, said, house), said.act), said)
    # Who writes has opened the bot again.
    hearing = Hearing(replace(heard, closed=False) if heard.closed else heard, said, house)
    if isinstance(said.act, Words) and refusing.unwanted(hearing, said.act.text):
        # Before the door, which would keep words for the staff.
        return _dated(hearing, door.again(hearing, refusing.refused(hearing, said.act)))
    return _dated(hearing, photos.taken_away(door.taken(hearing, _taken)))


def _dated(hearing: Hearing, turn: Turn) -> Turn:
    """The turn, of which it is remembered when it was."""
    if turn.standing is None:
        return turn
    return replace(turn, standing=replace(turn.standing, heard_at=hearing.said.received_at))


def _taken(hearing: Hearing) -> Turn:
    match hearing.said.act:
        case Press() as press:
            if hearing.standing.locked and not locked.is_open(hearing, press):
                return locked.shown(hearing)
            if hearing.standing.away and not away.is_open(hearing, press):
                return away.put_off(hearing, press)
            return pressed(hearing, press)
        case Words(text, edits=None):
            return _heard(hearing, encodable(text))
        case Words(text, edits=message):
            return _corrected(hearing, encodable(text), message or 0)
        case Unread(Unreadable.PHOTO, file):
            return photos.sent(hearing, file)
        case Unread(Unreadable.VOICE, file):
            return voices.sent(hearing, file)
        case Unread(what):
            return _unread(hearing, what)


def shown_again(standing: Standing, said: Said, house: House) -> Turn:
    """Where a turn that was taken already left the person, for an answer that may never have arrived."""
    hearing = Hearing(standing, said, house)
    return hearing.silence() if standing.claimed else door.again(hearing, hearing.come_to())


def _heard(hearing: Hearing, text: str) -> Turn:
    wanted = hearing.house.wanted(text)
    if wanted is Anywhere.WIPE:
        return hearing.wipes()
    if text.startswith("/"):
        # A command is never an answer; an unknown one brings the open question again.
        if (claim := hearing.house.opened(text)) and not hearing.standing.locked:
            return away.welcomed(hearing, *claim) or hearing.come_to(*claim)
        known = _wanted(hearing, wanted) if wanted else away.welcomed(hearing)
        return known or hearing.come_to(first=(hearing.astray(),))
    if wanted is not None and not hearing.labelled(text):
        return _wanted(hearing, wanted)
    if hearing.standing.claimed:
        return Turn((MessageHeard(hearing.standing.case, text),), hearing.standing, ())
    if code := alarm(text):
        return hearing.alarms(code, text)
    if hearing.standing.locked:
        return locked.heard(hearing, text)
    if hearing.standing.talk == hearing.house.case:
        return _to_staff(hearing, text)
    if hearing.standing.away and (wanted := wants(hearing, text)):
        return _asked_for(hearing, wanted, text)
    at = hearing.at()
    if not hearing.standing.away and (zoned := zones.zoned(hearing, text)):
        if zoned.name and isinstance(at, Placed):
            return zones.named(hearing, zoned, _answered(hearing, at, zoned.name))
        return zones.taken(hearing, zoned)
    if (turn := away.heard(hearing, text)) is not None:
        return turn
    if isinstance(at, Placed):
        return _answered(hearing, at, text)
    return _at_rest(hearing, at.end if isinstance(at, Stop) else at, text)


def _wanted(hearing: Hearing, wanted: Anywhere) -> Turn:
    house, standing = hearing.house, hearing.standing
    if standing.locked and wanted not in locked.ALLOWED:
        return locked.shown(hearing)
    if standing.stranger and wanted not in away.OF_ANYONE:
        return hearing.come_to(*hearing.asks_who())
    if wanted is Anywhere.LANGUAGE:
        at = hearing.at()
        asked = isinstance(at, Placed) and at.name == house.language
        return hearing.come_to() if asked else hearing.come_to(TalkOpened(house.language))
    if wanted is Anywhere.READING:
        return hearing.come_to(TalkOpened(house.reading))
    if wanted is Anywhere.PERSON:
        return hearing.calls("E22", "P2")
    if wanted is Anywhere.START and (turn := away.welcomed(hearing)):
        return turn
    if wanted is Anywhere.START and standing.talk == house.home and hearing.unfinished():
        return hearing.rests()
    if wanted is Anywhere.START or not house.may_keep(standing):
        return hearing.come_to()
    if wanted is Anywhere.WISH:
        return hearing.does(Opens(house.wish), standing.talk)
    if wanted is Anywhere.QUIET:
        return hearing.come_to(TalkOpened(house.notes), AnswerGiven(house.notes, house.notes, "stop"))
    talks = {
        Anywhere.SAFETY: house.safety,
        Anywhere.PROOF: house.proof,
        Anywhere.MENU: house.home,
        Anywhere.STATUS: house.status,
        Anywhere.ERASURE: house.erasure,
        Anywhere.VIEW: house.view,
    }
    return hearing.come_to(TalkOpened(talks[wanted]))


def _to_staff(hearing: Hearing, text: str) -> Turn:
    """Words while a case waits go to it; after it was handed back they are kept, and the bot speaks again."""
    case = hearing.standing.case
    flow = hearing.flow
    if not case:
        return hearing.rests(MessageHeard("", text), first=(hearing.house.sayings.back,))
    heard = MessageHeard(case, text)
    if isinstance(at := hearing.at(), Placed):
        value = at.ask.kind.read(hearing.writing(text))
        answered = (AnswerGiven(flow.name, at.name, value),) if isinstance(value, str) else ()
        return hearing.come_to(heard, *answered, first=(hearing.sent,))
    option = Choice((flow.end.page,)).named(text, hearing.house.lexicon)
    if option is not None and option.does is not None:
        return hearing.does(option.does, flow.name)
    return hearing.come_to(heard, first=(hearing.sent,))


def _answered(hearing: Hearing, at: Placed, text: str) -> Turn:
    name = hearing.flow.name
    present = hearing.present(at, name)
    writing = hearing.writing(text, at.item, present)
    read = at.ask.kind.read(writing)
    if more := beyond(hearing, at, writing, read):
        return told(hearing, more, text)
    match read:
        case Refusal(why):
            return _missed(hearing, text, why)
        case Option(does=effect) if effect is not None:
            return hearing.with_misses(0).does(effect, name, at)
        case Option(key=value) | value:
            heard, given = hearing.with_misses(0), AnswerGiven(name, at.name, value)
            new = Listing.added(value, present) if isinstance(at.ask.kind, Listing) else ""
            if new:
                called = AnswerGiven(name, f"{at.name}.{new}.{NAME}", " ".join(text.split()))
                return _given(heard, called, at, (), given)
            return _given(heard, given, at, at.ask.closing(value), *hearing.besides(name, at, value))


def _given(
    hearing: Hearing, given: AnswerGiven, at: Placed, first: tuple[Text, ...], *before: AnswerGiven
) -> Turn:
    """A typed answer: known by its message, so that it can be edited, and taken out of the chat if it must."""
    turn = hearing.come_to(*before, given, first=first, about=at)
    return hearing.typed(turn, f"{given.talk}:{given.question}", erases=at.ask.hides(given.value))


def _missed(hearing: Hearing, text: str, why: Text) -> Turn:
    if wanted := wants(hearing, text):
        return _wanted(hearing, wanted)
    kept = hearing.for_staff(text)
    hearing = hearing.with_misses(hearing.standing.misses + 1)
    if len(text) > LONGEST and kept:
        return hearing.come_to(*kept, first=(hearing.house.sayings.long,))
    if hearing.standing.misses >= MISSES:
        return hearing.lost(*kept)
    return hearing.come_to(*kept, first=(why,) if hearing.standing.misses else ())


def _at_rest(hearing: Hearing, end: End, text: str) -> Turn:
    """Nothing is asked: an option of the end, or words that are kept for the staff before the menu is shown."""
    choice = Choice((end.page,), refused=hearing.house.sayings.pick)
    match choice.read(hearing.writing(text)):
        case Option(does=effect) if effect is not None:
            return hearing.does(effect, hearing.flow.name)
    if back := away.going_on(hearing, text):
        turn = _heard(away.at_question(hearing, *back), text)
        return replace(turn, bodies=(*back, *turn.bodies))
    if wanted := wants(hearing, text):
        return _asked_for(hearing, wanted, text)
    sayings = hearing.house.sayings
    first: tuple[Text, ...] = ()
    if hearing.standing.case:
        first = (hearing.sent,)
    elif len(text) > LONGEST:
        first = (sayings.long,)
    elif hearing.standing.talk == hearing.house.home and not hearing.unfinished():
        first = (sayings.pick,)
    return hearing.rests(*hearing.for_staff(text), first=first)


def _asked_for(hearing: Hearing, wanted: Anywhere, text: str) -> Turn:
    """What free words ask for, and the words themselves, for the staff."""
    turn = _wanted(hearing, wanted)
    opened = next((body.case for body in turn.bodies if isinstance(body, CaseOpened)), "")
    heard = (MessageHeard(opened, text),) if opened else hearing.for_staff(text)
    return replace(turn, bodies=(*turn.bodies, *heard))


def _corrected(hearing: Hearing, text: str, message: int) -> Turn:
    """An edited message is a new answer to the question that it answered; other edits change nothing."""
    if hearing.standing.claimed or (hearing.standing.case and hearing.standing.talk == hearing.house.case):
        return Turn((MessageHeard(hearing.standing.case, text),), hearing.standing, ())
    if hearing.standing.locked or hearing.standing.away:
        return hearing.silence()
    if (zoned := zones.zoned(hearing, text)) and not zoned.name:
        return zones.taken(hearing, zoned)
    name, _, question = hearing.standing.typed.get(message, "").partition(":")
    flow = hearing.talk(name)
    answers = hearing.standing.answers.get(name, {})
    at = placed(flow, answers, question) if flow else None
    if at is None:
        return hearing.silence()
    writing = hearing.writing(text, at.item)
    read = at.ask.kind.read(writing)
    if more := beyond(hearing, at, writing, read):
        return told(hearing, more, text)
    match read:
        case Refusal(why):
            return hearing.come_to(first=(why,))
        case Option():
            return hearing.come_to()
        case value if at.ask.final or value == answers.get(at.name):
            return hearing.silence()
        case value:
            return _given(hearing, AnswerGiven(name, at.name, value), at, at.ask.changing())


def _unread(hearing: Hearing, what: Unreadable) -> Turn:
    sayings, asked = hearing.house.sayings, away.first(hearing)
    why = {
        Unreadable.VIDEO: sayings.video,
        Unreadable.FILE: sayings.file,
    }.get(what) or (sayings.pick if asked else hearing.astray())
    if hearing.standing.claimed:
        turn = Turn((), hearing.standing, (Reply((hearing.spoken(why),)),))
    else:
        turn = hearing.come_to(*asked, first=(why,))
    if what in (Unreadable.VIDEO, Unreadable.CONTACT, Unreadable.PLACE):
        # Never asked for, and dangerous in a seized phone: a video shows a face (domain.md §1.3, X).
        return replace(turn, replies=(*turn.replies, Erase(hearing.said.message)))
    return turn
