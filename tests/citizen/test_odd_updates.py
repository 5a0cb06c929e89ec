"""Updates of every kind, given to the webhook and to the poller's reader as raw bytes."""

import asyncio
import json
import logging
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.citizen.clock import TrueClock, now_utc
from bot.citizen.conversation import Conversation
from bot.citizen.decode import Heard
from bot.citizen.ear import Ear
from bot.citizen.intake import Intake
from bot.citizen.others import read
from bot.citizen.polling import Polling
from bot.citizen.telegram import Telegram
from bot.courier import connect
from bot.speech import Speech
from flows.conversation.said import Unread, Unreadable
from flows.talks.talks import house
from storage.turns import StoredTurns
from tests.citizen.conftest import LAILA, TOKEN
from tests.keys import VAULT

HERE = {"id": LAILA, "type": "private", "first_name": "Laila"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Group"}
SHE: dict[str, Any] = {"id": LAILA, "is_bot": False, "first_name": "Laila"}


def message(chat: dict[str, Any] = HERE, **content: Any) -> dict[str, Any]:
    """A message with this content."""
    return {"message_id": 5, "date": 1_760_000_000, "chat": chat, "from": SHE, **content}


ANSWERED = {
    "text": {"message": message(text="salam")},
    "surrogate": {"message": message(text="\ud83d alone")},
    "edited": {"edited_message": message(text="salam", edit_date=1_760_000_001)},
    "forward": {
        "message": message(
            text="not mine", forward_origin={"type": "hidden_user", "sender_user_name": "X", "date": 1}
        )
    },
    "dice": {"message": message(dice={"emoji": "🎲", "value": 3})},
}
SILENT = {
    "group": {"message": message(GROUP, text="/start")},
    "channel": {"channel_post": {**message({"id": -100600, "type": "channel", "title": "C"}, text="news")}},
    "inline": {"inline_query": {"id": "1", "from": SHE, "query": "q", "offset": ""}},
    "unknown": {"something_new": {"a": 1}},
    "misshapen": {"message": {"text": 5}},
    "group press": {
        "callback_query": {"id": "7", "from": SHE, "chat_instance": "1", "data": "registration:language:en",
                           "message": message(GROUP, text="?")},
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", [*ANSWERED, *SILENT])
def test_every_update_is_answered_or_passed_over(
    kind: str, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    update = {"update_id": 77, **(ANSWERED | SILENT)[kind]}

    async def taken() -> tuple[bool, int]:
        turns, speech = StoredTurns(engine, "node-1", VAULT), Speech()
        turns.start()
        conversation = Conversation(turns, house(speech), speech)
        intake = Intake(conversation, now_utc)
        telegram = Telegram(connect(TOKEN, "http://127.0.0.1:9"), conversation)
        answer = await intake.take(json.dumps(update).encode())
        clock = TrueClock()
        poller = Polling("http://127.0.0.1:9", intake, telegram, Ear(turns, conversation, clock), clock)
        await poller.take([json.dumps({"update_id": 78, "something_new": {}}).encode()])
        turns.close()
        return answer is not None and answer.call is not None, poller._offset

    with caplog.at_level(logging.DEBUG):
        said, offset = asyncio.run(taken())
    assert said == (kind in ANSWERED)
    assert offset == 79
    assert "salam" not in caplog.text
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("content", "what", "file"),
    [
        ({"voice": {"duration": 2}}, Unreadable.VOICE, "AwAC"),
        ({"audio": {"duration": 2}}, Unreadable.VOICE, "AwAC"),
        ({"video_note": {"duration": 2, "length": 240}}, Unreadable.VIDEO, ""),
        ({"video": {"duration": 2, "width": 9, "height": 9}}, Unreadable.VIDEO, ""),
    ],
)
def test_what_is_spoken_is_told_from_what_is_seen(content: dict[str, Any], what: Unreadable, file: str) -> None:
    [(kind, told)] = content.items()
    sent = message(**{kind: {"file_id": "AwAC", "file_unique_id": "A", **told}})
    heard = read(json.dumps({"update_id": 9, "message": sent}).encode(), now_utc())
    assert isinstance(heard, Heard)
    assert heard.said.act == Unread(what, file)


def test_a_redelivery_is_answered_as_the_first_time(engine: Engine) -> None:
    async def twice() -> tuple[Any, Any]:
        turns, speech = StoredTurns(engine, "node-1", VAULT), Speech()
        turns.start()
        intake = Intake(Conversation(turns, house(speech), speech), now_utc)
        raw = json.dumps({"update_id": 9, "message": message(text="/start")}).encode()
        first, again = await intake.take(raw), await intake.take(raw)
        turns.close()
        return first, again

    first, again = asyncio.run(twice())
    assert first.call is not None
    assert first.call.in_response() == again.call.in_response()
