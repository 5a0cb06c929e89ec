"""The citizens' bot at work over real HTTP and a real store, by polling and by webhook, in a sandbox."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.citizen.clock import TrueClock, now_utc
from bot.citizen.conversation import Conversation
from bot.citizen.ear import Ear
from bot.citizen.front import Front
from bot.citizen.intake import Intake
from bot.citizen.news import News
from bot.citizen.polling import Polling
from bot.citizen.telegram import Telegram
from bot.citizen.webhook import Webhook
from bot.courier import Courier, connect
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from bot.speech import Speech
from flows.facts import Body, Entry, Fact, Source
from flows.ports import Turned
from flows.talks.talks import house
from storage.engine import migrate, open_store, read
from storage.opened import entries
from storage.outbox import Outbox
from storage.turns import StoredTurns
from tests.keys import VAULT
from tests.processes import free_port

TOKEN, BOT, SECRET = "900:citizens-bot", "citizens_bot", "a-secret-of-the-tests"
LAILA, OMAR = 7001, 7002
BREAKS = "this text breaks us"


class Breakable(StoredTurns):
    """The real store, except that one text cannot be kept."""

    async def keep(self, turned: Turned) -> None:
        """Keep it, or break."""
        if any(BREAKS in str(fact.body) for fact in turned.facts):
            raise RuntimeError(BREAKS)
        await super().keep(turned)


@dataclass
class Behind:
    """The bot's own thread: what comes from the centre, and how far the courier's time is ahead."""

    loop: asyncio.AbstractEventLoop
    news: News
    conversation: Conversation
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """The courier's time."""
        return now_utc() + self.ahead

    def told(self, body: Body, person: str, position: int) -> None:
        """The centre says something of a person."""
        fact = Fact(f"f{position}", person, body, Source.STAFF, now_utc(), now_utc(), "")
        entry = Entry(fact, "desk", 1, position, now_utc(), position, b"")
        asyncio.run_coroutine_threadsafe(self.news.told(entry), self.loop).result(10)


@dataclass
class Stage:
    """What a test acts with."""

    mode: str
    sandbox: Sandbox
    world: World
    engine: Engine
    hook: str
    behind: Behind

    def told(self, body: Body, user: int = LAILA, position: int = 1) -> None:
        """The centre says something of a person."""
        kept = self.behind.conversation.turns.of_chat(user)
        assert kept is not None
        self.behind.told(body, kept.standing.person, position)

    def shown(self, text: str, user: int = LAILA, after: int = 0, within: float = 8) -> dict[str, Any]:
        """The bot's message that says this."""
        fits = lambda message: message["from"]["is_bot"] and text in message.get("text", "")  # noqa: E731
        return self.sandbox.wait_for(BOT, fits, within, user=user, after=after)

    def press(self, data: str, user: int = LAILA) -> None:
        """Press the latest button of an answer."""
        self.sandbox.press(user, BOT, data=f"registration:{data}")

    def agreed(self, user: int = LAILA) -> None:
        """Someone who has come to the first question that is kept."""
        self.sandbox.say(user, BOT, "/start")
        self.shown("This help desk is free", user)
        self.press("begin:go_on", user)
        self.shown("1/6", user)

    def facts(self) -> list[Entry]:
        """All that is in the ledger."""
        with read(self.engine) as connection:
            return entries(connection, VAULT, after=0, limit=1000)

    def kinds(self) -> list[str]:
        """The kinds of what is in the ledger."""
        return [type(entry.fact.body).__name__ for entry in self.facts()]


@contextlib.asynccontextmanager
async def at_work(engine: Engine, url: str, hook: str) -> AsyncIterator[Behind]:
    """The bot until the block ends; by webhook if there is one."""
    speech, stop = Speech(), asyncio.Event()
    turns = Breakable(engine, "node-1", VAULT)
    turns.start()
    conversation = Conversation(turns, house(speech), speech)
    bot = connect(TOKEN, url)
    telegram = Telegram(bot, conversation, patience=2)
    intake = Intake(conversation, now_utc)
    behind = Behind(asyncio.get_running_loop(), News(conversation), conversation)
    courier = Courier(connect(TOKEN, url), Outbox(engine), behind.news, now=behind.now)
    carrying = asyncio.create_task(courier.run())
    if hook:
        front = Front(Webhook(intake, telegram, "/hook", SECRET).answer)
        hearing = asyncio.create_task(front.serve("127.0.0.1", int(hook.split(":")[2].partition("/")[0]), stop))
        await bot.set_webhook(hook, secret_token=SECRET)
    else:
        clock = TrueClock()
        ear = Ear(turns, conversation, clock)
        polling = Polling(f"{url}/bot{TOKEN}/getUpdates", intake, telegram, ear, clock, wait=1)
        hearing = asyncio.create_task(polling.run())
    try:
        yield behind
    finally:
        stop.set()
        if not hook:
            hearing.cancel()
        await asyncio.gather(hearing, return_exceptions=True)
        courier.stop()
        await carrying
        await telegram.close()
        turns.close()


@contextlib.contextmanager
def in_a_thread(engine: Engine, url: str, hook: str) -> Iterator[Behind]:
    """The bot in a thread and loop of its own."""
    begun, over = threading.Event(), threading.Event()
    failed: list[BaseException] = []
    stages: list[Behind] = []

    async def work() -> None:
        async with at_work(engine, url, hook) as behind:
            stages.append(behind)
            begun.set()
            await asyncio.to_thread(over.wait)

    def run() -> None:
        try:
            asyncio.run(work())
        except BaseException as error:
            failed.append(error)
        begun.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    begun.wait(15)
    try:
        yield stages[0]
    finally:
        over.set()
        thread.join(15)
        assert not failed, failed


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty store."""
    engine = open_store(str(tmp_path / "node.db"))
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["polling", "webhook"])
def stage(request: pytest.FixtureRequest, engine: Engine) -> Iterator[Stage]:
    """Everything at work, in each mode."""
    world = World()
    world.add_bot(TOKEN, BOT, "Citizens")
    for user, name in ((LAILA, "Laila"), (OMAR, "Omar")):
        world.add_user(user, name, language_code="en")
    hook = f"http://127.0.0.1:{free_port()}/hook" if request.param == "webhook" else ""
    with running(world) as url, Sandbox(url) as sandbox, in_a_thread(engine, url, hook) as behind:
        yield Stage(request.param, sandbox, world, engine, hook, behind)
