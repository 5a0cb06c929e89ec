"""The desk: the staff's bot, put together, started and stopped."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

import structlog
from telegram import BotCommand, BotCommandScopeChat, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.desk import words
from bot.desk.board import GAP, Board, markup
from bot.desk.cases import Cases
from bot.desk.intake import App, Intake
from bot.desk.line import line
from bot.desk.presses import answer
from bot.desk.safety import Safety
from bot.desk.staff import Staff, account
from bot.desk.talk import Talk
from bot.desk.trips import Trips
from bot.desk.windows import Windows
from flows import ports

TELEGRAM = "https://api.telegram.org"
LOOK = 1.0
FRESH = filters.UpdateType.MESSAGE
Context = ContextTypes.DEFAULT_TYPE

log = structlog.get_logger()


class Register(ports.Register, ports.Cards, Protocol):
    """The central register, where it keeps the desk's cards, and what becomes of its windows."""

    @property
    def asking(self) -> ports.Asking:
        """What is asked of people without their asking."""

    @property
    def trips(self) -> ports.Trips:
        """What becomes of a window after the yes."""


class Desk:
    """The staff's bot over a register; `start` returns once it listens, `stop` once the work in hand is done.

    look: seconds between two looks at the register; gap: between two changes of one card.
    """

    def __init__(
        self,
        register: Register,
        token: str,
        staff_chat: int,
        *,
        api: str = TELEGRAM,
        look: float = LOOK,
        gap: float = GAP,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._register, self._chat, self._pause, self._gap, self._now = register, staff_chat, look, gap, now
        self._app = _application(token, api)
        self._looking, self._again = asyncio.Lock(), False
        self.intake = Intake(self._app, self._given_up)
        self._taking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen and to look."""
        await self._app.initialize()
        await self._app.bot.delete_webhook(drop_pending_updates=False)
        self._furnish()
        await self._app.start()
        await self._list_commands()
        assert self._app.job_queue is not None  # noqa: S101
        self._app.job_queue.run_repeating(
            self._look, self._pause, first=0, job_kwargs={"max_instances": 3, "coalesce": True}
        )
        self._taking = asyncio.create_task(self.intake.run())

    async def stop(self) -> None:
        """Finish what is in hand, and let go."""
        self.intake.stop()
        if self._taking is not None:
            await self._taking
        async with self._looking:
            await self._app.stop()
        await self._app.shutdown()

    def _furnish(self) -> None:
        bot = self._app.bot
        self._staff = Staff(bot, self._chat)
        board = Board(bot, self._register, self._chat, self._gap)
        self._talk = Talk(bot, self._register, board, self._staff, self._now)
        door = f"https://t.me/{bot.username}?start=desk"
        self._cases = Cases(self._register, board, self._staff, self._talk, door, self._now)
        self._windows = Windows(self._register, board, self._staff, self._now)
        self._trips = Trips(self._register, self._register.trips, board, self._staff, self._now)
        self._safety = Safety(self._register, self._register.asking, self._now)
        add = self._app.add_handler
        add(TypeHandler(Update, self._admit), group=-1)
        add(CommandHandler("start", self._begun, FRESH & filters.ChatType.PRIVATE))
        add(CommandHandler("plan", self._plan, FRESH))
        add(CommandHandler("place", self._place, FRESH))
        add(CommandHandler(("seen", "missed"), self._seen, FRESH))
        add(CommandHandler("check", self._check, FRESH))
        add(CommandHandler("cases", self._list_cases, FRESH))
        add(CommandHandler("windows", self._list_windows, FRESH))
        add(MessageHandler(FRESH & filters.COMMAND, self._help))
        add(MessageHandler(filters.ChatType.PRIVATE, self._written))
        add(CallbackQueryHandler(self._pressed))
        self._app.add_error_handler(self._broke)

    async def _admit(self, update: Update, _: Context) -> None:
        """Only staff come further; everyone else hears the same, whatever they do."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            raise ApplicationHandlerStop
        if chat.id == self._chat:
            self._staff.seen(user)
            return
        if chat.type == chat.PRIVATE and await self._staff.member(user.id):
            return
        if update.callback_query is not None:
            await answer(update.callback_query, words.NOT_OPEN)
        elif chat.type == chat.PRIVATE and update.message is not None:
            await update.message.reply_text(words.NOT_OPEN)
        raise ApplicationHandlerStop

    async def _begun(self, update: Update, _: Context) -> None:
        message = _message(update)
        self._talk.closed_doors.discard(account(message.chat_id))
        await message.reply_text(words.HELP)
        self._soon()

    async def _help(self, update: Update, context: Context) -> None:
        message = _message(update)
        addressed = (message.text or "").split()[0].partition("@")[2].lower()
        if addressed in ("", context.bot.username.lower()):
            await message.reply_text(words.HELP)

    async def _plan(self, update: Update, context: Context) -> None:
        message = _message(update)
        if user := await _author(message):
            await self._windows.plan(message, " ".join(context.args or ()), user)
            self._soon()

    async def _place(self, update: Update, _: Context) -> None:
        message = _message(update)
        if user := await _author(message):
            await self._trips.place(message, user)

    async def _seen(self, update: Update, _: Context) -> None:
        message = _message(update)
        if await _author(message):
            await self._trips.seen(message, gone=(message.text or "").lower().startswith("/seen"))
            self._soon()

    async def _check(self, update: Update, context: Context) -> None:
        message = _message(update)
        if await _author(message):
            await self._safety.command(message, context.args or ())

    async def _list_cases(self, update: Update, _: Context) -> None:
        await _message(update).reply_text(await self._cases.listed())

    async def _list_windows(self, update: Update, _: Context) -> None:
        text, keys = await self._windows.listed()
        await _message(update).reply_text(text, reply_markup=markup(keys))

    async def _written(self, update: Update, _: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        if update.message is None:
            await message.reply_text(words.EDITED)
        elif not message.text:
            await message.reply_text(words.ONLY_TEXT)
        else:
            await self._talk.written(message)

    async def _pressed(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query is not None:
            await self._press(query)
            self._soon()

    async def _press(self, query: CallbackQuery) -> None:
        match (query.data or "").split(":", 2):
            case ["case", case]:
                await self._cases.claim(query, case)
            case ["back", case]:
                await self._talk.hand_back(query, case)
            case ["for", case]:
                await self._talk.chosen(query, case)
            case ["look", window]:
                await self._windows.again(query, window)
            case ["ask", window]:
                await self._windows.ask(query, window)
            case ["ok", shown, window]:
                await self._windows.approve(query, shown, window)
            case ["stop", window]:
                await self._windows.stop(query, window)
            case ["safe", provinces]:
                await self._safety.ask(query, provinces)
            case [("sure" | "cancel" | "cancelled" | "tell") as press, *rest]:
                await self._press_of_trip(query, press, rest)
            case _:
                await answer(query, words.OLD_BUTTON)

    async def _press_of_trip(self, query: CallbackQuery, press: str, rest: Sequence[str]) -> None:
        window = await self._windows.find(query, rest[-1])
        match press, window:
            case _, None:
                return
            case "sure", window:
                await self._trips.make_sure(query, window.window)
            case "cancel", window:
                await self._trips.cancelling(query, window)
            case "cancelled", window:
                await self._trips.cancel(query, window)
            case _, window:
                await self._trips.tell(query, rest[0], window)

    async def _look(self, _: Context) -> None:
        """Show what the register has now; a look that is asked for during a look follows it."""
        self._again = True
        if self._looking.locked():
            return
        async with self._looking:
            while self._again and self._app.running:
                self._again = False
                await self._cases.look()
                await self._windows.look()

    def _soon(self) -> None:
        assert self._app.job_queue is not None  # noqa: S101
        self._app.job_queue.run_once(self._look, 0)

    async def _broke(self, update: object, context: Context) -> None:
        error = context.error
        log.warning("desk.broke", error=type(error).__name__)
        if isinstance(update, Update) and isinstance(error, Exception):
            self.intake.broke(error)

    async def _given_up(self, update: Update) -> None:
        """Whoever did what broke us hears it: silence would look like success."""
        try:
            if update.callback_query is not None:
                await answer(update.callback_query, words.BROKEN, alert=True)
            elif update.message is not None and update.message.chat.type == update.message.chat.PRIVATE:
                await update.message.reply_text(words.BROKEN)
        except TelegramError as error:
            log.warning("desk.not_told", error=type(error).__name__)

    async def _list_commands(self) -> None:
        commands = [BotCommand(name, said) for name, said in words.COMMANDS.items()]
        try:
            # Listed in the staff chat only: to a stranger the bot shows nothing of what it is.
            await self._app.bot.set_my_commands(commands, scope=BotCommandScopeChat(self._chat))
        except TelegramError as error:
            log.warning("desk.no_commands", error=type(error).__name__)


def _application(token: str, api: str) -> App:
    # The HTTP client logs whole addresses, and an address of the Bot API contains the token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    building = Application.builder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    ways = building.request(line(api, 16)).get_updates_request(line(api, 1))
    return ways.updater(None).build()


async def _author(message: Message) -> int | None:
    """Who wrote it; someone hidden behind the group, who could be both persons of an approval, hears how to."""
    if message.sender_chat is not None or message.from_user is None:
        await message.reply_text(words.AS_YOURSELF)
        return None
    return message.from_user.id


def _message(update: Update) -> Message:
    if update.message is None:
        raise TypeError("this handler is for fresh messages")
    return update.message
