"""The facts of the ledger: immutable, in the past tense; everything else is folded from them.

A field marked `Personal` must never reach a disk unsealed, a log, an error or a metric.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, TypeVar, get_args

T = TypeVar("T")
Personal = Annotated[T, "personal"]

# A machine's clock that is further off the channel's is not believed.
CLOCK_OFF = timedelta(minutes=5)

# An answer: an option's key, typed words, a number, or the ids of several things ("done" last when complete).
Value = str | int | tuple[str, ...]


class Source(StrEnum):
    """Who says it (domain.md §2.2, the part of it that is heard so far)."""

    SELF = "SELF"
    STAFF = "STAFF"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class PersonMet:
    """A person agreed that we keep what they say; `chat` is where they can be written to."""

    channel: str
    chat: Personal[int]


@dataclass(frozen=True, slots=True)
class TalkOpened:
    """A talk was begun, or begun anew: its answers of an earlier round no longer close its questions."""

    talk: str


@dataclass(frozen=True, slots=True)
class QuestionsReopened:
    """Questions of a talk were opened again, so that they are asked again."""

    talk: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A question was answered, for the first time or again; the latest answer holds."""

    talk: str
    question: str
    value: Personal[Value]


@dataclass(frozen=True, slots=True)
class ReferenceGiven:
    """The person was told the number of their record (domain.md §1.2)."""

    ref: str


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A person needs a person: `code` is one of E01–E25, `priority` P0–P3 (domain.md §3).

    told: the centre could be reached then, so the person was told that the staff know.
    """

    case: str
    code: str
    priority: str
    told: bool = True


@dataclass(frozen=True, slots=True)
class MessageHeard:
    """Words that are meant for the staff of a case."""

    case: str
    words: Personal[str]


@dataclass(frozen=True, slots=True)
class CaseClaimed:
    """One of the staff took the case; from now on the bot does not talk over them."""

    case: str
    staff: str


@dataclass(frozen=True, slots=True)
class StaffReplied:
    """The staff wrote to the person; `note` names the reply on its button."""

    case: str
    note: str
    words: Personal[str]


@dataclass(frozen=True, slots=True)
class CaseHandedBack:
    """The staff are done; the bot speaks again."""

    case: str
    staff: str


@dataclass(frozen=True, slots=True)
class PhotoSent:
    """A photo came; whether it is kept is asked in a talk of its own, and only then the register fetches it.

    photo: names it among the person's; paper: the kind of paper that was being asked about, "" if none was; file:
    where the channel keeps it, readable by the bot that got it alone.
    """

    photo: str
    paper: Personal[str]
    file: Personal[str]


@dataclass(frozen=True, slots=True)
class VoiceSent:
    """A voice note came for the staff, who listen to it at the centre.

    voice: names it among the person's; case: what it belongs to; talk, question: what was open when it came, ""
    where nothing was; file: where the channel keeps it, readable by the bot that got it alone.
    """

    voice: str
    case: str
    talk: str
    question: Personal[str]
    file: Personal[str]


@dataclass(frozen=True, slots=True)
class ZoneRead:
    """The centre read a machine-readable zone from a photo that the person wants to be kept: they are asked.

    photo: as in `PhotoSent`; paper: the kind of paper that the zone is of; answers: what it says, by the questions
    of the talk about a typed zone.
    """

    photo: str
    paper: Personal[str]
    answers: Personal[tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class NoteSent:
    """The channel accepted a note for the person (it gives no receipt of reading)."""

    note: str


@dataclass(frozen=True, slots=True)
class NoteRead:
    """The person tapped Read."""

    note: str


@dataclass(frozen=True, slots=True)
class ContactLost:
    """The channel refuses to deliver to the person: `why` is the channel's reason, e.g. blocked."""

    why: str


@dataclass(frozen=True, slots=True)
class UpdatesMissed:
    """The node heard nothing for longer than the channel keeps messages: what people wrote may be lost.

    Said of no person; case: the case that this is for the staff; since, until: by the channel's time.
    """

    case: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class WindowPlanned:
    """A departure with seats was planned; said of no person.

    departs: the day, in Kabul; answer_by: the deadline; route: AIR or LAND; staff: who planned it; bags: how many
    small ones each person may bring.
    """

    window: str
    route: str
    departs: datetime
    answer_by: datetime
    seats: int
    staff: str
    bags: int = 1


@dataclass(frozen=True, slots=True)
class WindowApproved:
    """A second person approved exactly the list of people with this digest."""

    window: str
    staff: str
    digest: str


@dataclass(frozen=True, slots=True)
class OfferMade:
    """A seat on a window was offered to the person."""

    window: str
    route: str
    departs: datetime
    answer_by: datetime
    bags: int = 1


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """The centre gave the person a seat."""

    window: str


@dataclass(frozen=True, slots=True)
class SeatReleased:
    """The person's seat, or place on the wait list, became free."""

    window: str


@dataclass(frozen=True, slots=True)
class Waitlisted:
    """No seat was left: the person is number `place` on the wait list."""

    window: str
    place: int


@dataclass(frozen=True, slots=True)
class OfferReminded:
    """Who has not answered an offer yet is reminded of it; `time` counts from 1."""

    window: str
    time: int


