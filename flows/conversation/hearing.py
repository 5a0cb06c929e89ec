"""A person, what they just said, and what it comes to."""

from dataclasses import dataclass, replace
from datetime import timedelta

from flows.cases.triage import ASKS_FOR_A_PERSON, CODES, called, comes_before, more_urgent
from flows.conversation import wiping
from flows.conversation.house import House
from flows.conversation.kind import Refusal, Writing
from flows.conversation.kinds import Choice
from flows.conversation.lists import Listing
from flows.conversation.options import Answers as Answering
from flows.conversation.options import (
    Calls,
    Effect,
    Leads,
    Opens,
    Option,
    Reopens,
    Rests,
    Says,
    Turns,
    Wipes,
)
from flows.conversation.reply import Erase, Hide, Reply, Wipe
from flows.conversation.said import Press, Said
from flows.conversation.screen import ending, fill, question, screen
from flows.conversation.standing import FIRST_TALK, WISH_TALK, Door, Standing, folded
from flows.conversation.steps import Answers, End, Flow, Stop
from flows.conversation.trouble import case_of
from flows.conversation.walk import Placed, stands_at
from flows.facts import AnswerGiven, Body, CaseOpened, MessageHeard, QuestionsReopened, TalkOpened, Value
from flows.texts import Spoken, Text
from flows.turning import turned

