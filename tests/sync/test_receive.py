import random
from collections.abc import Callable
from contextlib import suppress

import msgspec
import pytest
import zstandard
from sqlalchemy import Engine, select

from flows.facts import AnswerGiven, CaseClaimed, Entry, PersonMet, Source, Unread
from flows.link import Refused, Revoked
from storage import nodes
from storage.engine import read, write
from storage.feed import position
from storage.ledger import append, head, verify
from storage.opened import entries
from storage.push import next_batch
from storage.receive import Fork, Gap, NotAdmitted, receive
from storage.register import StoredRegister
from storage.rows import table
from storage.tables import QuarantineRow
from storage.vault import Vault
from storage.wire import SIGNED, UNPACKED, Forged, Malformed, Oversized
from tests.keys import NODES, VAULT, enrolled
from tests.register.people import START, fact, heard, registered
from tests.register.stores import Stores
from tests.sync.forged import changed, lying, packed, signed, unknown_size

LETTERS = "ابتثجحخدذرزژسشصضطظعغفقکگلمنوهی"


def spoken(field: Engine, count: int = 12) -> list[Entry]:
    """What a node heard: registrations, then changes of mind."""
    said = registered("p1") + [fact("p1", AnswerGiven("wish", "wish", f"W{number}")) for number in range(count)]
    return heard(field, said)


def batch(store: Engine, first: int, last: int, node: str = "node-1") -> bytes:
    """The batch of a node's facts numbered so, signed by it."""
    made = next_batch(store, NODES[node], node, 1, first - 1, last - first + 1)
    assert made is not None
    return made


@pytest.fixture(autouse=True)
def known(centre: Engine) -> None:
    enrolled(centre, "node-1", "node-2")


def kept(centre: Engine, node: str = "node-1") -> list[str]:
    with read(centre) as connection:
        return [entry.fact.id for entry in entries(connection, VAULT, after=0, limit=10_000, node=node)]


def test_a_batch_is_kept_once_in_its_order(centre: Engine, field: Engine) -> None:
    said = spoken(field)
    receipt = receive(centre, batch(field, 1, 5))
    assert (receipt.seq, receipt.chain) == (5, said[4].chain)
    assert receive(centre, batch(field, 1, 5)) == receipt
    assert receive(centre, batch(field, 3, len(said))).seq == len(said)
    assert receive(centre, batch(field, 2, 4)).seq == len(said)
    with read(centre) as connection:
        assert entries(connection, VAULT, after=0, limit=99) == said
        assert verify(connection, "node-1", 1).chain == said[-1].chain


def test_batches_in_any_order_leave_the_ledger_as_it_was_said(centre: Engine, field: Engine) -> None:
    said = spoken(field, 40)
    bounds = [(first, min(first + 6, len(said))) for first in range(1, len(said) + 1, 4)]
    chance = random.Random(7)
    for _ in range(12):
        for first, last in chance.sample(bounds, len(bounds)):
            with suppress(Gap):
                receive(centre, batch(field, first, last))
    for first, last in bounds:
        receive(centre, batch(field, first, last))
    assert kept(centre) == [entry.fact.id for entry in said]


def test_a_gap_is_refused_with_the_number_that_is_wanted(centre: Engine, field: Engine) -> None:
    spoken(field)
    receive(centre, batch(field, 1, 3))
    with pytest.raises(Gap) as refused:
        receive(centre, batch(field, 6, 9))
    assert refused.value.wanted == 4
    assert len(kept(centre)) == 3


@pytest.mark.parametrize(("first", "last"), [(1, 4), (2, 8), (5, 8), (4, 4)])
def test_a_node_that_was_restored_from_a_copy_is_a_fork(
    centre: Engine, field: Engine, stores: Stores, first: int, last: int
) -> None:
    said = spoken(field)
    receive(centre, batch(field, 1, 4))
    with stores.empty("sqlite") as restored:
        heard(restored, [*(entry.fact for entry in said[:3]), *registered("p2")])
        with pytest.raises(Fork):
            receive(centre, batch(restored, first, last))
    assert kept(centre) == [entry.fact.id for entry in said[:4]]


def test_a_fact_that_another_node_said_already_is_a_fork(centre: Engine, field: Engine, stores: Stores) -> None:
    said = spoken(field)
    receive(centre, batch(field, 1, 4))
    with stores.empty("sqlite") as twin:
        stolen = [entry.fact for entry in said if not isinstance(entry.fact.body, PersonMet)]
        heard(twin, stolen, node="node-2")
        with pytest.raises(Fork):
            receive(centre, batch(twin, 1, 6, "node-2"))
    assert kept(centre, "node-2") == []
    assert apart(centre) == [("node-2", "FORK")]


def test_a_person_belongs_to_the_node_that_met_them(centre: Engine, field: Engine, stores: Stores) -> None:
    spoken(field)
    receive(centre, batch(field, 1, 4))
    with stores.empty("sqlite") as rogue:
        heard(rogue, [*registered("p2"), *registered("p1")], node="node-2")
        receive(centre, batch(rogue, 1, 9, "node-2"))
        with pytest.raises(NotAdmitted):
            receive(centre, batch(rogue, 10, 12, "node-2"))
    assert apart(centre) == [("node-2", "NOT_ADMITTED")]


def test_what_a_node_says_of_anothers_people_concludes_nothing(
    centre: Engine, field: Engine, stores: Stores
) -> None:
    said = spoken(field)
    receive(centre, batch(field, 1, len(said)))
    with stores.empty("sqlite") as rogue:
        heard(rogue, [fact("p1", AnswerGiven("registration", "province", "HER"))], node="node-2")
        receive(centre, batch(rogue, 1, 1, "node-2"))
    assert [person.province for person in StoredRegister(centre, VAULT).people()] == ["KAB"]


