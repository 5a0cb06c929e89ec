"""Photos cleaned one by one, each in a process of its own that has nothing to lose."""

import asyncio
import contextlib
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from pathlib import Path

from bot.photos.verdicts import HEADER, LONGEST, RAW, Clean, Refused, Why, unpack

ROOT = Path(__file__).parents[2]
WORKER = (sys.executable, "-B", "-s", "-m", "bot.photos.worker")
PATIENCE = 10.0
AT_ONCE = 2
CHUNK = 2**16
LEFT = 2.0  # seconds; longer only if a child of its own holds the pipe
SLOW = (-signal.SIGXCPU, -signal.SIGALRM)


class WorkerUnable(RuntimeError):
    """A worker ended in order but without a verdict; `python -m bot.photos.worker < /dev/null` says why."""


class Cleaner:
    """Makes photos harmless, at most so many at once; none is given longer than patience, in seconds.

    worker: the command that reads a photo, shut in, and writes a verdict.
    """

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE, worker: Sequence[str] = WORKER) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._patience = patience
        self._worker = worker

    async def clean(self, raw: bytes) -> Clean | Refused:
        """The photo made anew, or why it is not kept; WorkerUnable or OSError if this machine cannot do it."""
        if len(raw) > RAW:
            return Refused(Why.TOO_LARGE)
        async with self._room:
            return await self._judged(raw)

    async def _judged(self, raw: bytes) -> Clean | Refused:
        process = await _started(self._worker)
        try:
            async with asyncio.timeout(self._patience):
                return await _verdict(process, raw)
        except TimeoutError:
            return Refused(Why.TOO_SLOW)
        except ValueError:
            return Refused(Why.CRASHED)
        finally:
            await _end(process)


async def _started(worker: Sequence[str]) -> Process:
    """A worker without our settings, which are secrets; its errors may quote the photo, so nobody reads them."""
    return await asyncio.create_subprocess_exec(*worker, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=ROOT, env={})


def _pipes(process: Process) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("started without pipes")
    return process.stdin, process.stdout


async def _verdict(process: Process, raw: bytes) -> Clean | Refused:
    stdin, stdout = _pipes(process)
    if not stdin.is_closing():  # it may be dead already, or die before it has read all
        with contextlib.suppress(ConnectionError):
            stdin.write(raw)
            await stdin.drain()
    stdin.close()
    try:
        width, height, length = HEADER.unpack(await stdout.readexactly(HEADER.size))
        if length > LONGEST:
            raise ValueError("not a verdict")
        return unpack(width, height, await stdout.readexactly(length))
    except asyncio.IncompleteReadError:
        return Refused(_why(await process.wait()))


def _why(code: int) -> Why:
    if code >= 0:
        raise WorkerUnable(f"a photo worker ended with {code} and no verdict")
    return Why.TOO_SLOW if code in SLOW else Why.CRASHED


async def _end(process: Process) -> None:
    """Kill it, and take what is left in its pipe, which is not closed before its end is seen."""
    stdin, stdout = _pipes(process)
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    stdin.close()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LEFT):
            while await stdout.read(CHUNK):
                pass
            await process.wait()
