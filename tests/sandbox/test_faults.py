"""Faults: every kind does what it says, as often as it should."""

import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from telegram.error import NetworkError

from tests.sandbox.stage import Stage, hooked


@pytest.mark.asyncio
async def test_calls_fail_in_every_way(stage: Stage, aiogram_bot: Bot) -> None:
    stage.say("/start")
    stage.sandbox.faults({"method": "sendMessage", "kind": "429", "retry_after": 7, "count": 1})
    with pytest.raises(TelegramRetryAfter) as refused:
        await aiogram_bot.send_message(stage.laila, "x")
    assert refused.value.retry_after == 7
    stage.sandbox.faults({"method": "sendMessage", "kind": "5xx", "count": 1})
    with pytest.raises(TelegramServerError):
        await aiogram_bot.send_message(stage.laila, "x")
    assert await aiogram_bot.send_message(stage.laila, "sound again")


@pytest.mark.asyncio
async def test_a_dropped_call_is_done_or_not(stage: Stage, aiogram_bot: Bot) -> None:
    stage.say("/start")
    stage.sandbox.faults({"method": "sendMessage", "kind": "drop"})
    with pytest.raises(TelegramNetworkError):
        await aiogram_bot.send_message(stage.laila, "before")
    stage.sandbox.faults({"method": "sendMessage", "kind": "drop", "after": True})
    async with stage.application().build().bot as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(stage.laila, "after")
    texts = [message["text"] for message in stage.sandbox.messages(stage.username, stage.laila)]
    assert texts == ["/start", "after"]


def test_a_delayed_call_takes_its_time(stage: Stage) -> None:
    stage.sandbox.faults({"method": "getMe", "kind": "delay", "seconds": 0.3})
    start = time.monotonic()
    stage.result("getMe")
    assert time.monotonic() - start >= 0.3


@pytest.mark.parametrize(
    ("kind", "seen"), [("duplicate", ["1", "1", "2", "3"]), ("reorder", ["2", "1", "3"]), ("drop", [])]
)
def test_polled_updates_go_astray(stage: Stage, kind: str, seen: list[str]) -> None:
    for text in "123":
        stage.say(text)
    stage.sandbox.faults({"method": "deliver", "kind": kind, "count": 1})
    assert [update["message"]["text"] for update in stage.updates()] == seen
    assert [update["message"]["text"] for update in stage.updates()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        ({"kind": "duplicate"}, ["1", "1", "2", "3"]),
        ({"kind": "reorder"}, ["2", "1", "3"]),
        ({"kind": "drop"}, ["1", "2", "3"]),
        ({"kind": "drop", "after": True}, ["1", "1", "2", "3"]),
    ],
)
def test_webhook_updates_go_astray(stage: Stage, rule: dict[str, object], seen: list[str]) -> None:
    for text in "123":
        stage.say(text)
    stage.sandbox.faults({"method": "deliver", "count": 1, **rule})
    with hooked() as hook:
        stage.result("setWebhook", url=hook.url)
        hook.wait(len(seen))
        assert hook.texts() == seen


def test_chance_comes_from_the_seed(stage: Stage) -> None:
    def run() -> list[bool]:
        stage.sandbox.faults({"method": "getMe", "kind": "5xx", "share": 0.5}, seed=11)
        return [bool(stage.call("getMe")["ok"]) for _ in range(12)]

    first = run()
    assert first == run()
    assert set(first) == {True, False}


def test_a_fault_that_makes_no_sense_is_refused(stage: Stage) -> None:
    with pytest.raises(ValueError, match="no fault '429' for 'deliver'"):
        stage.sandbox.faults({"method": "deliver", "kind": "429"})
    with pytest.raises(ValueError, match="a fault has method, kind"):
        stage.sandbox.faults({"method": "getMe", "kind": "429", "often": True})
    assert stage.http.get(f"{stage.url}/sandbox/faults").json()["result"] == []
