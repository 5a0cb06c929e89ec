"""Updates that are bent out of shape: taken, passed over or refused, and none breaks the node."""

import asyncio
import json
import random
from collections import Counter
from copy import deepcopy
from typing import Any

from sqlalchemy import Engine, func, select

from bot.citizen.intake import Broken, Intake
from flows.link import Refused
from storage.engine import migrate, open_store, read
from storage.push import next_batch
from storage.receive import receive
from storage.rows import table
from storage.tables import PoisonRow
from tests.faults.row import Row, Run
from tests.faults.updates import FIRST_CHAT, ear, typed, updates
from tests.keys import NODES, enrolled

NODE = "node-1"
PEOPLE, SOUND, MANY = 40, 0.4, 10**9
JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**53, 2**62, 2**63, 2**64, 10**30, 1.5, 1e308, float("nan"), "", "\0", "\ud800",
    "\u202e\u2066", "x" * 5000, "ا" * 4096, "𝕏" * 300, [], {}, [[]], {"id": {}},
    [{"type": "bot_command", "offset": -5, "length": 10**9}],
)  # fmt: skip
NAMES = ("photo", "voice", "contact", "entities", "forward_origin", "via_bot", "edit_date")


def malformed(run: Run) -> str:
    """Let updates of every shape come."""
    engine = open_store(str(run.place / "node.db"), run.chance.randbytes(32))
    migrate(engine)
    counts = asyncio.run(_taken(run, engine))
    with read(engine) as connection:
        poison = connection.scalar(select(func.count()).select_from(table(PoisonRow)))
    facts = _shipped(engine, run)
    engine.dispose()
    assert not poison, f"{poison} updates broke the node"
    told = ", ".join(f"{count} {how}" for how, count in counts.most_common())
    return f"{told}; 0 broke the node, {facts} facts, 0 of them stuck"


def _shipped(engine: Engine, run: Run) -> int:
    """Hand all that was kept to a register: one fact that it does not take would hold up all after it."""
    centre, seq = open_store(str(run.place / "register.db")), 0
    migrate(centre)
    enrolled(centre, NODE)
    while (frame := next_batch(engine, NODES[NODE], NODE, 1, seq)) is not None:
        try:
            seq = receive(centre, frame).seq
        except Refused as refused:
            raise AssertionError(f"fact {seq + 1} is refused ({refused.why}) and holds up all after it") from None
    centre.dispose()
    return seq


async def _taken(run: Run, engine: Engine) -> Counter[str]:
    chance, counts = run.chance, Counter[str]()
    async with ear(engine) as intake:
        for update in updates(chance, range(1, run.size + 1), PEOPLE):
            counts[await _how(intake, update.raw if chance.random() < SOUND else _bent(chance, update.raw))] += 1
        healthy = await _how(intake, typed(MANY, FIRST_CHAT - 1, 1, "hello").raw)
    assert healthy == "answered", "after all that, nobody is answered"
    return counts


async def _how(intake: Intake, raw: bytes) -> str:
    try:
        answer = await intake.take(raw)
    except Broken as broken:
        raise AssertionError(f"an update broke the node: {broken}") from None
    except ValueError:
        return "unreadable"
    except Exception as error:
        raise AssertionError(f"an update raised {type(error).__name__}") from error
    return "answered" if answer and answer.reply else "passed over"


def _bent(chance: random.Random, raw: bytes) -> bytes:
    """The update with something of it taken away, turned into something else, or cut."""
    if chance.random() < 0.1:
        return raw[: chance.randrange(len(raw))] + chance.randbytes(chance.randrange(3))
    found = json.loads(raw)
    for _ in range(chance.randint(1, 3)):
        _bend(chance, found)
    return json.dumps(found, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _bend(chance: random.Random, found: dict[str, Any]) -> None:
    place, within = found, [found]
    while within and chance.random() < 0.7:
        place = chance.choice(within)
        within = [each for each in place.values() if isinstance(each, dict)]
    name = chance.choice([*place, *NAMES])
    if chance.random() < 0.3:
        place.pop(name, None)
    else:
        place[name] = deepcopy(chance.choice(JUNK))


ROW = Row("malformed", "11: updates of every shape", malformed, small=1000, large=50_000)
