"""Where a person stands: the fold of the facts about them that a conversation needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from flows.cases.triage import DISPUTED, DURESS, IMPERSONATION, IN_DANGER
from flows.facts import (
    AnswerGiven,
    Assessed,
    Body,
    CaseClaimed,
    CaseHandedBack,
    CaseOpened,
    ContactLost,
    NoteRead,
    NoteStopped,
    OfferMade,
    OfferReminded,
    PersonsLinked,
    PersonsUnlinked,
    PhoneLost,
    PhotoSent,
    PinLifted,
    PlaceTold,
    QuestionsReopened,
    ReferenceGiven,
    SafetyAsked,
    SeatHeld,
    SeatReleased,
    SeatSure,
    StaffReplied,
    TalkOpened,
    TripEnded,
    Value,
    Waitlisted,
    WishAsked,
    ZoneRead,
)

T = TypeVar("T")
Answers = Mapping[str, Value]
FIRST_TALK = "registration"
CASE_TALK = "case"
CALLS_TALK = "calls"
OFFER_TALK = "offer."
PHOTO_TALK = "photo."
ZONE_TALK = "zone."
ZONE_CONFIRMED = "zone_check"
PAPERS_TALK = "of."  # short, since it stands on every button
ERASURE_TALK = "erasure"
NOTES_TALK = "notes"
PIN_TALK = "pin"
PIN_SET = "set:"  # begins the answer of who chose a PIN; "off" is the other
SAFE_TO_WRITE = "safe_to_write"
WHO_DIED, OTHERS_LEFT = "who_died", "others_left"
AWAY_TALK = "away"
WISH_TALK, WELL_TALK, DISPUTE_TALK = "wish", "well", "dispute"
READER = "reader"  # how they read: one of TEXT, SHORT, VOICE and HELPER
WHO, CONSENT = "who", "consent"
ON_THE_WAY = ("moved", "going", "safe")
DEEPEST = 6
PHOTOS = 20
READ = 4

# After so long without a word a person is welcomed back to an open question; after so many days it is asked who
# writes, and after so many whether they still agree (domain.md §5.2).
RESUMED_AFTER = timedelta(hours=24)
WHO_AFTER = 7
AGREES_AFTER = 30


@dataclass(frozen=True, slots=True)
class Note:
    """What waits behind a Read button: words of the staff, or a talk; one is empty. anew: the talk begins anew."""

    words: str = ""
    talk: str = ""
    anew: bool = False


class Stage(StrEnum):
    """How far a trip has come after the yes: seat sure, place told, time moved; or how it ended."""

    OPEN = ""
    SURE = "sure"
    TOLD = "told"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MISSED = "missed"
    GONE = "gone"


ENDED = (Stage.CANCELLED, Stage.MISSED, Stage.GONE)


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer as the person knows it: place k > 0 is the k-th on the wait list.

    code: what shows that a seat is sure; rally, gathers: where and when it gathers, once that was told; bags:
    how many small ones each person may bring.
    """

    window: str
    route: str
    departs: datetime
    answer_by: datetime
    place: int = 0
    stage: Stage = Stage.OPEN
    code: str = ""
    rally: str = ""
    gathers: datetime | None = None
    bags: int = 1

    @property
    def starts(self) -> datetime:
        """When it begins, as far as that is known: on the day itself, or when it gathers."""
        return self.gathers or self.departs


class Way(StrEnum):
    """What a person meets who has a PIN: the PIN may be due, may have been asked for, or nothing is shown."""

    OPEN = "open"
    DUE = "due"
    ASKED = "asked"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Door:
    """What stands before the facts of who has a PIN.

    wants: what they came for, as a word that works anywhere or as what a button says; misses: wrong digits in a
    row; until: no digits are tried before; case: of what is said before a blank; typed: a PIN came last.
    """

    way: Way = Way.OPEN
    wants: str = ""
    misses: int = 0
    until: datetime | None = None
    case: str = ""
    typed: bool = False


OPEN_DOOR = Door()


