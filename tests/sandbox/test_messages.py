"""What may be sent, changed and deleted, and by whom."""

from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from tests.sandbox.stage import Json, Stage

HOUR = 3600


def keys(*data: str) -> Json:
    return {"inline_keyboard": [[{"text": one, "callback_data": one}] for one in data]}


@pytest.mark.parametrize(
    ("args", "why"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "x", "reply_markup": keys("آ" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys("")}, "can't parse inline keyboard button"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 99}, "message thread not found"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: can't find end tag"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "reply_markup": [1]}, 'parameter "reply_markup" must be an object'),
        ({"text": "x", "reply_markup": {"inline_keyboard": [7]}}, "can't parse reply keyboard"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "reply_parameters": {"message_id": "one"}}, 'parameter "message_id" is required'),
    ],
)
def test_what_cannot_be_sent(stage: Stage, args: Json, why: str) -> None:
    stage.say("/start")
    assert stage.refusal("sendMessage", **{"chat_id": stage.laila, **args}).startswith(f"400 Bad Request: {why}")


def test_what_just_fits(stage: Stage) -> None:
    stage.say("/start")
    assert len(stage.told("آ" * 4096, reply_markup=keys("آ" * 32))["text"]) == 4096


def test_html_becomes_entities_counted_in_utf_16(stage: Stage) -> None:
    stage.say("/start")
    sent = stage.told('🙂 <b>سلام</b> <a href="https://example.org/">x</a>', parse_mode="HTML")
    assert sent["text"] == "🙂 سلام x"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "text_link", "offset": 8, "length": 1, "url": "https://example.org/"},
    ]


@pytest.mark.asyncio
async def test_a_long_button_is_refused_to_aiogram(stage: Stage, aiogram_bot: Bot) -> None:
    stage.say("/start")
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", callback_data="پ" * 33)]])
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await aiogram_bot.send_message(stage.laila, "x", reply_markup=markup)


def test_edits_show_and_an_edit_of_nothing_is_refused(stage: Stage) -> None:
    stage.say("/start")
    sent = stage.told("one", reply_markup=keys("yes"))
    where = {"chat_id": stage.laila, "message_id": sent["message_id"]}
    assert "not modified" in stage.refusal("editMessageText", **where, text="one", reply_markup=keys("yes"))
    changed = stage.result("editMessageText", **where, text="two")
    assert "reply_markup" not in changed
    assert changed["edit_date"] >= sent["date"]
    assert stage.result("editMessageReplyMarkup", **where, reply_markup=keys("no"))["reply_markup"] == keys("no")
    assert "not modified" in stage.refusal("editMessageReplyMarkup", **where, reply_markup=keys("no"))
    assert "message can't be edited" in stage.refusal(
        "editMessageText", chat_id=stage.laila, message_id=1, text="x"
    )
    assert "not found" in stage.refusal("editMessageText", chat_id=stage.laila, message_id=99, text="x")
    [shown] = [m for m in stage.sandbox.messages(stage.username, stage.laila) if m["edited"]]
    assert (shown["text"], shown["reply_markup"]) == ("two", keys("no"))


def test_a_person_edits(stage: Stage) -> None:
    said = stage.say("one")
    stage.sandbox.edit(stage.laila, stage.username, said["message_id"], "two")
    assert stage.updates()[-1]["edited_message"]["text"] == "two"


def test_deleting_is_for_48_hours_and_takes_incoming_messages_too(stage: Stage) -> None:
    said = stage.say("my name")
    sent = stage.told("noted")
    where = {"chat_id": stage.laila}
    assert stage.result("deleteMessage", **where, message_id=said["message_id"])
    assert "not found" in stage.refusal("deleteMessage", **where, message_id=said["message_id"])
    stage.sandbox.advance(48 * HOUR - 60)
    young = stage.told("young")
    stage.sandbox.advance(61)
    assert "can't be deleted" in stage.refusal("deleteMessage", **where, message_id=sent["message_id"])
    both = [young["message_id"], sent["message_id"]]
    assert "can't be deleted for everyone" in stage.refusal("deleteMessages", **where, message_ids=both)
    assert [m["deleted"] for m in stage.sandbox.messages(stage.username, stage.laila)] == [True, False, False]
    assert stage.result("deleteMessages", **where, message_ids=[young["message_id"], 998, 999])
    assert "1 to 100" in stage.refusal("deleteMessages", **where, message_ids=list(range(101)))
    deleted = [m["deleted"] for m in stage.sandbox.messages(stage.username, stage.laila)]
    assert deleted == [True, False, True]


