"""getUpdates: long polling, one poller at a time."""

import asyncio
import time

from bot.sandbox.forms import Args
from bot.sandbox.refusals import Json, conflict
from bot.sandbox.rooms import Account
from bot.sandbox.world import World

LONGEST = 50.0


async def get_updates(world: World, account: Account, args: Args) -> list[Json]:
    """The updates that wait, or, if none does, the first that comes in time."""
    queue = account.queue
    deadline = time.monotonic() + min(LONGEST, max(0, args.whole("timeout", 0)))
    limit = min(100, max(1, args.whole("limit", 100)))
    allowed = args.array("allowed_updates")
    with world.lock:
        _refuse_webhook(account)
        if allowed is not None:
            queue.allowed = frozenset(allowed)
        queue.confirm(args.whole("offset", 0))
        queue.poller += 1
        turn = queue.poller
    queue.bell.ring()  # wakes an older poller, which then finds itself replaced
    while True:
        seen = queue.bell.rings
        if queue.poller != turn:
            _refuse_webhook(account, ended=True)
            raise conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        with world.lock:
            updates = queue.take(limit)
        left = deadline - time.monotonic()
        if updates or left <= 0 or world.closing:
            return await _on_the_way(world, updates)
        await queue.bell.wait(seen, left)


def _refuse_webhook(account: Account, *, ended: bool = False) -> None:
    if account.webhook and ended:
        raise conflict("terminated by setWebhook request")
    if account.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )


async def _on_the_way(world: World, updates: list[Json]) -> list[Json]:
    rule = updates and world.faults.strike("deliver", ("drop", "delay", "duplicate", "reorder"))
    if not rule:
        return updates
    match rule.kind:
        case "drop":
            return []
        case "delay":
            await asyncio.sleep(rule.seconds)
        case "duplicate":
            return [updates[0], *updates]
        case "reorder" if len(updates) > 1:
            return [updates[1], updates[0], *updates[2:]]
    return updates
