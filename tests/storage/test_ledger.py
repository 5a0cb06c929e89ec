"""The ledger has no gap, keeps its order, and shows where it was changed."""

import hashlib

import pytest
from sqlalchemy import Engine, delete, select, update

from flows.facts import Unread
from storage import ledger
from storage.engine import micros, read, write
from storage.errors import ChainBroken, ChainForked
from storage.ledger import Record
from storage.opened import entries
from storage.rows import table
from storage.tables import FactRow
from storage.vault import Vault
from tests.keys import VAULT
from tests.storage.said import NOW, SAMPLES, fact

facts = table(FactRow)


def heard(store: Engine, count: int, node: str = "N") -> list[Record]:
    with write(store) as connection:
        return ledger.append(connection, [fact(f"p{n}") for n in range(count)], VAULT, node, 1, micros(NOW))


def elsewhere(store: Engine, count: int) -> list[Record]:
    """Facts of another node, as they would arrive."""
    with store.connect() as connection, connection.begin() as undone:
        said = ledger.append(connection, [fact(f"q{n}") for n in range(count)], VAULT, "M", 1, micros(NOW))
        undone.rollback()
    return said


def test_facts_come_back_in_order(store: Engine) -> None:
    said = [fact(f"p{n}", body) for n, body in enumerate(SAMPLES)]
    with write(store) as connection:
        first = ledger.append(connection, said[:4], VAULT, "N", 1, micros(NOW))
        rest = ledger.append(connection, said[4:], VAULT, "N", 1, micros(NOW))
        assert ledger.append(connection, [], VAULT, "N", 1, micros(NOW)) == []
    kept = first + rest
    assert [record.seq for record in kept] == [record.position for record in kept] == list(range(1, len(said) + 1))
    with read(store) as connection:
        assert ledger.records(connection, after=0, limit=100) == kept
        assert ledger.records(connection, after=3, limit=2) == kept[3:5]
        assert ledger.records(connection, after=0, limit=9, person="p2") == kept[2:3]
        assert ledger.records(connection, after=0, limit=9, node="M") == []
        assert ledger.of_node(connection, "N", 1, 5, 3) == kept[5:8]
        assert ledger.head(connection, "N", 1) == ledger.Head(len(said), kept[-1].chain)
        assert ledger.verify(connection, "N", 1) == ledger.head(connection, "N", 1)
        assert [entry.fact for entry in entries(connection, VAULT, after=0, limit=100)] == said
        closed = [entry.fact.body for entry in entries(connection, None, after=0, limit=100)]
        assert closed == [Unread(type(one.body).__name__) for one in said]


def test_a_body_opens_only_where_it_was_sealed(store: Engine) -> None:
    [first, second] = heard(store, 2)
    with write(store) as connection:
        connection.execute(update(facts).where(facts.c.seq == 2).values(body=first.body, envelope=first.envelope))
    with read(store) as connection:
        found = entries(connection, VAULT, after=0, limit=9)
        assert [isinstance(entry.fact.body, Unread) for entry in found] == [False, True]
        assert all(isinstance(e.fact.body, Unread) for e in entries(connection, Vault.new(), after=0, limit=9))
    assert first.body != second.body


def test_the_chain_covers_every_part_of_a_record() -> None:
    said = Record("N", 1, 1, 7, "f1", "p1", "TalkOpened", 1, "SELF", 1, 2, 3, "u1", "e1", b"sealed", b"")
    chain = ledger.linked(ledger.FIRST, said)
    assert chain.hex() == "dc324772adab94aa9fae87981b9fb65122265df388e89fd6f801f8c5b73c6bfc"
    others = [
        said._replace(node="M"), said._replace(epoch=2), said._replace(seq=2), said._replace(id="f2"),
        said._replace(person="p2"), said._replace(kind="NoteRead"), said._replace(by="X"),
        said._replace(version=2), said._replace(said_at=9), said._replace(received_at=9),
        said._replace(recorded_at=9), said._replace(cause="u2"), said._replace(body=b"other"),
    ]  # fmt: skip
    chains = [ledger.linked(ledger.FIRST, other) for other in others]
    assert len({chain, ledger.linked(b"\1" * 32, said), *chains}) == len(others) + 2
    assert ledger.linked(ledger.FIRST, said._replace(position=8)) == chain, "a position is the store's own"


