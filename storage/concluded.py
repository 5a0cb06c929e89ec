"""One page of facts folded into the register's rows."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, select

from flows import claims
from flows.cases.triage import NODE_WAS_DEAF
from flows.conversation.standing import (
    AWAY_TALK,
    CONSENT,
    ENDED,
    ERASURE_TALK,
    FIRST_TALK,
    OFFER_TALK,
    PHOTO_TALK,
    ZONE_TALK,
)
from flows.facts import (
    AnswerGiven,
    Assessed,
    Body,
    CaseClaimed,
    CaseHandedBack,
    CaseOpened,
    ContactLost,
    Entry,
    ErasureOrdered,
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
    PlaceTold,
    RecordErased,
    ReferenceGiven,
    SafetyAsked,
    SeatHeld,
    SeatReleased,
    SeatSure,
    Source,
    TalkOpened,
    TripEnded,
    Unread,
    UpdatesMissed,
    Value,
    ViewGiven,
    VoiceSent,
    Waitlisted,
    WindowApproved,
    WindowPlanned,
    WishAsked,
    ZoneRead,
)
from flows.retention import STAYS
from storage import members, others, papers, wishes
from storage.begun import AT_REGISTRATION, offered, opened, planned, stranger
from storage.codec import kind
from storage.engine import micros
from storage.register_tables import CaseTable, OfferTable, PersonTable, WindowTable
from storage.seldom import forget_photos, link, photo_came, photo_is_wanted, voice_came

ANYWHERE = ("language", "notes", "province", "reader", "share")
MOST = 999
OF_A_CASE = (CaseOpened, CaseClaimed, CaseHandedBack, UpdatesMissed)
CENTRE = "desk"

R = TypeVar("R", bound=SQLModel)


class Rows:
    """The rows that a page of facts may touch; what is said of a row that is not there changes nothing."""

    def __init__(self, session: Session, page: Sequence[Entry]) -> None:
        self._session = session
        bodies = [entry.fact.body for entry in page if not isinstance(entry.fact.body, Unread)]
        persons = {entry.fact.person for entry in page}
        cases = {body.case for body in bodies if isinstance(body, OF_A_CASE)}
        windows = {window for body in bodies if (window := _window(body))}
        offered = col(OfferTable.window).in_(windows) & col(OfferTable.person).in_(persons)
        of_persons, of_cases = col(PersonTable.person).in_(persons), col(CaseTable.case).in_(cases)
        self._people = {row.person: row for row in session.exec(select(PersonTable).where(of_persons))}
        self._cases = {row.case: row for row in session.exec(select(CaseTable).where(of_cases))}
        planned = select(WindowTable).where(col(WindowTable.window).in_(windows))
        self._windows = {row.window: row for row in session.exec(planned)}
        self._offers = {(row.window, row.person): row for row in session.exec(select(OfferTable).where(offered))}

    def take(self, entry: Entry) -> None:
        """Fold one fact into its rows."""
        fact = entry.fact
        if kind(fact.body) == PersonMet.__name__:
            # Who met whom when stands in the header, and is known even of the erased.
            self._meet(entry)
        match fact.body:
            case UpdatesMissed(case):
                self._open_case(entry, case, entry.node, NODE_WAS_DEAF.code, NODE_WAS_DEAF.priority)
            case CaseClaimed() | CaseHandedBack():
                self._take_case(fact.body)
            case WindowPlanned():
                self._plan(entry, fact.body)
            case WindowApproved(window, staff, digest):
                plan = self._windows.get(window)
                if plan and not plan.approved_by:
                    plan.approved_by, plan.digest = staff, digest
                    plan.approved_at = micros(fact.received_at)
        person = self._people.get(fact.person)
        # A node speaks of the people whom it met; what it says of others is kept, and concludes nothing.
        if person and entry.node in (person.node, CENTRE) and not _is_gone(entry, person):
            if fact.by is Source.SELF:
                _hear(person, micros(fact.received_at))
            if not isinstance(fact.body, Unread):
                self._take_personal(entry, fact.body, person)

    def _take_personal(self, entry: Entry, body: Body, person: PersonTable) -> None:
        match body:
            case Assessed(status, reasons, item=item):
                if item:
                    members.concluded(self._session, entry, body)
                else:
                    person.ready, person.reasons = status, " ".join(reasons)
            case ZoneRead():
                papers.read(self._session, entry, body)
            case AnswerGiven() if entry.fact.by is not Source.SELF:
                # What a person wants only they say; what others say of it is kept and concludes nothing (I7).
                pass
            case AnswerGiven(talk, question, value) if talk == question == ERASURE_TALK:
                self._locked(entry, person, erases=value == "all")
            case TalkOpened("phone"):
                person.phone_at = micros(entry.fact.said_at)
            case TalkOpened(talk) if talk.startswith(ZONE_TALK):
                papers.opened(self._session, entry, body)
            case TalkOpened("view"):
                person.view_at = micros(entry.fact.received_at)
            case ViewGiven():
                person.view_at = 0
            case PersonsLinked(other) | PersonsUnlinked(other):
                link(self._session, person.person, other, together=isinstance(body, PersonsLinked))
            case WishAsked(time, window):
                wishes.asked(person, time)
                if window and (offer := self._offers.get((window, person.person))):
                    offer.checked = "asked"
            case SafetyAsked():
                person.safety_asked = micros(entry.fact.received_at)
            case CaseHandedBack():
                person.turned = ""
            case PhoneLost(over=over):
                person.lost = not over
            case ErasureOrdered():
                person.ordered_at = micros(entry.fact.received_at)
            case RecordErased():
                self._erased(person, micros(entry.fact.received_at))
            case PhotoSent(photo):
                photo_came(self._session, entry, photo)
            case VoiceSent():
                voice_came(self._session, entry, body)
            case AnswerGiven(talk, value=value) if talk.startswith(PHOTO_TALK):
                photo_is_wanted(self._session, person.person, talk.removeprefix(PHOTO_TALK), _words(value))
            case AnswerGiven(talk=others.OTHERS):
                others.told_of(self._session, entry, body)
            case AnswerGiven(talk) if papers.is_of_papers(talk):
                papers.told(self._session, entry, body)
            case AnswerGiven(question=members.MEMBERS):
                members.listed(self._session, entry, body)
            case AnswerGiven(question=question) if members.is_of_member(question):
                members.said_of(self._session, entry, body)
            case AnswerGiven(question=claims.CLAIM | claims.PHONE, value=value):
                others.claimed(self._session, entry, _words(value))
            case AnswerGiven():
                self._answered(entry, person, body)
            case ReferenceGiven(ref):
                person.ref = ref
            case ContactLost():
                person.reachable = False
            case CaseOpened(case, code, priority):
                self._open_case(entry, case, person.person, code, priority)
            case _:
                self._take_offer(entry, body)

    def _meet(self, entry: Entry) -> None:
        person = entry.fact.person
        if person and person not in self._people:
            met_at = micros(entry.fact.received_at)
            self._people[person] = self._added(stranger(person, met_at, entry.node))

    def _answered(self, entry: Entry, person: PersonTable, given: AnswerGiven) -> None:
        if given.question == "answer" and given.talk.startswith(OFFER_TALK):
            offer = self._offers.get((_window(given), person.person))
            # The same answer again keeps its place in the order of answers.
            if offer and given.value in ("yes", "no") and given.value != offer.answer:
                offer.answer, offer.answered = str(given.value), entry.position
        elif given.question in ANYWHERE:
            setattr(person, given.question, _words(given.value))
        elif given.question == "wish":
            wishes.wished(person, _words(given.value), micros(entry.fact.said_at))
        elif given.talk == AWAY_TALK and given.question == CONSENT and person.notes != "stop":
            person.notes = "" if given.value == "yes" else "declined"
        elif given.talk == FIRST_TALK:
            _register(person, given.question, given.value)
        wishes.answered(person, given, entry)
        if given.question in ("wish", "still"):
            for offer in self._offers_of(person.person):
                offer.checked = "yes" if offer.checked else ""

    def _locked(self, entry: Entry, person: PersonTable, *, erases: bool) -> None:
        """Who asks to be erased gives their seats free at once; who undoes it is offered new ones."""
        person.asked_at = micros(entry.fact.received_at) if erases else 0
        for offer in self._offers_of(person.person) if erases else ():
            if offer.answer != "no":
                offer.answer, offer.answered = "no", entry.position

    def _erased(self, person: PersonTable, at: int) -> None:
        """As if nothing had ever been said; what the person answered to offers is as unknown as all else."""
        blank = stranger(person.person, person.met_at, person.node).model_dump(exclude={"person", "reachable"})
        for name, value in blank.items():
            setattr(person, name, value)
        person.reachable, person.erased_at = False, at
        forget_photos(self._session, person.person)
        others.forget_others(self._session, person.person)
        members.forget_members(self._session, person.person)
        papers.forget_papers(self._session, person.person)
        for offer in self._offers_of(person.person):
            offer.answer, offer.answered = "", 0

    def _offers_of(self, person: str) -> Iterable[OfferTable]:
        kept = self._session.exec(select(OfferTable).where(col(OfferTable.person) == person))
        known = {row.window: self._offers.setdefault((row.window, person), row) for row in kept}
        return {**known, **{w: row for (w, p), row in self._offers.items() if p == person}}.values()

    def _open_case(self, entry: Entry, case: str, whose: str, code: str, priority: str) -> None:
        """A case of a person, or of a node that was deaf, whose name stands where the person's would."""
        if case not in self._cases:
            at = micros(entry.fact.received_at)
            self._cases[case] = self._added(opened(case, whose, code, priority, at))

    def _take_case(self, body: CaseClaimed | CaseHandedBack) -> None:
        case = self._cases.get(body.case)
        match body:
            case CaseClaimed(staff=staff) if case and not case.claimed_by:
                case.claimed_by = staff
            case CaseHandedBack() if case:
                case.closed = True

    def _plan(self, entry: Entry, plan: WindowPlanned) -> None:
        if plan.window not in self._windows:
            self._windows[plan.window] = self._added(planned(plan, micros(entry.fact.received_at)))

    def _take_offer(self, entry: Entry, body: Body) -> None:
        key = (_window(body), entry.fact.person)
        offer = self._offers.get(key)
        match body:
            case OfferMade(window) if not offer and window in self._windows:
                self._offers[key] = self._added(offered(window, entry))
            case NoteSent() if offer:
                offer.sent, offer.state = True, "sent"
            case NoteStood(state=state) if offer:
                offer.state = state
            case NoteRead() if offer:
                offer.read = True
            case SeatHeld() if offer:
                offer.seat, offer.place = True, 0
            case SeatReleased() if offer:
                offer.seat, offer.place = False, 0
                offer.stage = offer.stage if offer.stage in ENDED else ""
            case Waitlisted(place=place) if offer:
                offer.seat, offer.place = False, place
            case OfferReminded(time=time) if offer:
                offer.reminded = max(offer.reminded, min(time, MOST))
            case SeatSure() if offer:
                offer.stage = "sure"
            case PlaceTold() if offer:
                offer.stage = "told"
            case TripEnded(how=how) if offer:
                offer.stage = _words(how)

    def _added(self, row: R) -> R:
        self._session.add(row)
        return row


