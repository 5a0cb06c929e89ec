"""Facts and turns to keep."""

from datetime import UTC, datetime
from typing import get_args
from uuid import uuid4

from flows.conversation.standing import Door, Note, Offer, Stage, Standing, Way
from flows.facts import (
    AnswerGiven,
    Assessed,
    Body,
    CaseClaimed,
    CaseHandedBack,
    CaseOpened,
    ContactLost,
    ErasureOrdered,
    Fact,
    KeyMade,
    MessageHeard,
    NoteRead,
    NoteSent,
    NoteStood,
    NoteStopped,
    OfferMade,
    OfferReminded,
    PersonMet,
    PersonsLinked,
    PersonsUnlinked,
    PhoneLost,
    PhotoSent,
    PinLifted,
    PlaceProposed,
    PlaceTold,
    QuestionsReopened,
    RecordErased,
    ReferenceGiven,
    SafetyAsked,
    SeatHeld,
    SeatReleased,
    SeatSure,
    Source,
    StaffReplied,
    TalkOpened,
    TripEnded,
    UpdatesMissed,
    ViewGiven,
    VoiceSent,
    Waitlisted,
    WindowApproved,
    WindowPlanned,
    WishAsked,
    ZoneRead,
)  # fmt: skip
from flows.ports import Kept, Lane, Outgoing, Turned

NOW = datetime(2026, 11, 23, 8, 30, 0, 123456, tzinfo=UTC)
KINDS: tuple[type[Body], ...] = get_args(Body)

SAMPLES: tuple[Body, ...] = (
    PersonMet("telegram", 5_000_000_000),
    TalkOpened("papers"),
    QuestionsReopened("papers", ("passport", "tazkira")),
    AnswerGiven("registration", "name", "زرغونه"),
    AnswerGiven("registration", "people", 7),
    AnswerGiven("papers", "photos", ("a", "b", "done")),
    ReferenceGiven("HMR-1234"),
    CaseOpened("c1", "E01", "P0"),
    MessageHeard("c1", "کمک"),
    PhotoSent("17", "US_PPT", "AgACAgQ"),
    VoiceSent("18", "c1", "papers", "documents.US_PPT.number", "AwACAgQ"),
    CaseClaimed("c1", "staff"),
    StaffReplied("c1", "n1", "We read it."),
    CaseHandedBack("c1", "staff"),
    NoteSent("n1"),
    NoteRead("n1"),
    ContactLost("blocked"),
    UpdatesMissed("c2", NOW, NOW),
    WindowPlanned("w1", "AIR", NOW, NOW, 120, "staff"),
    WindowApproved("w1", "other", "ab12"),
    OfferMade("w1", "AIR", NOW, NOW),
    SeatHeld("w1"),
    SeatReleased("w1"),
    Waitlisted("w1", 3),
    OfferReminded("w1", 1),
    WishAsked(2, "w1"),
    SafetyAsked("staff"),
    PlaceProposed("w1", "The blue gate", NOW, "staff"),
    SeatSure("w1", "A7K3MP"),
    PlaceTold("w1", "The blue gate", NOW),
    TripEnded("w1", "gone"),
    NoteStopped("n1", "staff"),
    NoteStood("n1", "unknown"),
    ErasureOrdered("aborted", NOW),
    RecordErased("asked"),
    ViewGiven("Name: زرغونه"),
    PersonsLinked("p2", "staff", True),
    PersonsUnlinked("p2", "staff"),
    PinLifted("staff"),
    PhoneLost("staff", True),
    Assessed("NOT_READY", ("DOC_EXPIRED:US_PPT",), "POL-2021-11-A", "1", "i1", ("USC",)),
    ZoneRead("17", "AF_PPT", (("zone_number", "P00123456"), ("zone_lines", "hold"))),
    KeyMade(2, "ab" * 32),
)

FULL = Standing(
    "p1",
    talks=("registration", "case"),
    answers={"registration": {"name": "زرغونه", "people": 7, "photos": ("a", "done")}, "case": {}},
    known={"name": "زرغونه", "people": 7, "photos": ("a", "done")},
    ref="HMR-1234",
    case="c1",
    claimed=True,
    code="E22",
    told=False,
    notes={"n1": Note(words="We read it."), "w1": Note(talk="offer.w1")},
    read={"n0": Note(words="We are here.")},
    offers={"w1": Offer("w1", "AIR", NOW, NOW, 3, Stage.TOLD, "A7K3MP", "The blue gate", NOW)},
    photos=("17",),
    held=SAMPLES,
    misses=2,
    page=1,
    typed={17: "name", 18: "people"},
    heard_at=NOW,
    away=8,
    door=Door(Way.BLANK, "note:n1:read", 3, NOW, "c2"),
    opened=(21, 22),
    theirs=(17, 18),
    ours=(21, 22),
    turned=(NOW,),
    lost=True,
    linked=True,
    ready={"": Assessed("PARTY_BLOCKED", ("PARTY_i1:NOT_READY",), "POL-2021-11-A", "1")},
    closed=True,
)


def fact(person: str = "p1", body: Body = SAMPLES[3], id: str = "") -> Fact:  # noqa: A002
    """A fact that someone said now."""
    return Fact(id or uuid4().hex, person, body, Source.SELF, NOW, NOW, "cause")


def message(chat: int = 1, lane: Lane = Lane.TALK, due_at: datetime = NOW) -> Outgoing:
    """A message to send."""
    return Outgoing(uuid4().hex, chat, f"p{chat}", lane, b"{}", due_at, "n1")


def turned(chat: int, update: int, *facts: Fact, outgoing: tuple[Outgoing, ...] = ()) -> Turned:
    """A turn of the person p<chat>, with one fact unless others are given."""
    person = f"p{chat}"
    kept = Kept(Standing(person, known={"update": update}), chat, update, b"reply")
    return Turned(chat, kept, facts or (fact(person),), outgoing, update)
