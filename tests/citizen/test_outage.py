"""A node that was dead or cut off: whoever it may have failed to hear is told, once, and the staff too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.compose.stores import any_store, stored_entries, vault
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from bot.settings import settings
from flows.facts import Entry, UpdatesMissed
from flows.places import KABUL
from tests.citizen.conftest import BOT, LAILA, OMAR, SECRET, TOKEN
from tests.keys import PASSPHRASE, deployment
from tests.processes import Process, free_port, until
from tests.processes import running as processes

AGAIN, GAP = "for a while", "more than one day"
DAY = 86_400
pytestmark = pytest.mark.processes


@dataclass
class Field:
    """A node that can be ended and begun, and two people."""

    folder: Path
    sandbox: Sandbox
    process: Process

    def said(self, text: str, user: int = LAILA) -> list[dict[str, Any]]:
        """The bot's messages that say this."""
        shown = self.sandbox.transcript(BOT, user)["messages"]
        return [message for message in shown if message["from"]["is_bot"] and text in message["text"]]

    def begin(self) -> None:
        """The node is there, and answers Omar."""
        self.process.start()
        self.answers()

    def talks(self, user: int, words: str) -> None:
        """Somebody writes and is answered."""
        before = len(self.said("", user))
        self.sandbox.say(user, BOT, words)
        until(lambda: len(self.said("", user)) > before, within=40, what="an answer")

    def answers(self) -> None:
        """The node answers Omar, so whatever it had to do at its start is decided."""
        self.talks(OMAR, "/start")

    def entries(self) -> list[Entry]:
        """All that is in the node's ledger; the node must be dead."""
        centre = settings(keys=self.folder / "centre")
        return list(stored_entries(any_store(centre, str(self.folder / "n.db")), vault(centre)))


@pytest.fixture(params=["polling"])
def field(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Field]:
    """Laila is asked for her category by a node that works, at noon in Kabul."""
    world = World()
    world.add_bot(TOKEN, BOT, "Citizens")
    for user, name in ((LAILA, "Laila"), (OMAR, "Omar")):
        world.add_user(user, name, language_code="en")
    noon = datetime.now(UTC).astimezone(KABUL).replace(hour=12)
    world.advance((noon - datetime.now(UTC)).total_seconds() % DAY)
    deployment(tmp_path, str(tmp_path / "register.db"), "node-1")
    with running(world) as url, Sandbox(url) as sandbox:
        given = {
            "citizen_token": TOKEN, "telegram_api": url, "store": str(tmp_path / "n.db"), "passphrase": PASSPHRASE,
            "register_url": f"https://127.0.0.1:{free_port()}", "keys": str(tmp_path / "node-1"),
        }  # fmt: skip
        if request.param == "webhook":
            port = free_port()
            given |= {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_listen": f"127.0.0.1:{port}"}
            given |= {"webhook_secret": SECRET}
        process = Process("node", tmp_path / "node.log", **given)
        with processes(process):
            stage = Field(tmp_path, sandbox, process)
            for words in ("/start", "English", "yes", "me"):
                stage.talks(LAILA, words)
            yield stage


@pytest.mark.parametrize("field", ["polling", "webhook"], indirect=True)
def test_the_open_question_is_asked_again_once(field: Field) -> None:
    field.process.kill()
    field.sandbox.advance(60)
    field.begin()
    assert not field.said(AGAIN), "a short absence is no matter"
    field.process.kill()
    field.sandbox.advance(600)
    field.process.start()
    until(lambda: field.said(AGAIN), within=40, what="the question")
    # What is killed between sending and noting it sends once more; here it may note it first.
    field.answers()
    field.process.kill()
    field.begin()
    field.answers()
    assert len(field.said(AGAIN)) == 1
    # Omar has a question open too, and writes at about that time: whichever comes first, he is told once at most.
    assert len(field.said(AGAIN, OMAR)) <= 1
    field.sandbox.press(LAILA, BOT, field.said(AGAIN)[0]["message_id"], label="Yes, go on")
    until(lambda: not field.said(AGAIN), within=40, what="the question in the place of the note")
    assert "2/6" in field.said("")[-1]["text"]


def test_a_day_of_silence_is_told_to_people_and_to_the_staff(field: Field) -> None:
    field.process.kill()
    field.sandbox.say(LAILA, BOT, "green card")
    field.sandbox.advance(600)
    field.process.start()
    until(lambda: field.said("3/6"), within=40, what="an answer")
    field.answers()
    assert not field.said(AGAIN), "who wrote meanwhile is only answered"
    field.process.kill()
    field.sandbox.say(LAILA, BOT, "I want to stay")
    field.sandbox.advance(DAY + 3600)
    field.process.start()
    until(lambda: field.said(GAP), within=40, what="the notice")
    field.answers()
    field.process.kill()
    field.begin()
    field.process.kill()
    assert len(field.said(GAP)) == 1
    assert not field.said(GAP, OMAR)
    missed = [entry.fact.body for entry in field.entries() if isinstance(entry.fact.body, UpdatesMissed)]
    assert len(missed) == 1
    assert timedelta(seconds=DAY) < missed[0].until - missed[0].since < timedelta(seconds=DAY + 7200)