TOKEN = 8
REMEMBERED = 8
HEARD_LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn comes to: facts for the ledger, the standing after it (None: forget), and what is said."""

    bodies: tuple[Body, ...]
    standing: Standing | None
    replies: tuple[Reply | Erase | Hide | Wipe, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """One act of one person, heard in the house."""

    standing: Standing
    said: Said
    house: House

    @property
    def edits(self) -> int | None:
        """The message that a press turns into the next screen; typed words get a new one."""
        return self.said.act.message if isinstance(self.said.act, Press) else None

    @property
    def sent(self) -> Text:
        """What is said of words that go to the staff; they wait where so many write that these were heard late."""
        late = self.said.received_at - self.said.said_at >= HEARD_LATE
        return self.house.sayings.busy if late else self.house.sayings.sent

    @property
    def flow(self) -> Flow:
        """The open talk."""
        return self.house.open_talk(self.standing, self.said.received_at)

    @property
    def answers(self) -> Answers:
        """The answers of the open talk."""
        return self.standing.answers.get(self.flow.name, {})

    def at(self) -> Placed | Stop | End:
        """The open question, or how the open talk has ended."""
        return stands_at(self.flow, self.answers)

    def talk(self, name: str) -> Flow | None:
        """The talk of this name, if this person has it now."""
        return self.house.talk(name, self.standing, self.said.received_at)

    def spoken(self, text: Text, placed: Placed | None = None) -> Spoken:
        """A text with what is known in its placeholders."""
        return fill(text, self.standing, self.house, placed)

    def writing(self, text: str, item: str = "", present: Value | None = None) -> Writing:
        """Typed words, as the question in view reads them."""
        token = case_of(self.standing.person, self.said.cause)[:TOKEN]
        today = self.said.received_at.date()
        return Writing(text, self.house.lexicon, item, self.standing.page, present, token, today)

    def present(self, at: Placed, talk: str) -> Value | None:
        """What the question is answered with so far; a list is gone on with even where it was opened again."""
        listed = isinstance(at.ask.kind, Listing)
        return (self.standing.known if listed else self.standing.answers.get(talk, {})).get(at.name)

    def astray(self) -> Text:
        """What is said of something that is no answer, in the words of the open question."""
        at = self.at()
        read = at.ask.kind.read(self.writing("", at.item)) if isinstance(at, Placed) else None
        return read.text if isinstance(read, Refusal) else self.house.sayings.pick

    def labelled(self, text: str) -> Option | None:
        """The option of the open question whose label these words are."""
        at = self.at()
        return Choice(at.ask.kind.pages).named(text, self.house.lexicon) if isinstance(at, Placed) else None

    def for_staff(self, text: str) -> tuple[MessageHeard, ...]:
        """These words kept for the staff, if words of who writes may be kept."""
        return (MessageHeard(self.standing.case, text),) if self.is_for_staff() else ()

    def is_for_staff(self) -> bool:
        """Whether what who writes says is kept for the staff: what is for a case always is."""
        if self.standing.talk == self.house.pin:
            # It may have been meant for a PIN.
            return False
        agreed = not (self.standing.lapsed or self.standing.stranger)
        return bool(self.standing.case) or (agreed and self.house.may_keep(self.standing))

    def asks_who(self) -> tuple[Body, ...]:
        """The fact that it is open who writes, if it is and is not being asked; what stops all stands."""
        if not self.standing.away or self.standing.talk == self.house.away:
            return ()
        flow, answers = self.talk(self.house.away), self.standing.answers.get(self.house.away, {})
        stopped = flow is not None and isinstance(stands_at(flow, answers), Stop)
        return (QuestionsReopened(self.house.away, ()) if stopped else TalkOpened(self.house.away),)

    def resumes(self, talk: str) -> tuple[Body, ...]:
        """The fact that this talk is the open one again, if it is not."""
        return () if self.standing.talk == talk else (QuestionsReopened(talk, ()),)

    def besides(self, talk: str, at: Placed, value: Value) -> tuple[AnswerGiven, ...]:
        """What the option that is the answer answers as well."""
        found = (option for page in at.ask.kind.pages for option in page.options if option.key == value)
        option = next(found, None)
        return tuple(AnswerGiven(talk, *each) for each in option.besides) if option else ()

    def with_misses(self, misses: int) -> "Hearing":
        """The same, with so many answers in a row that could not be read."""
        if misses == self.standing.misses:
            return self
        return replace(self, standing=replace(self.standing, misses=misses))

    def before(self, door: Door) -> "Hearing":
        """The same, before this door."""
        return replace(self, standing=replace(self.standing, door=door))

    def lost(self, *bodies: Body) -> Turn:
        """The way out is shown; the question stays open."""
        flow = self.talk(self.house.lost)
        if flow is None:
            return self.come_to(*bodies)
        return self.with_misses(0).says(ending(flow, flow.end, self.standing, self.house), *bodies)

    def silence(self) -> Turn:
        """Nothing is said and nothing changes."""
        return Turn((), self.standing, ())

    def come_to(
        self, *bodies: Body, first: tuple[Text, ...] = (), about: Placed | None = None, page: int = 0
    ) -> Turn:
        """These facts, and the screen where they leave the person, after some first texts."""
        standing = self._with_turns(folded(self.standing, bodies))
        if standing.page != page:
            standing = replace(standing, page=page)
        concluded = self.house.concludes(standing, self.said.received_at)
        standing = folded(standing, concluded)
        told = self._tells_staff(standing)
        standing = folded(standing, told)
        paragraphs = tuple(fill(text, standing, self.house, about) for text in first)
        returned, closing = self._returned(standing)
        standing = folded(standing, returned)
        return self._shown((*bodies, *concluded, *told, *returned), standing, paragraphs + closing)

    def says(self, reply: Reply, *bodies: Body) -> Turn:
        """These facts, and this reply instead of a screen."""
        return self._kept(bodies, folded(self.standing, bodies), reply)

    def does(self, effect: Effect, talk: str, at: Placed | None = None) -> Turn:
        """What an option does instead of answering; it stands in this talk, at this question if at any."""
        match effect:
            case Says(text):
                # No screen is in view after it, so the next words may be a mere sign to go on.
                return self.with_misses(-1).says(Reply((self.spoken(text),), (), self.edits))
            case Turns(page):
                return self._turned(talk, at, page)
            case Reopens(questions, other) if other:
                return self.come_to(QuestionsReopened(other, questions))
            case Reopens(questions):
                prefix = at.name.removesuffix(at.ask.name) if at else ""
                return self.come_to(QuestionsReopened(talk, tuple(prefix + name for name in questions)))
            case Answering(question, value):
                return self.come_to(*self.resumes(talk), AnswerGiven(talk, question, value))
            case Opens(name):
                flow = self.talk(name)
                lasts = flow.lasts if flow and name in self.standing.answers else ()
                return self.come_to(QuestionsReopened(name, lasts) if lasts else TalkOpened(name))
            case Rests(anew):
                left = self.unfinished() if anew else ""
                return self.does(Opens(left), talk) if left else self.rests()
            case Calls(code, priority):
                return self.calls(code, priority)
            case Leads():
                return self._led()
            case Wipes():
                return self.wipes()

    def _led(self) -> Turn:
        if left := self.house.leads(self.standing):
            return self.come_to(*left)
        return self.come_to(TalkOpened(self.house.home), first=(self.house.sayings.enough,))

    def wipes(self) -> Turn:
        """The chat is wiped, and nothing kept of that; a question about a danger stays until it is answered."""
        asked = self._alarm()
        wipe = wiping.wipe(self.standing, self.said, self.house.sayings, stays=asked is not None)
        return Turn((), wiping.wiped(self.standing, wipe), (asked, wipe) if asked else (wipe,))

    def _alarm(self) -> Reply | None:
        """The open question of the open case, whatever talk is open."""
        flow = self.talk(self.house.case) if self.standing.case else None
        if flow is None:
            return None
        at = stands_at(flow, self.standing.answers.get(flow.name, {}))
        return question(flow, at, self.standing, self.house, edits=self.edits) if isinstance(at, Placed) else None

    def typed(self, turn: Turn, question: str, *, erases: bool) -> Turn:
        """The turn of a typed answer: known by its message, to be edited, and taken out of the chat if it must."""
        if turn.standing is None:
            return turn
        late = dict(list({**turn.standing.typed, self.said.message: question}.items())[-REMEMBERED:])
        erased = (Erase(self.said.message),) if erases else ()
        return replace(turn, standing=replace(turn.standing, typed=late), replies=(*turn.replies, *erased))

    def _turned(self, talk: str, at: Placed | None, page: int) -> Turn:
        flow = self.talk(talk)
        if flow is None or at is None:
            return self.come_to()
        turned = replace(self, standing=replace(self.standing, page=page))
        return turned.says(question(flow, at, self.standing, self.house, page=page, edits=self.edits))

    def rests(self, *bodies: Body, first: tuple[Text, ...] = ()) -> Turn:
        """Back to what was left unfinished, else to the menu."""
        left = self.unfinished()
        back = QuestionsReopened(left, ()) if left else TalkOpened(self.house.home)
        return self.come_to(*bodies, *(self.asks_who() or (back,)), first=first)

    def unfinished(self) -> str:
        """The talk that was left last with a question open, "" if none was."""
        for name in (*reversed(self.standing.talks[:-1]), FIRST_TALK):
            flow = self.talk(name) if name != self.house.case else None
            at = stands_at(flow, self.standing.answers.get(name, {})) if flow else None
            # A question that only leads elsewhere leaves nothing to be answered.
            if isinstance(at, Placed) and at.ask.kind.deciding():
                return name
        return ""

    def calls(self, code: str, priority: str) -> Turn:
        """A case for the staff; to one that is open and as urgent it is added by what it is about."""
        standing, back = self.standing, QuestionsReopened(self.house.case, ())
        if not standing.case or (not standing.claimed and code != ASKS_FOR_A_PERSON.code and self.is_new(code)):
            return self.come_to(self.case(code, priority))
        if code in (standing.code, ASKS_FOR_A_PERSON.code):
            return self.come_to(back)
        return self.come_to(MessageHeard(standing.case, called(code)), back, first=(self.sent,))

    def alarms(self, code: str, text: str) -> Turn:
        """A case at once, with the words that called for it; to one that is as urgent they are added."""
        if not self.is_new(code):
            back = QuestionsReopened(self.house.case, ())
            return self.come_to(MessageHeard(self.standing.case, text), back, first=(self.sent,))
        opened = self.case(code, CODES[code].priority)
        return self.come_to(opened, MessageHeard(opened.case, text))

    def is_new(self, code: str) -> bool:
        """Whether this code opens a case, since none is open that is as urgent."""
        return not self.standing.case or more_urgent(code, self.standing.code)

    def case(self, code: str, priority: str) -> CaseOpened:
        """A new case of this code."""
        return CaseOpened(case_of(self.standing.person, self.said.cause), code, priority, self.said.reached)

    def _with_turns(self, standing: Standing) -> Standing:
        """The standing, in which it is remembered when a wish that was known became another."""
        before, now = self.standing.known.get(WISH_TALK), standing.known.get(WISH_TALK)
        if before in (None, now):
            return standing
        return replace(standing, turned=turned(standing.turned, self.said.said_at))

    def _tells_staff(self, standing: Standing) -> tuple[Body, ...]:
        """What the staff must hear of this step goes to the open case, or opens one; a lock stays in view."""
        matter = self.house.matter(self.standing, standing, self.said.received_at)
        if matter is None:
            return ()
        if standing.case and not comes_before(matter, standing.code):
            return (MessageHeard(standing.case, matter.words),) if matter.words else ()
        opened = self.case(matter.code, matter.priority)
        words = (MessageHeard(opened.case, matter.words),) if matter.words else ()
        locked = (QuestionsReopened(self.house.erasure, ()),) if standing.locked else ()
        return opened, *words, *locked

    def _returned(self, standing: Standing) -> tuple[tuple[Body, ...], tuple[Spoken, ...]]:
        """The way back from a talk that returns, with the words that close it."""
        flow = self.house.open_talk(standing, self.said.received_at)
        if not flow.returns:
            return (), ()
        ended = stands_at(flow, standing.answers.get(flow.name, {}))
        if isinstance(ended, Placed):
            return (), ()
        end = ended.end if isinstance(ended, Stop) else ended
        back = next((name for name in reversed(standing.talks[:-1]) if not self._over(name, standing)), FIRST_TALK)
        return (QuestionsReopened(back, ()),), (fill(end.text, standing, self.house),)

    def _over(self, name: str, standing: Standing) -> bool:
        """Whether nothing is left in this talk to come back to: it is none, its case is over, or it returned."""
        if name == self.house.case and not standing.case:
            return True
        flow = self.house.talk(name, standing, self.said.received_at)
        if flow is None or not flow.returns:
            return flow is None
        return not isinstance(stands_at(flow, standing.answers.get(name, {})), Placed)

    def _shown(self, bodies: tuple[Body, ...], standing: Standing, first: tuple[Spoken, ...]) -> Turn:
        flow = self.house.open_talk(standing, self.said.received_at)
        at = stands_at(flow, standing.answers.get(flow.name, {}))
        if isinstance(at, Stop) and at.forgets and not standing.case:
            return Turn((), None, (ending(flow, at.end, standing, self.house, first=first, edits=self.edits),))
        return self._kept(bodies, standing, screen(flow, at, standing, self.house, first=first, edits=self.edits))

    def _kept(self, bodies: tuple[Body, ...], standing: Standing, reply: Reply) -> Turn:
        """The turn with what may be kept of it: nothing reaches the ledger before the person agrees."""
        if self.house.may_keep(standing):
            held = (*standing.held, *bodies)
            return Turn(held, replace(standing, held=()) if standing.held else standing, (reply,))
        wordless = (body for body in bodies if not isinstance(body, MessageHeard))
        return Turn((), replace(standing, held=(*standing.held, *wordless)), (reply,))
