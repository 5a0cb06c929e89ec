"""A staff chat with three of the staff, a stranger, and the desk beside it, over real HTTP."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.desk.app import Desk
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from flows.ports import CaseRow, PersonRow
from tests.desk.paper import Paper

TOKEN = "700:desk"
DESK = "desk_bot"
SARA, OMAR, LINA, STRANGER = 222, 333, 444, 999
LOOK, GAP = 0.1, 0.3


@dataclass
class Stage:
    """What a test acts with."""

    paper: Paper
    sandbox: Sandbox
    url: str
    chat: int
    desk: Desk

    def opened(self, case: str = "case-1", *heard: str) -> str:
        """A person needs a person."""
        now = datetime.now(UTC)
        self.paper.kept[case] = CaseRow(case, f"p-{case}", "E22", "P2", "KAB-42-7", "en", now, "", False)
        self.paper.words[case] = [(now, words) for words in heard]
        return case

    def wrote(self, case: str, words: str) -> None:
        """The person writes on."""
        self.paper.words[case].append((datetime.now(UTC), words))

    def met(self, person: str, wish: str = "LEAVE_NOW", language: str = "en") -> None:
        """The register knows one more person."""
        known = (f"KAB-{person}", language, "CITIZEN", wish, 1, "KAB", True, True, datetime.now(UTC))
        self.paper.persons[person] = PersonRow(person, "node", *known)

    def card(self, text: str, after: int = 0) -> dict[str, Any]:
        """The message in the staff chat that says this."""
        return self.sandbox.wait_for(self.chat, lambda message: text in message.get("text", ""), after=after)

    def private(self, user: int, text: str, after: int = 0) -> dict[str, Any]:
        """The message in someone's private chat with the desk that says this."""
        fits = lambda message: text in message.get("text", "")  # noqa: E731
        return self.sandbox.wait_for(DESK, fits, user=user, after=after)

    def press(self, user: int, message: dict[str, Any], label: str) -> str:
        """Press a button of a message; the value names the press."""
        place = DESK if message["chat"]["id"] == user else self.chat
        pressed = self.sandbox.press(user, place, message["message_id"], label=label)
        return str(pressed["callback_query_id"])

    def answer(self, press: str) -> str:
        """What whoever pressed is told."""
        for _ in range(200):
            if (told := self.sandbox.press_answer(press)) is not None:
                return str(told["text"])
            threading.Event().wait(0.02)
        raise TimeoutError("the press was not answered")


@contextlib.contextmanager
def at_work(desk: Desk) -> Iterator[None]:
    """The desk in a thread and loop of its own while the block runs."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def done(doing: Any) -> None:
        asyncio.run_coroutine_threadsafe(doing, loop).result(15)

    try:
        done(desk.start())
        try:
            yield
        finally:
            done(desk.stop())
            done(loop.shutdown_default_executor())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


@pytest.fixture
def world() -> World:
    """The sandbox's world, with the staff in it."""
    world = World()
    world.add_bot(TOKEN, DESK, "Desk")
    for user, name in ((SARA, "Sara"), (OMAR, "Omar\u202e"), (LINA, "لینا"), (STRANGER, "Stranger")):
        world.add_user(user, name)
    return world


@pytest.fixture
def stage(world: World) -> Iterator[Stage]:
    """Everything at work."""
    chat = world.add_group("Staff", [SARA, OMAR, LINA, 700]).id
    paper = Paper()
    with running(world) as url, Sandbox(url) as sandbox:
        desk = Desk(paper, TOKEN, chat, api=url, look=LOOK, gap=GAP)
        with at_work(desk):
            for user in (SARA, OMAR):
                sandbox.say(user, DESK, "/start desk")
            yield Stage(paper, sandbox, url, chat, desk)


def in_days(days: int) -> str:
    """A day from now as it is written in a plan."""
    return f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%d}"
