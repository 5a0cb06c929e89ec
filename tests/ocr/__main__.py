"""How well zones are read from pictures: `python -m tests.ocr [COUNT]`; it needs the extra `ocr`.

A page counts as right if every line is; as proposed if every check digit holds, so that the person would be asked;
as false if what is proposed differs where check digits stand for it. Names have none: they are counted apart.
"""

import asyncio
import resource
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from bot.ocr.eyes import Eyes, missing
from flows.mrz.reading import read_zone
from flows.mrz.zone import Zone
from tests.ocr.pages import Page, pages

SEED = 20211110


def checked(zone: Zone) -> tuple[object, ...]:
    """What check digits stand for."""
    return zone.number, zone.birth, zone.expiry


async def told(shown: list[Page]) -> None:
    """Read each page, and print what came of all."""
    eyes, counts, took = Eyes(), Counter[str](), list[float]()
    today = datetime.now(UTC).date()
    for each in shown:
        begun = time.monotonic()
        lines = await eyes.read(each.jpeg)
        took.append(time.monotonic() - begun)
        counts["pages"] += 1
        counts["right"] += lines.split("\n") == list(each.lines)
        counts["all check digits hold"] += bool(lines)
        counts[f"read of {each.format}"] += bool(lines)
        counts[f"read turned {each.turned}"] += bool(lines)
        found, true = read_zone(lines, today), read_zone("\n".join(each.lines), today)
        if found and true:
            counts["false under check digits"] += checked(found) != checked(true)
            counts["false in the name"] += (found.surname, found.given) != (true.surname, true.given)
    for what in sorted(counts):
        print(f"{what:28} {counts[what]:>4}")  # noqa: T201
    print(f"seconds a page: median {sorted(took)[len(took) // 2]:.1f}, longest {max(took):.1f}")  # noqa: T201
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"memory of a worker at most {most} MB")  # noqa: T201


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    asyncio.run(told(pages(int(sys.argv[1]) if sys.argv[1:] else 60, SEED)))
