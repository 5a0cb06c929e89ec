"""A worker has nothing, can do nothing else, and is never left behind."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import uvloop

from bot.photos.cleaning import Cleaner, WorkerUnable
from bot.photos.verdicts import HEADER, LONGEST, Clean, Refused, Why, pack, unpack
from tests.photos.made import file, paper

ROOT = Path(__file__).parents[2]
JPEG = file(paper(), "JPEG")
WISHES = """
import os, resource, socket, sys, threading, types
from bot.photos.cage import shut

wishes = {
    "read": lambda: open("/dev/null"),
    "connect": socket.socket,
    "talk": socket.socketpair,
    "pipe": os.pipe,
    "memory": lambda: bytearray(700 * 2**20),
    "fork": lambda: os.fork() or os._exit(0),
    "kill": lambda: os.kill(os.getppid(), 0),
    "run": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "raise": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    "thread": lambda: threading.Thread(target=int).start(),
}
named = types.SimpleNamespace(machine=sys.argv[2] or os.uname().machine)
os.uname = lambda: named
if sys.argv[1] == "shut":
    shut()
for name, wish in wishes.items():
    try:
        wish()
    except (OSError, ValueError, MemoryError):
        continue
    sys.stdout.write(name + " ")
    sys.stdout.flush()
"""
EARLIER = """
import os, threading
from bot.photos.cage import shut

told, go = [], threading.Event()

def wish():
    go.wait()
    try:
        os.kill(os.getppid(), 0)
        told.append(b"kill ")
    except OSError:
        told.append(b"nothing ")

