"""The processes of the demo: started, watched, and ended in order; none outlives it."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.settings import PREFIX, Unset

ROOT = Path(__file__).parents[2]
PATIENCE = 5.0
LAST = 8
LOOPBACK = "127.0.0.1,localhost"


class Ended(Unset):
    """A process of the demo ended by itself; the sentence says which, and its last words."""


@dataclass(frozen=True, slots=True)
class Child:
    """One process, and the file its standard error goes to."""

    name: str
    process: asyncio.subprocess.Process
    log: Path

    async def ended(self) -> Ended:
        """Why it ended by itself, once it did."""
        code = await self.process.wait()
        words = self.log.read_text("utf-8", "replace").splitlines()[-LAST:]
        return Ended("\n  ".join([f"the {self.name} ended by itself (exit {code}); its last words were:", *words]))

    async def end(self) -> None:
        """Ask it to end, and make it end if it does not."""
        if self.process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), PATIENCE)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()


async def start(name: str, folder: Path, given: Mapping[str, str]) -> Child:
    """Start `hamrah NAME` in the folder, with these settings and no others."""
    log = folder / f"{name}.log"
    with log.open("wb") as kept:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", name),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=kept,
            stderr=kept,
            cwd=folder,  # away from any .env of a real deployment
            env=_environment(given),
            start_new_session=True,  # Ctrl-C reaches the demo alone, which ends them in order
        )
    return Child(name, process, log)


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    path = os.pathsep.join(filter(None, (str(ROOT), kept.get("PYTHONPATH", ""))))
    named = {PREFIX + name.upper(): value for name, value in given.items()}
    return {**kept, "PYTHONPATH": path, "NO_PROXY": LOOPBACK, "no_proxy": LOOPBACK, **named}
