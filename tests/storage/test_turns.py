"""A turn is kept whole, once, and only then acknowledged."""

import asyncio
import threading
from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, insert, select

from flows.conversation.standing import Standing
from flows.facts import AnswerGiven
from flows.ports import Kept, Turned, Turns
from storage import ledger
from storage.cache import Cache
from storage.engine import read, write
from storage.epochs import PUSHED
from storage.errors import SealBroken, StoreFailed, StoreInUse, TurnRefused
from storage.group import HAD, STALE, poison_use, poisoned
from storage.outbox import Outbox
from storage.rows import table
from storage.tables import CursorRow, PoisonRow, UpdateRow
from storage.turns import StoredTurns
from tests.keys import VAULT
from tests.storage.said import FULL, NOW, fact, message, turned
from tests.storage.test_ledger import elsewhere

pytestmark = pytest.mark.asyncio(loop_scope="session")


def facts_kept(store: Engine) -> int:
    with read(store) as connection:
        return ledger.verify(connection, "N", 1).seq


async def together(turns: StoredTurns, store: Engine, *some: Turned) -> list[BaseException | None]:
    """Keep turns that all come while the writer waits for someone else's transaction."""
    with write(store) as connection:
        ledger.insert(connection, elsewhere(store, 1) if store.dialect.name != "sqlite" else [])
        first = asyncio.ensure_future(turns.keep(turned(99, 10**6)))
        await asyncio.sleep(0.05)
        rest = [asyncio.ensure_future(turns.keep(one)) for one in some]
        await asyncio.sleep(0.01)
    await first
    return await asyncio.gather(*rest, return_exceptions=True)


async def test_a_turn_is_kept_whole(store: Engine, stored: StoredTurns) -> None:
    port: Turns = stored
    kept = Kept(FULL, 1, 7, b"reply")
    assert port.of_chat(1) is None
    assert port.of_person("p1") is None
    await port.keep(Turned(1, kept, (fact(), fact()), (message(),), 7, 41))
    assert port.of_chat(1) == port.of_person("p1") == kept
    assert port.done(7)
    assert not port.done(8)
    assert facts_kept(store) == 2
    assert stored.fed() == 41
    stored.close()
    again = StoredTurns(store, "N", VAULT)
    again.start()
    assert again.done(7)
    assert again.of_person("p1") == again.of_chat(1) == kept
    again.close()


async def test_waiting_turns_share_a_commit(store: Engine, stored: StoredTurns) -> None:
    assert await together(stored, store, *[turned(n, n) for n in range(50)]) == [None] * 50
    assert stored.commits == 2
    assert facts_kept(store) == 51


async def test_a_duplicate_has_no_effect(store: Engine, stored: StoredTurns) -> None:
    await stored.keep(turned(1, 1))
    later = replace(turned(1, 1), kept=None)
    assert await together(stored, store, later, turned(2, 2), turned(2, 2), later) == [None] * 4
    assert facts_kept(store) == 3
    assert stored.of_chat(1) is not None


async def test_a_guilty_turn_fails_alone(store: Engine, stored: StoredTurns) -> None:
    taken = fact(id="taken")
    await stored.keep(turned(1, 1, taken))
    guilty = turned(3, 3, fact("p3"), taken)
    unwritable = turned(5, 5, fact("p5", AnswerGiven("t", "q", "\ud800")))
    refused = await together(stored, store, turned(2, 2), guilty, turned(4, 4), unwritable, guilty)
    assert [type(one) for one in refused] == [type(None), TurnRefused, type(None), TurnRefused, TurnRefused]
    assert isinstance(refused[1], TurnRefused)
    assert (refused[1].update, refused[1].why) == (3, "IntegrityError")
    assert not stored.done(3)
    assert stored.of_chat(3) is stored.of_chat(5) is None
    assert facts_kept(store) == 4
    await stored.keep(turned(3, 3))
    assert stored.done(3)


async def test_a_person_can_be_forgotten_and_met_again(store: Engine, stored: StoredTurns) -> None:
    await stored.keep(turned(1, 1))
    anew = Kept(Standing("anew"), 1, 3)
    await together(stored, store, Turned(1, None, update=2), Turned(1, anew, update=3), Turned(2, None))
    assert stored.of_chat(1) == anew
    assert stored.of_person("p1") is None
    await stored.keep(Turned(1, None))
    assert stored.of_chat(1) is stored.of_person("anew") is None


async def test_an_old_feed_does_not_turn_the_cursor_back(stored: StoredTurns) -> None:
    for feed in (5, 9, 7):
        await stored.keep(Turned(1, None, feed=feed))
    assert stored.fed() == 9


async def test_what_breaks_us_is_counted_and_done(store: Engine, stored: StoredTurns) -> None:
    await stored.poison(5, b"raw", "KeyError")
    await stored.poison(5, b"raw", "KeyError")
    assert stored.done(5)
    assert poisoned(store) == 1
    with read(store) as connection:
        kept = bytes(connection.scalar(select(table(PoisonRow).c.raw)) or b"")
    assert b"raw" not in kept
    assert VAULT.open_alone(kept, poison_use(5)) == b"raw"
    with pytest.raises(SealBroken):
        VAULT.open_alone(kept, poison_use(6))


