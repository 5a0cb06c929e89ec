"""The central register: what desks and consoles ask of it, and the decisions they make in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine
from uuid_utils import uuid7

from flows.cases.triage import NODE_WAS_DEAF
from flows.facts import (
    AnswerGiven,
    Body,
    CaseClaimed,
    CaseHandedBack,
    KeyMade,
    MessageHeard,
    NoteStopped,
    OfferMade,
    RecordErased,
    Source,
    StaffReplied,
    Unread,
    UpdatesMissed,
    ViewGiven,
    VoiceSent,
    WindowApproved,
    WindowPlanned,
)
from flows.ports import CaseRow, Erasures, MemberRow, OfferRow, PaperRow, PersonRow, Totals, WindowRow
from flows.retention import USUAL, Clocks
from flows.windows.approval import objection
from flows.windows.audience import audience
from flows.windows.counts import WAITS
from flows.windows.seats import allotted
from storage import listed, retention
from storage.asking import StoredAsking
from storage.concluded import CENTRE
from storage.decisions import Decisions
from storage.engine import micros, read, scrub, write
from storage.opened import entries
from storage.register_tables import CardRow
from storage.rows import Into
from storage.speaking import StoredSpeaking
from storage.trips import StoredTrips
from storage.vault import Vault

_into_cards = Into(CardRow, key=("subject",), change=("chat", "message", "shown"))
SAID = 10_000
WORD = "word"
RESTORED = "restored"


class StoredRegister:
    """The register on its own store; fulfils `flows.ports.Register` and `flows.ports.Cards`.

    What the desk says is kept under its own name.
    """

    def __init__(self, engine: Engine, vault: Vault, node: str = CENTRE, epoch: int = 1) -> None:
        self._engine, self._vault, self._node = engine, vault, node
        self.decisions = Decisions(engine, vault, node, epoch)
        self.trips = StoredTrips(self.decisions, vault, node)
        self.asking = StoredAsking(self.decisions)
        self.speaking = StoredSpeaking(self.decisions, vault)

    def people(self) -> Sequence[PersonRow]:
        """Everyone known, in the order they became known."""
        with self.decisions.looking() as connection:
            return listed.people(connection)

    def members(self, persons: Iterable[str] | None = None) -> Sequence[MemberRow]:
        """Everyone who is on a person's list, or only on the lists of these."""
        with self.decisions.looking() as connection:
            return listed.members(connection, persons)

    def papers(self, persons: Iterable[str] | None = None) -> Sequence[PaperRow]:
        """Every paper that is on a list, or only on the lists of these."""
        with self.decisions.looking() as connection:
            return listed.papers(connection, persons)

    def cases(self) -> Sequence[CaseRow]:
        """Every case, oldest first."""
        with self.decisions.looking() as connection:
            return listed.cases(connection)

    def heard(self, case: str) -> Sequence[tuple[datetime, str]]:
        """What the person wrote for the staff of this case: when, and the words; of a deaf node, for how long."""
        with self.decisions.looking() as connection:
            found = listed.case(connection, case)
            if found is None:
                return []
            of_node = {"node": found.person, "person": ""} if found.code == NODE_WAS_DEAF.code else {}
            about = of_node or {"person": found.person}
            said = entries(connection, self._vault, after=0, limit=SAID, **about)
        return [(entry.fact.said_at, words) for entry in said if (words := _of_case(entry.fact.body, case))]

    def word(self, case: str) -> str:
        """The word of their own that the person of a case asks of whoever speaks for us, "" if they gave none."""
        with self.decisions.looking() as connection:
            found = listed.case(connection, case)
            said = entries(connection, self._vault, after=0, limit=SAID, person=found.person) if found else []
        return next((word for entry in reversed(said) if (word := _word(entry.fact.body))), "")

    def claim(self, case: str, staff: str, at: datetime) -> str:
        """Who has the case now: `staff` if it was free or theirs, else who was first; "" if it is closed."""
        with self.decisions.deciding() as connection:
            found = listed.case(connection, case)
            if not found or found.closed:
                return ""
            if not found.claimed_by:
                self.decisions.say(connection, [(found.person, CaseClaimed(case, staff))], at, cause=case)
            return found.claimed_by or staff

    def reply(self, case: str, staff: str, words: str, at: datetime, cause: str) -> bool:
        """Write to the person of a case that `staff` has claimed; False if they do not have it.

        The same cause again changes nothing and is answered as the first time.
        """
        with self.decisions.deciding() as connection:
            found = listed.case(connection, case)
            if found is None or found.code == NODE_WAS_DEAF.code:
                return False
            if self._replied(connection, case, cause):
                return True
            return self._in_case(connection, case, staff, StaffReplied(case, uuid7().hex, words), at, cause)

    def hand_back(self, case: str, staff: str, at: datetime) -> bool:
        """Close a case that `staff` has claimed; False if they do not have it."""
        with self.decisions.deciding() as connection:
            return self._in_case(connection, case, staff, CaseHandedBack(case, staff), at, case)

    def windows(self) -> Sequence[WindowRow]:
        """Every window, oldest first."""
        with self.decisions.looking() as connection:
            return listed.windows(connection)

    def offers(self, window: str) -> Sequence[OfferRow]:
        """Every offer on the window, in the order they were made."""
        with self.decisions.looking() as connection:
            return listed.offers(connection, window)

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
        with self.decisions.deciding() as connection:
            if not listed.window(connection, window):
                planned = WindowPlanned(window, route, departs, answer_by, seats, staff, bags)
                self.decisions.say(connection, [("", planned)], at, cause=window)
            found = listed.window(connection, window)
        if not found:
            raise LookupError(window)
        return found

    def approve(self, window: str, staff: str, digest: str, people: Sequence[str], at: datetime) -> bool:
        """Approve exactly these people and make their offers; False if `objection` has anything against it."""
        with self.decisions.deciding() as connection:
            found = listed.window(connection, window)
            if not found:
                return False
            chosen = audience(found, listed.people(connection)).chosen
            if objection(found, staff, digest, people, chosen):
                return False
            offer = OfferMade(window, found.route, found.departs, found.answer_by, found.bags)
            approved = WindowApproved(window, staff, digest)
            self.decisions.say(
                connection, [("", approved), *((person, offer) for person in people)], at, cause=window
            )
            return True

    def say_key(self, generation: int, public: str, at: datetime) -> None:
        """Tell every node of a new sealing key."""
        with self.decisions.deciding() as connection:
            self.decisions.say(
                connection, [("", KeyMade(generation, public))], at, cause=f"key {generation}", by=Source.SYSTEM
            )

    def stop(self, window: str, staff: str, at: datetime) -> int:
        """Take back every offer of which no node has said that it was sent; returns how many."""
        with self.decisions.deciding() as connection:
            waiting = [
                offer for offer in listed.offers(connection, window) if offer.state in WAITS and not offer.sent
            ]
            stopped = [(offer.person, NoteStopped(window, staff)) for offer in waiting]
            self.decisions.say(connection, stopped, at, cause=window)
            return len(stopped)

    def views(self, since: datetime) -> Sequence[tuple[str, str]]:
        """Who asked after this moment to see what is kept of them, and in which language."""
        with self.decisions.looking() as connection:
            return listed.views(connection, micros(since))

    def said(self, person: str) -> Sequence[Body]:
        """All that can be read of what is kept about a person, in its order."""
        with self.decisions.looking() as connection:
            found = entries(connection, self._vault, after=0, limit=SAID, person=person)
        return [entry.fact.body for entry in found if not isinstance(entry.fact.body, Unread)]

    def give_view(self, person: str, words: str, at: datetime) -> None:
        """Show a person what is kept of them."""
        with self.decisions.deciding() as connection:
            self.decisions.say(connection, [(person, ViewGiven(words))], at, cause="view", by=Source.SYSTEM)

    def erase(self, at: datetime, clocks: Clocks = USUAL) -> int:
        """Let the clocks of retention do their work; returns how many facts were made unreadable."""
        with self.decisions.deciding() as connection:
            orders = retention.orders(connection, at, clocks)
            self.decisions.say(connection, orders, at, cause="retention", by=Source.SYSTEM)
            count = retention.erased(connection, at, clocks)
        if count:
            scrub(self._engine)
        return count

    def erased(self) -> Mapping[str, datetime]:
        """Who is erased, since when."""
        with self.decisions.looking() as connection:
            return retention.gone(connection)

    def erase_again(self, people: Mapping[str, datetime], at: datetime) -> int:
        """Erase whoever was before, but is known here as they were then; returns how many."""
        with self.decisions.deciding() as connection:
            back = retention.back(connection, people)
            self.decisions.say(
                connection, [(p, RecordErased(RESTORED)) for p in back], at, cause=RESTORED, by=Source.SYSTEM
            )
            return len(back)

    def erasures(self, clocks: Clocks = USUAL) -> Sequence[Erasures]:
        """What will be erased, by rule."""
        with self.decisions.looking() as connection:
            return retention.erasures(connection, clocks)

    def allot(self, at: datetime) -> int:
        """Give seats and wait-list places to the answers that came since; returns how many changed."""
        with self.decisions.deciding() as connection:
            changes = 0
            for window in listed.windows(connection):
                if window.approved_by and window.departs > at:
                    outcomes = allotted(window.seats, listed.offers(connection, window.window, answered=True))
                    self.decisions.say(connection, outcomes, at, cause=window.window, by=Source.SYSTEM)
                    changes += len(outcomes)
            return changes

    def totals(self) -> Totals:
        """The figures of the console."""
        with self.decisions.looking() as connection:
            return listed.totals(connection)

    def card(self, subject: str) -> tuple[int, int, str] | None:
        """The chat, the message and what it last showed of this subject."""
        with read(self._engine) as connection:
            return listed.card(connection, subject)

    def keep_card(self, subject: str, chat: int, message: int, shown: str) -> None:
        """Remember the message that shows this subject."""
        with write(self._engine) as connection:
            _into_cards.put(connection, [(subject, chat, message, shown)])

    def _replied(self, connection: Connection, case: str, cause: str) -> bool:
        found = listed.case(connection, case)
        said = (
            entries(connection, self._vault, after=0, limit=SAID, node=self._node, person=found.person)
            if found
            else []
        )
        facts = [entry.fact for entry in said]
        return any(isinstance(fact.body, StaffReplied) and fact.cause == cause for fact in facts)

    def _in_case(
        self, connection: Connection, case: str, staff: str, body: Body, at: datetime, cause: str
    ) -> bool:
        found = listed.case(connection, case)
        if not found or found.closed or found.claimed_by != staff:
            return False
        self.decisions.say(connection, [(found.person, body)], at, cause=cause)
        return True


def _word(body: Body | Unread) -> str:
    match body:
        case AnswerGiven(question=question, value=str() as word) if question == WORD and word != "skip":
            return word
    return ""


def _of_case(body: Body | Unread, case: str) -> str:
    """What a fact adds to what the staff read of a case."""
    match body:
        case MessageHeard(of, words) if of == case:
            return words
        case VoiceSent(case=of, question=question) if of == case:
            return f"[voice note: {question.rpartition('.')[2].replace('_', ' ') or 'no question was open'}]"
        case UpdatesMissed(of, since, until) if of == case:
            return f"{since:%Y-%m-%d %H:%M} – {until:%Y-%m-%d %H:%M} UTC"
    return ""
