"""A machine-readable zone that was typed: read back, and of no weight before it is confirmed (domain.md §1.5).

There is one talk for each kind of paper; what its zone says are the answers. Only the yes makes them count: then
the paper is one of the person's, and its number and expiry are answered by a mark that stands for the zone's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from flows.births import read_birth
from flows.conversation.free import Free
from flows.conversation.kind import GIVEN, Read, Writing, is_mark
from flows.conversation.kinds import DONE, Choice, Typed
from flows.conversation.options import Option, Page, Reopens
from flows.conversation.standing import FIRST_TALK, ZONE_TALK, Answers, Standing
from flows.conversation.steps import Ask, End, Flow, Step, Stop, said
from flows.conversation.walk import Placed, stands_at, things
from flows.documents import document_number
from flows.facts import AnswerGiven, Body, QuestionsReopened, TalkOpened, Value, ZoneRead
from flows.mrz.lines import names_in
from flows.talks import labels, texts
from flows.talks.paper_kinds import DOCUMENTS, ENDING
from flows.talks.papers import PAPERS, UNSURE, month
from flows.talks.registration import name
from flows.texts import Code, Part, Text

KINDS: Mapping[str, Text] = {each.key: each.label for each in DOCUMENTS if isinstance(each.label, Text)}
HOLD = "hold"
# The first check digit that fails; whole: the one over all, or over what the state adds.
FAILING: Mapping[str, Text] = {
    "number": labels.NUMBER,
    "birth": labels.BIRTH_DAY,
    "expiry": labels.UNTIL,
    "whole": labels.ALL_SIGNS,
}
LINES, ODD, NUMBER, NAME, BIRTH, EXPIRY, CHECK = (
    f"zone_{each}" for each in ("lines", "odd", "number", "name", "birth", "expiry", "check")
)
LAST = 4
ASKED = "asked"  # sort of a name that was also taken for the answer to the question for one
IN_ZONE = f"zone:{GIVEN}"
READ = said(LINES, HOLD, *FAILING)


@dataclass(frozen=True, slots=True)
class Birth(Typed):
    """A date of birth in one of three calendars, not after the day on which it is said."""

    def read(self, writing: Writing) -> Read:
        """The date, or that they are not sure."""
        found = Typed.read(self, writing)
        if not isinstance(found, str) or found in self.stays:
            return found
        return read_birth(writing.text, writing.today) or self.refusal()


def printed_name(typed: str, item: str) -> Value | None:
    """A name as typed, or that of a line of names."""
    surname, given = names_in(typed) if "<" in typed else ("", "")
    return f"{given} {surname}".strip() or name(typed, item)


NOT_SURE = (Page((UNSURE,)),)
LEAVE = Option("leave", labels.NOT_NOW)
AGAIN = Option("again", labels.TRY_AGAIN, Reopens((LINES, ODD)))
RIGHT = Page((Option("yes", labels.YES), Option("no", labels.NO)), 2)
DROPPED = End(texts.D16_DROPPED)

STEPS: tuple[Step, ...] = (
    Ask(LINES, texts.D13_LINES, Free((Page((LEAVE,)),), texts.D13_UNREAD, outcomes=(HOLD, *FAILING))),
    Stop(said(LINES, LEAVE.key), DROPPED),
    Ask(
        ODD,
        texts.D14_DIGITS,
        Choice((Page((AGAIN, Option("keep", labels.PRINTED_SO)), 2),), texts.PICK),
        when=(said(LINES, *FAILING),),
        protects=True,
    ),
    Ask(
        NUMBER,
        texts.D3_NUMBER,
        Typed(
            NOT_SURE,
            texts.D3_LETTERS,
            document_number,
            samples=("512345678", "odd:51"),
            asks_number=True,
        ),
        when=(READ,),
        erases=True,
    ),
    Ask(
        NAME,
        texts.D14_NAME,
        Typed(NOT_SURE, texts.TOO_LONG_NAME, printed_name, samples=("ALI", f"{ASKED}:ALI")),
        when=(READ,),
        erases=True,
    ),
    Ask(
        BIRTH,
        texts.D14_BIRTH,
        Birth(NOT_SURE, texts.X3_DATE, samples=("gregorian:1985-05-24",)),
        when=(READ,),
    ),
    Ask(
        EXPIRY,
        texts.D4_EXPIRY,
        Typed(NOT_SURE, texts.X3_DATE, month, samples=("gregorian:2026-05",)),
        when=(READ,),
    ),
    Ask(CHECK, texts.D15_ZONE, Choice((RIGHT,), texts.PICK), when=(READ,), final=True, protects=True),
    Stop(said(CHECK, "no"), DROPPED),
)


@lru_cache
def zone(kind: str) -> Flow:
    """The talk about the zone of a paper of this kind; after it, what it interrupted goes on."""
    steps = tuple(step for step in STEPS if kind in ENDING or not isinstance(step, Ask) or step.name != EXPIRY)
    return Flow(ZONE_TALK + kind, steps, end=End(texts.D16_TAKEN), returns=True)


def zone_of(standing: Standing) -> str:
    """The kind of the paper whose zone is talked about, "" if none is."""
    kind = standing.talk.removeprefix(ZONE_TALK)
    return kind if kind != standing.talk and kind in KINDS else ""


def decided(standing: Standing) -> tuple[Body, ...]:
    """What follows from the yes: the paper is theirs, as its zone says. From a no: its name was not theirs."""
    kind = zone_of(standing)
    answers = standing.answers.get(standing.talk, {})
    if not kind or isinstance(stands_at(zone(kind), answers), Placed):
        return ()
    if answers.get(CHECK) == "yes":
        return tuple(AnswerGiven(PAPERS.name, question, value) for question, value in _paper(standing, kind))
    asked = str(answers.get(NAME)).startswith(f"{ASKED}:") and "name" in standing.answers.get(FIRST_TALK, {})
    return (QuestionsReopened(FIRST_TALK, ("name",)),) if asked else ()


def _paper(standing: Standing, kind: str) -> Iterable[tuple[str, Value]]:
    given = standing.answers.get(PAPERS.name, {})
    listed = given.get("documents", standing.known.get("documents", ()))
    before, closed = things(listed), isinstance(listed, tuple) and DONE in listed
    if kind not in before or "documents" not in given:
        # A list that is still open is gone on with, the paper being picked in it.
        more = () if kind in before else (kind,)
        yield "documents", (*before, *more, *((DONE,) if closed else ()))
    yield f"documents.{kind}.number", IN_ZONE
    if kind in ENDING and standing.answers[standing.talk].get(EXPIRY) != UNSURE.key:
        yield f"documents.{kind}.expiry", IN_ZONE


def counted(bodies: Iterable[Body]) -> Mapping[str, tuple[bool, Answers]]:
    """By kind of paper, what its zone says: confirmed with the last yes, else as it was read last."""
    now: dict[str, dict[str, Value]] = {}
    counts: dict[str, tuple[bool, Answers]] = {}
    for body in bodies:
        match body:
            case ZoneRead(paper=kind, answers=read):
                now[kind] = dict(read)
            case TalkOpened(talk) if talk.startswith(ZONE_TALK):
                now[talk.removeprefix(ZONE_TALK)] = {}
            case AnswerGiven(talk, question, value) if talk.startswith(ZONE_TALK):
                kind = talk.removeprefix(ZONE_TALK)
                now.setdefault(kind, {})[question] = value
                if question == CHECK and value == "yes":
                    counts[kind] = (True, dict(now[kind]))
    return {kind: (False, answers) for kind, answers in now.items() if answers} | counts


def said_by(question: str, value: Value) -> Part:
    """What a zone says on a question, as people are shown it."""
    if is_mark(value):
        return labels.GIVEN
    words = str(value)
    if value == UNSURE.key:
        return labels.NOT_SURE
    if question == NUMBER:
        return Code(words.rpartition(":")[2])
    if question == NAME:
        return words.removeprefix(f"{ASKED}:")
    era, _, day = words.partition(":")
    whole = era == "gregorian" and len(day) == len("2026-05-24")
    return date.fromisoformat(day) if whole else Code(day or words)


def filling(placeholder: str, standing: Standing) -> Part | None:
    """What a placeholder holds in the talk about a zone, None where that is nothing of the zone."""
    kind = zone_of(standing)
    answers = standing.answers.get(standing.talk, {})
    if not kind or placeholder not in FILLED:
        return None
    if placeholder == "doc":
        return KINDS[kind]
    if placeholder == "what":
        return FAILING.get(str(answers.get(LINES)), labels.NOTHING)
    question = FILLED[placeholder]
    shown = said_by(question, answers[question]) if question in answers else labels.NOTHING
    # The message stays in the chat of whoever answers it in words.
    return Code(shown.value[-LAST:]) if placeholder == "last4" and isinstance(shown, Code) else shown


FILLED = {"doc": "", "what": "", "last4": NUMBER, "name": NAME, "birth": BIRTH, "until": EXPIRY}
