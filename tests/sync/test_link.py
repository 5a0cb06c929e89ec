import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import aclosing as closing
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import Engine, select

from bot.api.app import LARGEST
from bot.api.link import HttpLink
from bot.api.tls import of_node, of_register
from bot.keys import carry, make
from flows.facts import AnswerGiven, Entry
from flows.link import LinkDown, Refused
from storage import epochs
from storage.engine import read, write
from storage.ledger import envelopes, head, insert, keep_envelopes, records, verify
from storage.opened import entries
from storage.push import Push, next_batch
from storage.receive import receive
from storage.rows import table
from storage.tables import CursorRow
from tests.keys import NODES, VAULT, Speaker, enrolled, link, tls
from tests.register.people import fact, heard, registered
from tests.register.stores import Stores
from tests.sync.served import Flaky, Wire, served

pytestmark = pytest.mark.asyncio


def spoken(field: Engine, count: int = 30) -> list[Entry]:
    said = registered("p1") + [fact("p1", AnswerGiven("wish", "wish", f"W{number}")) for number in range(count)]
    return heard(field, said)


def kept(centre: Engine) -> list[Entry]:
    with read(centre) as connection:
        return entries(connection, VAULT, after=0, limit=10_000)


def cursor(field: Engine) -> int:
    cursors = table(CursorRow)
    with read(field) as connection:
        asked = select(cursors.c.position).where(cursors.c.reader == "push:register")
        return connection.execute(asked).scalar_one_or_none() or 0


async def pushed(push: Push, way: Flaky | HttpLink, centre: Engine, wanted: int, patience: float = 30) -> None:
    """Run a push until the register has so many facts."""
    stop = asyncio.Event()
    running = asyncio.ensure_future(push.run(way, stop))
    async with asyncio.timeout(patience):
        while len(kept(centre)) < wanted or push.trouble:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.05)
    stop.set()
    await running


def client(url: str) -> httpx.AsyncClient:
    """Somebody with a certificate of ours, who signs nothing."""
    return httpx.AsyncClient(base_url=url, verify=of_node(tls() / "node"), trust_env=False)


async def test_without_a_certificate_of_ours_nobody_gets_as_far_as_a_request(
    centre: Engine, tmp_path: Path
) -> None:
    other = carry(make(tmp_path / "other", ["127.0.0.1"]), "node-1", tmp_path / "node")
    nobody = ssl.create_default_context(cafile=str(tls() / "node" / "ca.pem"))
    with served(centre) as url:
        for context in (of_node(other.folder), nobody):
            async with httpx.AsyncClient(base_url=url, verify=context, trust_env=False) as page:
                with pytest.raises(httpx.HTTPError):
                    await page.get("/health")
    # And a node does not speak to a register with another authority's certificate.
    with another(tmp_path / "other") as url:
        async with closing(link(url)) as way:
            with pytest.raises(LinkDown):
                await way.head(1)


