"""The doctor finds each fault, says how to mend it, and finds nothing where nothing is wrong."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.compose.backups import new_identity
from bot.compose.stores import store
from bot.doctor import examined
from bot.doctor.machine import disk
from bot.keys import Carried, carry, make
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from bot.settings import Settings, settings
from storage import nodes, slots
from storage.room import Room
from storage.vault import Vault
from tests.keys import PASSPHRASE
from tests.processes import CITIZEN_TOKEN, DESK_TOKEN, ROOT, Process, free_port, running, until

pytestmark = pytest.mark.processes


@dataclass
class Deployment:
    """A centre, at which a register runs, and what a node carried away from it."""

    folder: Path
    api: str
    url: str
    recipient: str

    @property
    def store(self) -> str:
        return str(self.folder / "register.db")

    def centre(self, **other: object) -> Settings:
        given: dict[str, object] = {
            "keys": self.folder / "centre",
            "passphrase": PASSPHRASE,
            "register_store": self.store,
            "store": str(self.folder / "none.db"),
            "telegram_api": self.api,
            "desk_token": DESK_TOKEN,
            "staff_chat": -100,
            "backup_recipient": self.recipient,
            "unreviewed": True,
        }
        return settings(**given | other)

    def node(self, **other: object) -> Settings:
        given: dict[str, object] = {
            "keys": self.folder / "herat",
            "node": "herat",
            "store": str(self.folder / "node.db"),
            "register_url": self.url,
            "telegram_api": self.api,
            "unreviewed": True,
            "backup_recipient": self.recipient,
        }
        return settings(**given | other)


@pytest.fixture(scope="module")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("deployment")
    world = World(seed=2)
    world.add_bot(CITIZEN_TOKEN, "notes_bot", "Notes")
    world.add_bot(DESK_TOKEN, "desk_bot", "Desk")
    port = free_port()
    with contextlib.ExitStack() as play:
        api = play.enter_context(sandbox_running(world))
        centre = make(folder / "centre", ["127.0.0.1"], PASSPHRASE)
        engine = store(str(folder / "register.db"))
        for name in ("herat", "taken"):
            public = carry(centre, name, folder / name).signing.public_key().public_bytes_raw()
            nodes.enrol(engine, Vault(centre.sealing), name, public, CITIZEN_TOKEN, datetime.now(UTC))
        nodes.revoke(engine, "taken", datetime.now(UTC))
        engine.dispose()
        found = Deployment(
            folder, api, f"https://127.0.0.1:{port}", new_identity(tmp_path_factory.mktemp("away") / "backup.key")
        )
        register = Process(
            "register", folder / "register.log", keys=str(centre.folder), passphrase=PASSPHRASE,
            register_store=found.store, register_listen=f"127.0.0.1:{port}",
            console_listen=f"127.0.0.1:{free_port()}",
        )  # fmt: skip
        play.enter_context(running(register))
        until(lambda: not wrong(found.node()).get("register"), what="the register")
        _begun(found)
        yield found


def _begun(deployed: Deployment) -> None:
    """A store as the node's first start leaves it."""
    given = deployed.node()
    sealing = Carried(given.keys).sealing
    key, made = slots.made("herat", 1, bytes.fromhex(sealing.public))
    slots.beside(given.store).write(made)
    Room(Path(given.store)).begin()
    store(given.store, key).dispose()


def wrong(given: Settings, after: timedelta = timedelta()) -> dict[str, str]:
    """What is wrong, by what was looked at."""
    found = asyncio.run(examined(given, lambda: datetime.now(UTC) + after))
    assert len(found) > 8
    return {finding.what: finding.wrong for finding in found if finding.wrong}


def test_where_all_is_well_nothing_is_found(deployed: Deployment) -> None:
    assert wrong(deployed.centre()) == {}
    assert wrong(deployed.node()) == {}


def test_drafts_that_a_life_may_hang_on_are_found(deployed: Deployment) -> None:
    assert "HAMRAH_UNREVIEWED" in wrong(deployed.centre(unreviewed=False))["languages"]


def test_before_the_first_start_there_is_nothing_to_find(deployed: Deployment, tmp_path: Path) -> None:
    assert wrong(deployed.node(store=str(tmp_path / "deep" / "n.db"))) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("setting", "value", "what", "says"),
    [
        ("desk_token", "700999:a-token-that-nobody-knows", "desk bot", "BotFather"),
        ("desk_token", "", "desk bot", "HAMRAH_DESK_TOKEN"),
        ("telegram_api", "http://127.0.0.1:9", "desk bot", "HAMRAH_TELEGRAM_API"),
        ("staff_chat", 5, "staff chat", "HAMRAH_STAFF_CHAT"),
        ("console_listen", "0.0.0.0:80", "page", "HAMRAH_CONSOLE_LISTEN"),
        ("backup_recipient", "", "backups", "hamrah keys backup"),
        ("passphrase", "", "keys", "HAMRAH_PASSPHRASE"),
        ("passphrase", "another", "keys", "HAMRAH_PASSPHRASE"),
    ],
)
def test_settings_of_the_centre(deployed: Deployment, setting: str, value: object, what: str, says: str) -> None:
    found = wrong(deployed.centre(**{setting: value}))
    assert set(found) == {what}
    assert says in found[what]
    assert "token-that-nobody" not in found[what]


LENT = {"register", "citizens' bot", "node store"}


