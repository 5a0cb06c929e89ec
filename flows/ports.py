"""What the rooms offer to each other: storage fulfils it, bot uses it, tests hand in others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Protocol

from flows.conversation.standing import Standing
from flows.facts import Fact, PlaceProposed
from flows.texts import Text


class NoRoom(Exception):
    """There is no room to keep it: nothing changed, and it must be tried again later."""


class Lexicon(Protocol):
    """What labels are called, in every language the people use."""

    def names(self, text: Text) -> frozenset[str]:
        """The text in all languages, each folded by `flows.words.fold`."""


class Lane(IntEnum):
    """Which outgoing message goes first; before all that is said, what takes words off a screen."""

    AWAY = -1
    URGENT = 0
    TALK = 1
    BULK = 2


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that must be sent: `body` is the channel's call, ready and opaque to the store.

    id: random, or named so that it can be taken back; note: the note it announces, "" for none; due_at: not
    before this moment; expires_at: nor after.
    """

    id: str
    chat: int
    person: str
    lane: Lane
    body: bytes
    due_at: datetime
    note: str = ""
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A person's row in the working store: what may be stored of their standing, and their last update.

    reply: what that update was answered, where it repeats words of the staff; else it can be made again.
    erase_at: when their record is erased because they asked for it, None if they did not.
    """

    standing: Standing
    chat: int
    update: int = -1
    reply: bytes = b""
    erase_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """One turn, to be kept whole or not at all.

    kept: the person's row after it, or None to forget the person of `chat`; update: the channel's update id
    that is done with it, None when no update caused it; feed: the register's position that is done with it;
    stops: a note that is not sent if it was not yet; drops: ids of outgoing messages that are not; clears:
    replies to the person that were not sent yet are not sent either; erases: the person of whom nothing personal
    is kept on; marks: moments to be kept with it under names of their own; instead: a queued message whose place
    it takes.
    """

    chat: int
    kept: Kept | None
    facts: tuple[Fact, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    update: int | None = None
    feed: int | None = None
    stops: str = ""
    drops: tuple[str, ...] = ()
    clears: bool = False
    erases: str = ""
    marks: Mapping[str, datetime] = field(default_factory=dict)
    instead: str = ""


class Turns(Protocol):
    """The working store of a node, as conversations use it."""

    def of_chat(self, chat: int) -> Kept | None:
        """The row of the person who writes from this chat."""

    def of_person(self, person: str) -> Kept | None:
        """The row of this person."""

    def done(self, update: int) -> bool:
        """Whether this update was kept before."""

    def to_erase(self, now: datetime) -> Sequence[str]:
        """The persons whose record is to be erased by now."""

    def spoke(self, person: str, since: datetime) -> bool:
        """Whether the person said something after this moment."""

    def mark(self, name: str) -> datetime | None:
        """The moment that was last kept under this name."""

    def everyone(self, since: datetime | None = None) -> Sequence[tuple[Kept, datetime | None]]:
        """Everyone met, or who wrote since then, each with when they last wrote if that is remembered."""

    async def keep(self, turned: Turned) -> None:
        """Return once the turn is durable; turns that arrive together share one commit."""

    async def poison(self, update: int, raw: bytes, error: str) -> None:
        """Keep an update that breaks us, and mark it done."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as the desk lists it; nothing personal in it but the record's reference.

    reader: how the person reads, "" if they did not say; voices: by question, the voice notes that nobody listened
    to yet, "" where none was open.
    """

    case: str
    person: str
    code: str
    priority: str
    ref: str
    language: str
    opened_at: datetime
    claimed_by: str
    closed: bool
    reader: str = ""
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What the register has concluded of a person so far; "" or 0 where nothing was said.

    heard_at: of their latest own word, or of meeting them; wished_at: when they said the wish, None if never;
    notes: "stop" if they want to be written to no more, "declined" if they do not agree any more; asked: how often
    the wish was asked anew since; ask_again: "no" if it must not be; not_before: when one who leaves later could;
    torn: the wish turned so often that a person must ask; quiet_until: no note before; safety_asked: when
    the staff last asked whether they are safe; placed_at: when they last said where they are; named: they told a
    name; share: "yes" if what they told may be shared for a trip, "no" if not, "" if they were not asked.
    """

    person: str
    node: str
    ref: str
    language: str
    category: str
    wish: str
    count: int
    province: str
    registered: bool
    reachable: bool
    heard_at: datetime
    wished_at: datetime | None = None
    notes: str = ""
    locked: bool = False
    asked: int = 0
    ask_again: str = ""
    not_before: datetime | None = None
    torn: bool = False
    quiet_until: datetime | None = None
    safety_asked: datetime | None = None
    placed_at: datetime | None = None
    named: bool = False
    share: str = ""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One of those who would go along with a person, by an id that only this person's record gives.

    go_without: whether the person would go without them; care: whether a grown-up would stay with them: yes, no or
    unsure, "" where it was not asked; wish: what they want in their own word, None wished_at if they said nothing.
    """

    person: str
    item: str
    relation: str
    age: str
    go_without: str
    care: str
    told_at: datetime
    wish: str = ""
    wished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of a person, or of one who would go along, as they told of it.

    item: whose of the family it is, "" the person's own; kind, state: as in domain.md §1.5, state "" if unsaid;
    number: typed, odd, zone, later or unsure, "" if unsaid; expiry: `gregorian:2026-05` or of another calendar, ""
    if nothing is known; odd: a check digit of its zone does not hold.
    """

    person: str
    item: str
    kind: str
    state: str
    number: str
    expiry: str
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Erasures:
    """How many records, or messages, a retention rule is about to erase, and when the first and the last."""

    why: str
    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One person's offer on a window; answer: "", "yes" or "no"; place k > 0: k-th on the wait list.

    state: how far its note came: "" before anything was heard of it, sent, or as `flows.facts.NoteStood` says;
    stage: how far the trip came: "", sure, told, cancelled, missed or gone; reminded: how often they were of it;
    checked: "asked" the day before whether it is still so, and "yes" once they answered.
    """

    window: str
    person: str
    sent: bool
    read: bool
    answer: str
    seat: bool
    place: int
    state: str = ""
    stage: str = ""
    reminded: int = 0
    checked: str = ""


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A window as planned, and its approval: `approved_by` and `digest` are "" until then.

    bags: how many small ones each person may bring.
    """

    window: str
    route: str
    departs: datetime
    answer_by: datetime
    seats: int
    planned_by: str
    approved_by: str
    digest: str
    bags: int = 1
    approved_at: datetime | None = None


