"""A register on paper: it keeps the contract of `flows.ports.Register` and `Cards`, and forgets when it goes."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from flows.facts import PlaceProposed
from flows.ports import CaseRow, Erasures, OfferRow, PersonRow, Totals, WindowRow
from flows.windows.counts import WAITS

Heard = tuple[datetime, str]


@dataclass
class Paper:
    """The register, with what was asked of it for tests to look at."""

    persons: dict[str, PersonRow] = field(default_factory=dict)
    kept: dict[str, CaseRow] = field(default_factory=dict)
    words: dict[str, list[Heard]] = field(default_factory=dict)
    replies: list[tuple[str, str, str]] = field(default_factory=list)
    own_words: dict[str, str] = field(default_factory=dict)
    causes: dict[str, bool] = field(default_factory=dict)
    departures: dict[str, WindowRow] = field(default_factory=dict)
    made: dict[str, dict[str, OfferRow]] = field(default_factory=dict)
    shown: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    places: list[PlaceProposed] = field(default_factory=list)
    failures: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)

    def people(self) -> Sequence[PersonRow]:
        return list(self.persons.values())

    def cases(self) -> Sequence[CaseRow]:
        return list(self.kept.values())

    def heard(self, case: str) -> Sequence[Heard]:
        return list(self.words.get(case, ()))

    def word(self, case: str) -> str:
        return self.own_words.get(case, "")

    def claim(self, case: str, staff: str, at: datetime) -> str:
        with self.lock:
            row = self.kept[case]
            self.kept[case] = replace(row, claimed_by=row.claimed_by or staff)
            return self.kept[case].claimed_by

    def reply(self, case: str, staff: str, words: str, at: datetime, cause: str) -> bool:
        with self.lock:
            if cause in self.causes:
                return self.causes[cause]
            self.causes[cause] = mine = self._has(case, staff)
            if mine:
                self.replies.append((case, staff, words))
            self._break()
            return mine

    def hand_back(self, case: str, staff: str, at: datetime) -> bool:
        with self.lock:
            mine = self._has(case, staff)
            if mine:
                self.kept[case] = replace(self.kept[case], closed=True)
            return mine

    def windows(self) -> Sequence[WindowRow]:
        return list(self.departures.values())

    def offers(self, window: str) -> Sequence[OfferRow]:
        return list(self.made.get(window, {}).values())

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
        row = WindowRow(window, route, departs, answer_by, seats, staff, "", "", bags)
        return self.departures.setdefault(window, row)

    def approve(self, window: str, staff: str, digest: str, people: Sequence[str], at: datetime) -> bool:
        with self.lock:
            row = self.departures[window]
            if row.approved_by:
                return False
            self.departures[window] = replace(row, approved_by=staff, digest=digest)
            fresh = {person: OfferRow(window, person, False, False, "", False, 0) for person in people}
            self.made[window] = fresh
            return True

    def stop(self, window: str, staff: str, at: datetime) -> int:
        with self.lock:
            waiting = [row for row in self.made.get(window, {}).values() if row.state in WAITS]
            for row in waiting:
                self.made[window][row.person] = replace(row, state="stopped")
            return len(waiting)

    def erasures(self) -> Sequence[Erasures]:
        return ()

    def allot(self, at: datetime) -> int:
        return 0

    def totals(self) -> Totals:
        raise NotImplementedError

    def card(self, subject: str) -> tuple[int, int, str] | None:
        return self.shown.get(subject)

    def keep_card(self, subject: str, chat: int, message: int, shown: str) -> None:
        self.shown[subject] = (chat, message, shown)

    @property
    def asking(self) -> "PaperAsking":
        return PaperAsking(self)

    @property
    def trips(self) -> "PaperTrips":
        return PaperTrips(self)

    def _has(self, case: str, staff: str) -> bool:
        row = self.kept.get(case)
        return row is not None and row.claimed_by == staff and not row.closed

    def _break(self) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")


@dataclass
class PaperTrips:
    """What becomes of the windows of a register on paper."""

    paper: Paper

    def make_sure(self, window: str, at: datetime) -> int:
        return self._moved(window, "sure", lambda row: row.seat and not row.stage)

    def propose(self, window: str, place: str, gathers: datetime, staff: str, at: datetime) -> None:
        self.paper.places.append(PlaceProposed(window, place, gathers, staff))

    def proposed(self, window: str) -> PlaceProposed | None:
        return next((place for place in reversed(self.paper.places) if place.window == window), None)

    def tell_place(self, proposal: PlaceProposed, staff: str, at: datetime) -> int | None:
        if self.proposed(proposal.window) != proposal or proposal.staff == staff:
            return None
        return self._moved(proposal.window, "told", lambda row: row.stage in ("sure", "told"))

    def codes(self, window: str) -> Mapping[str, str]:
        return {row.person: f"{row.person.upper()}BC-234" for row in self.paper.offers(window) if row.stage}

    def cancel(self, window: str, at: datetime) -> int:
        return self._moved(window, "cancelled", lambda row: row.answer != "no" and row.state != "stopped")

    def seen(self, window: str, people: Collection[str], at: datetime, *, gone: bool) -> int:
        return self._moved(window, "gone" if gone else "missed", lambda row: row.person in people)

    def _moved(self, window: str, stage: str, when: Callable[[OfferRow], bool]) -> int:
        with self.paper.lock:
            moved = [row for row in self.paper.offers(window) if when(row)]
            self.paper.made[window].update({row.person: replace(row, stage=stage) for row in moved})
            return len(moved)


@dataclass
class PaperAsking:
    """What is asked of the people of a register on paper."""

    paper: Paper

    def safety(self, staff: str, at: datetime, provinces: Sequence[str] = ()) -> int:
        persons = self.paper.persons
        meant = [row for row in persons.values() if not provinces or row.province in provinces]
        persons.update({row.person: replace(row, safety_asked=at) for row in meant})
        return len(meant)
