"""Zones read one by one, each in a process of its own that has nothing to lose."""

import asyncio
import sys
from collections.abc import Sequence
from importlib.util import find_spec

import structlog

from bot.ocr.lines import LONGEST, unpack
from bot.photos.asking import WorkerUnable, asked
from bot.photos.verdicts import Refused

WORKER = (sys.executable, "-B", "-s", "-m", "bot.ocr.worker")
PATIENCE = 45.0
log = structlog.get_logger()
MISSING = "HAMRAH_OCR is on, but what reads is not installed: pip install 'hamrah[ocr]', or set HAMRAH_OCR=false."


def missing() -> str:
    """Why nothing can be read here, "" if it can."""
    return "" if find_spec("rapidocr") and find_spec("onnxruntime") else MISSING


class Eyes:
    """Reads the zone of a picture that was made harmless; none is given longer than patience, in seconds."""

    def __init__(self, patience: float = PATIENCE, worker: Sequence[str] = WORKER) -> None:
        self._room = asyncio.Semaphore(1)
        self._patience = patience
        self._worker = worker

    async def read(self, jpeg: bytes) -> str:
        """The lines of the zone, "" where there are none, or the worker was too slow, too hungry or died."""
        async with self._room:
            try:
                said = await asked(self._worker, jpeg, self._patience, _lines)
            except (OSError, WorkerUnable) as error:  # the picture is kept; nothing waits for what it says
                log.warning("zone.unread", why=type(error).__name__)
                return ""
        if isinstance(said, Refused):
            log.warning("zone.unread", why=str(said.why))
            return ""
        return said


async def _lines(stdout: asyncio.StreamReader) -> str:
    """What it said until it ended; it is not listened to for longer than any zone takes."""
    said = b""
    while len(said) <= LONGEST and (more := await stdout.read(LONGEST + 1 - len(said))):
        said += more
    return unpack(said)
