"""A bell that wakes waiting coroutines, rung from any thread."""

import asyncio
import threading


class Bell:
    """Counts its rings, so that a ring between looking and waiting is not missed."""

    def __init__(self) -> None:
        self.rings = 0
        self._lock = threading.Lock()
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake everyone who waits."""
        with self._lock:
            self.rings += 1
            waiting, self._waiting = self._waiting, set()
        for future in waiting:
            future.get_loop().call_soon_threadsafe(_wake, future)

    async def wait(self, seen: int, seconds: float | None = None) -> None:
        """Wait for a ring after the `seen`-th, or for the time to pass."""
        future = asyncio.get_running_loop().create_future()
        with self._lock:
            if self.rings != seen:
                return
            self._waiting.add(future)
        try:
            # Not `wait_for`: on Python 3.11 it forgets that it was cancelled when the bell rings just then.
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            return
        finally:
            with self._lock:
                self._waiting.discard(future)


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