@dataclass(frozen=True, slots=True)
class Standing:
    """What deciding the next reply needs to know of a person.

    talks: those begun, the open one last; answers: those of each talk's present round; known: the latest answer to
    each question, over all talks, by `known_as`; case: the open case, if any, claimed once the staff have the
    floor, of this code, told to them at once or not; notes: by note, and the latest that were read, which can be
    opened again; lost: the phone is in other hands; offers: by window; photos: the latest that came, kept or not;
    ready: what the centre concluded, of them ("") and of each who would go along; closed: they closed the bot, so
    that nothing reaches them before they write.
    Attention, not fact, and only in the working store: held, facts that may not be kept before the person
    agrees; misses, answers in a row that could not be read; page, of the open question's options in view;
    typed, which question each late message answered; heard_at, when they last did anything; away, for how many
    days they did nothing, until it is known that it is still they, and that they agree; door, before it all;
    opened, the messages that show what a note says; theirs, ours: the late messages of the chat, as far as their
    ids are known; turned, when the wish changed, the latest times.
    """

    person: str
    talks: tuple[str, ...] = (FIRST_TALK,)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    known: Answers = field(default_factory=dict)
    ref: str = ""
    case: str = ""
    claimed: bool = False
    code: str = ""
    told: bool = True
    notes: Mapping[str, Note] = field(default_factory=dict)
    read: Mapping[str, Note] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    held: tuple[Body, ...] = ()
    misses: int = 0
    page: int = 0
    typed: Mapping[int, str] = field(default_factory=dict)
    heard_at: datetime | None = None
    away: int = 0
    door: Door = OPEN_DOOR
    opened: tuple[int, ...] = ()
    theirs: tuple[int, ...] = ()
    ours: tuple[int, ...] = ()
    turned: tuple[datetime, ...] = ()
    lost: bool = False
    ready: Mapping[str, Assessed] = field(default_factory=dict)
    linked: bool = False
    closed: bool = False

    @property
    def talk(self) -> str:
        """The talk that is open."""
        return self.talks[-1]

    @property
    def locked(self) -> bool:
        """Whether they asked that everything be erased: until it is, or they undo it, nothing else goes on."""
        return self.answers.get(ERASURE_TALK, {}).get(ERASURE_TALK) == "all"

    @property
    def hushed(self) -> bool:
        """Whether nothing may light up their screen: until it is safe, or as they want no notes, or do not agree.

        Who has a case open waits for an answer, and gets it; who typed a PIN under duress gets nothing.
        """
        if self.lost or self.door.way is Way.BLANK:
            return True
        if not self.case:
            return self.known.get(NOTES_TALK) == "stop" or self.known.get(CONSENT) == "no"
        return self.code == IN_DANGER.code and SAFE_TO_WRITE not in self.answers.get(CASE_TALK, {})

    @property
    def pin(self) -> str:
        """What the four digits that they chose are known by, "" if they chose none."""
        chosen = self.known.get(PIN_TALK)
        return chosen if isinstance(chosen, str) and chosen.startswith(PIN_SET) else ""

    @property
    def stranger(self) -> bool:
        """Whether somebody else has the phone, who is shown nothing of them."""
        return self.away > 0 and self.answers.get(AWAY_TALK, {}).get(WHO) == "other"

    @property
    def lapsed(self) -> bool:
        """Whether they must agree anew before anything more of what they tell is kept."""
        return self.away >= AGREES_AFTER

    def unanswered(self, window: str) -> bool:
        """Whether a place was offered that they have neither taken nor refused."""
        offer = self.offers.get(window)
        return bool(offer and not offer.stage and "answer" not in self.answers.get(OFFER_TALK + window, {}))

    @property
    def language(self) -> str:
        """The language that the person chose, English before that."""
        return str(self.known.get("language", "en"))


def known_as(talk: str, question: str) -> str:
    """The name by which the latest answer is known: that of a family member's papers is told apart by whose."""
    return f"{talk.removeprefix(PAPERS_TALK)}.{question}" if talk.startswith(PAPERS_TALK) else question


