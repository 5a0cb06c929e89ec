"""The contract: every method's result is one both libraries know completely."""

from typing import Any

import pytest
import telegram
from pydantic import ValidationError

from bot.sandbox.methods import METHODS, account, chats, editing, files, sending, topics
from bot.sandbox.refusals import bad
from tests.sandbox.shapes import aiogram_args_leftovers, aiogram_leftovers, ptb_leftovers
from tests.sandbox.stage import Json, Stage

ROOMS = (account, chats, editing, files, sending, topics)
NAMES = sorted({name for room in ROOMS for name in room.METHODS} | {"getUpdates"})
KEYS = {"inline_keyboard": [[{"text": "بلی", "callback_data": "yes"}]]}
COMMANDS = [{"command": "start", "description": "Begin"}]
KINDS: dict[str, type[telegram.TelegramObject]] = {
    "getMe": telegram.User,
    "getUpdates": telegram.Update,
    "getWebhookInfo": telegram.WebhookInfo,
    "getMyCommands": telegram.BotCommand,
    "getMyName": telegram.BotName,
    "getMyDescription": telegram.BotDescription,
    "getMyShortDescription": telegram.BotShortDescription,
    "getChatMenuButton": telegram.MenuButton,
    "getChat": telegram.ChatFullInfo,
    "getChatMember": telegram.ChatMember,
    "getChatAdministrators": telegram.ChatMember,
    "getFile": telegram.File,
    "createForumTopic": telegram.ForumTopic,
    "copyMessage": telegram.MessageId,
}
MESSAGES: tuple[str, ...] = (
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "sendVoice",
    "sendSticker",
    "sendLocation",
    "sendContact",
)
MESSAGES += ("forwardMessage", "editMessageText", "editMessageCaption", "editMessageReplyMarkup")
KINDS |= dict.fromkeys(MESSAGES, telegram.Message)


