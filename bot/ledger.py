"""The ledger as `hamrah facts` prints it."""

from collections.abc import Iterator

import msgspec

from bot.compose.stores import stored_entries
from flows.facts import Entry


def whole(url: str) -> Iterator[str]:
    """Each entry as one JSON object."""
    for entry in stored_entries(url):
        yield msgspec.json.encode(_plain(entry)).decode()


def headers(url: str) -> Iterator[str]:
    """Each entry without what was said."""
    for entry in stored_entries(url):
        fact = entry.fact
        place = f"{entry.position:>8} {entry.node} {entry.epoch}.{entry.seq}"
        yield f"{place} {fact.received_at:%Y-%m-%d %H:%M:%S} {type(fact.body).__name__}"


def _plain(entry: Entry) -> dict[str, object]:
    fact = entry.fact
    return {
        "position": entry.position,
        "node": entry.node,
        "epoch": entry.epoch,
        "seq": entry.seq,
        "id": fact.id,
        "person": fact.person,
        "kind": type(fact.body).__name__,
        "by": fact.by,
        "said_at": fact.said_at,
        "received_at": fact.received_at,
        "recorded_at": entry.recorded_at,
        "cause": fact.cause,
        "body": fact.body,
        "chain": entry.chain.hex(),
    }