def told(standing: Standing, body: Body) -> Standing:
    """The standing after a fact of others: what a person answered only they can say, others only propose (I7)."""
    if isinstance(body, AnswerGiven | TalkOpened | QuestionsReopened):
        return standing
    if isinstance(body, CaseOpened) and body.code == DISPUTED.code:
        # The staff know of it; a question of its own asks the person.
        return standing
    if isinstance(body, CaseOpened) and body.code == IMPERSONATION.code:
        # Here the centre sees that two say they are one: nothing that the person did leads to it.
        standing = replace(standing, notes={**standing.notes, body.case: Note(talk=CASE_TALK)})
    return after(standing, body)


def folded(standing: Standing, bodies: Iterable[Body]) -> Standing:
    """The standing after these facts, in their order."""
    for body in bodies:
        standing = after(standing, body)
    return standing


def after(standing: Standing, body: Body) -> Standing:
    """The standing after one more fact; facts that no conversation needs change nothing."""
    match body:
        case AnswerGiven(talk, question, value):
            answers = {**standing.answers, talk: {**standing.answers.get(talk, {}), question: value}}
            told = replace(standing, answers=answers, known={**standing.known, known_as(talk, question): value})
            if talk == AWAY_TALK and value == "yes" and (question == CONSENT or not standing.lapsed):
                told = replace(told, away=0)
            return _without_offers(told) if talk == ERASURE_TALK and told.locked else told
        case TalkOpened(talk):
            answers = {name: given for name, given in standing.answers.items() if name != talk}
            return replace(standing, talks=_last(standing.talks, talk), answers=answers)
        case QuestionsReopened(talk, questions):
            left = {name: v for name, v in standing.answers.get(talk, {}).items() if name not in questions}
            talks = _last(standing.talks, talk)
            return replace(standing, talks=talks, answers={**standing.answers, talk: left})
        case ReferenceGiven(ref):
            return replace(standing, ref=ref)
        case ContactLost():
            return replace(standing, closed=True)
        case PhotoSent(photo):
            return replace(standing, photos=(*standing.photos, photo)[-PHOTOS:])
        case CaseOpened(code=DURESS.code):
            # The staff know of it; nothing in the talk may.
            return standing
        case CaseOpened(case, code, told=told):
            answers = {name: given for name, given in standing.answers.items() if name != CASE_TALK}
            standing = replace(standing, talks=_last(standing.talks, CASE_TALK), answers=answers)
            return replace(standing, case=case, code=code, told=told, claimed=False)
        case CaseClaimed(case) if case == standing.case:
            return replace(standing, claimed=True)
        case CaseHandedBack(case) if case == standing.case:
            # The case stays the open talk: the next words are not taken for an answer to the bot.
            return replace(standing, talks=_last(standing.talks, CASE_TALK), case="", code="", claimed=False)
        case _:
            return _noted(standing, body)


def _last(talks: tuple[str, ...], talk: str) -> tuple[str, ...]:
    if talks[-1] == talk:
        return talks
    return (*(name for name in talks if name != talk), talk)[-DEEPEST:]


