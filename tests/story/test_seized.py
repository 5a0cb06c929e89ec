"""A node is taken: the centre ends it, it ends itself, and whom it had heard of is known."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.keys import PASSPHRASE, deployment
from tests.processes import CITIZEN_TOKEN, ROOT, Process, answers, free_port, running, until

pytestmark = pytest.mark.processes
BOT, LEILA = "notes_bot", 501


def hamrah(*said: str, **given: str) -> str:
    """What a command prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HAMRAH_")}
    known = {f"HAMRAH_{name.upper()}": value for name, value in given.items()}
    command = [sys.executable, "-m", "bot", *said]
    return subprocess.run(
        command, cwd=ROOT, env={**clean, **known}, capture_output=True, check=True, text=True
    ).stdout


def test_a_seized_node_is_ended_and_says_whom_it_had_heard_of(tmp_path: Path) -> None:
    register_store, port, page = str(tmp_path / "register.db"), free_port(), f"127.0.0.1:{free_port()}"
    centre = deployment(tmp_path, register_store, "node-1", token=CITIZEN_TOKEN).folder
    at_centre = {"register_store": register_store, "keys": str(centre)}
    listening = {"register_listen": f"127.0.0.1:{port}", "console_listen": page}
    world = World(seed=3)
    world.add_bot(CITIZEN_TOKEN, BOT, "Notes desk")
    world.add_user(LEILA, "Leila")
    with sandbox_running(world) as api, Sandbox(api) as sandbox:
        register = Process("register", tmp_path / "register.log", **at_centre, **listening)
        # It opens its store by itself, and is lent the token of its bot all the same.
        at_node = {
            "passphrase": PASSPHRASE,
            "store": str(tmp_path / "n.db"),
            "keys": str(tmp_path / "node-1"),
            "telegram_api": api,
        }
        node = Process("node", tmp_path / "node.log", **at_node, register_url=f"https://127.0.0.1:{port}")
        with running(register):
            until(answers(f"http://{page}"), what="the register")
            with running(node):
                for words in ("/start", "English", "yes", "me"):
                    sandbox.say(LEILA, BOT, words)
                sandbox.wait_for(BOT, lambda message: "2/6" in message.get("text", ""), 30, user=LEILA)
                until(lambda: "PersonMet" in hamrah("facts", "--register", **at_centre), what="the person")
                said = hamrah("node", "seized", "node-1", "--people", **at_centre)
                assert "It had heard of 1 people" in said
                assert CITIZEN_TOKEN not in said
                assert node.ended(within=20) == 2
            assert "has revoked node node-1" in node.log()
            assert CITIZEN_TOKEN not in node.log()
            with running(node):
                assert node.ended(within=20) == 2, "it is lent no key any more"
        assert "revoked" in hamrah("node", "list", **at_centre)
