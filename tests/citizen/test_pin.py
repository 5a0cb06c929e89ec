"""A PIN at a node: no restart, no repeated update and no fact of the centre shows what it hides."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.citizen.views import Views
from bot.courier import connect
from bot.sandbox.client import Sandbox
from flows.conversation.door import IDLE
from flows.facts import AnswerGiven, CaseOpened, StaffReplied
from storage.outbox import Outbox
from tests.citizen.conftest import BOT, LAILA, TOKEN
from tests.citizen.talker import Talker
from tests.citizen.test_memory import NAME, to_check
from tests.citizen.test_views import api, given

__all__ = ["api"]
pytestmark = pytest.mark.asyncio
PIN, WRONG, ASKS = "4079", "1111", "Type your 4 digits."
LATER = IDLE + timedelta(seconds=1)


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


async def with_a_pin(talker: Talker) -> None:
    await to_check(talker)
    for words in ("yes", "keep me safe", "Set a PIN", PIN):
        await talker.says(words)


async def test_it_is_asked_for_after_a_restart_too_and_tries_are_remembered(talker: Talker) -> None:
    await with_a_pin(talker)
    talker.now += LATER
    for _ in range(4):
        talker.restart()
        assert ASKS in await talker.says(WRONG)
    talker.restart()
    assert "too many" in await talker.says(WRONG)
    talker.restart()
    assert "too many" in await talker.says(PIN)
    assert [fact.code for fact in talker.facts() if isinstance(fact, CaseOpened)] == ["E22"]


async def test_the_digits_leave_the_chat_and_only_the_digest_is_stored(talker: Talker) -> None:
    await with_a_pin(talker)
    [given] = [fact for fact in talker.facts() if isinstance(fact, AnswerGiven) and fact.question == "pin"]
    digest = str(given.value).rpartition(":")[2]
    assert digest.encode() in talker.rows()
    assert f'"{PIN}"'.encode() not in talker.rows()
    assert [away for away in Outbox(talker.engine).claim(talker.now, 9) if b"deleteMessage" in away.body]


async def test_a_repeated_update_shows_nothing_once_the_pin_is_due(talker: Talker) -> None:
    await with_a_pin(talker)
    shown = await talker.says("status")
    assert await talker.says("status", again=True) == shown
    talker.now += LATER
    assert await talker.says("status", again=True) == ASKS
    talker.restart()
    assert await talker.says("status", again=True) == ASKS


async def test_words_of_the_staff_are_not_repeated_once_the_pin_is_due(talker: Talker) -> None:
    await with_a_pin(talker)
    await talker.told(StaffReplied("c1", "n1", "Come at eight."), 1)
    assert "Come at eight." in await talker.presses("note:n1:read")
    talker.restart()
    assert "Come at eight." in await talker.presses("note:n1:read", again=True)
    talker.now += LATER
    assert await talker.presses("note:n1:read", again=True) == ASKS


async def test_their_data_is_not_shown_while_the_pin_is_due(talker: Talker, api: tuple[str, Sandbox]) -> None:
    url, sandbox = api
    await with_a_pin(talker)
    talker.now += LATER
    await talker.says("menu")
    bot = connect(TOKEN, url)
    for words, seen in (("menu", 0), (PIN, 1)):
        await talker.says(words)
        await Views(bot, talker.conversation).show(given(talker))
        shown = [each for each in sandbox.messages(BOT, LAILA) if NAME in each.get("text", "")]
        assert len(shown) == seen
    await bot.session.close()