def _window(body: Body) -> str:
    """The window a fact may be about: every note could be named by one."""
    match body:
        case WindowPlanned(window) | WindowApproved(window) | OfferMade(window):
            return window
        case SeatHeld(window) | SeatReleased(window) | Waitlisted(window) | OfferReminded(window):
            return window
        case WishAsked(window=window):
            return window
        case SeatSure(window) | PlaceTold(window) | TripEnded(window):
            return window
        case NoteSent(note) | NoteRead(note) | NoteStood(note) | NoteStopped(note=note):
            return note
        case AnswerGiven(talk) if talk.startswith(OFFER_TALK):
            return _words(talk.removeprefix(OFFER_TALK))
    return ""


def _hear(person: PersonTable, at: int) -> None:
    """They said something: they are reached, and no clock that ran for their silence runs on."""
    person.reachable, person.heard_at, person.ordered_at = True, max(person.heard_at, at), 0


def _is_gone(entry: Entry, person: PersonTable) -> bool:
    """Whether it was said before the person was erased, and came only afterwards."""
    late = micros(entry.fact.received_at) <= person.erased_at
    return late and kind(entry.fact.body) not in STAYS


def _register(person: PersonTable, question: str, value: Value) -> None:
    if question in AT_REGISTRATION:
        setattr(person, question, _words(value))
    elif question == "name":
        person.named = bool(_words(value))
    elif question == "count":
        person.count = min(max(value, 0), MOST) if isinstance(value, int) else 0
    elif question == "check" and value == "yes":
        person.registered = True


def _words(value: Value) -> str:
    """What was said, as words; skipped is not said, and PostgreSQL keeps no NUL."""
    return value.replace("\x00", "") if isinstance(value, str) and value != "skip" else ""