@contextmanager
def another(folder: Path) -> Iterator[str]:
    """A server with these keys, that answers anything."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = of_register(folder).wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def quick(failures: int) -> float:
    return 0.01


async def test_what_a_node_hears_reaches_the_register_in_order(centre: Engine, field: Engine) -> None:
    said = spoken(field, 450)
    push = Push(field, Speaker(field), NODES["node-1"])
    with served(centre) as url:
        async with closing(link(url)) as way:
            await pushed(push, way, centre, len(said))
            said += spoken_again(field)
            push.wake()
            await pushed(push, way, centre, len(said))
    assert kept(centre) == said
    assert cursor(field) == len(said)


def spoken_again(field: Engine) -> list[Entry]:
    return heard(field, [fact("p1", AnswerGiven("wish", "wish", "STAY"))])


async def test_a_lost_way_and_a_lost_answer_lose_and_double_nothing(centre: Engine, field: Engine) -> None:
    said = spoken(field, 300)
    with served(centre) as url:
        async with closing(link(url)) as way:
            flaky = Flaky(way, ["before", "after", "after", "before", "", "after"])
            await pushed(Push(field, Speaker(field), NODES["node-1"], pause=quick), flaky, centre, len(said))
    assert kept(centre) == said
    assert cursor(field) == len(said)


@pytest.mark.parametrize("side", ["up", "down"])
async def test_a_wire_cut_in_the_middle_loses_nothing(centre: Engine, field: Engine, side: str) -> None:
    said = spoken(field, 300)
    with served(centre) as url:
        wire = Wire(urlsplit(url).port or 0)
        setattr(wire, side, 900 if side == "up" else 250)
        async with wire.laid() as cut, closing(link(cut)) as way:
            stop = asyncio.Event()
            running = asyncio.ensure_future(
                Push(field, Speaker(field), NODES["node-1"], pause=quick).run(way, stop)
            )
            async with asyncio.timeout(8):
                while wire.cuts < 2:
                    await asyncio.sleep(0.01)
                setattr(wire, side, None)
                while cursor(field) < len(said):
                    await asyncio.sleep(0.02)
            stop.set()
            await running
    assert kept(centre) == said


async def test_a_node_that_starts_again_goes_on_where_the_register_is(centre: Engine, field: Engine) -> None:
    said = spoken(field, 250)
    body = next_batch(field, NODES["node-1"], "node-1", 1, 0)
    assert body is not None
    enrolled(centre, "node-1")
    receive(centre, body)
    with served(centre) as url:
        async with closing(link(url)) as way:
            flaky = Flaky(way, [])
            await pushed(Push(field, Speaker(field), NODES["node-1"]), flaky, centre, len(said))
    assert len(flaky.sent) == 1
    assert kept(centre) == said


async def test_a_node_that_was_restored_from_a_copy_begins_a_new_epoch(
    centre: Engine, field: Engine, stores: Stores
) -> None:
    said = spoken(field)
    body = next_batch(field, NODES["node-1"], "node-1", 1, 0)
    assert body is not None
    enrolled(centre, "node-1")
    receive(centre, body)
    with stores.empty("sqlite") as copy, served(centre) as url:
        # The copy knows the first 20 of the 39; the last five of them it believes not to be at the register.
        copied(field, copy, 20)
        new = heard(copy, registered("p9"))
        speaker = Speaker(copy)
        async with closing(link(url)) as way:
            await pushed(Push(copy, speaker, NODES["node-1"], pause=quick), way, centre, len(said) + len(new))
        assert speaker.epoch == 2
        found = kept(centre)
        assert [e.fact.id for e in found] == [e.fact.id for e in (*said, *new)]
        assert [(e.epoch, e.seq) for e in found[len(said) :]] == [(2, seq) for seq in range(1, len(new) + 1)]
        with read(copy) as connection:
            assert (verify(connection, "node-1", 1).seq, verify(connection, "node-1", 2).seq) == (20, len(new))
            assert epochs.current(connection, "node-1") == 2


def copied(source: Engine, copy: Engine, count: int) -> None:
    """A node's store as it was after so many facts."""
    with read(source) as connection:
        said = records(connection, after=0, limit=count)
        opening = list(envelopes(connection, said).values())
    with write(copy) as connection:
        keep_envelopes(connection, "node-1", opening)
        insert(connection, said)


async def test_the_register_answers_with_codes_and_numbers_only(centre: Engine, field: Engine) -> None:
    spoken(field)
    later = next_batch(field, NODES["node-1"], "node-1", 1, 10)
    with served(centre) as url:
        async with client(url) as page:
            gap = await page.post("/receive", content=later)
            assert (gap.status_code, gap.json()) == (409, {"error": "GAP", "wanted": 1})
            bad = await page.post("/receive", content=b"Zahra")
            assert (bad.status_code, bad.json()) == (422, {"error": "MALFORMED", "wanted": 0})
            big = await page.post("/receive", content=bytes(LARGEST + 1))
            assert (big.status_code, big.json()["error"]) == (413, "OVERSIZED")
            asked = await page.get("/head", params={"epoch": "Zahra"})
            assert (asked.status_code, asked.json()) == (422, {"error": "MALFORMED", "wanted": 0})
            stranger = await page.get("/head", params={"epoch": "1"})
            assert (stranger.status_code, stranger.json()) == (401, {"error": "NOT_SIGNED", "wanted": 0})
            health = await page.get("/health")
            assert health.json() == {"status": "ok", "position": 0}


async def test_a_body_without_a_length_is_bounded_too(centre: Engine) -> None:
    async def endless() -> object:
        for _ in range(40):
            yield bytes(16 * 1024)

    with served(centre) as url:
        async with client(url) as page:
            answer = await page.post("/receive", content=endless())  # type: ignore[arg-type]
            assert answer.status_code == 413


async def test_the_link_tells_a_refusal_from_silence(centre: Engine, field: Engine) -> None:
    with served(centre) as url:
        async with closing(link(url)) as way:
            with pytest.raises(Refused):
                await way.send(b"no batch")
            assert (await way.head(1)).seq == 0
    async with closing(link(url)) as way:
        with pytest.raises(LinkDown):
            await way.head(1)
    with read(centre) as connection:
        assert head(connection, "node-1", 1).seq == 0
