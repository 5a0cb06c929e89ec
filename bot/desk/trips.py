"""What becomes of an approved departure on the desk: sure seats, where and when, and how it ended."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from telegram import CallbackQuery, Message

from bot.desk import words
from bot.desk.board import Board, markup
from bot.desk.names import harmless, legible
from bot.desk.presses import answer, button, change
from bot.desk.staff import Staff, account
from bot.desk.terms import CUT
from flows import ports
from flows.facts import PlaceProposed
from flows.places import KABUL
from flows.ports import OfferRow, Register, WindowRow

LONGEST_PLACE = 120
OTHERS = "others"
LINE = re.compile(r"(?P<moment>\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})\s+(?P<place>\S.*)", re.DOTALL)


class Trips:
    """What staff do from the card of a departure; where to gather is written by one and approved by another."""

    def __init__(
        self, register: Register, trips: ports.Trips, board: Board, staff: Staff, now: Callable[[], datetime]
    ) -> None:
        self._register, self._trips, self._board = register, trips, board
        self._staff, self._now = staff, now

    async def make_sure(self, query: CallbackQuery, name: str) -> None:
        """Give a code to all who hold a seat."""
        count = await asyncio.to_thread(self._trips.make_sure, name, self._now())
        await answer(query, words.SURE.format(people=_people(count)) if count else words.NOBODY_TO_MAKE_SURE)

    async def cancelling(self, query: CallbackQuery, window: WindowRow) -> None:
        """Ask whether a departure really does not go."""
        asked = words.REALLY_CANCEL.format(day=words.day(window.departs))
        if isinstance(query.message, Message):
            keys = [button(words.CANCEL_YES, "cancelled", window.window)]
            await query.message.reply_text(asked, reply_markup=markup(keys))
        await answer(query)

    async def cancel(self, query: CallbackQuery, window: WindowRow) -> None:
        """Tell all who may wait for it that it does not go."""
        mine = account(query.from_user.id)
        await asyncio.to_thread(self._register.stop, window.window, mine, self._now())
        count = await asyncio.to_thread(self._trips.cancel, window.window, self._now())
        staff = await self._staff.name(mine)
        told = words.CANCELLED.format(day=words.day(window.departs), people=_people(count), staff=staff)
        await change(query, told, [])
        await answer(query)

    async def place(self, message: Message, user: int) -> None:
        """Write where and when a departure gathers, and put it before a second person."""
        window = await self._meant(message)
        if window is None:
            return
        found = LINE.fullmatch(_rest(message))
        gathers = _moment(found["moment"]) if found else None
        place = " ".join(found["place"].split()) if found else ""
        refusal = self._refusal(window, place, gathers)
        if gathers is None or refusal:
            await message.reply_text(refusal)
            return
        proposal = PlaceProposed(window.window, place, gathers, account(user))
        await asyncio.to_thread(self._trips.propose, window.window, place, gathers, proposal.staff, self._now())
        keys = [button(words.TELL, "tell", _shown(proposal), window.window)]
        await message.reply_text(await self._proposal(window, proposal), reply_markup=markup(keys))

    async def tell(self, query: CallbackQuery, shown: str, window: WindowRow) -> None:
        """Tell exactly what the pressed message shows to all whose seat is sure."""
        mine = account(query.from_user.id)
        proposal = await asyncio.to_thread(self._trips.proposed, window.window)
        if proposal is None or _shown(proposal) != shown:
            await answer(query, words.OTHER_PLACE, alert=True)
        elif proposal.staff == mine:
            await answer(query, words.SECOND_PERSON_PLACE, alert=True)
        elif (count := await asyncio.to_thread(self._trips.tell_place, proposal, mine, self._now())) is None:
            await answer(query, words.OTHER_PLACE, alert=True)
        else:
            # The words leave the chat of the staff once they are told: a phone taken there must not show them.
            staff = await self._staff.name(mine)
            told = words.TOLD.format(day=words.day(window.departs), people=_people(count), staff=staff)
            await change(query, told, [])
            await answer(query, words.TOLD_BRIEFLY.format(people=_people(count)))

    async def seen(self, message: Message, *, gone: bool) -> None:
        """Write down who was seen on the way, or was not, by their codes or references."""
        window = await self._meant(message)
        if window is None:
            return
        given = _rest(message).upper().split()
        if not given:
            await message.reply_text(words.SEEN_HELP)
            return
        offers = await asyncio.to_thread(self._register.offers, window.window)
        known = await self._called(window.window)
        unknown = [name for name in given if name not in known and name != OTHERS.upper()]
        if unknown:
            await message.reply_text(words.NOT_OF_THIS.format(names=", ".join(map(harmless, unknown))))
            return
        people = {known[name] for name in given if name in known}
        if OTHERS.upper() in given and not gone:
            people |= _not_seen(offers)
        count = await asyncio.to_thread(self._trips.seen, window.window, people, self._now(), gone=gone)
        await message.reply_text((words.WERE_SEEN if gone else words.WERE_NOT_SEEN).format(people=_people(count)))

    async def _called(self, window: str) -> Mapping[str, str]:
        """Everyone of a departure by what staff may call them: their code or their reference."""
        codes = await asyncio.to_thread(self._trips.codes, window)
        people = await asyncio.to_thread(self._register.people)
        refs = {person.ref: person.person for person in people if person.person in codes and person.ref}
        return {**{code: person for person, code in codes.items()}, **refs}

    async def _meant(self, message: Message) -> WindowRow | None:
        """The approved departure whose card is answered; if it is none, whoever wrote hears how."""
        replied = message.reply_to_message
        windows = await asyncio.to_thread(self._register.windows)
        for window in windows if replied is not None else ():
            card = await self._board.card(f"window:{window.window}")
            if card and replied and (card.chat, card.message) == (replied.chat.id, replied.message_id):
                if window.approved_by:
                    return window
                break
        await message.reply_text(words.ANSWER_A_CARD)
        return None

    async def _proposal(self, window: WindowRow, proposal: PlaceProposed) -> str:
        offers = await asyncio.to_thread(self._register.offers, window.window)
        sure = sum(offer.stage in ("sure", "told") for offer in offers)
        return words.PLACE_PROPOSED.format(
            day=words.day(window.departs),
            hour=words.hour(proposal.at),
            place=legible(proposal.place),
            staff=await self._staff.name(proposal.staff),
            people=_people(sure),
        )

    def _refusal(self, window: WindowRow, place: str, gathers: datetime | None) -> str:
        if not place:
            example = f"{window.departs.astimezone(KABUL):%Y-%m-%d} 05:30"
            return words.PLACE_HELP.format(example=example)
        if gathers is None:
            return words.NO_SUCH_DAY
        refusals = {
            words.PLACE_IS_PAST: gathers <= self._now(),
            words.PLACE_IS_OTHER_DAY: not timedelta(-1) <= gathers - window.departs < timedelta(2),
            words.PLACE_IS_LONG.format(most=LONGEST_PLACE): len(place) > LONGEST_PLACE,
        }
        return next((why for why, holds in refusals.items() if holds), "")


def _not_seen(offers: Sequence[OfferRow]) -> set[str]:
    return {offer.person for offer in offers if offer.stage == "told"}


def _shown(proposal: PlaceProposed) -> str:
    faces = (proposal.window, proposal.place, proposal.at.isoformat(), proposal.staff)
    return sha256("\0".join(faces).encode()).hexdigest()[:CUT]


def _rest(message: Message) -> str:
    """What follows the command; the lines stay."""
    _, _, rest = (message.text or "").partition(" ")
    return rest.strip()


def _people(count: int) -> str:
    return words.some(count, "person", "people")


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(" ".join(written.split()), "%Y-%m-%d %H:%M").replace(tzinfo=KABUL)
    except ValueError:
        return None