class Register(Protocol):
    """The central register as the desk and the console use it; every decision is one transaction."""

    def people(self) -> Sequence[PersonRow]:
        """Every human being known, in the order they became known; linked records are one."""

    def cases(self) -> Sequence[CaseRow]:
        """Every case, oldest first."""

    def heard(self, case: str) -> Sequence[tuple[datetime, str]]:
        """What the person wrote for the staff of this case: when, and the words."""

    def word(self, case: str) -> str:
        """The word of their own that the person of a case asks of whoever speaks for us, "" if they gave none."""

    def claim(self, case: str, staff: str, at: datetime) -> str:
        """Who has the case now: `staff` if it was free or already theirs, else who was first."""

    def reply(self, case: str, staff: str, words: str, at: datetime, cause: str) -> bool:
        """Write to the person of a case that `staff` has claimed; False if they do not have it.

        The same cause again changes nothing and is answered as the first time.
        """

    def hand_back(self, case: str, staff: str, at: datetime) -> bool:
        """Close a case that `staff` has claimed; False if they do not have it."""

    def windows(self) -> Sequence[WindowRow]:
        """Every window, oldest first."""

    def offers(self, window: str) -> Sequence[OfferRow]:
        """Every offer on the window, in the order they were made."""

    def plan(
        self,
        window: str,
        route: str,
        departs: datetime,
        answer_by: datetime,
        seats: int,
        staff: str,
        at: datetime,
        bags: int = 1,
    ) -> WindowRow:
        """Plan a window; the same id again returns the first plan unchanged."""

    def approve(self, window: str, staff: str, digest: str, people: Sequence[str], at: datetime) -> bool:
        """Approve exactly these people and make their offers; False if it was approved before."""

    def stop(self, window: str, staff: str, at: datetime) -> int:
        """Take back every offer of which no node has said that it was sent; returns how many."""

    def allot(self, at: datetime) -> int:
        """Give seats and wait-list places to the answers that came since; returns how many changed."""

    def erasures(self) -> Sequence[Erasures]:
        """What will be erased, by rule."""

    def totals(self) -> "Totals":
        """The figures of the console."""