class Scene:
    """A bot with a chat and a group in which everything can be tried."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.laila = {"chat_id": stage.laila}
        stage.say("/start")
        self.group = {"chat_id": stage.sandbox.group("Staff", [stage.omid, stage.username], forum=True)["id"]}
        self.text = {**self.laila, "message_id": stage.told("text", reply_markup=KEYS)["message_id"]}
        self.files = {kind: self.file_id(kind) for kind in ("photo", "document", "voice", "sticker")}
        photo = stage.result("sendPhoto", **self.laila, photo=self.files["photo"], caption="one")
        self.photo = {**self.laila, "message_id": photo["message_id"]}
        topic = stage.result("createForumTopic", **self.group, name="Case")
        self.topic = {**self.group, "message_thread_id": topic["message_thread_id"]}

    def file_id(self, kind: str) -> str:
        self.stage.sandbox.send(self.stage.laila, self.stage.username, kind)
        sent = self.stage.updates()[-1]["message"][kind]
        return str((sent[-1] if kind == "photo" else sent)["file_id"])

    def args(self, method: str) -> Json:
        """A call of the method that should succeed."""
        return self.sends().get(method) or self.changes().get(method) or self.others().get(method, {})

    def sends(self) -> dict[str, Json]:
        passing_on = {**self.laila, "from_chat_id": self.stage.laila, "message_id": self.text["message_id"]}
        reply = {"message_id": self.text["message_id"]}
        contact = {"phone_number": "+93700000000", "first_name": "Aunt", "last_name": "N."}
        return {
            "sendMessage": {
                **self.laila,
                "text": "/go <b>now</b> https://example.org @someone",
                "parse_mode": "HTML",
                "protect_content": True,
                "reply_markup": KEYS,
                "reply_parameters": reply,
            },
            **{f"send{kind.title()}": {**self.laila, kind: file_id} for kind, file_id in self.files.items()},
            "sendLocation": {**self.laila, "latitude": 34.5, "longitude": 69.2},
            "sendContact": {**self.laila, **contact},
            "sendChatAction": {**self.laila, "action": "typing"},
            "forwardMessage": passing_on,
            "copyMessage": passing_on,
        }

    def changes(self) -> dict[str, Json]:
        stage = self.stage
        press = stage.sandbox.press(stage.laila, stage.username, self.text["message_id"], data="yes")
        return {
            "editMessageText": {**self.text, "text": "other"},
            "editMessageCaption": {**self.photo, "caption": "two"},
            "editMessageReplyMarkup": self.text,
            "deleteMessage": self.text,
            "deleteMessages": {**self.laila, "message_ids": [self.text["message_id"]]},
            "pinChatMessage": self.text,
            "setMessageReaction": {**self.text, "reaction": [{"type": "emoji", "emoji": "👍"}]},
            "answerCallbackQuery": {"callback_query_id": press["callback_query_id"], "text": "ok"},
        }

    def others(self) -> dict[str, Json]:
        member = {**self.group, "user_id": self.stage.omid}
        of_group = ("getChat", "getChatAdministrators", "getChatMemberCount", "leaveChat")
        return {
            **dict.fromkeys(of_group, self.group),
            "getChatMember": member,
            "getFile": {"file_id": self.files["photo"]},
            "unpinChatMessage": self.laila,
            "createForumTopic": {**self.group, "name": "Another"},
            "editForumTopic": {**self.topic, "name": "Renamed"},
            **dict.fromkeys(("closeForumTopic", "reopenForumTopic", "deleteForumTopic"), self.topic),
            "setMyCommands": {"commands": COMMANDS, "scope": {"type": "default"}, "language_code": "fa"},
            "setMyName": {"name": "همراه"},
            "setWebhook": {"url": "http://127.0.0.1:9/", "allowed_updates": ["message"], "max_connections": 5},
            "setChatMenuButton": {"menu_button": {"type": "commands"}},
        }


@pytest.fixture
def scene(stage: Stage) -> Scene:
    return Scene(stage)


def leftovers(method: str, result: Any) -> list[str]:
    left = list(aiogram_leftovers(method, result))
    if method in KINDS:
        left += ptb_leftovers(KINDS[method], result)
    return left


def test_the_table_is_what_is_tried() -> None:
    assert {name.lower() for name in NAMES} == METHODS.keys() | {"getupdates"}


@pytest.mark.parametrize("method", NAMES)
def test_both_libraries_know_every_result(scene: Scene, method: str) -> None:
    args = scene.args(method)
    assert list(aiogram_args_leftovers(method, args)) == []
    result = scene.stage.result(method, **args)
    assert leftovers(method, result) == []
    assert isinstance(result, bool | int) or method in KINDS


def test_a_field_too_many_or_too_few_is_noticed(stage: Stage) -> None:
    user = stage.result("getMe")
    assert sorted(leftovers("getMe", {**user, "mood": "good"})) == ["User.mood", "User.mood"]
    del user["is_bot"]
    with pytest.raises(ValidationError):
        leftovers("getMe", user)


def test_what_was_set_is_told(scene: Scene) -> None:
    call = scene.stage.result
    call("setMyCommands", commands=COMMANDS, language_code="fa")
    assert call("getMyCommands", language_code="fa") == COMMANDS
    assert call("getMyCommands") == []
    call("pinChatMessage", **scene.text)
    chat = call("getChat", **scene.laila)
    assert chat["pinned_message"]["message_id"] == scene.text["message_id"]
    assert leftovers("getChat", chat) == []
    call("setWebhook", url="http://127.0.0.1:9/", allowed_updates=["message"])
    assert leftovers("getWebhookInfo", call("getWebhookInfo")) == []


@pytest.mark.parametrize("role", ["creator", "administrator", "member", "left", "kicked"])
def test_every_standing_in_a_group_is_known(scene: Scene, role: str) -> None:
    group, stage = scene.group["chat_id"], scene.stage
    stage.world.rooms[0, group].members[stage.laila] = role
    member = stage.result("getChatMember", chat_id=group, user_id=stage.laila)
    assert member["status"] == role
    assert leftovers("getChatMember", member) == []


def test_both_libraries_know_every_update(stage: Stage) -> None:
    person, client, room = stage.laila, stage.sandbox, stage.username
    first = stage.say("/start now @someone https://example.org")
    for kind in ("photo", "voice", "document", "contact", "location", "sticker"):
        client.send(person, room, kind)
    client.send(person, room, "forward", text="heard", from_name="Somebody")
    client.send(person, room, "forward", from_chat=room, message_id=first["message_id"])
    client.say(person, room, "a reply", reply_to=first["message_id"])
    client.edit(person, room, first["message_id"], "/start again")
    client.press(person, room, stage.told("?", reply_markup=KEYS)["message_id"], label="بلی")
    client.block(person, room)
    group = client.group("Staff", [stage.omid, room], forum=True)["id"]
    topic = stage.result("createForumTopic", chat_id=group, name="Case")["message_thread_id"]
    client.say(stage.omid, group, "in a topic", thread=topic)
    updates = stage.updates()
    assert len(updates) == 14
    assert leftovers("getUpdates", updates) == []


def test_a_refusal_is_known_too() -> None:
    assert bad("no").as_json() == {"ok": False, "error_code": 400, "description": "Bad Request: no"}
