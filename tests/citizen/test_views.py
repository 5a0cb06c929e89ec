"""What the centre shows a person of themselves comes at once or not at all, is kept nowhere, and goes again."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import Engine

from bot.citizen.views import FRESH, SHOWN_FOR, Views
from bot.courier import connect
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from flows.facts import Fact, Source, ViewGiven
from storage.outbox import Outbox
from tests.citizen.conftest import BOT, LAILA, TOKEN
from tests.citizen.talker import Talker
from tests.citizen.test_memory import NAME, to_check

pytestmark = pytest.mark.asyncio


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


@pytest.fixture
def api() -> Iterator[tuple[str, Sandbox]]:
    """A Bot API at which she has begun the bot."""
    world = World()
    world.add_bot(TOKEN, BOT, "Citizens")
    world.add_user(LAILA, "Laila")
    with running(world) as url, Sandbox(url) as sandbox:
        sandbox.say(LAILA, BOT, "/start")
        yield url, sandbox


def given(talker: Talker) -> Fact:
    body = ViewGiven(f"This is all we keep about you\nName: {NAME}")
    return Fact("f1", talker.standing.person, body, Source.SYSTEM, talker.now, talker.now, "view")


async def shown(talker: Talker, url: str, fact: Fact) -> None:
    bot = connect(TOKEN, url)
    await Views(bot, talker.conversation).show(fact)
    await bot.session.close()


async def test_it_is_protected_and_taken_away_after_a_minute(talker: Talker, api: tuple[str, Sandbox]) -> None:
    url, sandbox = api
    await to_check(talker)
    await shown(talker, url, given(talker))
    [message] = [each for each in sandbox.messages(BOT, LAILA) if each["from"]["is_bot"]]
    assert NAME in message["text"]
    assert message["has_protected_content"]
    assert NAME.encode() not in talker.rows()
    outbox = Outbox(talker.engine)
    assert outbox.claim(talker.now + SHOWN_FOR - timedelta(seconds=1), 9) == []
    [away] = outbox.claim(talker.now + SHOWN_FOR, 9)
    assert msgspec.json.decode(away.body) == {
        "method": "deleteMessage", "params": {"chat_id": LAILA, "message_id": message["message_id"]},
    }  # fmt: skip


async def test_what_comes_too_late_is_not_shown(talker: Talker, api: tuple[str, Sandbox]) -> None:
    url, sandbox = api
    await to_check(talker)
    fact = given(talker)
    talker.now += FRESH + timedelta(seconds=1)
    await shown(talker, url, fact)
    assert not [each for each in sandbox.messages(BOT, LAILA) if each["from"]["is_bot"]]


async def test_a_channel_that_fails_holds_up_nothing(talker: Talker) -> None:
    await to_check(talker)
    await shown(talker, "http://127.0.0.1:9", given(talker))
    assert Outbox(talker.engine).claim(talker.now + SHOWN_FOR, 9) == []
