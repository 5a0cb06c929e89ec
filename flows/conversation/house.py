"""What a turn needs of the world around it: the talks, the words, and what fills a placeholder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from flows.cases.triage import Matter
from flows.conversation.kind import Writing
from flows.conversation.marks import Kinds, marked
from flows.conversation.said import LONGEST
from flows.conversation.standing import AWAY_TALK, CASE_TALK, ERASURE_TALK, NOTES_TALK, PIN_TALK, Standing
from flows.conversation.steps import Condition, Flow
from flows.conversation.walk import Placed
from flows.facts import Body, Value
from flows.ports import Lexicon
from flows.texts import Part, Spoken, Text
from flows.words import fold


class Anywhere(StrEnum):
    """What people can ask for at any moment, whatever is open."""

    START = "start"
    LANGUAGE = "language"
    PERSON = "person"
    MENU = "menu"
    STATUS = "status"
    ERASURE = "erasure"
    VIEW = "view"
    QUIET = "quiet"
    SAFETY = "safety"
    WISH = "wish"
    PROOF = "proof"
    READING = "reading"
    WIPE = "wipe"


@dataclass(frozen=True, slots=True)
class Told:
    """What words told beyond the open question: answers by talk and question, in their order.

    typed: the talk and question that an edit of them answers anew; secret: they hold what must not stay in the
    chat; calls: they need a person of the staff.
    """

    answers: tuple[tuple[str, str, Value], ...]
    typed: str
    secret: bool = False
    calls: bool = False


@dataclass(frozen=True, slots=True)
class Zoned:
    """What typed lines of a machine-readable zone come to: facts, and what is said first.

    name: the name in it, where only that is an answer to the open question; beside: the words that are not of it.
    """

    bodies: tuple[Body, ...] = ()
    first: tuple[Text, ...] = ()
    name: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Sayings:
    """The texts that the conversation itself says, whichever talk is open."""

    pick: Text
    old_button: Text
    long: Text
    photo: Text
    voice: Text
    voice_kept: Text
    voice_first: Text
    video: Text
    file: Text
    unwanted: Text
    enough: Text
    note: Text
    sent: Text
    back: Text
    put_off: Text
    read: Text
    hide: Text
    retry: Text
    push: Text
    urgent: Text
    remind: Text
    noticed: Text
    again: Text
    gap: Text
    go_on: Text
    wiped: Text
    done: Text
    later: Text
    pin_first: Text
    wrong_pin: Text
    weak: Text
    busy: Text


@dataclass(frozen=True, slots=True)
class House:
    """The talks and the words of one deployment.

    talk: the flow of this name for this person at this moment, None if there is none; value: what fills a
    placeholder; guessed: the language of a client that is set so, "" for none; told: what words tell that the open
    question cannot read, or takes for a name; zoned: what lines of a machine-readable zone come to, None if words
    are none; wants: what words ask for that are not just those of anywhere; opened: the facts of a link that was
    opened; concludes: facts that follow from where a person now stands (the reference number, a seat given up, a
    paper of which the zone was confirmed); matter: what of a step from one standing to the next the staff must
    hear; leads: the facts that open what is left to tell; anywhere: by folded words; agreed: any of these lets us
    keep facts; kinds: by a question's own name; short: few words, by the id of the text; beside: what is said with
    a question of this talk to who does not read alone; erased_after: how long an erasure that a person asked for
    can be undone; duress: whether a PIN can be typed so that the staff know of it.
    """

    talk: Callable[[str, Standing, datetime], Flow | None]
    value: Callable[[str, Standing, Placed | None], Part]
    guessed: Callable[[str], str]
    told: Callable[[Standing, Placed, Writing, bool], Told | None]
    zoned: Callable[[Standing, Placed | None, Writing], Zoned | None]
    wants: Callable[[str, date], Anywhere | None]
    opened: Callable[[str], tuple[Body, ...]]
    concludes: Callable[[Standing, datetime], tuple[Body, ...]]
    matter: Callable[[Standing, Standing, datetime], Matter | None]
    leads: Callable[[Standing], tuple[Body, ...]]
    beside: Callable[[str, Standing], tuple[Spoken, ...]]
    anywhere: Mapping[str, Anywhere]
    lexicon: Lexicon
    sayings: Sayings
    agreed: tuple[Condition, ...]
    kinds: Kinds
    short: Mapping[str, Text]
    erased_after: timedelta
    duress: bool

    home = "home"
    lost = "lost"
    case = CASE_TALK
    language = "language"
    status = "status"
    erasure = ERASURE_TALK
    view = "view"
    notes = NOTES_TALK
    safety = "safety"
    wish = "wish"
    proof = "proof"
    reading = "reading"
    resume = "resume"
    away = AWAY_TALK
    pin = PIN_TALK
    asks, shut, blank = "door", "shut", "blank"

    def wanted(self, words: str) -> Anywhere | None:
        """What these words ask for at any moment; a command is known by its first word."""
        if words.startswith("/"):
            command = fold(words.split(maxsplit=1)[0].partition("@")[0])
            return Anywhere.START if command == "start" else self.anywhere.get(command)
        return self.anywhere.get(fold(words)) if len(words) < LONGEST else None

    def may_keep(self, standing: Standing) -> bool:
        """Whether facts about the person may be kept: they agreed or asked for a person, now or once before."""
        asked = bool(standing.case) or not standing.held
        return asked or any(condition.holds(standing.known) for condition in self.agreed)

    def stored(self, standing: Standing) -> Standing:
        """What of a standing may be stored."""
        return marked(standing, self.kinds)

    def open_talk(self, standing: Standing, now: datetime) -> Flow:
        """The flow that is open; the menu where the open one no longer exists."""
        flow = self.talk(standing.talk, standing, now) or self.talk(self.home, standing, now)
        if flow is None:
            raise LookupError(f"there is no talk named {self.home}")
        return flow
