"""A wipe is many calls that can be repeated: it ends where the old begin, and is not given up."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.courier import connect
from bot.courier.wiping import EMPTY, FRESH, MOST_EMPTIED, wipe
from flows.ports import Lane
from tests.courier.test_courier import BOT, LAILA, TOKEN, Post, post

__all__ = ["post"]
TWO_DAYS = 48 * 3600
ASKED = 1_000_000.0


class Counting(BaseRequestMiddleware):
    """Counts the calls by their method."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Count it and make it."""
        self.calls[type(method).__name__] += 1
        return await make_request(bot, method)


def asked(post: Post, messages: list[int], ours: list[int]) -> dict[str, Any]:
    then = {"chat_id": LAILA, "text": "Done."}
    return {"chat_id": LAILA, "messages": messages, "ours": ours, "then": then, "asked": ASKED}


def wiped(post: Post, params: dict[str, Any], now: float = ASKED) -> tuple[int, Counter[str]]:
    async def work() -> tuple[int, Counter[str]]:
        bot, counting = connect(TOKEN, post.url), Counting()
        bot.session.middleware(counting)
        try:
            return await wipe(bot, params, now, 5), counting.calls
        finally:
            await bot.session.close()

    return asyncio.run(work())


def told(post: Post, count: int) -> list[int]:
    return [post.sandbox.say(LAILA, BOT, f"no. {number}")["message_id"] for number in range(count)]


def left(post: Post) -> list[dict[str, Any]]:
    return [each for each in post.sandbox.messages(BOT, LAILA) if not each["deleted"]]


@pytest.mark.parametrize("young", [0, 1, 37, 99])
def test_it_ends_where_the_old_begin_in_few_calls(post: Post, young: int) -> None:
    old = told(post, 100 - young)
    post.sandbox.advance(TWO_DAYS)
    new = told(post, young)
    message, calls = wiped(post, asked(post, sorted([*old, *new], reverse=True), []))
    assert [each["message_id"] for each in left(post)][1:] == [*old, message]
    assert calls == {"DeleteMessages": calls["DeleteMessages"], "SendMessage": 1}
    assert calls["DeleteMessages"] <= 15


def test_what_is_ours_and_too_old_says_nothing_any_more(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.courier.wiping.PAUSE", 0.0)
    for number in range(MOST_EMPTIED + 2):
        post.world.post(
            post.world.room_of(LAILA, BOT), post.world.bot_called(BOT).as_user(), {"text": f"no. {number}"}
        )
    ours = [each["message_id"] for each in left(post) if each["from"]["is_bot"]]
    theirs = told(post, 2)
    post.sandbox.advance(TWO_DAYS)
    params = asked(post, sorted([*ours, *theirs], reverse=True), ours)
    wiped(post, params)
    wiped(post, params)
    texts = [each["text"] for each in left(post) if each["from"]["is_bot"]]
    assert texts[2:-2] == [EMPTY] * MOST_EMPTIED
    assert texts[:2] == ["no. 0", "no. 1"], "the oldest, and there are too many"


def test_after_two_minutes_nothing_is_said(post: Post) -> None:
    new = told(post, 3)
    assert wiped(post, asked(post, new[::-1], []), ASKED + FRESH + 1) == (0, Counter(DeleteMessages=1))
    assert not set(new) & {each["message_id"] for each in left(post)}


def test_it_is_not_given_up_though_nobody_knows_how_often_it_arrived(post: Post) -> None:
    new = told(post, 3)
    post.sandbox.faults({"method": "deleteMessages", "kind": "drop", "after": True, "count": 3})
    name = post.tray.lay(LAILA, {"method": "wipe", "params": asked(post, new[::-1], [])}, Lane.AWAY)
    post.deliver(within=20)
    assert post.tray.settled == {name: "sent"}
    assert not set(new) & {each["message_id"] for each in left(post)}
