import random
from collections.abc import Callable, Sequence
from contextlib import suppress

import msgspec
import pytest
import zstandard
from sqlalchemy import Engine

from flows.facts import AnswerGiven, CaseClaimed, Entry, Source
from flows.link import Refused
from storage.engine import read
from storage.feed import position
from storage.ledger import FIRST, entries, head, verify
from storage.receive import Fork, Gap, NotAdmitted, receive
from storage.wire import LARGEST, Malformed, Oversized, encode_batch, encode_feed
from tests.register.people import fact, heard, registered
from tests.register.stores import Stores


def spoken(field: Engine, count: int = 12) -> list[Entry]:
    """What a node heard: registrations, then changes of mind."""
    said = registered("p1") + [fact("p1", AnswerGiven("wish", "wish", f"W{number}")) for number in range(count)]
    return heard(field, said)


def batch(said: Sequence[Entry], first: int, last: int) -> bytes:
    """The batch of the facts numbered so."""
    return encode_batch(said[first - 2].chain if first > 1 else FIRST, said[first - 1 : last])


def kept(centre: Engine, node: str = "node-1") -> list[str]:
    with read(centre) as connection:
        return [entry.fact.id for entry in entries(connection, after=0, limit=10_000, node=node)]


def test_a_batch_is_kept_once_in_its_order(centre: Engine, field: Engine) -> None:
    said = spoken(field)
    receipt = receive(centre, batch(said, 1, 5))
    assert (receipt.seq, receipt.chain) == (5, said[4].chain)
    assert receive(centre, batch(said, 1, 5)) == receipt
    assert receive(centre, batch(said, 3, len(said))).seq == len(said)
    assert receive(centre, batch(said, 2, 4)).seq == len(said)
    with read(centre) as connection:
        assert entries(connection, after=0, limit=99) == said
        assert verify(connection, "node-1", 1).chain == said[-1].chain


def test_batches_in_any_order_leave_the_ledger_as_it_was_said(centre: Engine, field: Engine) -> None:
    said = spoken(field, 40)
    bounds = [(first, min(first + 6, len(said))) for first in range(1, len(said) + 1, 4)]
    chance = random.Random(7)
    for _ in range(12):
        for first, last in chance.sample(bounds, len(bounds)):
            with suppress(Gap):
                receive(centre, batch(said, first, last))
    for first, last in bounds:
        receive(centre, batch(said, first, last))
    assert kept(centre) == [entry.fact.id for entry in said]


def test_a_gap_is_refused_with_the_number_that_is_wanted(centre: Engine, field: Engine) -> None:
    said = spoken(field)
    receive(centre, batch(said, 1, 3))
    with pytest.raises(Gap) as refused:
        receive(centre, batch(said, 6, 9))
    assert refused.value.wanted == 4
    assert len(kept(centre)) == 3


@pytest.mark.parametrize(("first", "last"), [(1, 4), (2, 8), (5, 8), (4, 4)])
def test_a_node_that_was_restored_from_a_copy_is_a_fork(
    centre: Engine, field: Engine, stores: Stores, first: int, last: int
) -> None:
    said = spoken(field)
    receive(centre, batch(said, 1, 4))
    with stores.empty("sqlite") as restored:
        other = heard(restored, [*(entry.fact for entry in said[:3]), *registered("p2")])
        with pytest.raises(Fork):
            receive(centre, batch(other, first, last))
    assert kept(centre) == [entry.fact.id for entry in said[:4]]


def test_a_fact_that_another_node_said_already_is_a_fork(centre: Engine, field: Engine, stores: Stores) -> None:
    said = spoken(field)
    receive(centre, batch(said, 1, 4))
    with stores.empty("sqlite") as twin:
        stolen = heard(twin, [entry.fact for entry in said], node="node-2")
        with pytest.raises(Fork):
            receive(centre, batch(stolen, 1, 6))
    assert kept(centre, "node-2") == []


def test_a_node_says_nothing_in_the_name_of_the_centre(centre: Engine, stores: Stores) -> None:
    for node, body in (("desk", AnswerGiven("wish", "wish", "STAY")), ("node-1", CaseClaimed("c1", "amina"))):
        with stores.empty("sqlite") as rogue, pytest.raises(NotAdmitted):
            receive(centre, batch(heard(rogue, [fact("p1", body, Source.STAFF)], node=node), 1, 1))


def changed(body: bytes, change: Callable[[list[object]], object]) -> bytes:
    """The batch with its fields changed, compressed anew."""
    fields = msgspec.msgpack.decode(zstandard.decompress(body))
    change(fields)
    return zstandard.compress(msgspec.msgpack.encode(fields))


def unknown_size(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_content_size=False).compress(raw)


def lying(body: bytes) -> bytes:
    """A frame that promises less than it holds."""
    frame = bytearray(zstandard.compress(b"x" * 200))
    frame[5] = 10
    return bytes(frame)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda body: b"",
    "truncated": lambda body: body[: len(body) // 2],
    "noise": lambda body: b"\x00\xff" * 100,
    "flipped": lambda body: body[:40] + bytes([body[40] ^ 1]) + body[41:],
    "followed by more": lambda body: body + body,
    "of unknown size": lambda body: unknown_size(b"x" * 100),
    "lying about its size": lying,
    "nested": lambda body: zstandard.compress(b"\x91" * 100_000),
    "without facts": lambda body: changed(body, lambda fields: fields.__setitem__(5, [])),
    "of an empty node": lambda body: changed(body, lambda fields: fields.__setitem__(0, "")),
    "of a node with a NUL": lambda body: changed(body, lambda fields: fields.__setitem__(0, "a\x00")),
    "numbered below one": lambda body: changed(body, lambda fields: fields.__setitem__(2, 0)),
    "of another chain": lambda body: changed(body, lambda fields: fields.__setitem__(4, bytes(32))),
    "with fields to spare": lambda body: changed(body, lambda fields: fields.append(1)),
    "a feed": lambda body: encode_feed([]),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_batch_is_refused_and_nothing_is_kept(centre: Engine, field: Engine, kind: str) -> None:
    broken = BROKEN[kind](batch(spoken(field), 1, 5))
    with pytest.raises(Malformed):
        receive(centre, broken)
    with read(centre) as connection:
        assert position(connection) == 0
        assert head(connection, "node-1", 1).seq == 0


@pytest.mark.parametrize("size", [LARGEST + 1, 50_000_000])
def test_a_bomb_is_refused_before_room_is_made_for_it(centre: Engine, size: int) -> None:
    with pytest.raises(Oversized):
        receive(centre, zstandard.compress(bytes(size)))


def test_every_changed_byte_is_refused_or_harmless(centre: Engine, field: Engine) -> None:
    said = spoken(field)
    good = batch(said, 1, 6)
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
    long = [fact("p1", AnswerGiven("talk", "words", "و" * 4000 + str(number))) for number in range(60)]
    said = heard(field, [*registered("p1"), *long])
    receipt = receive(centre, encode_batch(FIRST, said))
    assert 0 < receipt.seq < len(said)
    assert receive(centre, batch(said, receipt.seq + 1, len(said))).seq > receipt.seq
