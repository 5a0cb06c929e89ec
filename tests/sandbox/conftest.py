"""One sandbox for the whole run; every test has a bot and persons of its own in it."""

import itertools
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from tests.sandbox.stage import Stage

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def sandbox_world() -> World:
    return World(seed=7)


@pytest.fixture(scope="session")
def sandbox_url(sandbox_world: World) -> Iterator[str]:
    with running(sandbox_world) as url:
        yield url


@pytest.fixture(scope="session")
def sandbox_client(sandbox_url: str) -> Iterator[Sandbox]:
    with Sandbox(sandbox_url) as client:
        yield client


@pytest.fixture(scope="session")
def sandbox_http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=60, trust_env=False) as client:
        yield client


@pytest.fixture
def stage(
    sandbox_world: World, sandbox_url: str, sandbox_client: Sandbox, sandbox_http: httpx.Client
) -> Iterator[Stage]:
    number = next(NUMBERS)
    bot, laila, omid = 7000 + number, 100_000 + number, 200_000 + number
    token, username = f"{bot}:secret-{number}", f"hamrah_{number}_bot"
    sandbox_world.add_bot(token, username, "Hamrah")
    sandbox_world.add_user(laila, "لیلا", language_code="fa")
    sandbox_world.add_user(omid, "Omid", last_name="Noori", username=f"omid{number}", language_code="en")
    yield Stage(sandbox_url, sandbox_world, sandbox_client, token, username, laila, omid, sandbox_http)
    sandbox_client.faults()
    sandbox_client.limits(per_second=None, per_chat_per_second=None, per_group_per_minute=None, penalty=1)
    sandbox_world.bots[bot].webhook = None
    sandbox_world.bots[bot].queue.bell.ring()


@pytest_asyncio.fixture
async def aiogram_bot(stage: Stage) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(stage.url))
    async with Bot(stage.token, session=session) as bot:
        yield bot
