"""A node whose disk fills up: nobody is answered with what was not kept, and once there is room everybody is."""

import os
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot.keys import carry, make
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from storage.room import GLANCE
from tests.citizen.conftest import BOT, LAILA, SECRET, TOKEN
from tests.faults.disk import disk, no_disk
from tests.keys import PASSPHRASE
from tests.people import Person
from tests.processes import Process, free_port, until
from tests.processes import running as processes

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(bool(no_disk()), reason=f"needs {no_disk()}"),
]


def node(folder: Path, store: Path, api: str, way: str) -> Process:
    """A node whose link is down and whose store lies on this disk."""
    carry(make(folder / "centre", ["127.0.0.1"]), "node-1", folder / "node-1")
    given = {"webhook_secret": SECRET}
    if way == "webhook":
        port = free_port()
        given |= {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_listen": f"127.0.0.1:{port}"}
    return Process(
        "node", folder / "node.log", citizen_token=TOKEN, telegram_api=api, store=str(store),
        keys=str(folder / "node-1"), passphrase=PASSPHRASE,
        register_url=f"https://127.0.0.1:{free_port()}", **given,
    )  # fmt: skip


def fill(filler: Path) -> None:
    """Take all that is left of a disk."""
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(os.urandom(1 << 16))


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_whoever_writes_meanwhile_waits_at_the_channel_and_is_then_answered_once(way: str, tmp_path: Path) -> None:
    world = World()
    world.add_bot(TOKEN, BOT, "Citizens")
    world.add_user(LAILA, "Laila", language_code="en")
    with disk(tmp_path, 64) as where, running(world) as api, Sandbox(api) as sandbox:
        process = node(tmp_path, where.root / "node.db", api, way)
        with processes(process):
            laila = Person(sandbox, LAILA, BOT)
            laila.says("/start", "This help desk is free")
            assert (where.root / "node.db.ballast").stat().st_size > 1 << 20
            filler = where.root / "filler"
            fill(filler)
            time.sleep(GLANCE)
            shown = laila.texts()
            sandbox.say(LAILA, BOT, "yes")
            until(lambda: "disk." in process.log(), what="the refusal")
            world.advance(2)
            asked = httpx.get(f"{api}/bot{TOKEN}/getWebhookInfo", trust_env=False).json()
            assert asked["result"]["pending_update_count"] == 1
            assert laila.texts() == shown
            if way == "webhook":
                refused = httpx.get(
                    f"http://{process._environment['HAMRAH_WEBHOOK_LISTEN']}/health", trust_env=False
                )
                assert (refused.status_code, refused.content) == (503, b"later\n")
            process.kill()
            fill(filler.with_name("more"))
            process.start()
            until(lambda: process.log().count("disk.full"), what="a start on the reserve")
            assert not (where.root / "node.db.ballast").exists()
            for taken in (filler, filler.with_name("more")):
                taken.unlink()
            until(lambda: world.advance(2) or "1/6" in laila.texts()[-1], within=60, what="the answer")
            laila.says("me", "2/6")
            assert sum("1/6" in words for words in laila.texts()) == 1
            assert process.stop() == 0, process.log()
    assert process.log().count("disk.well") == 1, process.log()
    assert "Laila" not in process.log()
