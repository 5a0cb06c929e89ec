import asyncio
import time
from contextlib import aclosing as closing

import pytest
from sqlalchemy import Engine

from flows.facts import AnswerGiven, CaseOpened, Entry, StaffReplied
from flows.facts import Source as By
from storage.engine import write
from storage.feed import Feed, LinkedFeed, LocalFeed, Source, feed
from storage.push import next_batch
from storage.receive import receive
from storage.register import StoredRegister
from storage.rows import Into
from storage.tables import CursorRow
from storage.telling import Session
from tests.keys import CENTRE, NODES, VAULT, enrolled, link
from tests.register.people import START, fact, heard, registered
from tests.register.stores import Stores
from tests.sync.served import served

pytestmark = pytest.mark.asyncio
SESSION = Session("node-1", CENTRE.public_key())

into_cursors = Into(CursorRow, key=("reader",), change=("position",))


class Crash(Exception):
    """The node dies."""


class Ear:
    """A node's store that takes what it is fed, each entry with the cursor in one transaction."""

    def __init__(self, store: Engine) -> None:
        self._store = store
        self.entries: list[Entry] = []
        self.crash = ""

    async def __call__(self, entry: Entry) -> None:
        if self.crash == "before":
            raise Crash
        with write(self._store) as connection:
            into_cursors.put(connection, [("feed", entry.position)])
        self.entries.append(entry)
        if self.crash == "after":
            raise Crash


async def listened(ear: Ear, store: Engine, source: Source, wanted: int) -> None:
    stop = asyncio.Event()
    running = asyncio.ensure_future(Feed(store, ear).run(source, stop, wait=1))
    async with asyncio.timeout(8):
        while len(ear.entries) < wanted and not running.done():
            await asyncio.sleep(0.01)
    stop.set()
    await running


def opened(centre: Engine) -> StoredRegister:
    """A register with one case each of two nodes' people, and what its staff did with them."""
    for node, person in (("node-1", "p1"), ("node-2", "p2")):
        heard(centre, [*registered(person), fact(person, CaseOpened(f"c-{person}", "E22", "P2"))], node=node)
    register = StoredRegister(centre, VAULT)
    for case in ("c-p1", "c-p2"):
        register.claim(case, "amina", START)
        register.reply(case, "amina", f"hello {case}", START, f"m-{case}")
        register.hand_back(case, "amina", START)
    return register


async def test_a_node_is_fed_what_others_say_of_its_own_people(centre: Engine) -> None:
    opened(centre)
    fed = feed(centre, VAULT, "node-1", 0, START)
    assert [(entry.fact.person, entry.node) for entry in fed.entries] == [("p1", "desk")] * 3
    assert fed.position == 26
    few = feed(centre, VAULT, "node-1", 0, START, limit=2)
    assert (len(few.entries), few.position) == (2, 22)
    assert feed(centre, VAULT, "node-1", fed.position, START).entries == []
    assert feed(centre, VAULT, "node-3", 0, START).entries == []


async def test_each_fact_takes_effect_once_however_often_the_node_dies(centre: Engine, field: Engine) -> None:
    register = opened(centre)
    ear = Ear(field)
    with served(centre) as url:
        async with closing(link(url)) as way:
            source = LinkedFeed(way, SESSION)
            for crash in ("after", "before", "after"):
                ear.crash = crash
                with pytest.raises(Crash):
                    await listened(ear, field, source, 99)
            ear.crash = ""
            await listened(ear, field, source, 3)
            heard(centre, [fact("p1", CaseOpened("c2", "E22", "P2"))])
            register.claim("c2", "bashir", START)
            await listened(ear, field, source, 4)
    assert [type(entry.fact.body).__name__ for entry in ear.entries] == [
        "CaseClaimed",
        "StaffReplied",
        "CaseHandedBack",
        "CaseClaimed",
    ]
    assert [entry.position for entry in ear.entries] == sorted({entry.position for entry in ear.entries})


async def test_a_long_poll_is_answered_as_soon_as_there_is_something(centre: Engine) -> None:
    register = opened(centre)
    reached = feed(centre, VAULT, "node-1", 0, START).position
    heard(centre, [fact("p1", CaseOpened("c2", "E22", "P2"))])
    with served(centre) as url:
        async with closing(link(url)) as way:
            asking = asyncio.ensure_future(way.feed(SESSION.public, reached, 5))
            await asyncio.sleep(0.3)
            assert not asking.done()
            begun = time.monotonic()
            await asyncio.to_thread(register.claim, "c2", "amina", START)
            assert SESSION.heard(await asking, reached).entries
            assert time.monotonic() - begun < 1
            begun = time.monotonic()
            later = SESSION.heard(await way.feed(SESSION.public, reached + 2, 0.3), reached + 2)
            assert (later.position, later.entries) == (reached + 2, [])
            assert time.monotonic() - begun >= 0.3


async def test_a_poll_wakes_at_once_when_a_batch_comes_in(centre: Engine, stores: Stores) -> None:
    heard(centre, registered("p1"))
    with stores.empty("sqlite") as other, served(centre) as url:
        heard(other, [fact("p1", AnswerGiven("wish", "wish", "STAY"))], node="node-2")
        async with closing(link(url)) as way:
            asking = asyncio.ensure_future(way.feed(SESSION.public, 9, 5))
            await asyncio.sleep(0.2)
            body = next_batch(other, NODES["node-2"], "node-2", 1, 0)
            assert body is not None
            async with closing(link(url, "node-2")) as theirs:
                await theirs.send(body)
            heard_of = SESSION.heard(await asking, 9)
            assert heard_of.position == 10


async def test_a_node_in_the_registers_own_store_reads_the_same_ledger(centre: Engine) -> None:
    register = opened(centre)
    ear = Ear(centre)
    await listened(ear, centre, LocalFeed(centre, VAULT, "node-1"), 3)
    heard(centre, [fact("p1", CaseOpened("c2", "E22", "P2"))])
    register.claim("c2", "bashir", START)
    await listened(ear, centre, LocalFeed(centre, VAULT, "node-1"), 4)
    assert [entry.fact.person for entry in ear.entries] == ["p1"] * 4


async def test_long_words_come_in_more_parts(centre: Engine, field: Engine) -> None:
    heard(centre, registered("p1"))
    long = [fact("p1", StaffReplied("c1", str(number), "و" * 4000), By.STAFF) for number in range(80)]
    heard(centre, long, node="desk")
    with served(centre) as url:
        async with closing(link(url)) as way:
            ear = Ear(field)
            await listened(ear, field, LinkedFeed(way, SESSION), 80)
    assert [entry.fact for entry in ear.entries] == long


async def test_a_node_and_the_register_end_with_the_same_words(centre: Engine, field: Engine) -> None:
    heard(field, [*registered("p1"), fact("p1", CaseOpened("c1", "E22", "P2"))])
    body = next_batch(field, NODES["node-1"], "node-1", 1, 0)
    assert body is not None
    enrolled(centre, "node-1")
    receive(centre, body)
    register = StoredRegister(centre, VAULT)
    assert register.claim("c1", "amina", START) == "amina"
    with served(centre) as url:
        async with closing(link(url)) as way:
            ear = Ear(field)
            await listened(ear, field, LinkedFeed(way, SESSION), 1)
    assert ear.entries[0].fact.body == feed(centre, VAULT, "node-1", 0, START).entries[0].fact.body
    assert next_batch(field, NODES["node-1"], "node-1", 1, 10) is None, "what it was fed is not its own to push"
