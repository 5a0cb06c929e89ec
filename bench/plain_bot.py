"""The same registration as an ordinary aiogram bot: MemoryStorage, replies in the webhook's response.

It is written as aiogram's documentation teaches, and spared what it need not do: uvloop, no access log, few
filters, replies as JSON. It keeps nothing: `python -m bench.plain_bot PORT API PATH SECRET`.
"""

import secrets
import sys
from typing import Any

import uvloop
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.keyboard import InlineKeyboardBuilder
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web
from aiohttp.payload import JsonPayload, Payload

from flows.conversation.options import Option
from flows.talks.registration import REGISTRATION
from flows.texts import Text

BOT_TOKEN = "4343:plain-bot"
END = "end"
QUESTIONS = (
    "begin",
    "for_whom",
    "category",
    "wish",
    "count",
    "name",
    "province",
    "check",
)
ASKS = {ask.name: ask for ask in REGISTRATION.asks()}

router = Router()


class Registration(StatesGroup):
    """Which question is open."""

    begin = State()
    for_whom = State()
    category = State()
    wish = State()
    count = State()
    name = State()
    province = State()
    check = State()


class Answer(CallbackData, prefix="registration"):
    """What a button says."""

    question: str
    option: str


def label(option: Option) -> str:
    """What is written on a button."""
    return option.label.source if isinstance(option.label, Text) else str(option.label)


def keyboard(question: str, options: tuple[Option, ...], columns: int) -> InlineKeyboardMarkup:
    """The buttons of a question."""
    builder = InlineKeyboardBuilder()
    for option in options:
        builder.button(text=label(option), callback_data=Answer(question=question, option=option.key))
    return InlineKeyboardMarkup(inline_keyboard=builder.adjust(columns).export())


LABELS = {
    name: {option.key: label(option) for page in ask.kind.pages for option in page.options}
    for name, ask in ASKS.items()
}
KEYS = {question: {words: key for key, words in labels.items()} for question, labels in LABELS.items()}


async def answered(question: str, option: str, state: FSMContext) -> tuple[str, InlineKeyboardMarkup]:
    """Remember the answer, and what is to be said next."""
    known = await state.update_data({question: option})
    at = QUESTIONS.index(question) + 1
    if at == len(QUESTIONS):
        await state.clear()
        end = REGISTRATION.end
        return end.text.source.format(ref=secrets.token_hex(4)), keyboard(END, end.options, end.columns)
    ask = ASKS[QUESTIONS[at]]
    await state.set_state(getattr(Registration, ask.name))
    text = ask.text.source
    if ask.name == "check":
        text = text.format(**{name: LABELS[name].get(value, value) for name, value in known.items()})
    if (said := ASKS[question].saved) is not None:
        text = f"{said.source}\n\n{text}"
    page = ask.kind.pages[0]
    return text, keyboard(ask.name, page.options, page.columns)


@router.message(CommandStart())
async def start(message: Message, state: FSMContext) -> TelegramMethod[Any]:
    """The first question."""
    await state.set_state(Registration.begin)
    ask = ASKS["begin"]
    page = ask.kind.pages[0]
    hello = f"{ask.lead.source}\n\n{ask.text.source}" if ask.lead else ask.text.source
    return message.answer(hello, reply_markup=keyboard("begin", page.options, page.columns))


@router.callback_query(StateFilter(Registration), Answer.filter())
async def pressed(query: CallbackQuery, callback_data: Answer, state: FSMContext) -> TelegramMethod[Any] | None:
    """A button."""
    await query.answer()
    if not isinstance(query.message, Message):
        return None
    text, markup = await answered(callback_data.question, callback_data.option, state)
    return query.message.edit_text(text, reply_markup=markup)


@router.message(StateFilter(Registration), F.text)
async def typed(message: Message, state: FSMContext) -> TelegramMethod[Any]:
    """Words: a button's label, or the name."""
    question = (await state.get_state() or "").partition(":")[2]
    words = message.text or ""
    if question != "name" and words not in KEYS[question]:
        return message.answer("Please pick one.")
    text, markup = await answered(question, KEYS[question].get(words, words), state)
    return message.answer(text, reply_markup=markup)


class InJson(SimpleRequestHandler):
    """Replies as JSON, which costs a twentieth of the library's multipart."""

    def _build_response_writer(self, bot: Bot, result: TelegramMethod[Any] | None) -> Payload:
        if not result:
            return JsonPayload({})
        params = result.model_dump(exclude_none=True, warnings=False)
        known = {name: value for name, value in params.items() if not isinstance(value, Default)}
        return JsonPayload({"method": result.__api_method__, **known})


def main(port: int, api: str, path: str, secret: str) -> None:
    """Serve until stopped."""
    bot = Bot(BOT_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    app = web.Application()
    InJson(dispatcher, bot, handle_in_background=False, secret_token=secret).register(app, path=path)
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None, loop=uvloop.new_event_loop())


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:5])
