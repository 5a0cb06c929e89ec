"""A channel that refuses, breaks and blocks, and a sender that dies: every message ends, and none in silence."""

import asyncio
import random
import time
from collections import Counter

import msgspec
from sqlalchemy import Engine, select

from bot.courier import Courier, connect
from bot.sandbox.running import running
from bot.sandbox.world import World
from flows.ports import Lane, Outgoing
from storage.engine import migrate, now_utc, open_store, read
from storage.outbox import Outbox
from storage.rows import table
from storage.tables import OutgoingRow
from storage.turns import StoredTurns
from tests.faults.row import Row, Run
from tests.faults.updates import FIRST_CHAT
from tests.keys import VAULT
from tests.processes import CITIZEN_TOKEN
from tests.storage.said import turned

BOT = "post_bot"
# Who is unlucky five times waits for up to eight seconds before the next try, six times for sixteen.
A_CHAT, DEATHS, RATE, STUCK, BLOCKED = 2, 5, 300.0, 20.0, 10
WAITING = ("queued", "sending")
FAULTS = [
    {"method": "sendMessage", "kind": "429", "share": 0.005, "retry_after": 1},
    {"method": "sendMessage", "kind": "5xx", "share": 0.05},
    {"method": "sendMessage", "kind": "drop", "share": 0.05},
    {"method": "sendMessage", "kind": "drop", "share": 0.02, "after": True},
]

_outbox = table(OutgoingRow)


class Ears:
    """Who is told what became of messages."""

    def __init__(self) -> None:
        self.blocked: set[int] = set()

    async def sent(self, outgoing: Outgoing, message: int) -> None:
        """The channel accepted it."""

    async def stood(self, outgoing: Outgoing, state: str) -> None:
        """It comes no further."""

    async def lost(self, outgoing: Outgoing, why: str) -> None:
        """The channel will not deliver to this chat any more."""
        self.blocked.add(outgoing.chat)


def posts(run: Run) -> str:
    """Send messages while the channel breaks, and end the sender in mid-air a few times."""
    engine = open_store(str(run.place / "node.db"), run.chance.randbytes(32))
    migrate(engine)
    world = World(seed=run.seed)
    world.add_bot(CITIZEN_TOKEN, BOT, "Post")
    for chat in range(FIRST_CHAT, FIRST_CHAT + run.size // A_CHAT):
        world.add_user(chat, "P")
        world.say(chat, BOT, "/start")
    blocked = set(range(FIRST_CHAT, FIRST_CHAT + run.size // A_CHAT, BLOCKED))
    for chat in blocked:
        world.block(chat, BOT)
    asyncio.run(_put(engine, run.size))
    world.faults.replace(FAULTS, run.seed)
    ears = Ears()
    with running(world) as api:
        asyncio.run(_sent(engine, api, ears, run.chance))
    return _assert_told(engine, world, ears, blocked)


async def _put(engine: Engine, size: int) -> None:
    turns = StoredTurns(engine, "N", VAULT)
    turns.start()
    now = now_utc()
    for number in range(size):
        chat = FIRST_CHAT + number // A_CHAT
        call = {"method": "sendMessage", "params": {"chat_id": chat, "text": f"no. {number}"}}
        message = Outgoing(f"m{number}", chat, f"p{chat}", Lane.TALK, msgspec.json.encode(call), now)
        await turns.keep(turned(chat, number, outgoing=(message,)))
    turns.close()


async def _sent(engine: Engine, api: str, ears: Ears, chance: random.Random) -> None:
    """Send until nothing waits; the first senders die at some moment, and what they held is left as it was."""
    for _ in range(DEATHS):
        sender = asyncio.create_task(_courier(engine, api, ears).run())
        await asyncio.sleep(chance.uniform(0.05, 0.5))
        sender.cancel()
        assert (await asyncio.wait({sender}, timeout=STUCK))[0], "a sender did not die"
    last = _courier(engine, api, ears)
    sender = asyncio.create_task(last.run())
    seen, since = _states(engine), time.monotonic()
    while any(seen[state] for state in WAITING) and time.monotonic() - since < STUCK:
        await asyncio.sleep(0.05)
        if (now := _states(engine)) != seen:
            seen, since = now, time.monotonic()
    last.stop()
    await sender


def _courier(engine: Engine, api: str, ears: Ears) -> Courier:
    return Courier(connect(CITIZEN_TOKEN, api), Outbox(engine), ears, rate=RATE)


def _states(engine: Engine) -> Counter[str]:
    with read(engine) as connection:
        return Counter(connection.scalars(select(_outbox.c.state)))


def _assert_told(engine: Engine, world: World, ears: Ears, blocked: set[int]) -> str:
    with read(engine) as connection:
        rows = connection.execute(select(_outbox.c.id, _outbox.c.chat, _outbox.c.state)).all()
    got = {chat: _got(world, chat) for chat in {row.chat for row in rows}}
    twice = 0
    for row in rows:
        times = got[row.chat][f"no. {row.id[1:]}"]
        twice += times > 1
        assert row.state in ("sent", "unknown", "failed"), f"a message is {row.state} for ever"
        assert times or row.state != "sent", "a message that was called sent never came"
        assert row.state != "failed" or row.chat in blocked, "a message was dropped in silence"
    assert ears.blocked == blocked, f"{len(blocked)} people blocked us, and {len(ears.blocked)} are known to"
    states = ", ".join(f"{count} {state}" for state, count in Counter(row.state for row in rows).most_common())
    return f"{states}; 0 dropped in silence, {twice} came twice"


def _got(world: World, chat: int) -> Counter[str]:
    return Counter(m["text"] for m in world.transcript(BOT, chat)["messages"] if m["from"]["is_bot"])


ROW = Row("posts", "9: 429, 5xx, lost answers, 403", posts, small=200, large=10_000)