async def test_one_process_writes(store: Engine, stored: StoredTurns) -> None:
    second = StoredTurns(store, "N", VAULT)
    with pytest.raises(StoreInUse, match="Stop it first"):
        second.start()
    second.close()
    stored.close()
    third = StoredTurns(store, "N", VAULT)
    third.start()
    third.close()


async def test_a_writer_that_fails_ends_it_for_all(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    turns = StoredTurns(store, "N", VAULT, on_fail=ended.set)
    turns.start()

    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("storage.turns.keep_group", full)
    failed = await asyncio.gather(*[turns.keep(turned(n, n)) for n in range(5)], return_exceptions=True)
    assert {str(error)[:40] for error in failed} == {str(StoreFailed("OSError"))[:40]}
    assert ended.wait(5)
    with pytest.raises(StoreFailed, match="OSError"):
        await turns.keep(turned(9, 9))
    turns.close()


async def test_updates_are_forgotten_after_three_days(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.group.SPARED", 0)
    now = [1_000_000_000_000_000]
    turns = StoredTurns(store, "N", VAULT, clock=lambda: now[0])
    turns.start()
    await turns.keep(turned(1, 1))
    now[0] += STALE + 1
    await turns.keep(turned(1, 2))
    turns.close()
    assert [turns.done(1), turns.done(2)] == [False, True]
    with read(store) as connection:
        assert connection.scalar(select(func.count()).select_from(table(UpdateRow))) == 1


async def test_the_latest_updates_are_remembered_even_by_a_clock_that_is_years_ahead(store: Engine) -> None:
    now = [1_000_000_000_000_000]
    turns = StoredTurns(store, "N", VAULT, clock=lambda: now[0])
    turns.start()
    await turns.keep(turned(1, 1))
    now[0] += 400 * 24 * 3600 * 10**6
    await turns.keep(turned(1, 2))
    turns.close()
    assert [turns.done(1), turns.done(2)] == [True, True]


async def test_after_closing_nothing_is_taken(stored: StoredTurns) -> None:
    waiting = [asyncio.ensure_future(stored.keep(turned(n, n))) for n in range(3)]
    await asyncio.sleep(0)
    stored.close()
    await asyncio.gather(*waiting)
    with pytest.raises(StoreFailed, match="closed"):
        await stored.keep(turned(9, 9))


async def test_the_cache_is_bounded_and_never_older_than_the_store() -> None:
    cache = Cache(2)
    one, two, three = (Kept(Standing(f"p{n}"), n) for n in (1, 2, 3))
    cache.wrote([(1, one), (2, two)])
    assert cache.of_chat(1) is one
    cache.wrote([(3, three)])
    assert [cache.of_chat(n) for n in (1, 2, 3)] == [one, None, three]
    assert cache.of_person("p2") is None
    seen = cache.seen
    cache.wrote([(1, None)])
    cache.read(one, seen)
    assert cache.of_person("p1") is None
    moved = replace(three, chat=4)
    cache.wrote([(4, moved)])
    assert [cache.of_chat(3), cache.of_person("p3")] == [None, moved]


async def kept(turns: StoredTurns) -> list[tuple[int, int]]:
    """The epoch and number of every fact, once the writer has tidied up: it does so before it takes the next."""
    await turns.keep(Turned(0, None))
    with read(turns._engine) as connection:
        return [(record.epoch, record.seq) for record in ledger.records(connection, after=0, limit=99)]


async def test_a_node_drops_what_the_register_has_had_for_a_week_and_no_more(store: Engine) -> None:
    now = [10**15]
    turns = StoredTurns(store, "N", VAULT, clock=lambda: now[0])
    turns.start()
    for update in range(4):
        await turns.keep(turned(update, update))
    with write(store) as connection:
        connection.execute(insert(table(CursorRow)).values(reader=PUSHED, position=3))
    now[0] += 3 * HAD
    await turns.keep(turned(9, 9))
    # All of it is old, but the register has it since now only: it may be lost there yet.
    assert await kept(turns) == [(1, seq) for seq in range(1, 6)]
    now[0] += HAD // 2
    await turns.keep(turned(8, 8))
    assert await kept(turns) == [(1, seq) for seq in range(1, 7)]
    now[0] += HAD // 2 + 1
    await turns.keep(turned(7, 7))
    assert await kept(turns) == [(1, seq) for seq in range(3, 8)]
    await turns.begin_epoch(3)
    now[0] += HAD + 1
    await turns.keep(turned(10, 10))
    turns.close()
    with read(store) as connection:
        left = [(record.epoch, record.seq) for record in ledger.records(connection, after=0, limit=99)]
        cursor = connection.scalar(select(table(CursorRow).c.position).where(table(CursorRow).c.reader == PUSHED))
    # Nothing of the new epoch was acknowledged, so of it nothing goes, however old it is.
    assert left == [(2, seq) for seq in range(1, 6)]
    assert cursor == 0


async def test_a_note_that_is_taken_back_is_not_sent_to_that_person_and_to_others_is(
    store: Engine, stored: StoredTurns
) -> None:
    for chat in (1, 2):
        await stored.keep(turned(chat, chat, outgoing=(message(chat),)))
    await stored.keep(replace(turned(1, 3), stops="n1"))
    assert [each.chat for each in Outbox(store).claim(NOW, 9)] == [2]
