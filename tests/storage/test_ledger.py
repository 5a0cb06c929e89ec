"""The ledger has no gap, keeps its order, and shows where it was changed."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete, select, update

from flows.facts import AnswerGiven, Entry, TalkOpened
from storage import ledger
from storage.engine import micros, read, write
from storage.errors import ChainBroken, ChainForked
from storage.rows import table
from storage.tables import FactRow
from tests.storage.said import NOW, SAMPLES, fact

facts = table(FactRow)


def heard(store: Engine, count: int, node: str = "N") -> list[Entry]:
    with write(store) as connection:
        return ledger.append(connection, [fact(f"p{n}") for n in range(count)], node, 1, micros(NOW))


def elsewhere(store: Engine, count: int) -> list[Entry]:
    """Facts of another node, as they would arrive."""
    with store.connect() as connection, connection.begin() as undone:
        said = ledger.append(connection, [fact(f"q{n}") for n in range(count)], "M", 1, micros(NOW))
        undone.rollback()
    return said


def test_facts_come_back_in_order(store: Engine) -> None:
    said = [fact(f"p{n}", body) for n, body in enumerate(SAMPLES)]
    with write(store) as connection:
        first = ledger.append(connection, said[:4], "N", 1, micros(NOW))
        rest = ledger.append(connection, said[4:], "N", 1, micros(NOW))
        assert ledger.append(connection, [], "N", 1, micros(NOW)) == []
    kept = first + rest
    assert [entry.fact for entry in kept] == said
    assert [entry.seq for entry in kept] == [entry.position for entry in kept] == list(range(1, len(said) + 1))
    with read(store) as connection:
        assert ledger.entries(connection, after=0, limit=100) == kept
        assert ledger.entries(connection, after=3, limit=2) == kept[3:5]
        assert ledger.entries(connection, after=0, limit=9, person="p2") == kept[2:3]
        assert ledger.entries(connection, after=0, limit=9, node="M") == []
        assert ledger.of_node(connection, "N", 1, 5, 3) == kept[5:8]
        assert ledger.head(connection, "N", 1) == ledger.Head(len(said), kept[-1].chain)
        assert ledger.verify(connection, "N", 1) == ledger.head(connection, "N", 1)


def test_the_chain_is_a_function_of_what_was_said() -> None:
    said = fact(id="f1")
    chain = ledger.chained(ledger.FIRST, said, "N", 1, 1)
    assert chain.hex() == "2bc97c1c6a0052015d1a6a1d1d5b72793279dbcf1d07f8363a06d7ca2d859c59"
    changed = [
        replace(said, id="f2"), replace(said, person="p2"), replace(said, cause="other"),
        replace(said, body=AnswerGiven("registration", "name", "else")), replace(said, body=TalkOpened("name")),
    ]  # fmt: skip
    others = [ledger.chained(ledger.FIRST, other, "N", 1, 1) for other in changed]
    others += [ledger.chained(b"\1" * 32, said, "N", 1, 1), ledger.chained(ledger.FIRST, said, "M", 1, 1)]
    others += [ledger.chained(ledger.FIRST, said, "N", 2, 1), ledger.chained(ledger.FIRST, said, "N", 1, 2)]
    assert len({chain, *others}) == len(others) + 1


@pytest.mark.parametrize("column", ["body", "person", "by", "said_at", "cause", "chain", "id"])
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
        assert [entry.position for entry in ledger.insert(connection, said[:3])] == [3, 4, 5]
    with write(store) as connection:
        assert [entry.seq for entry in ledger.insert(connection, [*said, said[0]])] == [4, 5]
        assert ledger.insert(connection, said) == ledger.insert(connection, []) == []
        assert ledger.head(connection, "M", 1) == ledger.Head(5, said[-1].chain)
        assert ledger.verify(connection, "M", 1) == ledger.head(connection, "M", 1)
    assert [entry.position for entry in heard(store, 1)] == [8]


def test_a_gap_is_refused_with_the_wanted_number(store: Engine) -> None:
    said = elsewhere(store, 5)
    with pytest.raises(ChainBroken) as caught, write(store) as connection:
        ledger.insert(connection, [*said[:2], said[3]])
    assert (caught.value.node, caught.value.wanted, caught.value.got) == ("M", 3, 4)
    with read(store) as connection:
        assert ledger.entries(connection, after=0, limit=9) == []


def test_a_fork_is_refused(store: Engine) -> None:
    said, other = elsewhere(store, 3), elsewhere(store, 3)
    with write(store) as connection:
        ledger.insert(connection, said)
    for forked in (other[:1], [replace(said[2], chain=bytes(32))]):
        with pytest.raises(ChainForked), write(store) as connection:
            ledger.insert(connection, forked)
    with pytest.raises(ChainForked), write(store) as connection:
        ledger.insert(connection, [replace(said[2], seq=4, fact=fact())])


def test_a_part_of_a_ledger_is_kept_without_its_head(store: Engine) -> None:
    said = elsewhere(store, 5)
    with write(store) as connection:
        assert [entry.seq for entry in ledger.insert(connection, said[1::2], strict=False)] == [2, 4]
        assert ledger.insert(connection, said[1:2], strict=False) == []
        assert ledger.head(connection, "M", 1) == ledger.Head(0, ledger.FIRST)