def test_a_fact_that_nobody_can_read_holds_up_no_other(centre: Engine, field: Engine) -> None:
    spoken(field, 2)
    stranger = Vault.new()
    with write(field) as connection:
        append(connection, registered("p7"), stranger, "node-1", 1, 1)
    heard(field, registered("p8"))
    assert receive(centre, batch(field, 1, 99)).seq == 29
    register = StoredRegister(centre, VAULT)
    # That somebody was met stands in the header: whoever it is, they are not lost.
    assert [(person.person, person.ref) for person in register.people()] == [
        ("p1", "REF-p1"), ("p7", ""), ("p8", "REF-p8"),
    ]  # fmt: skip
    with read(centre) as connection:
        unread = [e for e in entries(connection, VAULT, after=0, limit=99) if isinstance(e.fact.body, Unread)]
    assert len(unread) == 9


def test_a_node_that_was_revoked_says_nothing_more(centre: Engine, field: Engine) -> None:
    spoken(field)
    receive(centre, batch(field, 1, 4))
    nodes.revoke(centre, "node-1", START)
    with pytest.raises(Revoked):
        receive(centre, batch(field, 5, 6))
    assert len(kept(centre)) == 4


def apart(centre: Engine) -> list[tuple[str, str]]:
    """What was set apart: whose, and why."""
    rows = table(QuarantineRow)
    with read(centre) as connection:
        return [(row.node, row.why) for row in connection.execute(select(rows))]


def test_a_node_says_nothing_in_the_name_of_the_centre(centre: Engine, stores: Stores) -> None:
    enrolled(centre, "desk")
    for node, body in (("desk", AnswerGiven("wish", "wish", "STAY")), ("node-1", CaseClaimed("c1", "amina"))):
        with stores.empty("sqlite") as rogue:
            heard(rogue, [fact("p1", body, Source.STAFF)], node=node)
            with pytest.raises(NotAdmitted):
                receive(centre, batch(rogue, 1, 1, node))


def test_only_the_node_itself_signs_for_it(centre: Engine, field: Engine) -> None:
    spoken(field)
    body = batch(field, 1, 5)
    node, _, packed = msgspec.msgpack.decode(body)
    for name, key in ((node, NODES["node-2"]), ("node-2", NODES["node-2"]), ("node-3", NODES["node-3"])):
        with pytest.raises(Forged):
            receive(centre, msgspec.msgpack.encode([name, key.sign(SIGNED + packed), packed]))
    assert kept(centre) == []


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda body: b"",
    "truncated": lambda body: body[: len(body) // 2],
    "noise": lambda body: b"\x00\xff" * 100,
    "flipped": lambda body: body[:140] + bytes([body[140] ^ 1]) + body[141:],
    "followed by more": lambda body: body + body,
    "followed by more within": lambda body: signed(packed(body) * 2),
    "of unknown size": lambda body: signed(unknown_size(b"x" * 100)),
    "lying about its size": lambda body: signed(lying()),
    "nested": lambda body: signed(zstandard.compress(b"\x91" * 100_000)),
    "without facts": lambda body: changed(body, lambda fields: fields.__setitem__(7, [])),
    "of another node": lambda body: changed(body, lambda fields: fields.__setitem__(0, "node-2")),
    "of an empty node": lambda body: changed(body, lambda fields: fields.__setitem__(0, "")),
    "numbered below one": lambda body: changed(body, lambda fields: fields.__setitem__(2, 0)),
    "of another chain": lambda body: changed(body, lambda fields: fields.__setitem__(4, bytes(32))),
    "from before time": lambda body: changed(body, lambda fields: fields.__setitem__(5, 5)),
    "without its envelopes": lambda body: changed(body, lambda fields: fields.__setitem__(6, [])),
    "with fields to spare": lambda body: changed(body, lambda fields: fields.append(1)),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_batch_is_refused_and_nothing_is_kept(centre: Engine, field: Engine, kind: str) -> None:
    spoken(field)
    broken = BROKEN[kind](batch(field, 1, 5))
    with pytest.raises((Malformed, Forged)):
        receive(centre, broken)
    with read(centre) as connection:
        assert position(connection) == 0
        assert head(connection, "node-1", 1).seq == 0


@pytest.mark.parametrize("size", [UNPACKED + 1, 50_000_000])
def test_a_bomb_is_refused_before_room_is_made_for_it(centre: Engine, size: int) -> None:
    with pytest.raises(Oversized):
        receive(centre, signed(zstandard.compress(bytes(size))))


def test_every_changed_byte_is_refused_or_harmless(centre: Engine, field: Engine) -> None:
    said = spoken(field)
    good = batch(field, 1, 6)
    chance = random.Random(11)
    for _ in range(300):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 3)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            receive(centre, bytes(bad))
        except Refused:
            continue
        assert kept(centre) == [entry.fact.id for entry in said[:6]]


def test_long_words_make_shorter_batches(centre: Engine, field: Engine) -> None:
    # Words that do not compress, for what does would fit.
    chance = random.Random(5)
    long = [
        fact("p1", AnswerGiven("talk", "words", "".join(chance.choices(LETTERS, k=900)) + str(number)))
        for number in range(60)
    ]
    said = heard(field, [*registered("p1"), *long])
    receipt = receive(centre, batch(field, 1, len(said)))
    assert 0 < receipt.seq < len(said)
    assert receive(centre, batch(field, receipt.seq + 1, len(said))).seq > receipt.seq
