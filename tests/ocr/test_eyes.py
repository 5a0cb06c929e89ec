"""What reads a picture may die, be slow, or have been taken over: nothing comes of it but lines of a zone."""

import asyncio
import sys

import pytest

from bot.ocr.eyes import Eyes
from bot.ocr.lines import LONGEST, pack, unpack

LINES = "P<AFGNOORI<<LAILA<<<<<<<<<<<<<<<<<<<<<<<<<<<\nP044556675AFG9005247F2805019<<<<<<<<<<<<<<04"


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


def test_a_picture_that_is_never_read_blocks_nobody() -> None:
    assert read("print()", jpeg=bytes(10**7)) == ""


def test_lines_are_packed_as_they_are_unpacked() -> None:
    assert unpack(pack(LINES)) == LINES
    assert unpack(pack("")) == ""
    three = "\n".join(["<" * 44] * 3)
    assert len(pack(three)) == LONGEST
    assert unpack(pack(three)) == three
