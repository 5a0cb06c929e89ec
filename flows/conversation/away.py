"""Who comes back after a time: to the question they left; or perhaps somebody else (domain.md §5.2)."""

from dataclasses import replace

from flows.conversation.beyond import beyond, wants
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.house import Anywhere, House
from flows.conversation.kind import Refusal
from flows.conversation.kinds import Choice
from flows.conversation.options import Calls, Option
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Press, Said
from flows.conversation.screen import NOTE
from flows.conversation.standing import OFFER_TALK, RESUMED_AFTER, WHO, WHO_AFTER, Standing, folded
from flows.conversation.steps import Stop
from flows.conversation.walk import Placed
from flows.conversation.zones import zoned
from flows.facts import Body, QuestionsReopened, TalkOpened

# What answers no question: where it would be taken for an answer, any words are.
GREETING = "سلام"
# What somebody else on the phone can still ask for, beside help in danger.
OF_ANYONE = (Anywhere.LANGUAGE, Anywhere.PERSON)


def returned(standing: Standing, said: Said, house: House) -> Standing:
    """The standing of who acts now, with the days they were away if it may be somebody else."""
    if standing.heard_at is None or not house.may_keep(standing):
        return standing
    days = standing.away + max(0, (said.said_at - standing.heard_at).days)
    return replace(standing, away=days) if days >= WHO_AFTER else standing


def welcomed(hearing: Hearing, *kept: Body) -> Turn | None:
    """What who comes back is asked first, what they said being kept for the staff; None if it is nothing."""
    standing, house = hearing.standing, hearing.house
    if standing.claimed or _goes_on(standing, standing.talk, house):
        return None
    if standing.away:
        return hearing.come_to(*kept, *hearing.asks_who())
    if _left_off(hearing):
        return hearing.come_to(*kept, TalkOpened(house.resume))
    return None


def heard(hearing: Hearing, text: str) -> Turn | None:
    """Words of who comes back; None where they are read as ever.

    An answer to the question that was left open is taken at once: nobody is held up by a welcome.
    """
    standing = hearing.standing
    if not standing.away and not _left_off(hearing):
        return None
    at = hearing.at()
    if standing.talk == hearing.house.away:
        return _at_stop(hearing, at, text) if isinstance(at, Stop) else None
    if not standing.away and isinstance(at, Placed) and means(hearing, at, text):
        return None
    turn = welcomed(hearing, *hearing.for_staff(text))
    return replace(turn, replies=(*turn.replies, *_hidden(hearing, at, text))) if turn else None


def means(hearing: Hearing, at: Placed, text: str) -> bool:
    """Whether words surely say something here: a name, which is read in any words, could be a mere greeting."""
    kind, present = at.ask.kind, hearing.present(at, hearing.flow.name)
    writing = hearing.writing(text, at.item, present)
    read = kind.read(writing)
    if beyond(hearing, at, writing, read) is not None:
        return True
    if isinstance(read, Refusal):
        return wants(hearing, text) is not None
    greeted = kind.read(hearing.writing(GREETING, at.item, present))
    return isinstance(greeted, Refusal) or hearing.labelled(text) is not None


def going_on(hearing: Hearing, text: str) -> tuple[Body, ...]:
    """The fact that takes who is being welcomed back to their question, if these words answer it."""
    left = hearing.unfinished() if hearing.standing.talk == hearing.house.resume else ""
    if not left:
        return ()
    there = at_question(hearing, back := QuestionsReopened(left, ()))
    at = there.at()
    return (back,) if isinstance(at, Placed) and means(there, at, text) else ()


def at_question(hearing: Hearing, *back: Body) -> Hearing:
    """The same, after these facts."""
    return replace(hearing, standing=folded(hearing.standing, back))


def is_open(hearing: Hearing, press: Press) -> bool:
    """Whether this button works before it is known who writes; to somebody else only notes of a case are open."""
    house, standing = hearing.house, hearing.standing
    if press.talk == house.away or _goes_on(standing, press.talk, house):
        return True
    flow = hearing.talk(press.talk)
    ends = [option for end in flow.ends() for option in end.options] if flow else []
    if any(option.key == press.option and isinstance(option.does, Calls) for option in ends):
        return True
    return press.talk == NOTE and (not standing.stranger or _of_case(standing, press.question))


def put_off(hearing: Hearing, press: Press) -> Turn:
    """It is asked first who writes, in a message of its own: the button that was pressed stays to be pressed."""
    away = hearing.house.away
    again = (QuestionsReopened(away, (WHO,)),) if hearing.standing.stranger and press.talk == NOTE else ()
    turn = hearing.come_to(*(again or hearing.asks_who()))
    replies = (replace(reply, edits=None) if isinstance(reply, Reply) else reply for reply in turn.replies)
    return replace(turn, replies=tuple(replies))


def first(hearing: Hearing) -> tuple[Body, ...]:
    """The fact that it is open who writes, for what is no words; whoever talks with the staff goes on."""
    standing = hearing.standing
    return () if standing.locked or standing.talk == hearing.house.case else hearing.asks_who()


def _goes_on(standing: Standing, talk: str, house: House) -> bool:
    """Whether this talk goes on before it is known who writes: an offer, help, language, and what protects."""
    of_anyone = (house.language, house.case)
    protects = (house.erasure, house.safety, house.notes)
    return talk in of_anyone or (not standing.stranger and (talk in protects or talk.startswith(OFFER_TALK)))


def _left_off(hearing: Hearing) -> bool:
    """Whether they left a question open so long ago that they may not remember it."""
    heard_at = hearing.standing.heard_at
    long_ago = heard_at is not None and hearing.said.said_at - heard_at >= RESUMED_AFTER
    return long_ago and hearing.house.may_keep(hearing.standing) and isinstance(hearing.at(), Placed)


def _at_stop(hearing: Hearing, at: Stop, text: str) -> Turn:
    """Who is no longer asked: a button of theirs, typed; other words change nothing."""
    match Choice((at.end.page,), hearing.house.sayings.pick).read(hearing.writing(text)):
        case Option(does=effect) if effect is not None:
            return hearing.does(effect, hearing.flow.name)
    return hearing.come_to()


def _hidden(hearing: Hearing, at: object, text: str) -> tuple[Erase, ...]:
    """What must not stay in the chat is taken out of it, although it is asked for once more."""
    read = at.ask.kind.read(hearing.writing(text, at.item)) if isinstance(at, Placed) else None
    secret = isinstance(at, Placed) and isinstance(read, str) and at.ask.hides(read)
    return (Erase(hearing.said.message),) if secret or zoned(hearing, text) else ()


def _of_case(standing: Standing, note: str) -> bool:
    return bool(standing.case) and note in standing.notes and not standing.notes[note].talk