thread = threading.Thread(target=wish)
thread.start()
shut()
go.set()
thread.join()
os.write(1, told[0])
"""
ROGUES = {
    "says nothing": "pass",
    "ends with an error": "import bot.none",
    "says half": "print(end='12345')",
}
STUBBORN = {
    "falls silent": ("import os, time; os.close(1); time.sleep(60)", 0.4, Why.TOO_SLOW),
    "does not listen": ("import time; time.sleep(60)", 0.4, Why.TOO_SLOW),
    "speaks without end": ("while True: print(end=chr(127) * 9999)", 2.0, Why.CRASHED),
    "dies in a word": ("import os; os.write(1, bytes([0, 9] * 4)); os.abort()", 2.0, Why.CRASHED),
}
LIARS = {
    "more than any photo": HEADER.pack(100, 100, LONGEST + 1),
    "no JPEG": HEADER.pack(1, 1, 8) + b"<script>",
    "too wide": HEADER.pack(2401, 1, len(JPEG)) + JPEG,
    "without height": HEADER.pack(1, 0, len(JPEG)) + JPEG,
    "a reason of its own": HEADER.pack(0, 0, 3) + b"why",
    "a reason in no letters": HEADER.pack(0, 0, 1) + b"\xff",
}


def granted(shut_in: bool, machine: str = "") -> set[str]:
    """What a process may do, on this machine or on one of another make."""
    command = (sys.executable, "-c", WISHES, "shut" if shut_in else "", machine)
    return set(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split())


async def worker(cleaner: Cleaner, raw: bytes = JPEG) -> tuple[asyncio.Task[Clean | Refused], psutil.Process]:
    """A photo on its way, and the worker that looks at it, held still."""
    before = set(psutil.Process().children())
    asked = asyncio.create_task(cleaner.clean(raw))
    while not (found := set(psutil.Process().children()) - before):
        await asyncio.sleep(0)
    (child,) = found
    child.suspend()
    return asked, child


def speaking(said: bytes) -> Cleaner:
    """A cleaner whose worker was taken over and says this."""
    return Cleaner(worker=(sys.executable, "-c", f"import os; os.write(1, {said!r})"))


def test_a_worker_may_think_and_nothing_else() -> None:
    everything = granted(shut_in=False)
    assert {"read", "connect", "talk", "pipe", "memory", "fork", "kill", "run", "raise", "thread"} == everything
    assert granted(shut_in=True) == {"thread"}


def test_a_thread_that_was_there_before_is_shut_in_as_well() -> None:
    found = subprocess.run((sys.executable, "-c", EARLIER), cwd=ROOT, capture_output=True, check=True, text=True)
    assert found.stdout == "nothing "


def test_on_a_machine_of_another_make_the_limits_hold() -> None:
    assert granted(shut_in=True, machine="s390x") <= {"thread", "fork", "kill", "run", "raise"}


@pytest.mark.asyncio
async def test_a_worker_has_none_of_our_settings_and_none_of_our_files(
    cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HAMRAH_BOT_TOKEN", "a-secret-of-the-tests-only")
    shared = os.memfd_create("ours", 0)
    os.set_inheritable(shared, True)
    try:
        asked, child = await worker(cleaner)
        held = [link.readlink() for link in Path(f"/proc/{child.pid}/fd").iterdir()]
        assert child.environ() == {}
        assert not [name for name in held if "ours" in str(name)]
        child.resume()
        assert isinstance(await asked, Clean)
    finally:
        os.close(shared)


@pytest.mark.asyncio
async def test_a_worker_that_is_killed_is_a_refusal(cleaner: Cleaner) -> None:
    asked, child = await worker(cleaner)
    child.kill()
    assert await asked == Refused(Why.CRASHED)
    assert isinstance(await cleaner.clean(JPEG), Clean)


@pytest.mark.asyncio
async def test_a_worker_that_does_not_answer_is_given_up(cleaner: Cleaner) -> None:
    began = time.monotonic()
    asked, child = await worker(Cleaner(patience=0.3), JPEG + bytes(9_000_000))
    assert await asked == Refused(Why.TOO_SLOW)
    assert time.monotonic() - began < 5
    assert not child.is_running()


@pytest.mark.asyncio
@pytest.mark.parametrize("rogue", ROGUES)
async def test_a_worker_without_a_verdict_is_our_fault(cleaner: Cleaner, rogue: str) -> None:
    with pytest.raises(WorkerUnable):
        await Cleaner(worker=(sys.executable, "-c", ROGUES[rogue])).clean(JPEG)


@pytest.mark.asyncio
async def test_what_a_worker_says_is_not_believed(cleaner: Cleaner) -> None:
    found = await asyncio.gather(*(speaking(said).clean(JPEG) for said in LIARS.values()))
    assert dict(zip(LIARS, found, strict=True)) == dict.fromkeys(LIARS, Refused(Why.CRASHED))


@pytest.mark.asyncio
async def test_no_more_work_at_once_than_was_said(cleaner: Cleaner) -> None:
    before = most = len(psutil.Process().children())
    asked = [asyncio.create_task(cleaner.clean(JPEG)) for _ in range(8)]
    while not all(one.done() for one in asked):
        most = max(most, len(psutil.Process().children()))
        await asyncio.sleep(0.005)
    assert most == before + 2
    assert {type(await one) for one in asked} == {Clean}


async def stood(rogue: str) -> None:
    program, patience, why = STUBBORN[rogue]
    cleaner = Cleaner(patience=patience, worker=(sys.executable, "-c", program))
    both = asyncio.gather(*map(cleaner.clean, (JPEG, JPEG + bytes(5_000_000))))
    short, long = await asyncio.wait_for(both, 12)
    assert short == Refused(why)
    assert long in (Refused(why), Refused(Why.TOO_SLOW))


@pytest.mark.asyncio
@pytest.mark.parametrize("rogue", STUBBORN)
async def test_a_worker_that_was_taken_over_keeps_nobody(cleaner: Cleaner, rogue: str) -> None:
    await stood(rogue)


@pytest.mark.parametrize("rogue", STUBBORN)
def test_nor_under_the_loop_of_the_register(cleaner: Cleaner, rogue: str) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(stood(rogue))


async def given_up(cleaner: Cleaner) -> None:
    """Photos whose sender is not waited for any more, at any moment of the work."""
    for after in (0.0, 0.001, 0.02, 0.1):
        asked = [asyncio.create_task(cleaner.clean(JPEG + bytes(5_000_000))) for _ in range(3)]
        await asyncio.sleep(after)
        for one in asked:
            one.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
    assert isinstance(await cleaner.clean(JPEG), Clean)


@pytest.mark.asyncio
async def test_one_that_is_given_up_leaves_nothing(cleaner: Cleaner) -> None:
    await given_up(cleaner)


def test_so_it_is_under_the_loop_of_the_register(cleaner: Cleaner) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(given_up(cleaner))
        assert runner.run(cleaner.clean(JPEG[:500])) == Refused(Why.BROKEN)


@pytest.mark.parametrize("verdict", [Clean(JPEG, 120, 80), *map(Refused, Why)])
def test_a_verdict_is_read_as_it_was_written(verdict: Clean | Refused) -> None:
    said = pack(verdict)
    width, height, length = HEADER.unpack(said[: HEADER.size])
    assert length == len(said) - HEADER.size
    assert unpack(width, height, said[HEADER.size :]) == verdict
