"""What a reading worker answers: the lines of a zone and nothing else, for it may have been taken over."""

import re

MEMORY = 3 * 2**30  # bytes of address space, of which the models use a fifth
SECONDS = 30  # of work
LONGEST = 3 * 44 + 3  # bytes
_LINES = re.compile(r"[A-Z0-9<]{30,44}(\n[A-Z0-9<]{30,44}){1,2}")


def pack(lines: str) -> bytes:
    """The lines as the worker writes them, "" for none."""
    return f"{lines}\n".encode("ascii")


def unpack(raw: bytes) -> str:
    """The lines as the worker wrote them; ValueError if they are none, or it ended before it had said all."""
    lines, end, rest = raw[: LONGEST + 1].decode("ascii").rpartition("\n")
    if not end or rest or (lines and not _LINES.fullmatch(lines)):
        raise ValueError("no lines")
    return lines
