"""Groups and topics."""

from tests.sandbox.stage import Json, Stage


def forum(stage: Stage) -> Json:
    return stage.sandbox.group("Staff", [stage.omid, stage.laila, stage.username], forum=True)


def test_a_group_is_shared_by_its_members(stage: Stage) -> None:
    group = forum(stage)["id"]
    said = stage.sandbox.say(stage.omid, group, "Who takes this?")
    [update] = stage.updates()
    assert update["message"]["chat"] == {"id": group, "title": "Staff", "type": "supergroup", "is_forum": True}
    keys = {"inline_keyboard": [[{"text": "Mine", "callback_data": "mine"}]]}
    reply = {"message_id": said["message_id"]}
    sent = stage.result("sendMessage", chat_id=group, text="Case 1", reply_markup=keys, reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Who takes this?"
    stage.sandbox.press(stage.laila, group, sent["message_id"], label="Mine")
    assert stage.updates()[-1]["callback_query"]["from"]["id"] == stage.laila
    assert [m["message_id"] for m in stage.sandbox.messages(group)] == [1, 2]


def test_a_topic_holds_what_is_said_in_it(stage: Stage) -> None:
    group = forum(stage)["id"]
    topic = stage.result("createForumTopic", chat_id=group, name="Case 7")["message_thread_id"]
    stage.result("sendMessage", chat_id=group, text="Here", message_thread_id=topic)
    stage.sandbox.say(stage.omid, group, "Seen", thread=topic)
    assert stage.updates()[-1]["message"]["message_thread_id"] == topic
    assert stage.sandbox.transcript(group)["topics"] == {str(topic): "Case 7"}
    assert stage.result("closeForumTopic", chat_id=group, message_thread_id=topic)
    assert stage.result("deleteForumTopic", chat_id=group, message_thread_id=topic)
    assert all(message["deleted"] for message in stage.sandbox.messages(group))
    assert "thread not found" in stage.refusal("sendMessage", chat_id=group, text="x", message_thread_id=topic)


def test_a_plain_member_hears_only_what_is_meant_for_it(stage: Stage) -> None:
    room = stage.world.add_group("Open", [stage.omid, stage.bot_id])
    room.members[stage.bot_id] = "member"
    for text in ("chatter", "/help", f"hey @{stage.username}"):
        stage.sandbox.say(stage.omid, room.id, text)
    assert [u["message"]["text"] for u in stage.updates()] == ["/help", f"hey @{stage.username}"]


def test_numbers_are_not_asked_for_in_groups(stage: Stage) -> None:
    keyboard = {"keyboard": [[{"text": "Number", "request_contact": True}]]}
    why = stage.refusal("sendMessage", chat_id=forum(stage)["id"], text="x", reply_markup=keyboard)
    assert why == "400 Bad Request: phone number can be requested in private chats only"


def test_a_bot_that_left_is_outside(stage: Stage) -> None:
    group = forum(stage)["id"]
    assert stage.result("leaveChat", chat_id=group)
    assert stage.refusal("sendMessage", chat_id=group, text="x").startswith("403 Forbidden")
    stage.sandbox.say(stage.omid, group, "alone")
    assert stage.updates() == []
