"""The way to the channel that the desk uses."""

import os
from datetime import timedelta

from telegram.error import RetryAfter
from telegram.request import HTTPXRequest

# The library warns about every refusal until it is told which type of waiting time is wanted.
os.environ.setdefault("PTB_TIMEDELTA", "true")

READ = 15.0


def line(api: str, pool: int) -> HTTPXRequest:
    """A way to the channel; a proxy of the environment is not asked about our own machine."""
    own = api.startswith("http://127.0.0.1")
    return HTTPXRequest(
        connection_pool_size=pool, read_timeout=READ, httpx_kwargs={"trust_env": False} if own else {}
    )


def seconds(refused: RetryAfter) -> float:
    """How long the channel wants quiet."""
    wait = refused.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
