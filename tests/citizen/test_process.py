"""`hamrah node` in webhook mode as a process."""

from pathlib import Path

import httpx
import pytest

from bot.keys import carry, make
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from tests.citizen.conftest import BOT, LAILA, SECRET, TOKEN
from tests.keys import PASSPHRASE
from tests.processes import Process, answers, free_port, until
from tests.processes import running as processes

pytestmark = pytest.mark.processes


def node(tmp_path: Path, api: str, port: int, secret: str = SECRET) -> Process:
    """A node that listens by webhook; its link to the register is down, so a passphrase opens its store."""
    carry(make(tmp_path / "centre", ["127.0.0.1"]), "node-1", tmp_path / "node-1")
    return Process(
        "node", tmp_path / "node.log", citizen_token=TOKEN, telegram_api=api, store=str(tmp_path / "n.db"),
        keys=str(tmp_path / "node-1"), passphrase=PASSPHRASE, register_url=f"https://127.0.0.1:{free_port()}",
        webhook_url=f"http://127.0.0.1:{port}/hook", webhook_listen=f"127.0.0.1:{port}", webhook_secret=secret,
    )  # fmt: skip


def test_it_answers_drains_and_exits_in_order(tmp_path: Path) -> None:
    world = World()
    world.add_bot(TOKEN, BOT, "Citizens")
    world.add_user(LAILA, "Laila")
    port = free_port()
    with running(world) as url, Sandbox(url) as sandbox:
        process = node(tmp_path, url, port)
        with processes(process):
            until(answers(f"http://127.0.0.1:{port}"), what="the webhook")
            sandbox.say(LAILA, BOT, "/start")
            sandbox.wait_for(BOT, lambda message: "Choose your language" in message["text"], 10, user=LAILA)
            assert process.stop() == 0
    assert TOKEN not in process.log()
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"http://127.0.0.1:{port}/health", trust_env=False)


def test_a_weak_secret_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    process = node(tmp_path, "http://127.0.0.1:9", free_port(), secret="weak")
    with processes(process):
        assert process.ended() == 2
    assert process.log().count("\n") == 1
    assert "WEBHOOK_SECRET" in process.log()
