"""A node's backup is its store as it is, encrypted; restored, the node goes on and nothing is lost."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.compose.backups import back_up, new_identity, put_back
from bot.compose.stores import store
from bot.settings import Settings, Unset, settings
from flows.facts import Entry
from storage import epochs, parcel, slots
from storage.engine import read, write
from storage.errors import BackupBroken, BackupOfAnother, StoreError, StoreThere, WrongPassphrase
from storage.lease import keep
from storage.ledger import purge, verify
from storage.opened import entries
from storage.push import Push
from tests.backups.planted import TOKEN, found, said
from tests.keys import NODES, PASSPHRASE, VAULT, Speaker, link, tls
from tests.processes import ROOT
from tests.register.people import heard, registered
from tests.sync.served import served


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    """A node's settings, with somebody to seal backups to."""
    return settings(
        keys=tls() / "node",
        store=str(tmp_path / "node.db"),
        passphrase=PASSPHRASE,
        backup_recipient=new_identity(tmp_path / "backup.key"),
    )


@pytest.fixture
def field(given: Settings) -> Engine:
    """Its encrypted store, in which somebody said something, and the bot's token."""
    key, made = slots.made("node-1", 1, VAULT.public, PASSPHRASE, memory=1024)
    slots.beside(given.store).write(made)
    engine = store(given.store, key)
    heard(engine, said())
    with write(engine) as connection:
        keep(connection, [("citizen token", TOKEN.encode())])
    return engine


def opened(given: Settings) -> Engine:
    """Its store, as it is now."""
    kept = slots.beside(given.store).read()
    assert kept is not None
    return store(given.store, slots.open_by_passphrase(kept, PASSPHRASE))


def lost(given: Settings) -> None:
    """The machine is gone, and the store with it."""
    for path in Path(given.store).parent.glob("node.db*"):
        path.unlink()


def back(given: Settings, file: Path, *, old: bool = False) -> str:
    return put_back(given, file, Path(given.store).with_name("backup.key"), register=False, old=old)


def ledger(engine: Engine) -> list[Entry]:
    with read(engine) as connection:
        return entries(connection, VAULT, after=0, limit=1000)


def test_all_of_it_comes_back(given: Settings, field: Engine, tmp_path: Path) -> None:
    before = ledger(field)
    assert "Written to" in back_up(given, tmp_path / "n.age", register=False)
    field.dispose()
    lost(given)
    assert "14 facts, every ledger sound" in back(given, tmp_path / "n.age")
    engine = opened(given)
    assert ledger(engine) == before
    engine.dispose()
    assert sorted(path.name for path in tmp_path.glob("n*")) == ["n.age", "node.db", "node.db.slots"]
    assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("n*")} == {0}


@pytest.mark.parametrize("had", [1, 3])
def test_what_the_register_had_and_the_node_dropped_is_not_missed(
    given: Settings, field: Engine, tmp_path: Path, had: int
) -> None:
    with write(field) as connection:
        epochs.begin(connection, "node-1", 10)
        purge(connection, "node-1", 2, had, 2**62, 1000)
    left = len(ledger(field))
    assert left == 5 - had, "of the old epoch nothing, of the new one what the register has not"
    back_up(given, tmp_path / "n.age", register=False)
    field.dispose()
    lost(given)
    assert f"{left} facts" in back(given, tmp_path / "n.age")


def test_nothing_in_it_can_be_read_even_when_it_is_opened(given: Settings, field: Engine, tmp_path: Path) -> None:
    back_up(given, tmp_path / "n.age", register=False)
    pieces: list[bytes] = []
    identity = parcel.identity((tmp_path / "backup.key").read_text())
    parcel.open_parcel(tmp_path / "n.age", identity, pieces.append)
    assert len(b"".join(pieces)) > 50_000
    assert found((tmp_path / "n.age").read_bytes()) == found(b"".join(pieces)) == []
    # The scanner would find what a store without a key holds.
    plain = store(str(tmp_path / "plain.db"))
    with write(plain) as connection:
        keep(connection, [("citizen token", TOKEN.encode())])
    plain.dispose()
    assert found((tmp_path / "plain.db").read_bytes()) == [TOKEN]
    field.dispose()


def test_what_was_deleted_is_not_in_it(given: Settings, field: Engine, tmp_path: Path) -> None:
    with write(field) as connection:
        connection.exec_driver_sql("CREATE TABLE padding (x)")
        connection.exec_driver_sql("INSERT INTO padding VALUES (zeroblob(3000000))")
    with write(field) as connection:
        connection.exec_driver_sql("DELETE FROM padding")
    back_up(given, tmp_path / "n.age", register=False)
    assert (tmp_path / "n.age").stat().st_size < 1_000_000
    field.dispose()