def _noted(standing: Standing, body: Body) -> Standing:
    match body:
        case StaffReplied(note=note, words=words):
            return replace(standing, notes={**standing.notes, note: Note(words=words)})
        case NoteRead(note) if note in standing.notes:
            read = {**_without(standing.read, note), note: standing.notes[note]}
            late = dict(list(read.items())[-READ:])
            return replace(standing, notes=_without(standing.notes, note), read=late)
        case NoteStopped(note=note) if note in standing.notes:
            # Who has read it knows of it; to anyone else it never was.
            offers = _without(standing.offers, note)
            return replace(standing, notes=_without(standing.notes, note), offers=offers)
        case PinLifted():
            answers, known = _without(standing.answers, PIN_TALK), _without(standing.known, PIN_TALK)
            return replace(standing, answers=answers, known=known, door=OPEN_DOOR)
        case PhoneLost(over=over):
            return replace(standing, lost=not over, door=OPEN_DOOR if over else Door(Way.BLANK))
        case PersonsLinked(other, asks=asks):
            notes = {**standing.notes, other: Note(talk="wish", anew=True)} if asks else standing.notes
            return replace(standing, linked=True, notes=notes if "wish" in standing.known else standing.notes)
        case PersonsUnlinked():
            return replace(standing, linked=False)
        case WishAsked(disputed=disputed) if WISH_TALK in standing.known:
            return _asked(standing, DISPUTE_TALK if disputed else WISH_TALK)
        case SafetyAsked():
            return _asked(standing, WELL_TALK)
        case ZoneRead(paper=paper, answers=answers) if not _confirmed(standing, ZONE_TALK + paper):
            talk = ZONE_TALK + paper
            given = dict(answers)
            told = replace(standing, answers={**standing.answers, talk: given}, known={**standing.known, **given})
            return replace(told, notes={**standing.notes, talk: Note(talk=talk)})
        case Assessed(item=item):
            return replace(standing, ready={**standing.ready, item: body})
        case OfferMade(window, route, departs, answer_by, bags):
            return _offered(standing, Offer(window, route, departs, answer_by, bags=bags), announced=True)
        case Waitlisted(window, place) if window in standing.offers:
            return _offered(standing, replace(standing.offers[window], place=place), announced=True)
        case SeatHeld(window) | SeatReleased(window) if window in standing.offers:
            offer = standing.offers[window]
            if isinstance(body, SeatReleased) and offer.stage not in ENDED:
                offer = replace(offer, stage=Stage.OPEN, code="", rally="", gathers=None)
            waited = offer.place > 0 and isinstance(body, SeatHeld)
            return _offered(standing, replace(offer, place=0), announced=waited)
        case OfferReminded(window) if standing.unanswered(window):
            return _offered(standing, standing.offers[window], announced=True)
        case SeatSure(window) | PlaceTold(window) | TripEnded(window) if window in standing.offers:
            return _gone_on(standing, standing.offers[window], body)
    return standing


def _confirmed(standing: Standing, talk: str) -> bool:
    """Whether the person said yes to a zone of this paper: no photo asks them again."""
    return standing.answers.get(talk, {}).get(ZONE_CONFIRMED) == "yes"


def _asked(standing: Standing, talk: str) -> Standing:
    """A note named by the talk that it begins anew; one that waits already stays the only one."""
    return replace(standing, notes={**standing.notes, talk: Note(talk=talk, anew=True)})


def _gone_on(standing: Standing, offer: Offer, body: SeatSure | PlaceTold | TripEnded) -> Standing:
    """The trip has come further; what was asked of the person on the way before is asked anew."""
    match body:
        case SeatSure(code=code):
            offer = replace(offer, stage=Stage.SURE, place=0, code=code)
        case PlaceTold(place=place, at=at):
            stage = Stage.MOVED if place == offer.rally else Stage.TOLD
            offer = replace(offer, stage=stage, rally=place, gathers=at)
        case TripEnded(how=how):
            # What would lead others there is not kept a moment longer.
            offer = replace(offer, stage=Stage(how), code="", rally="")
    talk = OFFER_TALK + offer.window
    left = {name: value for name, value in standing.answers.get(talk, {}).items() if name not in ON_THE_WAY}
    return _offered(replace(standing, answers={**standing.answers, talk: left}), offer, announced=True)


def _without(named: Mapping[str, T], name: str) -> Mapping[str, T]:
    return {known: value for known, value in named.items() if known != name}


def _without_offers(standing: Standing) -> Standing:
    notes, read = (
        {name: note for name, note in of.items() if not note.talk} for of in (standing.notes, standing.read)
    )
    return replace(standing, notes=notes, read=read, offers={})


def _offered(standing: Standing, offer: Offer, *, announced: bool) -> Standing:
    """The offer as it is now; what the person has not seen of it waits as a note named by its window."""
    notes = standing.notes
    if announced:
        notes = {**notes, offer.window: Note(talk=OFFER_TALK + offer.window)}
    return replace(standing, notes=notes, offers={**standing.offers, offer.window: offer})
