"""What a press on a button comes to: an answer, a change of one, another page, or an old button."""

from flows.conversation import notes
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.reply import Erase
from flows.conversation.said import Press
from flows.conversation.screen import BACK, END, NOTE, WIPED
from flows.conversation.standing import FIRST_TALK, known_as
from flows.conversation.steps import Flow, Stop
from flows.conversation.walk import Placed, answered, placed, stands_at
from flows.facts import AnswerGiven, MessageHeard


def pressed(hearing: Hearing, press: Press) -> Turn:
    """One press, on a button of any age."""
    if press.talk == NOTE:
        return notes.pressed(hearing, press) or old(hearing)
    if press.talk == WIPED:
        return Turn((), hearing.standing, (Erase(press.message),))
    if press.talk == BACK:
        return hearing.come_to()
    flow = hearing.talk(press.talk)
    if flow is None or not _may_begin(hearing, flow):
        return old(hearing)
    answers = hearing.standing.answers.get(flow.name, {})
    if press.question == END:
        return _ended(hearing, flow, press.option)
    at = placed(flow, answers, press.question)
    if at is None:
        return old(hearing)
    return _answered(hearing, flow, at, press.option)


def old(hearing: Hearing) -> Turn:
    """The button is of no use any more; the message becomes the present screen."""
    return hearing.come_to(first=(hearing.house.sayings.old_button,))


def _may_begin(hearing: Hearing, flow: Flow) -> bool:
    """Before a person agrees, only the first talk, the language, how they read and a person are open."""
    house = hearing.house
    early = flow.name in (FIRST_TALK, house.language, house.reading, house.lost, house.case)
    return early or house.may_keep(hearing.standing)


def _ended(hearing: Hearing, flow: Flow, key: str) -> Turn:
    at = stands_at(flow, hearing.standing.answers.get(flow.name, {}))
    if isinstance(at, Placed):
        return old(hearing)
    option = (at.end if isinstance(at, Stop) else at).option(key)
    if option is None or option.does is None:
        return old(hearing)
    return hearing.does(option.does, flow.name)


def _answered(hearing: Hearing, flow: Flow, at: Placed, key: str) -> Turn:
    answers = hearing.standing.answers.get(flow.name, {})
    option = next((o for page in at.ask.kind.pages for o in page.options if o.key == key), None)
    if option is not None and option.does is not None:
        return hearing.with_misses(0).does(option.does, flow.name, at)
    present = hearing.present(at, flow.name)
    value = at.ask.kind.pressed(key, present)
    if value is None or (at.ask.final and answered(at, answers) and value != present):
        return old(hearing)
    hearing = hearing.with_misses(0)
    if value == answers.get(at.name) == hearing.standing.known.get(known_as(flow.name, at.name)):
        return hearing.come_to()
    given = AnswerGiven(flow.name, at.name, value)
    if flow.name == hearing.house.case and hearing.standing.case and option is not None:
        # The staff read it among the words, in their language.
        told = MessageHeard(hearing.standing.case, getattr(option.label, "source", str(option.label)))
        return hearing.come_to(*hearing.resumes(flow.name), given, told, about=at)
    if at.ask.kind.takes(value) and answered(at, answers):
        return hearing.come_to(given, first=at.ask.changing(), about=at)
    # A list that is still open stays on the page where something was picked.
    page = 0 if at.ask.kind.takes(value) else _page_of(at, key)
    bodies = (*hearing.resumes(flow.name), given, *hearing.besides(flow.name, at, value))
    return hearing.come_to(*bodies, first=at.ask.closing(value), about=at, page=page)


def _page_of(at: Placed, key: str) -> int:
    pages = enumerate(at.ask.kind.pages)
    return next((number for number, page in pages if any(option.key == key for option in page.options)), 0)
