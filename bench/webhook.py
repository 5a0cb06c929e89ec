"""The citizens' bot against a plain aiogram bot: `python -m bench.webhook`.

So many scripted citizens register, S1 to R8, over HTTP in webhook mode: at a real `hamrah node` that commits
every update (SQLite, synchronous=FULL) before it answers, and at `bench.plain_bot`, which keeps nothing. Both
answer in the response; a press is also answered by an API call, to a stand-in on loopback. Rounds alternate, each
reply is checked, and CPU is that of the bot's process alone.

"buttons": a press where there is a button, the name typed: how people go through it, and the headline.
"typed": every answer typed.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median

import uvloop

from bench.dialogue import STEPS
from bench.load import Load
from bench.servers import PATH, ROOT, SECRET, Server, hamrah, plain, stand_in

WARM_UP = 100
VARIANTS = {"buttons": False, "typed": True}
# A cheap answer ends its round before the CPU clock has ticked often; more people make it as long as the other.
PLAIN_SHARE = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """One subject's round, or the medians of several."""

    rate: float
    cpu: float
    p50: float
    p95: float
    p99: float
    rss: float


@dataclass(frozen=True, slots=True)
class Row:
    """Both subjects side by side."""

    variant: str
    in_flight: int
    ours: Figures
    plain: Figures

    @property
    def ratio(self) -> float:
        """How many times the updates per second of the plain bot."""
        return self.ours.rate / self.plain.rate


async def measured(server: Server, load: Load, citizens: int, in_flight: int, typed: bool) -> Figures:
    """One round."""
    before = server.cpu()
    run = await load.round(citizens, in_flight, typed)
    used = (server.cpu() - before) / len(run.waits) * 1e6
    p50, p95, p99 = (run.percentile(part) for part in (0.5, 0.95, 0.99))
    return Figures(len(run.waits) / run.took, used, p50, p95, p99, server.rss())


def middle(rounds: Sequence[Figures]) -> Figures:
    """The median of each figure; of memory, the most."""
    names = [field.name for field in fields(Figures)]
    found = {name: median(getattr(each, name) for each in rounds) for name in names}
    return Figures(**{**found, "rss": max(each.rss for each in rounds)})


async def compare(ours: Server, other: Server, asked: argparse.Namespace) -> list[Row]:
    """All rounds, A B A B."""
    loads = [Load(server.port, PATH, SECRET) for server in (ours, other)]
    for load in loads:
        for typed in VARIANTS.values():
            await load.round(WARM_UP, WARM_UP, typed)
    rows = []
    for variant, typed in VARIANTS.items():
        for in_flight in asked.in_flight:
            mine, theirs = [], []
            for _ in range(asked.rounds):
                mine.append(await measured(ours, loads[0], asked.citizens, in_flight, typed))
                fewer = max(in_flight, asked.citizens // PLAIN_SHARE)
                theirs.append(await measured(other, loads[1], fewer, in_flight, typed))
            rows.append(Row(variant, in_flight, middle(mine), middle(theirs)))
    return rows


def table(rows: Sequence[Row]) -> str:
    """The rows as text."""
    lines = [
        f"{len(STEPS)} updates a citizen; medians of interleaved rounds",
        "dialogue  in flight  subject      updates/s  ratio  CPU µs/update  p50 ms  p95 ms  p99 ms  RSS MB",
    ]
    for row in rows:
        for name, ratio, of in (("hamrah node", f"{row.ratio:.1f}×", row.ours), ("plain bot", "1.0×", row.plain)):
            lines.append(
                f"{row.variant:8}  {row.in_flight:9}  {name:11}  {of.rate:9.0f}  {ratio:>5}  {of.cpu:13.0f}"
                f"  {of.p50:6.1f}  {of.p95:6.1f}  {of.p99:6.1f}  {of.rss:6.0f}"
            )
    return "\n".join(lines)


def whole_numbers(given: str) -> list[int]:
    """Numbers with commas between them."""
    return [int(each) for each in given.split(",")]


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--citizens", type=int, default=1000, help="who register in each round (1000)")
    parser.add_argument("--in-flight", type=whole_numbers, default=[40, 100], help="updates at once (40,100)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each bot (3)")
    parser.add_argument("--json", action="store_true", help="print one object a row instead of a table")
    return parser.parse_args()


def main() -> None:
    """Start all, measure, print."""
    wanted = asked()
    # Beside the code and not in a folder for temporary files, which may be kept in memory and make commits free.
    with ExitStack() as parts:
        place = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT)))
        api = parts.enter_context(stand_in(place))
        ours = parts.enter_context(hamrah(api.port, place))
        other = parts.enter_context(plain(api.port, place))
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            rows = runner.run(compare(ours, other, wanted))
    if wanted.json:
        print("\n".join(json.dumps({**asdict(row), "ratio": row.ratio}) for row in rows))
    else:
        print(table(rows))


if __name__ == "__main__":
    main()
