import asyncio
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import Engine, select

from bot.api.app import LARGEST
from bot.api.link import HttpLink
from flows.facts import AnswerGiven, Entry
from flows.link import LinkDown, Refused
from storage.engine import read
from storage.ledger import entries, head
from storage.push import Push, next_batch
from storage.receive import receive
from storage.rows import table
from storage.tables import CursorRow
from tests.register.people import fact, heard, registered
from tests.register.stores import Stores
from tests.sync.served import Flaky, Wire, served

pytestmark = pytest.mark.asyncio


def spoken(field: Engine, count: int = 30) -> list[Entry]:
    said = registered("p1") + [fact("p1", AnswerGiven("wish", "wish", f"W{number}")) for number in range(count)]
    return heard(field, said)


def kept(centre: Engine) -> list[Entry]:
    with read(centre) as connection:
        return entries(connection, after=0, limit=10_000)


def cursor(field: Engine) -> int:
    cursors = table(CursorRow)
    with read(field) as connection:
        asked = select(cursors.c.position).where(cursors.c.reader == "push:register")
        return connection.execute(asked).scalar_one_or_none() or 0


async def pushed(push: Push, link: Flaky | HttpLink, centre: Engine, wanted: int, patience: float = 8) -> None:
    """Run a push until the register has so many facts."""
    stop = asyncio.Event()
    running = asyncio.ensure_future(push.run(link, stop))
    async with asyncio.timeout(patience):
        while len(kept(centre)) < wanted or push.trouble:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.05)
    stop.set()
    await running


def quick(failures: int) -> float:
    return 0.01


async def test_what_a_node_hears_reaches_the_register_in_order(centre: Engine, field: Engine) -> None:
    said = spoken(field, 450)
    push = Push(field, "node-1", 1)
    with served(centre) as url:
        async with HttpLink(url) as link:
            await pushed(push, link, centre, len(said))
            said += spoken_again(field)
            push.wake()
            await pushed(push, link, centre, len(said))
    assert kept(centre) == said
    assert cursor(field) == len(said)


def spoken_again(field: Engine) -> list[Entry]:
    return heard(field, [fact("p1", AnswerGiven("wish", "wish", "STAY"))])


async def test_a_lost_way_and_a_lost_answer_lose_and_double_nothing(centre: Engine, field: Engine) -> None:
    said = spoken(field, 300)
    with served(centre) as url:
        async with HttpLink(url) as link:
            flaky = Flaky(link, ["before", "after", "after", "before", "", "after"])
            await pushed(Push(field, "node-1", 1, pause=quick), flaky, centre, len(said))
    assert kept(centre) == said
    assert cursor(field) == len(said)


@pytest.mark.parametrize("way", ["up", "down"])
async def test_a_wire_cut_in_the_middle_loses_and_doubles_nothing(centre: Engine, field: Engine, way: str) -> None:
    said = spoken(field, 300)
    with served(centre) as url:
        wire = Wire(urlsplit(url).port or 0)
        setattr(wire, way, 900 if way == "up" else 250)
        async with wire.laid() as cut, HttpLink(cut) as link:
            stop = asyncio.Event()
            running = asyncio.ensure_future(Push(field, "node-1", 1, pause=quick).run(link, stop))
            async with asyncio.timeout(8):
                while wire.cuts < 2:
                    await asyncio.sleep(0.01)
                setattr(wire, way, None)
                while cursor(field) < len(said):
                    await asyncio.sleep(0.02)
            stop.set()
            await running
    assert kept(centre) == said


async def test_a_node_that_starts_again_goes_on_where_the_register_is(centre: Engine, field: Engine) -> None:
    said = spoken(field, 250)
    body = next_batch(field, "node-1", 1, 0)
    assert body is not None
    receive(centre, body)
    with served(centre) as url:
        async with HttpLink(url) as link:
            flaky = Flaky(link, [])
            await pushed(Push(field, "node-1", 1), flaky, centre, len(said))
    assert len(flaky.sent) == 1
    assert kept(centre) == said


async def test_a_node_that_forgot_what_the_register_has_does_not_go_on(
    centre: Engine, field: Engine, stores: Stores
) -> None:
    body = next_batch(field, "node-1", 1, 0) if spoken(field) else None
    assert body is not None
    receive(centre, body)
    with stores.empty("sqlite") as restored, served(centre) as url:
        heard(restored, registered("p9"))
        push, stop = Push(restored, "node-1", 1, pause=quick), asyncio.Event()
        async with HttpLink(url) as link, asyncio.timeout(5):
            running = asyncio.ensure_future(push.run(link, stop))
            while not push.trouble:
                await asyncio.sleep(0.01)
            stop.set()
            await running
        assert push.trouble == "FORK"
        assert cursor(restored) == 0


async def test_the_register_answers_with_codes_and_numbers_only(centre: Engine, field: Engine) -> None:
    spoken(field)
    later = next_batch(field, "node-1", 1, 10)
    with served(centre) as url:
        async with httpx.AsyncClient(base_url=url) as client:
            gap = await client.post("/receive", content=later)
            assert (gap.status_code, gap.json()) == (409, {"error": "GAP", "wanted": 1})
            bad = await client.post("/receive", content=b"Zahra")
            assert (bad.status_code, bad.json()) == (422, {"error": "MALFORMED", "wanted": 0})
            big = await client.post("/receive", content=bytes(LARGEST + 1))
            assert (big.status_code, big.json()["error"]) == (413, "OVERSIZED")
            asked = await client.get("/head", params={"node": "", "epoch": "Zahra"})
            assert (asked.status_code, asked.json()) == (422, {"error": "MALFORMED", "wanted": 0})
            health = await client.get("/health")
            assert health.json() == {"status": "ok", "position": 0}


async def test_a_body_without_a_length_is_bounded_too(centre: Engine) -> None:
    async def endless() -> object:
        for _ in range(40):
            yield bytes(16 * 1024)

    with served(centre) as url:
        async with httpx.AsyncClient(base_url=url) as client:
            answer = await client.post("/receive", content=endless())  # type: ignore[arg-type]
            assert answer.status_code == 413


async def test_the_link_tells_a_refusal_from_silence(centre: Engine, field: Engine) -> None:
    with served(centre) as url:
        async with HttpLink(url) as link:
            with pytest.raises(Refused):
                await link.send(b"no batch")
            assert (await link.head("node-1", 1)).seq == 0
    async with HttpLink(url) as link:
        with pytest.raises(LinkDown):
            await link.head("node-1", 1)
    with read(centre) as connection:
        assert head(connection, "node-1", 1).seq == 0
