"""Polling: what is confirmed, what comes again, and who may ask."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramConflictError
from aiogram.types import Message
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, ContextTypes

from tests.sandbox.stage import Stage


def test_an_update_comes_again_until_it_is_confirmed(stage: Stage) -> None:
    stage.say("one")
    stage.say("two")
    first, second = stage.updates()
    assert [first, second] == stage.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert stage.updates(offset=second["update_id"]) == [second]
    assert stage.updates(offset=second["update_id"] + 1) == []
    assert stage.updates() == []


def test_a_negative_offset_forgets_all_earlier(stage: Stage) -> None:
    for text in ("one", "two", "three"):
        stage.say(text)
    assert [u["message"]["text"] for u in stage.updates(offset=-1)] == ["three"]
    assert [u["message"]["text"] for u in stage.updates()] == ["three"]


def test_a_long_poll_wakes_at_once(stage: Stage) -> None:
    with ThreadPoolExecutor() as threads:
        poll = threads.submit(stage.updates, timeout=20)
        time.sleep(0.2)
        said, start = stage.say("now"), time.monotonic()
        [update] = poll.result()
    assert time.monotonic() - start < 0.5
    assert update["update_id"] == said["updates"][stage.username]


def test_the_older_of_two_pollers_is_ended(stage: Stage) -> None:
    with ThreadPoolExecutor() as threads:
        older = threads.submit(stage.refusal, "getUpdates", timeout=20)
        time.sleep(0.2)
        assert stage.updates(timeout=0) == []
        assert older.result() == (
            "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )


@pytest.mark.asyncio
async def test_polling_is_refused_while_a_webhook_is_set(stage: Stage, aiogram_bot: Bot) -> None:
    await aiogram_bot.set_webhook("http://127.0.0.1:9/never")
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await aiogram_bot.get_updates()
    await aiogram_bot.delete_webhook()
    assert await aiogram_bot.get_updates() == []


def test_messages_are_kept_for_a_day_and_presses_for_150_seconds(stage: Stage) -> None:
    stage.say("/start")
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    asked = stage.told("Well?", reply_markup=keys)
    stage.sandbox.press(stage.laila, stage.username, asked["message_id"], data="yes")
    assert ["callback_query" in update for update in stage.updates()] == [False, True]
    stage.sandbox.advance(149)
    assert len(stage.updates()) == 2
    stage.sandbox.advance(2)
    assert ["callback_query" in update for update in stage.updates()] == [False]
    stage.sandbox.advance(86_400)
    assert stage.updates() == []


def test_allowed_updates_leave_out_the_rest_and_are_remembered(stage: Stage) -> None:
    stage.updates(allowed_updates=["callback_query"])
    assert stage.say("unheard")["updates"] == {}
    stage.updates()
    assert stage.say("still unheard")["updates"] == {}
    stage.updates(allowed_updates=[])
    assert stage.username in stage.say("heard")["updates"]


@pytest.mark.asyncio
async def test_aiogram_polls_and_answers(stage: Stage, aiogram_bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"{message.text}؟")

    polling = asyncio.create_task(dispatcher.start_polling(aiogram_bot, handle_signals=False))
    await asyncio.to_thread(stage.say, "سلام")
    answer = await asyncio.to_thread(
        stage.sandbox.wait_for, stage.username, lambda m: m["text"] == "سلام؟", user=stage.laila
    )
    await dispatcher.stop_polling()
    await polling
    assert answer["from"]["username"] == stage.username


async def ask(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("بلی", callback_data="yes")]])
    await update.message.reply_text("می‌روید؟", reply_markup=keys)


async def agree(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("ثبت شد")
    await update.callback_query.edit_message_text("بلی.")


@pytest.mark.asyncio
async def test_python_telegram_bot_polls_and_answers(stage: Stage) -> None:
    application = stage.application().build()
    application.add_handler(CommandHandler("start", ask))
    application.add_handler(CallbackQueryHandler(agree))

    def talk() -> object:
        stage.say("/start")
        asked = stage.sandbox.wait_for(stage.username, lambda m: m["text"] == "می‌روید؟", user=stage.laila)
        pressed = stage.sandbox.press(stage.laila, stage.username, asked["message_id"], label="بلی")
        changed = stage.sandbox.wait_for(stage.username, lambda m: bool(m["edited"]), user=stage.laila)
        assert changed["text"] == "بلی."
        assert changed["reply_markup"] is None
        answer = stage.sandbox.press_answer(pressed["callback_query_id"])
        return answer and answer["text"]

    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()
        assert await asyncio.to_thread(talk) == "ثبت شد"
        await application.updater.stop()
        await application.stop()
