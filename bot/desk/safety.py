"""Whether people are safe: asked by one of the staff, and who has not answered since."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from telegram import CallbackQuery, Message

from bot.desk import words
from bot.desk.board import markup
from bot.desk.names import harmless
from bot.desk.presses import answer, button, change
from bot.desk.staff import account
from flows import ports
from flows.places import PROVINCES
from flows.ports import PersonRow, Register
from flows.register.wishes import meant_by_check

NAMES = {province.code: province.label.source for province in PROVINCES}
EVERYWHERE, MOST_PROVINCES, MOST_LINES = "ALL", 12, 20


class Safety:
    """Asks everyone, or everyone in some provinces, by one neutral push; any word since counts as an answer."""

    def __init__(self, register: Register, asking: ports.Asking, now: Callable[[], datetime]) -> None:
        self._register, self._asking, self._now = register, asking, now

    async def command(self, message: Message, given: Sequence[str]) -> None:
        """Without words: who has not answered; with `all` or provinces: whether to ask them."""
        people = await asyncio.to_thread(self._register.people)
        meant = [word.upper() for word in given]
        unknown = [word for word in meant if word not in NAMES and word != EVERYWHERE]
        if not meant:
            await message.reply_text(self._silent(people))
        elif unknown or len(meant) > MOST_PROVINCES:
            codes = ", ".join(f"{code} {name}" for code, name in NAMES.items())
            await message.reply_text(words.CHECK_HELP.format(codes=codes))
        else:
            where = [] if EVERYWHERE in meant else meant
            count = sum(meant_by_check(row, where, self._now()) for row in people)
            asked = words.CHECK_ASK.format(people=words.some(count, "person", "people"), where=_where(where))
            keys = [button(words.CHECK_YES, "safe", ",".join(where))] if count else []
            await message.reply_text(asked, reply_markup=markup(keys))

    async def ask(self, query: CallbackQuery, provinces: str) -> None:
        """Ask them."""
        where = [code for code in provinces.split(",") if code]
        mine = account(query.from_user.id)
        count = await asyncio.to_thread(self._asking.safety, mine, self._now(), where)
        asked = words.CHECK_ASKED.format(people=words.some(count, "person", "people"), where=_where(where))
        await change(query, asked, [])
        await answer(query)

    def _silent(self, people: Sequence[PersonRow]) -> str:
        asked = [row for row in people if row.safety_asked is not None]
        silent = sorted((row for row in asked if not _answered(row)), key=lambda row: row.heard_at)
        head = words.CHECK_HEAD.format(
            asked=words.some(len(asked), "person", "people"), answered=len(asked) - len(silent), silent=len(silent)
        )
        lines = [self._line(row) for row in silent[:MOST_LINES]]
        more = [words.SOME_MORE.format(more=len(silent) - MOST_LINES)] if len(silent) > MOST_LINES else []
        return "\n".join([head, *lines, *more, "", words.CHECK_HOW])

    def _line(self, row: PersonRow) -> str:
        placed = words.age(self._now() - row.placed_at) if row.placed_at else words.UNKNOWN_TIME
        return words.CHECK_LINE.format(
            ref=harmless(row.ref or words.NO_REF),
            province=harmless(NAMES.get(row.province, words.UNKNOWN_PLACE)),
            placed=placed,
            silent=words.age(self._now() - row.heard_at),
        )


def _answered(row: PersonRow) -> bool:
    return row.safety_asked is not None and row.heard_at > row.safety_asked


def _where(codes: Sequence[str]) -> str:
    return ", ".join(NAMES[code] for code in codes if code in NAMES) or words.ANYWHERE
