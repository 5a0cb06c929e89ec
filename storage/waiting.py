"""Waiting for something to happen, and for a link to come back."""

import asyncio
from random import SystemRandom
from typing import Any

SHORTEST, LONGEST = 0.2, 8.0

_random = SystemRandom()


def jitter(failures: int) -> float:
    """How many seconds to wait after so many failures in a row; random, so that nodes do not return together."""
    return _random.uniform(0, min(LONGEST, SHORTEST * 2 ** min(failures, 10)))


async def rest(seconds: float | None, *things: "asyncio.Event | asyncio.Future[Any]") -> None:
    """Until the first of these things happens, or the time is up."""
    told = [asyncio.ensure_future(thing.wait()) for thing in things if isinstance(thing, asyncio.Event)]
    done = [thing for thing in things if not isinstance(thing, asyncio.Event)]
    try:
        await asyncio.wait([*told, *done], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in told:
            wait.cancel()
