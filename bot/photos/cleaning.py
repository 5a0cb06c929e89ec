"""Photos cleaned one by one, each in a process of its own that has nothing to lose."""

import asyncio
import contextlib
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from bot.photos.verdicts import HEADER, LONGEST, RAW, Clean, Refused, Why, unpack

ROOT = Path(__file__).parents[2]
WORKER = (sys.executable, "-B", "-s", "-m", "bot.photos.worker")
PATIENCE = 10.0
AT_ONCE = 2
SLOW = (-signal.SIGXCPU, -signal.SIGALRM)


class WorkerUnable(RuntimeError):
    """A worker ended before it could look at the photo; on standard error it says why, if started by hand."""


class Cleaner:
    """Makes photos harmless, at most so many at once; none is given longer than patience, in seconds."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._patience = patience

    async def clean(self, raw: bytes) -> Clean | Refused:
        """The photo made anew, or why it is not kept; WorkerUnable or OSError if this machine cannot do it."""
        if len(raw) > RAW:
            return Refused(Why.TOO_LARGE)
        async with self._room:
            return await self._judged(raw)

    async def _judged(self, raw: bytes) -> Clean | Refused:
        process = await _started()
        try:
            async with asyncio.timeout(self._patience):
                return await _verdict(process, raw)
        except TimeoutError:
            return Refused(Why.TOO_SLOW)
        except ValueError:
            return Refused(Why.CRASHED)
        except asyncio.IncompleteReadError:
            return Refused(_why(await process.wait()))
        finally:
            await _end(process)


async def _started() -> Process:
    """Without our settings, for they are secrets, and without our open files; its errors quote the file: away."""
    return await asyncio.create_subprocess_exec(*WORKER, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=ROOT, env={})


async def _verdict(process: Process, raw: bytes) -> Clean | Refused:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("started without pipes")
    with contextlib.suppress(ConnectionError):  # it may die before it has read all
        process.stdin.write(raw)
        await process.stdin.drain()
    process.stdin.close()
    width, height, length = HEADER.unpack(await process.stdout.readexactly(HEADER.size))
    if length > LONGEST:
        raise ValueError("not a verdict")
    return unpack(width, height, await process.stdout.readexactly(length))


def _why(code: int) -> Why:
    if code > 0:
        raise WorkerUnable(f"exit {code} of: {' '.join(WORKER)} < /dev/null")
    return Why.TOO_SLOW if code in SLOW else Why.CRASHED


async def _end(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
