"""What keeping a turn costs: `python -m bench.writer`.

Each turn is one update id, one fact and one standing of twelve answers, on SQLite with synchronous=FULL.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from uuid_utils import uuid7

from flows.conversation.standing import Standing
from flows.facts import AnswerGiven, Fact, Source
from flows.ports import Kept, Turned
from storage.codec import decode_standing, encode_standing
from storage.engine import migrate, open_store
from storage.turns import StoredTurns
from storage.vault import Vault

GROUPS = (1, 10, 50, 200)
TURNS = 10_000
PEOPLE = 1_000
ANSWERS = {f"question{number}": "an answer" for number in range(12)}


def standing(person: str) -> Standing:
    """Someone who has answered twelve questions."""
    return Standing(person, answers={"registration": ANSWERS}, known=ANSWERS)


def turns() -> Iterator[Turned]:
    """Turns of a thousand people, one after the other."""
    now = datetime.now(UTC)
    people = [Kept(standing(str(uuid4())), chat) for chat in range(PEOPLE)]
    for update in range(10**9):
        kept = people[update % PEOPLE]
        body = AnswerGiven("registration", "question1", "an answer")
        fact = Fact(str(uuid7()), kept.standing.person, body, Source.SELF, now, now, str(update))
        yield Turned(kept.chat, Kept(kept.standing, kept.chat, update, b"{}"), (fact,), update=update)


async def keep(stored: StoredTurns, some: Iterator[Turned], group: int, count: int) -> tuple[float, float, int]:
    """Keep so many turns, `group` at once; returns CPU and wall microseconds per turn, and the commits."""
    rounds = [[next(some) for _ in range(group)] for _ in range(count // group)]
    commits, cpu, wall = stored.commits, time.process_time(), time.perf_counter()
    for ready in rounds:
        await asyncio.gather(*[stored.keep(turned) for turned in ready])
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return cpu / count * 1e6, wall / count * 1e6, stored.commits - commits


def codec() -> tuple[float, float]:
    """Microseconds to encode and to decode a standing."""
    someone, count = standing("p"), 20_000
    raw, begun = encode_standing(someone), time.perf_counter()
    for _ in range(count):
        encode_standing(someone)
    between = time.perf_counter()
    for _ in range(count):
        decode_standing(raw)
    return (between - begun) / count * 1e6, (time.perf_counter() - between) / count * 1e6


def main() -> None:
    """Print one line for each size of group."""
    print("standing: encode {:.1f} µs, decode {:.1f} µs".format(*codec()))
    with tempfile.TemporaryDirectory(dir=".") as place:
        engine = open_store(str(Path(place) / "bench.db"))
        migrate(engine)
        stored = StoredTurns(engine, "bench", Vault.new())
        stored.start()
        some = turns()
        for group in GROUPS:
            count = TURNS if group > 1 else TURNS // 10
            cpu, wall, commits = asyncio.run(keep(stored, some, group, count))
            print(f"{group:4} at once: {cpu:6.1f} µs CPU, {wall:7.1f} µs wall per turn, {commits} commits")
        stored.close()
        engine.dispose()


if __name__ == "__main__":
    main()
