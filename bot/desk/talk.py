"""The private talk of whoever holds a case: the person's words come in, the staff's words go out."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from telegram import Bot, CallbackQuery, Message
from telegram.error import BadRequest, Forbidden

from bot.desk import words
from bot.desk.board import Board, markup
from bot.desk.names import legible
from bot.desk.presses import answer, button, change
from bot.desk.staff import Staff, account, user_of
from flows.cases.triage import NODE_WAS_DEAF, called, code_name
from flows.ports import CaseRow, Register

PIECE = 3500


class Talk:
    """Carries words between a person and the one member of staff who holds their case.

    closed_doors: accounts that have not opened the private chat; only they can, so we wait for it.
    """

    def __init__(
        self, bot: Bot, register: Register, board: Board, staff: Staff, now: Callable[[], datetime]
    ) -> None:
        self.closed_doors: set[str] = set()
        self._bot, self._register, self._board, self._staff, self._now = bot, register, board, staff, now

    async def relay(self, case: CaseRow) -> None:
        """Pass on what the person wrote since; a crash may repeat a piece, never lose one."""
        user = user_of(case.claimed_by)
        if user is None or case.claimed_by in self.closed_doors or not await self._staff.member(user):
            return
        try:
            await self._relay(case, user)
        except Forbidden:
            self.closed_doors.add(case.claimed_by)

    async def written(self, message: Message) -> None:
        """A member of staff wrote: the message they answer decides for whom, then there being one case only."""
        mine = await self._held(message.chat_id)
        meant = await self._meant(message)
        if not mine:
            await message.reply_text(words.NONE_HELD)
        elif meant or len(mine) == 1:
            await self._reply(message, meant or mine[0].case)
        else:
            keys = [button(f"Case {code_name(case.case)}", "for", case.case) for case in mine]
            await message.reply_text(words.WHICH, reply_markup=markup(keys), do_quote=True)

    async def chosen(self, query: CallbackQuery, case: str) -> None:
        """A member of staff said for which case their words are."""
        asked = query.message if isinstance(query.message, Message) else None
        origin = asked.reply_to_message if asked else None
        if origin is None or not origin.text:
            await answer(query, words.WRITE_AGAIN, alert=True)
            return
        sent = await self._send(origin, case)
        await change(query, _named(words.SENT, case) if sent else words.NOT_YOURS, [])
        await answer(query)

    async def hand_back(self, query: CallbackQuery, case: str) -> None:
        """A member of staff is done with a case."""
        mine = account(query.from_user.id)
        done = await asyncio.to_thread(self._register.hand_back, case, mine, self._now())
        if not done and not await self._was_mine(case, mine):
            await answer(query, words.NOT_YOURS, alert=True)
            return
        text = _named(words.YOU_HANDED_BACK, case)
        if isinstance(query.message, Message):
            with contextlib.suppress(BadRequest):
                await query.message.edit_reply_markup()
            await query.message.reply_text(text)
        await answer(query)

    async def _relay(self, case: CaseRow, user: int) -> None:
        subject = f"relay:{case.case}:{case.claimed_by}"
        card = await self._board.card(subject)
        if card is None:
            word = await asyncio.to_thread(self._register.word, case.case)
            await self._pass_on(case, user, _opening(case, word), 0)
            card = await self._board.card(subject)
        heard = await asyncio.to_thread(self._register.heard, case.case)
        done = int(card.shown) if card else 0
        for text, after in _pieces(case.case, heard, done):
            await self._pass_on(case, user, text, after)

    async def _pass_on(self, case: CaseRow, user: int, text: str, after: int) -> None:
        keys = [button(words.HAND_BACK, "back", case.case)]
        message = await self._bot.send_message(user, text, reply_markup=markup(keys), protect_content=True)
        await self._board.keep(f"talk:{user}:{message.message_id}", message, case.case)
        await self._board.keep(f"relay:{case.case}:{case.claimed_by}", message, str(after))

    async def _meant(self, message: Message) -> str:
        answered = message.reply_to_message
        if answered is None:
            return ""
        card = await self._board.card(f"talk:{message.chat_id}:{answered.message_id}")
        return card.shown if card else ""

    async def _reply(self, message: Message, case: str) -> None:
        sent = await self._send(message, case)
        text = _named(words.SENT, case) if sent else words.NOT_YOURS
        told = await message.reply_text(text, do_quote=True)
        if sent:
            await self._board.keep(f"talk:{message.chat_id}:{told.message_id}", told, case)

    async def _send(self, message: Message, case: str) -> bool:
        # The cause names the message, so that one message of the staff becomes one note however often it comes.
        cause = f"tg:{message.chat_id}:{message.message_id}"
        said, mine = message.text or "", account(message.chat_id)
        return await asyncio.to_thread(self._register.reply, case, mine, said, self._now(), cause)

    async def _held(self, user: int) -> Sequence[CaseRow]:
        rows = await asyncio.to_thread(self._register.cases)
        return [row for row in rows if row.claimed_by == account(user) and not row.closed]

    async def _was_mine(self, case: str, mine: str) -> bool:
        rows = await asyncio.to_thread(self._register.cases)
        return any(row.case == case and row.claimed_by == mine and row.closed for row in rows)


def _named(text: str, case: str) -> str:
    return text.format(name=code_name(case))


def _opening(case: CaseRow, word: str) -> str:
    text = words.TALK_NODE if case.code == NODE_WAS_DEAF.code else words.TALK
    told = text.format(name=code_name(case.case), code=case.code, called=called(case.code), ref=case.ref)
    return f"{told}\n{words.THEIR_WORD.format(word=legible(word))}" if word else told


def _pieces(case: str, heard: Sequence[tuple[datetime, str]], done: int) -> Iterator[tuple[str, int]]:
    """What was heard after the first `done`, in pieces of a message each, with how many are done after each."""
    for number, (when, said) in enumerate(heard[done:], done + 1):
        parts = [said[at : at + PIECE] for at in range(0, len(said), PIECE)] or [""]
        for left, part in zip(range(len(parts) - 1, -1, -1), parts, strict=True):
            text = words.HEARD.format(name=code_name(case), when=words.hour(when), words=legible(part))
            yield text, number - (left > 0)
