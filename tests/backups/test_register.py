"""A register's backup holds all of its ledger and none of its words, and becomes a register again."""

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, MetaData, make_url, select

from bot.compose.distrust import Ended, end_again
from flows.facts import Entry, StaffReplied
from storage import nodes, parcel
from storage.backup import CONCLUDED, ROWS, Manifest, encode, manifest, rows
from storage.engine import NEWEST, micros, open_store, read, write
from storage.errors import BackupBroken, BackupNewer, BackupOfAnother, BackupOld, ChainForked, StoreThere
from storage.feed import feed
from storage.ledger import append
from storage.opened import entries
from storage.push import Push
from storage.register import StoredRegister
from storage.restore import restore_register
from storage.revisions import upgrade
from storage.rows import table
from storage.tables import FactRow
from tests.backups.planted import PLANTED, TOKEN, found, said
from tests.keys import NODES, VAULT, Speaker, link
from tests.register.people import START, heard
from tests.register.stores import Stores
from tests.sync.served import served

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
IDENTITY, RECIPIENT = parcel.new_identity()


def full(centre: Engine) -> StoredRegister:
    """A register at which somebody registered, asked and was answered."""
    nodes.enrol(centre, VAULT, "node-1", NODES["node-1"].public_key().public_bytes_raw(), TOKEN, START)
    register = StoredRegister(centre, VAULT)
    heard(centre, [*said("p1"), *said("p2")])
    register.claim("case of p1", "amina", START)
    register.reply("case of p1", "amina", "come to the blue door", START, "m1")
    register.keep_card("case of p1", -100, 7, "shown")
    return register


def backed_up(centre: Engine, file: Path) -> Path:
    parcel.seal(file, parcel.recipient(RECIPIENT), rows(centre, "the register", NOW))
    return file


def restored(url: str, file: Path, identity: str = IDENTITY, oldest: datetime = START) -> Engine:
    pieces = partial(parcel.open_parcel, file, parcel.identity(identity))
    restore_register(url, pieces, "the register", oldest)
    return open_store(url)


def ledger(engine: Engine) -> list[Entry]:
    with read(engine) as connection:
        return entries(connection, VAULT, after=0, limit=1000)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, stores: Stores) -> str:
    """Where there is no store yet."""
    return str(tmp_path / "new" / "register.db") if request.param == "sqlite" else stores.nowhere()


def test_all_of_it_comes_back_whatever_the_database(centre: Engine, elsewhere: str, tmp_path: Path) -> None:
    before = full(centre)
    engine = restored(elsewhere, backed_up(centre, tmp_path / "r.age"))
    after = StoredRegister(engine, VAULT)
    assert ledger(engine) == ledger(centre)
    assert after.people() == before.people()
    assert after.cases() == before.cases()
    assert after.heard("case of p1") == before.heard("case of p1") != []
    assert after.totals() == before.totals()
    assert after.card("case of p1") == (-100, 7, "shown")
    assert nodes.token_of(engine, VAULT, "node-1") == TOKEN
    engine.dispose()


def pushed(field: Engine, centre: Engine, wanted: int) -> None:
    """Let a node hand in what it has to a real register, until that has so many facts."""

    async def push() -> None:
        stop = asyncio.Event()
        with served(centre) as url:
            async with aclosing(link(url)) as way, asyncio.timeout(10):
                pushing = Push(field, Speaker(field), NODES["node-1"], pause=lambda _: 0.01)
                running = asyncio.ensure_future(pushing.run(way, stop))
                while len(ledger(centre)) < wanted:
                    await asyncio.sleep(0.02)
                stop.set()
                await running

    asyncio.run(push())


def test_what_nodes_handed_in_since_they_hand_in_again(
    centre: Engine, elsewhere: str, tmp_path: Path, stores: Stores
) -> None:
    with stores.empty("sqlite") as field:
        heard(field, said("p1"))
        pushed(field, centre, 14)
        file = backed_up(centre, tmp_path / "r.age")
        heard(field, said("p2"))
        pushed(field, centre, 28)
        engine = restored(elsewhere, file)
        assert len(ledger(engine)) == 14
        pushed(field, engine, 28)
        assert [entry.chain for entry in ledger(engine)] == [entry.chain for entry in ledger(field)]
        assert {entry.epoch for entry in ledger(engine)} == {1}
    assert StoredRegister(engine, VAULT).people()[1].person == "p2"
    engine.dispose()


def test_a_node_that_was_ended_since_is_not_trusted_again(centre: Engine, elsewhere: str, tmp_path: Path) -> None:
    full(centre)
    nodes.enrol(centre, VAULT, "node-2", NODES["node-2"].public_key().public_bytes_raw(), TOKEN, START)
    file = backed_up(centre, tmp_path / "r.age")
    memory = Ended(tmp_path / "revoked")
    nodes.revoke(centre, "node-1", NOW)
    end_again(centre, memory)
    engine = restored(elsewhere, file)
    states = {node.name: node.state for node in nodes.known(engine)}
    assert states == {"node-1": "active", "node-2": "active"}
    end_again(engine, memory)
    states = {node.name: node.state for node in nodes.known(engine)}
    assert states == {"node-1": "revoked", "node-2": "active"}
    assert nodes.token_of(engine, VAULT, "node-1") == ""
    # A new key under the old name is another node.
    nodes.enrol(engine, VAULT, "node-1", NODES["anew"].public_key().public_bytes_raw(), "", NOW)
    end_again(engine, memory)
    assert {node.state for node in nodes.known(engine)} == {"active"}
    assert (tmp_path / "revoked").stat().st_mode & 0o077 == 0
    engine.dispose()


