"""A photo of a passport is read at the centre, and the person is asked; skipped without the extra `ocr`."""

import random
from itertools import count
from pathlib import Path

import pytest

from bot.ocr.eyes import missing
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.keys import deployment
from tests.ocr.pages import fonts, page
from tests.processes import CITIZEN_TOKEN, Process, answers, free_port, running, until

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(bool(missing()), reason="the extra `ocr` is not installed"),
    pytest.mark.skipif(not fonts(), reason="no font with letters of one width"),
]
BOT, LEILA = "notes_bot", 501
REGISTERS = (
    "/start", "English", "yes", "me", "U.S. citizen", "I want to go", "1", "Leila", "Herat",
    "yes", "Add more", "Afghan passport, done",
)  # fmt: skip


def passport() -> bytes:
    """The photo of an Afghan passport."""
    taken = (page(random.Random(seed), "TD3") for seed in count())
    return next(each.jpeg for each in taken if each.lines[0].startswith("P<AFG"))


def test_what_a_photo_shows_is_asked_behind_a_neutral_note(tmp_path: Path) -> None:
    store, port, console = str(tmp_path / "register.db"), free_port(), f"127.0.0.1:{free_port()}"
    centre = deployment(tmp_path, store, "node-1", token=CITIZEN_TOKEN).folder
    world = World(seed=3)
    world.add_bot(CITIZEN_TOKEN, BOT, "Notes desk")
    world.add_user(LEILA, "Leila")
    with sandbox_running(world) as api, Sandbox(api) as sandbox:
        listening = {"register_listen": f"127.0.0.1:{port}", "console_listen": console, "telegram_api": api}
        own = {"register_store": store, "keys": str(centre), "ocr": "true"}
        register = Process("register", tmp_path / "register.log", **own, **listening)
        at_node = {"store": str(tmp_path / "node.db"), "keys": str(tmp_path / "node-1"), "telegram_api": api}
        node = Process("node", tmp_path / "node.log", **at_node, register_url=f"https://127.0.0.1:{port}")
        with running(register):
            until(answers(f"http://{console}"), what="the register")
            with running(node):
                for words in REGISTERS:
                    sandbox.say(LEILA, BOT, words)
                sandbox.wait_for(BOT, lambda m: "is it with you" in m.get("text", ""), 30, user=LEILA)
                sandbox.send(LEILA, BOT, "photo", passport())
                sandbox.wait_for(BOT, lambda m: "We got a photo" in m.get("text", ""), 30, user=LEILA)
                sandbox.say(LEILA, BOT, "keep")
                note = sandbox.wait_for(BOT, lambda m: "1 new note" in m.get("text", ""), 90, user=LEILA)
                sandbox.press(LEILA, BOT, note["message_id"], label="Read")
                sandbox.wait_for(
                    BOT, lambda m: "Is this right, and is it yours?" in m.get("text", ""), 30, user=LEILA
                )