@pytest.mark.parametrize(
    ("other", "what", "says"),
    [
        ({"register_url": "https://127.0.0.1:9"}, LENT, "start it"),
        ({"register_url": "http://127.0.0.1:9"}, LENT | {"register's clock"}, "https"),
        ({"node": "kandahar"}, LENT, "hamrah node add"),
        ({"metrics_listen": "0.0.0.0:80"}, {"figures"}, "HAMRAH_METRICS_LISTEN"),
        ({"webhook_url": "https://example.org/h"}, {"webhook"}, "HAMRAH_WEBHOOK_SECRET"),
        ({"citizen_token": "700999:a-token-nobody-knows"}, {"citizens' bot"}, "BotFather"),
    ],
)
def test_settings_and_links_of_a_node(
    deployed: Deployment, other: dict[str, object], what: set[str], says: str
) -> None:
    found = wrong(deployed.node(**other))
    assert set(found) == what
    assert any(says in sentence for sentence in found.values())


def test_a_node_that_was_revoked_is_told_so(deployed: Deployment, tmp_path: Path) -> None:
    found = wrong(deployed.node(keys=deployed.folder / "taken", node="taken", store=str(tmp_path / "n.db")))
    assert set(found) == {"register"}
    assert "revoked" in found["register"]


def test_clocks_that_are_apart(deployed: Deployment) -> None:
    found = wrong(deployed.node(), timedelta(minutes=-7))
    assert set(found) == {"clock", "register's clock"}
    assert "7 minutes off" in found["clock"]
    assert wrong(deployed.node(), timedelta(minutes=4)) == {}


def test_a_certificate_that_ends_soon(deployed: Deployment) -> None:
    found = wrong(deployed.centre(), timedelta(days=720))
    assert "register.pem ends on" in found["certificate"]
    assert "certificate" not in wrong(deployed.centre(), timedelta(days=600))
    assert "node.pem ends on" in wrong(deployed.node(), timedelta(days=720))["certificate"]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A centre's keys that lie open."""
    return make(tmp_path / "centre", ["127.0.0.1"]).folder


def test_keys_that_others_can_read_or_that_lie_open_or_are_gone(deployed: Deployment, keys: Path) -> None:
    given = deployed.centre(keys=keys)
    assert "is not locked" in wrong(given)["keys"]
    (keys / "centre.key").chmod(0o640)
    assert "chmod" in wrong(given)["keys"]
    (keys / "centre.key").chmod(0o600)
    keys.chmod(0o755)
    assert "chmod" in wrong(given)["keys"]
    keys.chmod(0o700)
    (keys / "sealing-1.key").unlink()
    assert "no sealing key" in wrong(given)["keys"]
    (keys / "ca.pem").write_text("no certificate")
    assert "cannot be read" in wrong(given)["certificate"]
    assert "is missing" in wrong(deployed.node(keys=keys.parent / "nowhere"))["keys"]


def test_stores_that_do_not_open_or_are_damaged_or_lie_open(deployed: Deployment, tmp_path: Path) -> None:
    garbage = tmp_path / "r.db"
    garbage.write_bytes(os.urandom(20_000))
    assert "does not open" in wrong(deployed.centre(register_store=str(garbage)))["register store"]
    url = "postgresql://nobody:secret@127.0.0.1:9/none"
    said = wrong(deployed.centre(register_store=url))["register store"]
    assert "does not open" in said
    assert "secret" not in said
    plain = tmp_path / "n.db"
    store(str(plain)).dispose()
    assert "not encrypted" in wrong(deployed.node(store=str(plain)))["node store"]
    damaged = tmp_path / "d.db"
    engine = store(str(damaged))
    engine.dispose()
    raw = bytearray(damaged.read_bytes())
    raw[8192:16384] = bytes(8192)
    damaged.write_bytes(raw)
    assert wrong(deployed.centre(register_store=str(damaged)))["register store"]


def test_a_store_that_does_not_keep_what_it_is_told(deployed: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules["storage.engine"].PRAGMAS, "synchronous", ("NORMAL", "2"))
    found = wrong(deployed.centre())
    assert set(found) == {"register store"}
    assert "synchronous=1" in found["register store"]


def test_a_disk_without_room_or_without_its_reserve(deployed: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast = Path(deployed.node().store + ".ballast")
    ballast.rename(ballast.with_suffix(".away"))
    assert set(wrong(deployed.node())) == {"node disk"}
    ballast.with_suffix(".away").rename(ballast)
    monkeypatch.setattr("storage.room.ENOUGH", 1 << 60)
    monkeypatch.setattr("storage.room.HIGH", 0.0)
    assert "is free: delete" in disk(deployed.store)
    assert disk("postgresql://elsewhere/db") == ""


def test_a_token_on_the_disk(deployed: Deployment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f"HAMRAH_CITIZEN_TOKEN={CITIZEN_TOKEN}\n")
    found = wrong(deployed.node())
    assert set(found) == {"secrets"}
    assert CITIZEN_TOKEN not in found["secrets"]


def test_the_command_ends_with_1_if_anything_is_wrong(deployed: Deployment) -> None:
    given = deployed.node()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("HAMRAH_")},
        "HAMRAH_UNREVIEWED": "true",
        "HAMRAH_KEYS": str(given.keys),
        "HAMRAH_NODE": "herat",
        "HAMRAH_STORE": given.store,
        "HAMRAH_REGISTER_URL": given.register_url,
        "HAMRAH_TELEGRAM_API": given.telegram_api,
    }
    command = [sys.executable, "-m", "bot", "doctor", "--json"]

    def run(**other: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command, cwd=ROOT, env=environment | other, capture_output=True, text=True, check=False
        )

    well = run(HAMRAH_BACKUP_RECIPIENT=deployed.recipient)
    assert (well.returncode, well.stderr) == (0, "")
    sick = run()
    assert sick.returncode == 1
    assert [each["what"] for each in json.loads(sick.stdout) if each["wrong"]] == ["backups"]
