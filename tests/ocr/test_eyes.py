"""What reads a picture may die, be slow, or have been taken over: nothing comes of it but lines of a zone."""

import asyncio
import sys
from collections.abc import Callable

import psutil
import pytest
import uvloop

from bot.ocr.eyes import Eyes
from bot.ocr.lines import LONGEST, pack, unpack

LINES = "P<AFGNOORI<<LAILA<<<<<<<<<<<<<<<<<<<<<<<<<<<\nP044556675AFG9005247F2805019<<<<<<<<<<<<<<04"

STUBBORN = {
    "speaks without end": "import os\nwhile True: os.write(1, bytes(65536))",
    "speaks lines without end": f"while True: print({LINES!r}, flush=True)",
    "falls silent": "import os, time; os.close(1); time.sleep(60)",
}


def read(program: str, patience: float = 10.0, jpeg: bytes = b"\xff\xd8\xff") -> str:
    return asyncio.run(Eyes(patience, (sys.executable, "-S", "-c", program)).read(jpeg))


def test_the_lines_come_back() -> None:
    assert read(f"import sys; sys.stdin.buffer.read(); sys.stdout.write({LINES + chr(10)!r})") == LINES
    assert read("print()") == ""


@pytest.mark.parametrize(
    "program",
    [
        "", "raise SystemExit(3)", "import os; os.kill(os.getpid(), 9)", "print('no lines of a zone')",
        f"import sys; sys.stdout.write({LINES!r})", f"print({LINES.lower()!r})", f"print({LINES!r}, chr(233))",
        f"print({LINES!r}); print({LINES!r})", "print('<' * 10**6)", "print('A' * 20)",
        "import sys; sys.stdout.buffer.write(bytes(range(256)))",
    ],
)  # fmt: skip
def test_of_anything_else_nothing_comes(program: str) -> None:
    assert read(program) == ""


def test_whoever_is_too_slow_is_ended() -> None:
    assert read("import time; time.sleep(60)", patience=0.3) == ""


async def outlasted(program: str) -> str:
    """What comes of it within ten seconds, of which one is its own; none of its processes is left."""
    before = psutil.Process().children()
    eyes = Eyes(1.0, (sys.executable, "-S", "-c", program))
    said = await asyncio.wait_for(eyes.read(b"\xff\xd8\xff" + bytes(10**6)), 10)
    assert psutil.Process().children() == before
    return said


@pytest.mark.parametrize("loop", [asyncio.new_event_loop, uvloop.new_event_loop])
@pytest.mark.parametrize("program", STUBBORN.values(), ids=STUBBORN)
def test_one_that_was_taken_over_keeps_nobody_and_fills_nothing(
    program: str, loop: Callable[[], asyncio.AbstractEventLoop]
) -> None:
    own = psutil.Process()
    before = own.memory_info().rss
    with asyncio.Runner(loop_factory=loop) as runner:
        assert runner.run(outlasted(program)) == ""
    assert own.memory_info().rss - before < 32 * 2**20


def test_without_a_worker_nothing_is_read_and_nothing_breaks() -> None:
    assert asyncio.run(Eyes(worker=("/nonexistent/worker",)).read(b"\xff\xd8\xff")) == ""


def test_a_picture_that_is_never_read_blocks_nobody() -> None:
    assert read("print()", jpeg=bytes(10**7)) == ""


def test_lines_are_packed_as_they_are_unpacked() -> None:
    assert unpack(pack(LINES)) == LINES
    assert unpack(pack("")) == ""
    three = "\n".join(["<" * 44] * 3)
    assert len(pack(three)) == LONGEST
    assert unpack(pack(three)) == three