class Trips(Protocol):
    """What becomes of a window after the yes; every decision is one transaction."""

    def make_sure(self, window: str, at: datetime) -> int:
        """Give a code to everyone who holds a seat and has none; returns to how many."""

    def propose(self, window: str, place: str, gathers: datetime, staff: str, at: datetime) -> None:
        """Write where and when a trip gathers, for a second person to approve; the latest takes the place."""

    def proposed(self, window: str) -> PlaceProposed | None:
        """The latest that was written of where and when a trip gathers."""

    def tell_place(self, proposal: PlaceProposed, staff: str, at: datetime) -> int | None:
        """Tell it to all whose seat is sure; None if it is not the latest, or `staff` wrote it themselves."""

    def codes(self, window: str) -> Mapping[str, str]:
        """The code of each person who was told that their seat is sure and still holds it."""

    def cancel(self, window: str, at: datetime) -> int:
        """Tell everyone who was offered a seat and did not refuse it that it does not go; returns how many."""

    def seen(self, window: str, people: Collection[str], at: datetime, *, gone: bool) -> int:
        """These people, of those who were told the place, were seen on the way or not; returns how many."""


@dataclass(frozen=True, slots=True)
class OtherRow:
    """Somebody of whom a person told us; "" where nothing was said.

    token: what their own link carries; teller: the record of who told it; relation: what that one is to them;
    knows: whether they know of it; spoke: the records of those who opened the link since, the first first.
    """

    token: str
    teller: str
    relation: str
    knows: str
    category: str
    wish: str
    province: str
    told_at: datetime
    spoke: tuple[str, ...] = ()


class Asking(Protocol):
    """What is asked of people without their asking; every decision is one transaction."""

    def safety(self, staff: str, at: datetime, provinces: Sequence[str] = ()) -> int:
        """Ask everyone in these provinces whether they are safe, or everyone anywhere; returns how many."""


@dataclass(frozen=True, slots=True)
class NodeTotal:
    """What the register has of one node's ledger; heard_at: when the latest of it reached that node."""

    node: str
    epoch: int
    facts: int
    position: int
    heard_at: datetime


@dataclass(frozen=True, slots=True)
class Totals:
    """How many people and cases the register knows; small cells are not hidden here, whoever shows them does.

    told_of: of how many others people told us; spoke: how many of these have opened their own link since.
    """

    people: int
    registered: int
    wishes: Mapping[str, int]
    languages: Mapping[str, int]
    provinces: Mapping[str, int]
    nodes: Sequence[NodeTotal]
    cases_open: int
    cases_claimed: int
    cases_closed: int
    told_of: int = 0
    spoke: int = 0


class Cards(Protocol):
    """The messages of the desk bot that show a case or a window, so that each is posted once and then edited."""

    def card(self, subject: str) -> tuple[int, int, str] | None:
        """The chat, the message and what it last showed of this subject."""

    def keep_card(self, subject: str, chat: int, message: int, shown: str) -> None:
        """Remember the message that shows this subject."""
