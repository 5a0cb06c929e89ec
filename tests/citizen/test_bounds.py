"""Numbers and dates beyond what the store and the calendar hold are passed over, and break nothing."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.citizen import others
from bot.citizen.decode import Heard, decode, number

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def update(**changed: Any) -> bytes:
    message = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}, "text": "hello"}
    return json.dumps({"update_id": 1, "message": {**message, **changed}}).encode()


def test_what_the_channel_sends_is_heard() -> None:
    assert isinstance(decode(update(), NOW), Heard)


@pytest.mark.parametrize(
    "changed",
    [
        {"message_id": 2**63},
        {"message_id": -(10**30)},
        {"chat": {"id": 2**64, "type": "private"}},
        {"date": 10**18},
        {"date": -1},
    ],
)
def test_what_no_store_holds_is_passed_over(changed: dict[str, Any]) -> None:
    raw = update(**changed)
    assert decode(raw, NOW) == 1
    assert others.read(raw, NOW) is None


@pytest.mark.parametrize("told", [2**63, -(10**30), True, 1.5, "1", None])
def test_an_update_without_a_number_is_none(told: object) -> None:
    with pytest.raises(ValueError, match="not an update"):
        number(json.dumps({"update_id": told}).encode())


def test_an_edit_at_no_date_is_taken_as_said_when_it_was_first_said() -> None:
    edited = json.loads(update())
    edited["edited_message"] = edited.pop("message") | {"edit_date": 10**15}
    heard = others.read(json.dumps(edited).encode(), NOW)
    assert isinstance(heard, Heard)
    assert heard.said.said_at == datetime.fromtimestamp(1_700_000_000, UTC)
