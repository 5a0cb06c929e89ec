"""The stage of the story: Telegram, a node with its link, a register on PostgreSQL, a desk, and the people."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.compose.stores import any_store
from bot.ledger import whole
from bot.sandbox.client import Sandbox
from bot.settings import settings
from storage.engine import read
from storage.group import FEED, marked
from tests.people import Message, Person, labels
from tests.processes import ROOT, Process, until
from tests.relay import Relay

CITIZENS, DESK = "notes_bot", "desk_bot"
SARA, OMAR = 801, 802


@dataclass
class Stage:
    """What the story acts with."""

    sandbox: Sandbox
    node: Process
    link: Relay
    staff_chat: int
    node_store: str
    register_store: str
    keys: Path

    def person(self, id: int, name: str, language: str) -> Person:  # noqa: A002
        """Somebody with a phone in this language."""
        self.sandbox.user(id, name, language_code=language)
        return Person(self.sandbox, id, CITIZENS)

    def at_node(self) -> list[dict[str, Any]]:
        """The node's ledger."""
        return ledger(self.node_store, self.keys)

    def at_register(self) -> list[dict[str, Any]]:
        """The register's ledger."""
        return ledger(self.register_store, self.keys)

    def fed(self) -> int:
        """The register's position up to which the node has heard what the centre says."""
        engine = any_store(settings(keys=self.keys), self.node_store)
        with read(engine) as connection:
            return marked(connection, FEED) or 0

    def restart_node(self) -> None:
        """Cut the node's power and start it again."""
        self.node.kill()
        self.node.start()

    def card(self, *holds: str) -> Message:
        """The message in the staff chat that says all this, as soon as it does."""

        def look() -> Message | None:
            found = (
                m for m in self.sandbox.messages(self.staff_chat) if all(t in m.get("text", "") for t in holds)
            )
            return next(found, None)

        return until(look, what=f"a card with {holds}")

    def private(self, staff: int, holds: str) -> Message:
        """What the desk bot told one of the staff."""
        return self.sandbox.wait_for(DESK, lambda m: holds in m.get("text", ""), 20, user=staff)

    def press_card(self, staff: int, card: Message, label: str) -> str:
        """Press a button of a card; the answer that pops up on the phone."""
        if label not in labels(card):
            raise LookupError(f"the card has no {label!r}, only {labels(card)}")
        pressed = self.sandbox.press(staff, self.staff_chat, card["message_id"], label=label)
        answer = until(lambda: self.sandbox.press_answer(pressed["callback_query_id"]), what="the press's answer")
        return str((answer or {}).get("text") or "")


def ledger(store: str, keys: Path) -> list[dict[str, Any]]:
    """A store's ledger, read with the centre's keys."""
    return [json.loads(line) for line in whole(settings(keys=keys), store)]


def printed(store: str, keys: Path) -> list[dict[str, Any]]:
    """A store's ledger, as `hamrah facts --json` prints it where these keys are."""
    command = [sys.executable, "-m", "bot", "facts", "--json", "--store", store]
    given = {**os.environ, "HAMRAH_KEYS": str(keys)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=given)
    return [json.loads(line) for line in done.stdout.splitlines()]


def logs(folder: Path) -> str:
    """Everything the processes logged."""
    return "\n".join(log.read_text() for log in sorted(folder.glob("*.log")))