@pytest.mark.asyncio
async def test_a_blocked_bot_may_not_speak(stage: Stage, aiogram_bot: Bot) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await aiogram_bot.send_message(stage.laila, "first word")
    stage.say("/start")
    stage.sandbox.block(stage.laila, stage.username)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(stage.laila, "x")
    async with stage.application().build().bot as bot:
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(stage.laila, "x")
    statuses = [u["my_chat_member"]["new_chat_member"]["status"] for u in stage.updates() if "my_chat_member" in u]
    assert statuses == ["kicked"]
    stage.say("/start")
    assert await aiogram_bot.send_message(stage.laila, "x")


@pytest.mark.asyncio
async def test_too_many_messages_are_refused_for_a_while(stage: Stage, aiogram_bot: Bot) -> None:
    stage.say("/start")
    stage.sandbox.limits(per_second=3, penalty=2)
    for number in range(3):
        await aiogram_bot.send_message(stage.laila, str(number))
    with pytest.raises(TelegramRetryAfter) as refused:
        await aiogram_bot.send_message(stage.laila, "too many")
    assert refused.value.retry_after == 2
    stage.sandbox.advance(2)
    assert await aiogram_bot.send_message(stage.laila, "again")


def test_one_chat_has_a_limit_of_its_own(stage: Stage) -> None:
    stage.say("/start")
    stage.sandbox.say(stage.omid, stage.username, "/start")
    stage.sandbox.limits(per_chat_per_second=1)
    stage.told("one")
    assert stage.refusal("sendMessage", chat_id=stage.laila, text="two").startswith("429")
    assert stage.result("sendMessage", chat_id=stage.omid, text="one")


@pytest.mark.asyncio
async def test_a_press_is_answered_once_and_in_time(stage: Stage) -> None:
    stage.say("/start")
    asked = stage.told("Well?", reply_markup=keys("yes"))
    pressed = stage.sandbox.press(stage.laila, stage.username, asked["message_id"], label="yes")
    number = pressed["callback_query_id"]
    assert stage.sandbox.press_answer(number) is None
    stage.result("answerCallbackQuery", callback_query_id=number, text="ok", show_alert=True)
    assert stage.sandbox.press_answer(number) == {"text": "ok", "show_alert": True}
    late = stage.sandbox.press(stage.laila, stage.username, data="yes")["callback_query_id"]
    stage.sandbox.advance(151)
    async with stage.application().build().bot as bot:
        with pytest.raises(BadRequest, match=r"[Qq]uery is too old"):
            await bot.answer_callback_query(late)


def test_a_button_that_is_gone_can_only_be_pressed_stale(stage: Stage) -> None:
    stage.say("/start")
    asked = stage.told("Well?", reply_markup=keys("yes"))["message_id"]
    stage.result("editMessageText", chat_id=stage.laila, message_id=asked, text="Closed.")
    with pytest.raises(ValueError, match="has no button"):
        stage.sandbox.press(stage.laila, stage.username, asked, data="yes")
    pressed = stage.sandbox.press(stage.laila, stage.username, asked, data="yes", stale=True)
    assert pressed["updates"][stage.username]


def test_a_reply_keyboard_is_pressed_by_its_label(stage: Stage) -> None:
    stage.say("/start")
    keyboard = [[{"text": "My number", "request_contact": True}], ["Later"]]
    sent = stage.told("Your number?", reply_markup={"keyboard": keyboard, "one_time_keyboard": True})
    assert "reply_markup" not in sent
    stage.sandbox.press(stage.laila, stage.username, label="My number")
    stage.sandbox.press(stage.laila, stage.username, label="Later")
    contact, later = (update["message"] for update in stage.updates()[-2:])
    assert contact["contact"]["user_id"] == contact["from"]["id"]
    assert later["text"] == "Later"
    stage.told("Thanks", reply_markup={"remove_keyboard": True})
    assert stage.sandbox.transcript(stage.username, stage.laila)["reply_keyboard"] is None


def test_protected_messages_are_not_passed_on(stage: Stage) -> None:
    stage.say("/start")
    sent = stage.told("secret", protect_content=True)
    assert sent["has_protected_content"]
    where = {"chat_id": stage.laila, "from_chat_id": stage.laila, "message_id": sent["message_id"]}
    assert "can't be forwarded" in stage.refusal("forwardMessage", **where)
    assert "can't be copied" in stage.refusal("copyMessage", **where)


def test_an_unknown_method_and_a_wrong_token(stage: Stage) -> None:
    assert stage.call("sendTelepathy") == {"ok": False, "error_code": 404, "description": "Not Found"}
    stranger = replace(stage, token="1:wrong")
    assert stranger.refusal("getMe") == "401 Unauthorized"
