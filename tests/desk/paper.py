"""A register on paper: it keeps the contract of `flows.ports.Register` and `Cards`, and forgets when it goes."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

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

    def _has(self, case: str, staff: str) -> bool:
        row = self.kept.get(case)
        return row is not None and row.claimed_by == staff and not row.closed

    def _break(self) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")
