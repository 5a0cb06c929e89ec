"""Who has a PIN is asked for it after a while, before anything of them is shown (domain.md §5.5, 5 and 6)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from flows.cases.alarms import alarm
from flows.cases.triage import ASKS_FOR_A_PERSON, DURESS
from flows.conversation import anyone, voices
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Anywhere
from flows.conversation.pin import fits, four_digits, mistyped, under_duress
from flows.conversation.presses import old
from flows.conversation.reply import Erase, Hide, Reply
from flows.conversation.said import Press, Unread, Unreadable, Words, press
from flows.conversation.screen import ending
from flows.conversation.standing import OPEN_DOOR, Door, Standing, Way
from flows.conversation.trouble import case_of
from flows.facts import CaseOpened, MessageHeard
from flows.texts import Text
from flows.words import encodable

IDLE = timedelta(minutes=10)
TRIES, CLOSED = 5, timedelta(hours=1)
TYPED = Door(typed=True)
SEEN = (Unreadable.PHOTO, Unreadable.VIDEO, Unreadable.CONTACT, Unreadable.PLACE)
Take = Callable[[Hearing], Turn]


def is_shut(standing: Standing, now: datetime) -> bool:
    """Whether nothing of this person may be shown: before they type their PIN, or as others have the phone."""
    if standing.lost:
        return True
    if not standing.pin:
        return False
    # A clock that was set back must not keep the door open.
    away = standing.heard_at is None or abs(now - standing.heard_at) > IDLE
    return away or standing.door.way is not Way.OPEN


def taken(hearing: Hearing, take: Take) -> Turn:
    """One act; `take` is how it goes on where nothing stands before it."""
    standing, act = hearing.standing, hearing.said.act
    if not is_shut(standing, hearing.said.received_at):
        return _open(hearing, take) if standing.pin else _typed(take(hearing), standing)
    if standing.door.way is Way.OPEN:
        hearing = hearing.before(replace(standing.door, way=Way.DUE))
    if standing.lost:
        # Not even the PIN opens it: whoever took the phone may have forced it out of them.
        return take(hearing) if anyone.wipes(hearing) else _before_a_blank(hearing, take)
    typed = act.text if isinstance(act, Words) and not _for_staff(hearing) else ""
    if digits := four_digits(typed):
        return _tried(hearing, digits, take)
    if standing.door.way is Way.BLANK:
        return _before_a_blank(hearing, take)
    if anyone.puts_off(hearing) or anyone.wipes(hearing):
        return take(hearing)
    if not mistyped(typed) and anyone.passes(hearing):
        return again(hearing, take(hearing))
    return _asked(hearing)


def again(hearing: Hearing, turn: Turn) -> Turn:
    """The turn, which shows nothing of the person where the PIN is due."""
    standing, house = turn.standing, hearing.house
    if standing is None or not is_shut(standing, hearing.said.received_at):
        return turn
    neutral = standing.talk in (house.case, house.language, house.notes)
    if standing.door.way is not Way.BLANK and (neutral or not _says(turn)):
        return turn
    return _instead(hearing, turn, standing.door)


def _open(hearing: Hearing, take: Take) -> Turn:
    """The act of who typed their PIN; to change it they type it once more."""
    standing, act = hearing.standing, hearing.said.act
    if standing.door.typed and isinstance(act, Words) and fits(standing.pin, four_digits(act.text)):
        # Sent twice, as over a weak link: it must not become an answer.
        return _taken_away(hearing, hearing.come_to())
    hearing, chooses = hearing.before(OPEN_DOOR), _chooses(hearing, standing)
    if isinstance(act, Press) and act.talk == hearing.house.pin and not chooses:
        return old(hearing)
    turn = take(hearing)
    if chooses or turn.standing is None or not _chooses(hearing, turn.standing):
        return _typed(turn, standing)
    return _instead(hearing, turn, replace(OPEN_DOOR, way=Way.ASKED))


def _typed(turn: Turn, before: Standing) -> Turn:
    """The turn, of which it is remembered if a PIN was chosen in it."""
    if turn.standing is None or turn.standing.pin in ("", before.pin):
        return turn
    return replace(turn, standing=replace(turn.standing, door=TYPED))


def _chooses(hearing: Hearing, standing: Standing) -> bool:
    """Whether they are asked to choose a PIN."""
    pin = hearing.house.pin
    return standing.talk == pin and pin not in standing.answers.get(pin, {})


def _for_staff(hearing: Hearing) -> bool:
    """Whether words go to the staff, although the PIN is due: nobody asked for it yet."""
    standing = hearing.standing
    return standing.door.way is Way.DUE and bool(standing.case) and anyone.read_by_staff(hearing)


def _tried(hearing: Hearing, digits: str, take: Take) -> Turn:
    standing, door = hearing.standing, hearing.standing.door
    if not _is_closed(door, hearing.said.received_at):
        # Both are looked at in any case, so that neither takes longer than the other.
        right = fits(standing.pin, digits)
        forced = hearing.house.duress and fits(standing.pin, under_duress(digits))
        turn = _opened(hearing, take) if right else _forced(hearing) if forced else _missed(hearing)
    else:
        turn = _instead(hearing, hearing.silence(), door)
    return _taken_away(hearing, turn)


def _taken_away(hearing: Hearing, turn: Turn) -> Turn:
    return replace(turn, replies=(*turn.replies, Erase(hearing.said.message)))


def _opened(hearing: Hearing, take: Take) -> Turn:
    """To what they came for."""
    wants = hearing.standing.door.wants
    hearing = hearing.before(TYPED)
    if not wants:
        return hearing.come_to()
    act = press(wants, hearing.said.message) if ":" in wants else Words(wants)
    turn = take(replace(hearing, said=replace(hearing.said, act=act)))
    # The button stands further up in the chat, and by what id the screen comes is not known: nothing hides it.
    replies = (each for each in turn.replies if not isinstance(each, Hide))
    anew = tuple(replace(each, edits=None) if isinstance(each, Reply) else each for each in replies)
    standing = turn.standing and replace(turn.standing, opened=hearing.standing.opened)
    return replace(turn, standing=standing, replies=anew)


def _forced(hearing: Hearing) -> Turn:
    """An empty account, and a case of which nothing is said."""
    door = hearing.standing.door
    if door.way is Way.BLANK:
        return _instead(hearing, hearing.silence(), door)
    case = case_of(hearing.standing.person, hearing.said.cause)
    opened = CaseOpened(case, DURESS.code, DURESS.priority, hearing.said.reached)
    turn = Turn((opened,), hearing.standing, ())
    return _instead(hearing, turn, replace(door, way=Way.BLANK, wants="", case=case))


def _missed(hearing: Hearing) -> Turn:
    """One try less; after the last the staff learn of it, unless they know of worse."""
    door = hearing.standing.door
    way = Way.BLANK if door.way is Way.BLANK else Way.ASKED
    if door.misses + 1 < TRIES:
        missed = replace(door, way=way, misses=door.misses + 1)
        return _instead(hearing, hearing.silence(), missed, hearing.house.sayings.wrong_pin)
    turn = hearing.silence()
    if way is not Way.BLANK:
        turn = hearing.calls(ASKS_FOR_A_PERSON.code, ASKS_FOR_A_PERSON.priority)
    return _instead(hearing, turn, replace(door, way=way, misses=0, until=hearing.said.received_at + CLOSED))


def _before_a_blank(hearing: Hearing, take: Take) -> Turn:
    """Whatever is said reaches the staff, and nothing is shown."""
    turn = hearing.silence()
    match hearing.said.act:
        case Words(text, edits=None) if alarm(text) or hearing.house.wanted(text) is Anywhere.PERSON:
            turn = take(hearing)
        case Words(text) if not mistyped(text):
            turn = replace(turn, bodies=(MessageHeard(hearing.standing.door.case, encodable(text)),))
        case Unread(Unreadable.VOICE, file) if file:
            turn = replace(turn, bodies=(voices.voice(hearing, file, hearing.standing.door.case),))
    return _instead(hearing, turn, hearing.standing.door)


def _asked(hearing: Hearing) -> Turn:
    """The PIN is asked for; what they came for is remembered, and an answer is not lost in silence."""
    standing, house, act = hearing.standing, hearing.house, hearing.said.act
    wants = anyone.wants(hearing)
    door = replace(standing.door, way=Way.ASKED, wants=wants or standing.door.wants)
    if isinstance(act, Words) and anyone.asks_for_a_person(hearing, act.text):
        turn = hearing.calls(ASKS_FOR_A_PERSON.code, ASKS_FOR_A_PERSON.priority)
        case = turn.standing.case if turn.standing else ""
        return replace(turn, bodies=(*turn.bodies, MessageHeard(case, encodable(act.text))))
    first: tuple[Text, ...] = () if wants else (house.sayings.pin_first,)
    turn = _instead(hearing, hearing.silence(), door, *first)
    seen = isinstance(act, Unread) and act.what in SEEN
    if seen or (isinstance(act, Words) and mistyped(act.text)):
        return _taken_away(hearing, turn)
    return turn


def _says(turn: Turn) -> bool:
    return any(isinstance(each, Reply) for each in turn.replies)


def _is_closed(door: Door, now: datetime) -> bool:
    return door.until is not None and timedelta() < door.until - now <= CLOSED


def _instead(hearing: Hearing, turn: Turn, door: Door, *first: Text) -> Turn:
    """The turn, of which nothing is shown but this door."""
    house = hearing.house
    if door.way is Way.BLANK:
        name, first = house.blank, ()
    elif _is_closed(door, hearing.said.received_at):
        name, first = house.shut, ()
    else:
        name, door = house.asks, replace(door, way=Way.ASKED)
    flow = hearing.talk(name)
    if flow is None:
        raise LookupError(f"there is no talk named {name}")
    standing = replace(turn.standing or hearing.standing, door=door)
    spoken = tuple(hearing.spoken(text) for text in first)
    reply = ending(flow, flow.end, standing, house, first=spoken, edits=hearing.edits)
    kept = tuple(each for each in turn.replies if isinstance(each, Erase))
    return replace(turn, standing=standing, replies=(reply, *kept))
