"""Zones read one by one, each in a process of its own that has nothing to lose."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from importlib.util import find_spec

from bot.ocr.lines import unpack
from bot.photos.cleaning import ROOT

WORKER = (sys.executable, "-B", "-s", "-m", "bot.ocr.worker")
PATIENCE = 45.0
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
            process = await asyncio.create_subprocess_exec(
                *self._worker, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=ROOT, env={}
            )
            try:
                said, _ = await asyncio.wait_for(process.communicate(jpeg), self._patience)
                return unpack(said)
            except (TimeoutError, ValueError, ConnectionError):
                return ""
            finally:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
