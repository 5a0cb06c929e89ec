"""Cards in the staff chat: each is posted once, and edited when what it shows has changed."""

import asyncio
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.desk.line import seconds
from flows.ports import Cards

GAP = 3.0
UNWELL = 5.0
Keys = list[InlineKeyboardButton]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Card:
    """Where a subject is shown, and the fingerprint of what is shown."""

    chat: int
    message: int
    shown: str


class Board:
    """Shows subjects in the staff chat; where they are shown is kept in the register's tables."""

    def __init__(self, bot: Bot, cards: Cards, chat: int, gap: float = GAP) -> None:
        self._bot, self._cards, self._chat, self._gap = bot, cards, chat, gap
        self._known: dict[str, Card] = {}
        self._edited: dict[str, float] = {}
        self._quiet = 0.0
        self._one = asyncio.Lock()

    async def card(self, subject: str) -> Card | None:
        """Where the subject is shown, if anywhere."""
        if subject not in self._known:
            row = await asyncio.to_thread(self._cards.card, subject)
            if row is None:
                return None
            self._known[subject] = Card(*row)
        return self._known[subject]

    async def keep(self, subject: str, message: Message, shown: str) -> None:
        """Remember that this message shows the subject."""
        self._known[subject] = Card(message.chat_id, message.message_id, shown)
        await asyncio.to_thread(self._cards.keep_card, subject, message.chat_id, message.message_id, shown)

    async def show(self, subject: str, text: str, keys: Keys, *, at_once: bool = False) -> None:
        """Let the subject's card say this, soon; a channel that is unwell is left alone for a while."""
        if monotonic() < self._quiet:
            return
        try:
            async with self._one:
                await self._show(subject, text, keys, at_once=at_once)
        except RetryAfter as refused:
            self._quiet = monotonic() + seconds(refused)
        except TelegramError as error:
            self._quiet = monotonic() + UNWELL
            log.warning("desk.not_shown", error=type(error).__name__)

    async def _show(self, subject: str, text: str, keys: Keys, *, at_once: bool) -> None:
        shown, card = _fingerprint(text, keys), await self.card(subject)
        if card is not None and card.shown == shown:
            return
        if card is not None and monotonic() - self._edited.get(subject, -self._gap) < self._gap and not at_once:
            return
        # Booked before the call: one that fails must not be tried at every look.
        self._edited[subject] = monotonic()
        if card is None or not await self._edit(card, text, keys):
            message = await self._bot.send_message(self._chat, text, reply_markup=markup(keys))
            await self.keep(subject, message, shown)
        else:
            self._known[subject] = Card(card.chat, card.message, shown)
            await asyncio.to_thread(self._cards.keep_card, subject, card.chat, card.message, shown)

    async def _edit(self, card: Card, text: str, keys: Keys) -> bool:
        """Whether the card still exists and says this now."""
        try:
            await self._bot.edit_message_text(text, card.chat, card.message, reply_markup=markup(keys))
        except BadRequest as error:
            if "not modified" in error.message.lower():
                return True
            if "not found" in error.message.lower() or "can't be edited" in error.message.lower():
                return False
            raise
        return True


def markup(keys: Keys) -> InlineKeyboardMarkup | None:
    """Buttons, one under the other."""
    return InlineKeyboardMarkup([[key] for key in keys]) if keys else None


def _fingerprint(text: str, keys: Keys) -> str:
    # Only a fingerprint is kept: the store of cards must not become a second place for what cards say.
    faces = [text, *(f"{key.text}\0{key.callback_data}" for key in keys)]
    return sha256("\0".join(faces).encode()).hexdigest()[:16]