async def goes_on(engine: Engine, speaker: Speaker, centre: Engine, wanted: int) -> None:
    """Push to a real register until it has so many facts."""
    stop = asyncio.Event()
    with served(centre) as url:
        async with aclosing(link(url)) as way, asyncio.timeout(10):
            push = Push(engine, speaker, NODES["node-1"], pause=lambda _: 0.01)
            running = asyncio.ensure_future(push.run(way, stop))
            while len(ledger(centre)) < wanted or push.trouble:
                await asyncio.sleep(0.02)
            await asyncio.sleep(0.05)
            stop.set()
            await running


def test_a_restored_node_goes_on_in_a_new_epoch_and_nothing_is_lost(
    given: Settings, field: Engine, centre: Engine, tmp_path: Path
) -> None:
    back_up(given, tmp_path / "n.age", register=False)
    heard(field, registered("p2"))
    said_before: Sequence[Entry] = ledger(field)
    asyncio.run(goes_on(field, Speaker(field), centre, len(said_before)))
    field.dispose()
    lost(given)
    back(given, tmp_path / "n.age")
    engine = opened(given)
    new = heard(engine, registered("p3"))
    speaker = Speaker(engine)
    asyncio.run(goes_on(engine, speaker, centre, len(said_before) + len(new)))
    assert [entry.fact.id for entry in ledger(centre)] == [entry.fact.id for entry in (*said_before, *new)]
    assert speaker.epoch == 2
    for store_ in (engine, centre):
        with read(store_) as connection:
            assert verify(connection, "node-1", 2).seq == len(new)
    with read(engine) as connection:
        assert epochs.current(connection, "node-1") == 2
    engine.dispose()


def test_it_never_takes_the_place_of_a_store(given: Settings, field: Engine, tmp_path: Path) -> None:
    back_up(given, tmp_path / "n.age", register=False)
    field.dispose()
    with pytest.raises(StoreThere):
        back(given, tmp_path / "n.age")
    # Nor does it open with another store's slots.
    Path(given.store).unlink()
    slots.beside(given.store).write(slots.made("node-1", 1, VAULT.public, PASSPHRASE, memory=1024)[1])
    with pytest.raises(StoreThere):
        back(given, tmp_path / "n.age")
    assert not Path(given.store).exists()


@pytest.mark.parametrize("harm", ["cut", "altered", "another node's", "another passphrase"])
def test_what_cannot_be_believed_restores_nothing(
    given: Settings, field: Engine, tmp_path: Path, harm: str
) -> None:
    file = tmp_path / "n.age"
    back_up(given, file, register=False)
    field.dispose()
    lost(given)
    raw = bytearray(file.read_bytes())
    wanted: type[StoreError] = BackupBroken
    match harm:
        case "cut":
            raw = raw[:-1000]
        case "altered":
            raw[30_000] ^= 1
        case "another node's":
            given, wanted = given.model_copy(update={"node": "herat"}), BackupOfAnother
        case _:
            given, wanted = settings(**given.model_dump() | {"passphrase": "another"}), WrongPassphrase
    file.write_bytes(raw)
    with pytest.raises(wanted):
        back(given, file)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["backup.key", "n.age"]


def test_without_somebody_to_seal_it_to_none_is_written(given: Settings, field: Engine, tmp_path: Path) -> None:
    for recipient in ("", "age1nobody"):
        with pytest.raises(Unset, match="HAMRAH_BACKUP_RECIPIENT"):
            back_up(given.model_copy(update={"backup_recipient": recipient}), tmp_path / "n.age", register=False)
    field.dispose()
    assert not (tmp_path / "n.age").exists()


@pytest.mark.processes
def test_the_commands_say_one_sentence(given: Settings, field: Engine, tmp_path: Path) -> None:
    environment = {
        "HAMRAH_KEYS": str(given.keys),
        "HAMRAH_STORE": given.store,
        "HAMRAH_PASSPHRASE": PASSPHRASE,
        "HAMRAH_BACKUP_RECIPIENT": given.backup_recipient,
    }

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "bot", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    (tmp_path / "stick").mkdir()
    done = run("backup", str(tmp_path / "stick"))
    assert done.returncode == 0, done.stderr
    [file] = (tmp_path / "stick").glob("hamrah-node-1-20*.age")
    field.dispose()
    lost(given)
    identity = ("--identity", str(tmp_path / "backup.key"))
    file.with_name("cut.age").write_bytes(file.read_bytes()[:-100])
    cut = run("restore", str(file.with_name("cut.age")), *identity)
    assert (cut.returncode, cut.stderr.count("\n")) == (2, 1)
    assert "cut off" in cut.stderr
    done = run("restore", str(file), *identity)
    assert done.returncode == 0, done.stderr
    again = run("restore", str(file), *identity)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
