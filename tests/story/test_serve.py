"""The small deployment: node, register and desk in one process over one store, and no sync between them."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.keys import make
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.keys import PASSPHRASE
from tests.processes import CITIZEN_TOKEN, DESK_TOKEN, Process, answers, free_port, running, until
from tests.relay import Relay
from tests.story.stage import CITIZENS, DESK, OMAR, SARA, Stage

pytestmark = pytest.mark.processes


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Stage, str]]:
    """`hamrah serve`, and where its page is."""
    store, port = str(tmp_path / "all.db"), free_port()
    with contextlib.ExitStack() as play:
        api = play.enter_context(sandbox_running(World(seed=4)))
        sandbox = play.enter_context(Sandbox(api))
        sandbox.bot(CITIZEN_TOKEN, CITIZENS, "Notes desk")
        sandbox.bot(DESK_TOKEN, DESK, "Desk")
        for staff, name in ((SARA, "Sara"), (OMAR, "Omar")):
            sandbox.user(staff, name)
        group = int(sandbox.group("Staff", [SARA, OMAR, DESK])["id"])
        keys = make(tmp_path / "centre", ["127.0.0.1"]).folder
        given = {"telegram_api": api, "store": store, "console_listen": f"127.0.0.1:{port}"}
        given |= {"keys": str(keys), "passphrase": PASSPHRASE}
        tokens = {"citizen_token": CITIZEN_TOKEN, "desk_token": DESK_TOKEN, "staff_chat": str(group)}
        serve = Process("serve", tmp_path / "serve.log", **given, **tokens)
        link = play.enter_context(Relay(port))
        play.enter_context(running(serve))
        page = f"http://127.0.0.1:{port}"
        until(answers(page), what="the register")
        yield Stage(sandbox, serve, link, group, store, store, keys), page
        assert serve.stop() == 0, serve.log()


def test_one_process_does_it_all(small: tuple[Stage, str]) -> None:
    """Someone registers and asks for a person; one of the staff answers; the figures know."""
    stage, page = small
    mina = stage.person(601, "Mina", "en")
    mina.says("/start", "This help desk is free")
    for words in (
        "yes",
        "me",
        "green card",
        "only with my family",
        "3",
        "Mina",
        "herat",
    ):
        mina.says(words)
    mina.presses("Yes", "Your number is")
    mina.says("a person", "A person will read this")
    stage.sandbox.say(SARA, DESK, "/start")
    assert "yours" in stage.press_card(SARA, stage.card("asks for a person"), "Claim")
    stage.private(SARA, "is yours")
    stage.sandbox.say(SARA, DESK, "We will call you.")
    mina.awaits("You have 1 new note")
    mina.presses("Read", "We will call you.")
    kinds = [fact["kind"] for fact in stage.at_node()]
    assert [kinds.count(kind) for kind in ("PersonMet", "CaseClaimed", "StaffReplied", "NoteSent")] == [1, 1, 1, 1]
    counts = httpx.get(f"{page}/counts.json", trust_env=False).json()
    assert counts
    until(lambda: "NoteRead" in [fact["kind"] for fact in stage.at_node()], what="the reading")
