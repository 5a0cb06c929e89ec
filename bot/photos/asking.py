"""A stranger's file given to a process of its own, and what that answers in time."""

import asyncio
import contextlib
import signal
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.photos.verdicts import Refused, Why

ROOT = Path(__file__).parents[2]
CHUNK = 2**16
LEFT = 2.0  # seconds; longer only if a child of its own holds the pipe
SLOW = (-signal.SIGXCPU, -signal.SIGALRM)

T = TypeVar("T")
Heard = Callable[[asyncio.StreamReader], Awaitable[T]]


class WorkerUnable(RuntimeError):
    """A worker ended in order but without a verdict; `python -m bot.photos.worker < /dev/null` says why."""


async def asked(worker: Sequence[str], raw: bytes, patience: float, heard: Heard[T]) -> T | Refused:
    """What `heard` makes of a new worker's answer about the file; WorkerUnable or OSError if there can be none.

    worker: a command; patience: seconds, after which it is killed. ValueError of `heard`: it spoke nonsense.
    """
    process = await _started(worker)
    try:
        async with asyncio.timeout(patience):
            return await _answer(process, raw, heard)
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


async def _answer(process: Process, raw: bytes, heard: Heard[T]) -> T | Refused:
    stdin, stdout = _pipes(process)
    if not stdin.is_closing():  # it may be dead already, or die before it has read all
        with contextlib.suppress(ConnectionError):
            stdin.write(raw)
            await stdin.drain()
    stdin.close()
    try:
        return await heard(stdout)
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
