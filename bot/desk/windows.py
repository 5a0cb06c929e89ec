"""Departures as the staff plan, approve and follow them."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from telegram import CallbackQuery, Message

from bot.desk import words
from bot.desk.board import Board, Keys, markup
from bot.desk.plans import Plan, planned
from bot.desk.presses import answer, button, change
from bot.desk.staff import Staff, account
from bot.desk.terms import CUT, again, listed, offered, stages, terms
from flows.ports import Register, WindowRow
from flows.windows.audience import DryRun, audience
from flows.windows.counts import Counts, counts


class Windows:
    """The departures of the register on cards; nothing is offered before a second person approves the list."""

    def __init__(self, register: Register, board: Board, staff: Staff, now: Callable[[], datetime]) -> None:
        self._register, self._board, self._staff, self._now = register, board, staff, now

    async def look(self) -> None:
        """Bring the live counts of every approved departure up to date."""
        for window in await asyncio.to_thread(self._register.windows):
            if window.approved_by:
                await self._live(window)

    async def plan(self, message: Message, line: str, user: int) -> None:
        """Plan a departure as the line says, and show whom it would reach."""
        plan = planned(line, self._now())
        if isinstance(plan, str):
            await message.reply_text(plan)
            return
        window = await self._planned(plan, message, account(user))
        text, keys = await self._draft(window)
        await message.reply_text(text, reply_markup=markup(keys))

    async def again(self, query: CallbackQuery, name: str) -> None:
        """Look anew whom a departure would reach."""
        window = await self.find(query, name)
        if window is None:
            return
        if await self._waits(query, name):
            await self._ask(window)
        else:
            text, keys = await self._draft(window)
            await change(query, text, keys)
        await answer(query, words.LOOKED)

    async def ask(self, query: CallbackQuery, name: str) -> None:
        """Put a departure before the staff chat, for a second person."""
        window = await self.find(query, name)
        if window is None or not await self._open(query, window):
            return
        subject, pressed = f"window:{name}", query.message
        if isinstance(pressed, Message) and pressed.chat_id == self._staff.chat:
            if await self._board.card(subject) is None:
                await self._board.keep(subject, pressed, "")
        else:
            await change(query, f"{await self._terms(window)}\n{words.WAS_ASKED}", [again(name)])
        await self._ask(window)
        await answer(query, words.ASKED)

    async def approve(self, query: CallbackQuery, shown: str, name: str) -> None:
        """Approve exactly the list that the pressed card shows."""
        window, mine = await self.find(query, name), account(query.from_user.id)
        if window is None or not await self._open(query, window):
            return
        if window.planned_by == mine:
            await answer(query, words.SECOND_PERSON, alert=True)
            return
        run = await self._run(window)
        done = run.digest[:CUT] == shown and await asyncio.to_thread(
            self._register.approve, name, mine, run.digest, run.chosen, self._now()
        )
        if done:
            await self._live(await self.find(query, name) or window, at_once=True)
            await answer(query, words.APPROVED.format(offers=words.some(len(run.chosen), "offer", "offers")))
        elif (window := await self.find(query, name)) and await self._open(query, window):
            await answer(query, words.VOID, alert=True)
            await self._ask(window)

    async def stop(self, query: CallbackQuery, name: str) -> None:
        """Take back what was not sent yet: one person is enough, and at once."""
        window = await self.find(query, name)
        if window is None:
            return
        count = await asyncio.to_thread(self._register.stop, name, account(query.from_user.id), self._now())
        await answer(query, words.STOPPED.format(offers=words.some(count, "offer", "offers")), alert=True)
        await self._live(window, at_once=True)

    async def listed(self) -> tuple[str, Keys]:
        """All departures, one a line, and a button for each that waits to be asked for."""
        lines: list[str] = []
        keys: Keys = []
        for window in (await asyncio.to_thread(self._register.windows))[-20:]:
            asked = await self._board.card(f"window:{window.window}") is not None
            lines.append(listed(window, await self._staff.name(window.approved_by), asked=asked))
            if not window.approved_by and not asked:
                keys.append(again(window.window, words.day(window.departs)))
        return "\n".join(lines) or words.NO_WINDOWS, keys

    async def find(self, query: CallbackQuery, name: str) -> WindowRow | None:
        """The departure of this name; if there is none, whoever pressed hears it."""
        rows = await asyncio.to_thread(self._register.windows)
        found = next((row for row in rows if row.window == name), None)
        if found is None:
            await answer(query, words.WINDOW_UNKNOWN, alert=True)
        return found

    async def _planned(self, plan: Plan, message: Message, staff: str) -> WindowRow:
        # The id comes from the message, so that the same message plans one departure however often it comes.
        cause = sha256(f"{message.chat_id}:{message.message_id}".encode()).hexdigest()[:6]
        name = f"W-{plan.departs:%Y-%m-%d}-{cause}"
        terms = (plan.route, plan.departs, plan.answer_by, plan.seats)
        return await asyncio.to_thread(self._register.plan, name, *terms, staff, self._now(), plan.bags)

    async def _draft(self, window: WindowRow) -> tuple[str, Keys]:
        if window.approved_by:
            return await self._counts(window, await self._now_of(window)), []
        run = await self._run(window)
        keys = [again(window.window)]
        if run.chosen:
            keys.insert(0, button(words.ASK, "ask", window.window))
        return f"{await self._terms(window)}\n\n{offered(run)}", keys

    async def _ask(self, window: WindowRow) -> None:
        run = await self._run(window)
        keys = [again(window.window)]
        if run.chosen:
            keys.insert(0, button(words.APPROVE, "ok", run.digest[:CUT], window.window))
        text = f"{await self._terms(window)}\n\n{offered(run)}\n\n{words.WAITS_FOR_SECOND}"
        await self._board.show(f"window:{window.window}", text, keys, at_once=True)

    async def _live(self, window: WindowRow, *, at_once: bool = False) -> None:
        now = await self._now_of(window)
        keys = [button(words.STOP, "stop", window.window)] if now.waits else []
        if now.unsure:
            keys.insert(0, button(words.MAKE_SURE.format(count=now.unsure), "sure", window.window))
        if not now.cancelled and not now.gone:
            keys.append(button(words.CANCEL, "cancel", window.window))
        await self._board.show(f"window:{window.window}", await self._counts(window, now), keys, at_once=at_once)

    async def _now_of(self, window: WindowRow) -> Counts:
        return counts(window, await asyncio.to_thread(self._register.offers, window.window))

    async def _counts(self, window: WindowRow, now: Counts) -> str:
        approved = words.COUNTS.format(staff=await self._staff.name(window.approved_by), **asdict(now))
        return "\n".join([await self._terms(window), "", approved, *stages(now)])

    async def _terms(self, window: WindowRow) -> str:
        return terms(window, await self._staff.name(window.planned_by))

    async def _run(self, window: WindowRow) -> DryRun:
        people = await asyncio.to_thread(self._register.people)
        return await asyncio.to_thread(audience, window, people)

    async def _waits(self, query: CallbackQuery, name: str) -> bool:
        """Whether the pressed message is the card by which approval is asked for."""
        card = await self._board.card(f"window:{name}")
        pressed = query.message
        return (
            card is not None
            and pressed is not None
            and (card.chat, card.message)
            == (
                pressed.chat.id,
                pressed.message_id,
            )
        )

    async def _open(self, query: CallbackQuery, window: WindowRow) -> bool:
        """Whether it can still be approved; if not, whoever pressed hears why."""
        if window.approved_by:
            staff = await self._staff.name(window.approved_by)
            await answer(query, words.APPROVED_BEFORE.format(staff=staff), alert=True)
        elif window.answer_by <= self._now():
            await answer(query, words.TOO_LATE, alert=True)
        else:
            return True
        return False