@dataclass(frozen=True, slots=True)
class WishAsked:
    """The centre asks whether the wish is still so: it grew old, or the trip of `window` leaves within a day.

    time counts from 1 since the wish was said; disputed: somebody else said another since.
    """

    time: int
    window: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class SafetyAsked:
    """The staff ask whether the person is safe, and still where they were."""

    staff: str


@dataclass(frozen=True, slots=True)
class PlaceProposed:
    """One of the staff wrote where and when a trip gathers, for a second one to approve; said of no person."""

    window: str
    place: Personal[str]
    at: datetime
    staff: str


@dataclass(frozen=True, slots=True)
class SeatSure:
    """The person's seat is sure; code: what they show to the staff on the way, and to nobody else."""

    window: str
    code: Personal[str]


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """The person is told where and when their trip gathers; the same place again has another time."""

    window: str
    place: Personal[str]
    at: datetime


@dataclass(frozen=True, slots=True)
class TripEnded:
    """How a trip ended for the person: `cancelled` for everybody, `missed` or `gone` as they were seen or not."""

    window: str
    how: str


@dataclass(frozen=True, slots=True)
class NoteStopped:
    """The centre took a note back: it is not sent, if it was not yet."""

    note: str
    staff: str


@dataclass(frozen=True, slots=True)
class NoteStood:
    """How far a note has come at the node, but for sent.

    state: queued; unknown (it may have arrived); failed; expired or stopped (it was not sent, and never will be).
    """

    note: str
    state: str


@dataclass(frozen=True, slots=True)
class ErasureOrdered:
    """The centre wants the record erased, unless the person spoke after `heard`; `why` is the retention rule."""

    why: str
    heard: datetime


@dataclass(frozen=True, slots=True)
class RecordErased:
    """What was personal in the record is gone and cannot be read any more; `why`: asked, or a retention rule."""

    why: str


@dataclass(frozen=True, slots=True)
class ViewGiven:
    """The centre shows the person all that is kept of them, since they asked."""

    words: Personal[str]


@dataclass(frozen=True, slots=True)
class PersonsLinked:
    """The staff found this record and `other` to be of one human being; said of both, and both are kept.

    asks: the two said different things almost at once, so this one is asked which holds.
    """

    other: str
    staff: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class PersonsUnlinked:
    """This record and `other` are of two human beings after all; said of both."""

    other: str
    staff: str


@dataclass(frozen=True, slots=True)
class PinLifted:
    """The staff made sure who asks, and the PIN that this person forgot is asked for no more."""

    staff: str


@dataclass(frozen=True, slots=True)
class PhoneLost:
    """The phone is in other hands: nothing of the person is shown or sent there. over: it is theirs again."""

    staff: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the centre concluded of a person's readiness, or of one who would go along (item), since it changed.

    status, reasons: codes of domain.md §1.6, in which members are named by the person's own list and the person by
    ""; covered: the categories that trips are planned for, where theirs is not one; policy, rule: their versions.
    """

    status: Personal[str]
    reasons: Personal[tuple[str, ...]]
    policy: str
    rule: str
    item: str = ""
    covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMade:
    """The register has a new sealing key; said to every node. public: 32 bytes in hexadecimal."""

    generation: int
    public: str


Body = (
    PersonMet
    | TalkOpened
    | QuestionsReopened
    | AnswerGiven
    | ReferenceGiven
    | CaseOpened
    | MessageHeard
    | PhotoSent
    | VoiceSent
    | ZoneRead
    | CaseClaimed
    | StaffReplied
    | CaseHandedBack
    | NoteSent
    | NoteRead
    | ContactLost
    | UpdatesMissed
    | WindowPlanned
    | WindowApproved
    | OfferMade
    | SeatHeld
    | SeatReleased
    | Waitlisted
    | OfferReminded
    | WishAsked
    | SafetyAsked
    | PlaceProposed
    | SeatSure
    | PlaceTold
    | TripEnded
    | NoteStopped
    | NoteStood
    | ErasureOrdered
    | RecordErased
    | ViewGiven
    | PersonsLinked
    | PersonsUnlinked
    | PinLifted
    | PhoneLost
    | Assessed
    | KeyMade
)
KINDS: dict[str, type[Body]] = {kind.__name__: kind for kind in get_args(Body)}


@dataclass(frozen=True, slots=True)
class Unread:
    """A body of this kind that is not read here: sealed to others, erased, or of a newer build."""

    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A body with who it concerns, who said it, when, and what caused it.

    person: the record's random id, "" for facts about no person; said_at: the channel's time of the
    message; received_at: when a node heard it, by the channel's time if its own clock was wrong; cause: the
    update or fact that led to it.
    """

    id: str
    person: str
    body: Body | Unread
    by: Source
    said_at: datetime
    received_at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact at its place in the ledger.

    node, epoch, seq: its place without a gap in the ledger of the node that heard it; recorded_at: when
    that node's store kept it, by that machine's own clock; position: the order in which this store came to
    know it; chain: SHA-256 over the node's previous chain value and this fact.
    """

    fact: Fact
    node: str
    epoch: int
    seq: int
    recorded_at: datetime
    position: int
    chain: bytes

    @property
    def clock_suspect(self) -> bool:
        """Whether the machine that kept it had another time than the channel, so that its clock proves nothing."""
        return abs(self.recorded_at - self.fact.received_at) > CLOCK_OFF