def older(engine: Engine, revision: str) -> Iterator[bytes]:
    """The backup that a build of this revision makes of a register at which somebody registered."""
    with write(engine) as connection:
        upgrade(connection, revision)
        append(connection, said("p1"), VAULT, "node-1", 1, micros(START))
        tables = MetaData()
        tables.reflect(connection, only=lambda name, _: name not in {*CONCLUDED, "alembic_version"})
        found = {name: connection.execute(select(each)).all() for name, each in tables.tables.items()}
    counts = {name: len(kept) for name, kept in found.items()}
    columns = {name: [str(column.name) for column in each.columns] for name, each in tables.tables.items()}
    yield encode(Manifest(ROWS, "the register", NOW, revision, counts, columns))
    for name, kept in found.items():
        yield encode((name, [tuple(row) for row in kept]))


def test_a_backup_of_an_older_build_is_brought_up_to_date(elsewhere: str, tmp_path: Path) -> None:
    assert NEWEST > "0002"
    old = open_store(str(tmp_path / "old.db"))
    parcel.seal(tmp_path / "r.age", parcel.recipient(RECIPIENT), older(old, "0002"))
    engine = restored(elsewhere, tmp_path / "r.age")
    assert [entry.fact.id for entry in ledger(engine)] == [entry.fact.id for entry in ledger(old)] != []
    assert StoredRegister(engine, VAULT).totals().people == 1
    for each in (old, engine):
        each.dispose()


def test_a_backup_of_a_newer_build_is_refused(tmp_path: Path) -> None:
    newer = encode(Manifest(ROWS, "the register", NOW, "9999", {}, {}))
    parcel.seal(tmp_path / "r.age", parcel.recipient(RECIPIENT), iter([newer]))
    with pytest.raises(BackupNewer):
        restored(str(tmp_path / "new.db"), tmp_path / "r.age")


def test_nothing_in_it_can_be_read_even_when_it_is_opened(centre: Engine, tmp_path: Path) -> None:
    full(centre)
    file = backed_up(centre, tmp_path / "r.age")
    pieces: list[bytes] = []
    parcel.open_parcel(file, parcel.identity(IDENTITY), pieces.append)
    assert manifest(pieces[0]).counts["facts"] == len(ledger(centre)) == 30
    assert found(file.read_bytes()) == []
    assert found(b"".join(pieces)) == []
    assert set(found(repr(ledger(centre)).encode())) == set(PLANTED) - {TOKEN}, "the scanner would find them"


def test_what_is_said_after_it_reaches_nodes_that_had_heard_more(centre: Engine, tmp_path: Path) -> None:
    register = full(centre)
    file = backed_up(centre, tmp_path / "r.age")
    register.reply("case of p1", "amina", "lost with the register", START, "m2")
    heard_up_to = feed(centre, VAULT, "node-1", 0, NOW).position
    engine = restored(str(tmp_path / "new.db"), file)
    again = StoredRegister(engine, VAULT)
    assert again.reply("case of p1", "amina", "said afterwards", START, "m3")
    told = feed(engine, VAULT, "node-1", heard_up_to, NOW)
    while not told.entries:
        assert told.position > heard_up_to
        told = feed(engine, VAULT, "node-1", told.position, NOW)
    [entry] = told.entries
    assert isinstance(entry.fact.body, StaffReplied)
    assert entry.fact.body.words == "said afterwards"
    engine.dispose()


@pytest.mark.parametrize("harm", ["cut", "cut in its head", "altered", "another key", "no backup"])
def test_what_is_not_whole_or_not_ours_restores_nothing(harm: str, tmp_path: Path, stores: Stores) -> None:
    with stores.empty("sqlite") as engine:
        full(engine)
        file = backed_up(engine, tmp_path / "r.age")
    raw = bytearray(file.read_bytes())
    match harm:
        case "cut":
            raw = raw[:-40]
        case "cut in its head":
            raw = raw[:90]
        case "altered":
            raw[-200] ^= 1
        case "no backup":
            raw = bytearray(b"hello")
    file.write_bytes(raw)
    identity = parcel.new_identity()[0] if harm == "another key" else IDENTITY
    with pytest.raises(BackupBroken):
        restored(str(tmp_path / "new.db"), file, identity)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.age"]


def test_a_ledger_that_lies_is_not_restored(tmp_path: Path, stores: Stores) -> None:
    with stores.empty("sqlite") as engine:
        full(engine)
        with write(engine) as connection:
            facts = table(FactRow)
            connection.execute(facts.update().where(facts.c.seq == 3, facts.c.node == "node-1").values(by="staff"))
        file = backed_up(engine, tmp_path / "r.age")
    with pytest.raises(ChainForked):
        restored(str(tmp_path / "new.db"), file)
    assert not (tmp_path / "new.db").exists()


def test_it_is_refused_where_a_store_is_or_when_it_is_old_or_a_node_s(centre: Engine, tmp_path: Path) -> None:
    full(centre)
    file = backed_up(centre, tmp_path / "r.age")
    here = centre.url.render_as_string(hide_password=False)
    with pytest.raises(StoreThere):
        restored(here if make_url(here).get_backend_name() == "postgresql" else str(centre.url.database), file)
    with pytest.raises(BackupOld, match="2026-11-24"):
        restored(str(tmp_path / "new.db"), file, oldest=NOW + timedelta(days=1))
    pieces = partial(parcel.open_parcel, file, parcel.identity(IDENTITY))
    with pytest.raises(BackupOfAnother):
        restore_register(str(tmp_path / "new.db"), pieces, "another register", START)
