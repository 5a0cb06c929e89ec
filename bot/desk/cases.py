"""Cases as the staff see and claim them."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from telegram import CallbackQuery, InlineKeyboardButton

from bot.desk import words
from bot.desk.board import Board, Keys
from bot.desk.names import harmless
from bot.desk.presses import answer, button
from bot.desk.staff import Staff, account
from bot.desk.talk import Talk
from flows.cases.triage import called, code_name
from flows.ports import CaseRow, Register

LISTED = 30


class Cases:
    """The cases of the register on cards, and the hands that take them."""

    def __init__(
        self, register: Register, board: Board, staff: Staff, talk: Talk, door: str, now: Callable[[], datetime]
    ) -> None:
        self._register, self._board, self._staff, self._talk = register, board, staff, talk
        self._door, self._now = door, now
        self._unseen: set[str] = set()

    async def look(self) -> None:
        """Bring every card up to date, the most urgent first, and every talk."""
        for case in sorted(await asyncio.to_thread(self._register.cases), key=_urgency):
            if case.claimed_by and not case.closed:
                await self._talk.relay(case)
            await self._card(case)

    async def claim(self, query: CallbackQuery, case: str) -> None:
        """Someone takes a case: the first has it, everyone else hears who."""
        mine = account(query.from_user.id)
        row = await self._find(case)
        if row is None or row.closed:
            await answer(query, words.CASE_CLOSED if row else words.CASE_UNKNOWN, alert=True)
            return
        holder = await asyncio.to_thread(self._register.claim, case, mine, self._now())
        if holder == mine:
            await answer(query, words.YOURS)
        else:
            await answer(query, words.HAS_IT.format(staff=await self._staff.name(holder)), alert=True)

    async def listed(self) -> str:
        """The open cases, one a line."""
        rows = sorted(await asyncio.to_thread(self._register.cases), key=_urgency)
        rows = [case for case in rows if not case.closed]
        lines = [words.CASE_LINE.format(**_names(case), state=await self._state(case)) for case in rows[:LISTED]]
        if len(rows) > LISTED:
            lines.append(words.SOME_MORE.format(more=len(rows) - LISTED))
        return "\n".join(lines) or words.NO_CASES

    async def _card(self, case: CaseRow) -> None:
        subject = f"case:{case.case}"
        if case.case in self._unseen:
            return
        if case.closed and await self._board.card(subject) is None:
            self._unseen.add(case.case)
            return
        lines = [words.CASE.format(**_names(case)), *_voices(case), await self._state(case)]
        keys: Keys = []
        if not case.claimed_by:
            keys = [button(words.CLAIM, "case", case.case)]
        elif not case.closed and case.claimed_by in self._talk.closed_doors:
            lines.append(words.DOOR_CLOSED.format(staff=await self._staff.name(case.claimed_by)))
            keys = [InlineKeyboardButton(words.OPEN, url=self._door)]
        await self._board.show(subject, "\n".join(lines), keys, at_once=bool(case.claimed_by))

    async def _state(self, case: CaseRow) -> str:
        if not case.claimed_by:
            return words.WAITS.format(age=words.age(self._now() - case.opened_at))
        state = words.HANDED_BACK if case.closed else words.TAKEN
        return state.format(staff=await self._staff.name(case.claimed_by))

    async def _find(self, case: str) -> CaseRow | None:
        rows: Sequence[CaseRow] = await asyncio.to_thread(self._register.cases)
        return next((row for row in rows if row.case == case), None)


def _urgency(case: CaseRow) -> tuple[bool, str, datetime]:
    return bool(case.claimed_by), case.priority, case.opened_at


def _voices(case: CaseRow) -> Iterator[str]:
    """What waits to be listened to, and how that is done."""
    if case.voices and not case.closed:
        asked = (harmless(each.replace("_", " ")) if each else words.NO_QUESTION for each in case.voices)
        yield words.VOICES.format(
            voices=words.some(len(case.voices), "voice note", "voice notes"),
            questions=", ".join(asked),
            named=harmless(case.ref or case.person),
        )


def _names(case: CaseRow) -> dict[str, str]:
    return {
        "name": code_name(case.case),
        "priority": harmless(case.priority),
        "code": harmless(case.code),
        "called": called(case.code),
        "ref": harmless(case.ref) if case.ref else words.NO_REF,
        "reads": words.READS.get(case.reader, ""),
        "language": words.LANGUAGES.get(case.language, harmless(case.language)),
    }
