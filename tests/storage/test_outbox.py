"""A message that was put is sent, whatever happens to the sender."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from flows.ports import Lane
from storage.engine import micros, read
from storage.outbox import Outbox
from storage.rows import table
from storage.tables import OutgoingRow
from storage.turns import StoredTurns
from tests.storage.said import NOW, message, turned

pytestmark = pytest.mark.asyncio(loop_scope="session")
rows = table(OutgoingRow)


def kept(store: Engine) -> dict[str, tuple[str, int, bytes]]:
    with read(store) as connection:
        return {row.id: (row.state, row.tries, bytes(row.body)) for row in connection.execute(select(rows))}


async def test_messages_are_claimed_once_the_urgent_first(store: Engine, stored: StoredTurns) -> None:
    later, sooner = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)
    bulk, talk, urgent = message(1, Lane.BULK, sooner), message(1), message(1, Lane.URGENT)
    waits, first = message(1, Lane.URGENT, later), message(1, Lane.TALK, sooner)
    await stored.keep(turned(1, 1, outgoing=(bulk, talk, waits, urgent, first)))
    outbox = Outbox(store)
    assert outbox.claim(NOW, 2) == [urgent, first]
    assert outbox.claim(NOW, 9) == [talk, bulk]
    assert outbox.claim(NOW, 9) == []
    assert outbox.claim(later, 9) == [waits]


async def test_a_message_that_a_wrong_clock_put_off_for_years_is_due(store: Engine, stored: StoredTurns) -> None:
    written = message(due_at=NOW + timedelta(days=400))
    await stored.keep(turned(1, 1, outgoing=(written,)))
    assert Outbox(store).claim(NOW, 9) == [written]


async def test_a_settled_message_loses_its_words_and_then_goes(store: Engine, stored: StoredTurns) -> None:
    one, two = message(), message()
    await stored.keep(turned(1, 1, outgoing=(one, two)))
    outbox = Outbox(store, clock=lambda: micros(NOW))
    outbox.claim(NOW, 9)
    outbox.settle(one.id, "sent")
    outbox.settle_all([(two.id, "failed")])
    assert kept(store) == {one.id: ("sent", 0, b""), two.id: ("failed", 0, b"")}
    assert outbox.purge(NOW + timedelta(minutes=59)) == 0
    assert outbox.purge(NOW + timedelta(minutes=61)) == 2
    assert kept(store) == {}


async def test_a_message_is_tried_again(store: Engine, stored: StoredTurns) -> None:
    one, later = message(), NOW + timedelta(seconds=3)
    await stored.keep(turned(1, 1, outgoing=(one,)))
    outbox = Outbox(store)
    outbox.claim(NOW, 9)
    outbox.again(one.id, later)
    assert outbox.claim(NOW, 9) == []
    assert [again.id for again in outbox.claim(later, 9)] == [one.id]
    assert kept(store)[one.id] == ("sending", 1, b"{}")


async def test_a_crash_while_sending_loses_nothing(store: Engine, stored: StoredTurns) -> None:
    some = tuple(message() for _ in range(3))
    await stored.keep(turned(1, 1, outgoing=some))
    before = Outbox(store)
    sent, *_ = before.claim(NOW, 2)
    before.settle(sent.id, "sent")
    after = Outbox(store)
    assert after.recover(NOW) == 1
    assert {again.id for again in after.claim(NOW, 9)} == {one.id for one in some} - {sent.id}
