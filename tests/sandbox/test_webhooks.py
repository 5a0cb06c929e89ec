"""Webhooks: the secret, the order, the repeats, and replies inside the answer."""

import asyncio
import socket
import time
from collections import Counter
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tests.sandbox.stage import Stage, hooked


def test_updates_come_with_the_secret(stage: Stage) -> None:
    stage.say("before")
    with hooked() as hook:
        stage.result("setWebhook", url=hook.url, secret_token="s-3_cret")
        stage.say("after")
        hook.wait(2)
        assert hook.texts() == ["before", "after"]
        assert set(hook.secrets) == {"s-3_cret"}
        stage.until(lambda: stage.result("getWebhookInfo")["pending_update_count"] == 0)
    assert stage.result("getWebhookInfo")["url"] == hook.url


def test_a_reply_in_the_answer_is_sent_and_a_refused_one_is_noted(stage: Stage) -> None:
    reply = {"method": "sendMessage", "chat_id": stage.laila, "text": "in the answer"}
    with hooked() as hook:
        hook.answer = lambda update: (
            200,
            reply if update["message"]["text"] == "good" else {**reply, "text": ""},
            {},
        )
        stage.result("setWebhook", url=hook.url)
        stage.say("bad")
        stage.say("good")
        stage.sandbox.wait_for(stage.username, lambda m: m["text"] == "in the answer", user=stage.laila)
        hook.wait(2)
    assert stage.world.unheard[-1]["description"] == "Bad Request: message text is empty"


def test_a_lane_waits_for_its_head_while_others_go_on(stage: Stage) -> None:
    failures = Counter[int]()

    def sulk(update: dict[str, Any]) -> tuple[int, dict[str, Any], dict[str, str]]:
        failures[update["update_id"]] += 1
        stubborn = update["message"]["text"] == "first" and failures[update["update_id"]] < 4
        return (500 if stubborn else 200), {}, {}

    with hooked() as hook:
        hook.answer = sulk
        stage.result("setWebhook", url=hook.url)
        stage.say("first")
        stage.say("second")
        stage.sandbox.say(stage.omid, stage.username, "elsewhere")
        hook.wait(3)  # the head, the head again at once, and the other lane
        time.sleep(0.1)
        assert Counter(hook.texts()) == {"first": 2, "elsewhere": 1}
        assert stage.result("getWebhookInfo")["last_error_message"].endswith("500 Internal Server Error")
        stage.sandbox.advance(2)
        hook.wait(4)
        time.sleep(0.2)  # the pause is counted from when the failure was seen
        stage.sandbox.advance(4)
        hook.wait(6)
        assert [text for text in hook.texts() if text != "elsewhere"] == ["first"] * 4 + ["second"]


def test_presses_go_by_a_lane_of_their_own(stage: Stage) -> None:
    stage.say("/start")
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    asked = stage.told("Well?", reply_markup=keys)
    with hooked() as hook:
        hook.answer = lambda update: (500 if "message" in update else 200, {}, {})
        stage.result("setWebhook", url=hook.url, drop_pending_updates=True)
        stage.say("stuck")
        stage.sandbox.press(stage.laila, stage.username, asked["message_id"], data="yes")
        hook.wait(3)
        assert any("callback_query" in update for update in hook.got)


def test_a_bot_may_ask_for_a_pause(stage: Stage) -> None:
    with hooked() as hook:
        hook.answer = lambda _: (503, {}, {"Retry-After": "30"})
        stage.result("setWebhook", url=hook.url)
        stage.say("later")
        hook.wait(1)
        time.sleep(0.2)
        stage.sandbox.advance(29)
        time.sleep(0.2)
        assert len(hook.got) == 1
        stage.sandbox.advance(1)
        hook.wait(2)


def test_another_webhook_takes_over_what_waits(stage: Stage) -> None:
    with hooked() as broken, hooked() as sound:
        broken.answer = lambda _: (500, {}, {})
        stage.result("setWebhook", url=broken.url)
        stage.say("lost?")
        broken.wait(2)
        stage.result("setWebhook", url=sound.url)
        sound.wait(1)
        assert sound.texts() == ["lost?"]


@pytest.mark.asyncio
async def test_aiogram_serves_a_webhook_and_replies_in_the_answer(stage: Stage, aiogram_bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> SendMessage:
        return message.answer(f"{message.text}!")

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, aiogram_bot, handle_in_background=False, secret_token="abc")
    handler.register(app, path="/hook")
    setup_application(app, dispatcher, bot=aiogram_bot)
    runner = web.AppRunner(app)
    await runner.setup()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        await web.SockSite(runner, listening).start()
        port = listening.getsockname()[1]
        await aiogram_bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="abc")
        await asyncio.to_thread(stage.say, "سلام")
        await asyncio.to_thread(
            stage.sandbox.wait_for, stage.username, lambda m: m["text"] == "سلام!", user=stage.laila
        )
        await runner.cleanup()