def test_an_erased_body_leaves_the_chain_whole(store: Engine) -> None:
    kept = heard(store, 3)
    digest = hashlib.sha256(kept[1].body).digest()
    with write(store) as connection:
        connection.execute(update(facts).where(facts.c.seq == 2).values(body=digest, envelope=ledger.ERASED))
    with read(store) as connection:
        assert ledger.verify(connection, "N", 1).seq == 3
        [_, erased, _] = entries(connection, VAULT, after=0, limit=9)
        assert isinstance(erased.fact.body, Unread)


@pytest.mark.parametrize("column", ["body", "person", "by", "said_at", "recorded_at", "cause", "chain", "id"])
def test_a_changed_row_is_seen(store: Engine, column: str) -> None:
    heard(store, 3)
    row = facts.c.seq == 2
    with write(store) as connection:
        was = connection.execute(select(facts.c[column]).where(row)).scalar_one()
        other = was + 1 if isinstance(was, int) else bytes(was)[:-1] + b" " if column in ("body", "chain") else "x"
        connection.execute(update(facts).where(row).values({column: other}))
    with read(store) as connection, pytest.raises(ChainForked):
        ledger.verify(connection, "N", 1)


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_missing_row_is_seen(store: Engine, gone: int) -> None:
    heard(store, 3)
    with write(store) as connection:
        connection.execute(delete(facts).where(facts.c.seq == gone))
    with read(store) as connection, pytest.raises(ChainBroken):
        ledger.verify(connection, "N", 1)


def test_facts_of_others_are_kept_once(store: Engine) -> None:
    heard(store, 2)
    said = elsewhere(store, 5)
    with write(store) as connection:
        assert [record.position for record in ledger.insert(connection, said[:3])] == [3, 4, 5]
    with write(store) as connection:
        assert [record.seq for record in ledger.insert(connection, [*said, said[0]])] == [4, 5]
        assert ledger.insert(connection, said) == ledger.insert(connection, []) == []
        assert ledger.head(connection, "M", 1) == ledger.Head(5, said[-1].chain)
        assert ledger.verify(connection, "M", 1) == ledger.head(connection, "M", 1)
    assert [record.position for record in heard(store, 1)] == [8]


def test_a_gap_is_refused_with_the_wanted_number(store: Engine) -> None:
    said = elsewhere(store, 5)
    with pytest.raises(ChainBroken) as caught, write(store) as connection:
        ledger.insert(connection, [*said[:2], said[3]])
    assert (caught.value.node, caught.value.wanted, caught.value.got) == ("M", 3, 4)
    with read(store) as connection:
        assert ledger.records(connection, after=0, limit=9) == []


def test_a_fork_is_refused(store: Engine) -> None:
    said, other = elsewhere(store, 3), elsewhere(store, 3)
    with write(store) as connection:
        ledger.insert(connection, said)
    for forked in (other[:1], [said[2]._replace(chain=bytes(32))]):
        with pytest.raises(ChainForked), write(store) as connection:
            ledger.insert(connection, forked)
    with pytest.raises(ChainForked), write(store) as connection:
        ledger.insert(connection, [said[2]._replace(seq=4, id="f4")])


def test_what_the_register_has_is_dropped_and_the_rest_still_holds(store: Engine) -> None:
    said = heard(store, 6)
    late = micros(NOW) + 1
    with write(store) as connection:
        assert ledger.purge(connection, "N", 1, acknowledged=4, before=micros(NOW), limit=9) == 0, "too new"
        assert ledger.purge(connection, "N", 1, acknowledged=4, before=late, limit=2) == 2
        assert ledger.purge(connection, "N", 1, acknowledged=4, before=late, limit=9) == 1
        assert ledger.first(connection, "N", 1) == 4
        assert ledger.verify(connection, "N", 1, purged=True).chain == said[-1].chain
        with pytest.raises(ChainBroken):
            ledger.verify(connection, "N", 1)
        assert ledger.purge(connection, "N", 2, acknowledged=0, before=late, limit=9) == 3, "of an older epoch"
