"""The ledger as `hamrah facts` prints it: at a node headers only, at the centre what its keys open."""

from collections.abc import Iterator

import msgspec

from bot.compose.stores import any_store, stored_entries, vault
from bot.keys import Centre
from bot.settings import Settings
from flows.facts import Entry, Unread


def headers(given: Settings, url: str) -> Iterator[str]:
    """Each entry without what was said, marked where the clock of its machine was wrong."""
    for entry in stored_entries(any_store(given, url), None):
        fact = entry.fact
        place = f"{entry.position:>8} {entry.node} {entry.epoch}.{entry.seq}"
        doubt = " (clock)" if entry.clock_suspect else ""
        yield f"{place} {fact.received_at:%Y-%m-%d %H:%M:%S} {_kind(entry)}{doubt}"


def whole(given: Settings, url: str) -> Iterator[str]:
    """Each entry as one JSON object; its body is null where these keys do not open it."""
    keys = vault(given) if Centre(given.keys).is_here else None
    for entry in stored_entries(any_store(given, url), keys):
        yield msgspec.json.encode(_plain(entry)).decode()


def _kind(entry: Entry) -> str:
    body = entry.fact.body
    return body.kind if isinstance(body, Unread) else type(body).__name__


def _plain(entry: Entry) -> dict[str, object]:
    fact = entry.fact
    return {
        "position": entry.position,
        "node": entry.node,
        "epoch": entry.epoch,
        "seq": entry.seq,
        "id": fact.id,
        "person": fact.person,
        "kind": _kind(entry),
        "by": fact.by,
        "said_at": fact.said_at,
        "received_at": fact.received_at,
        "recorded_at": entry.recorded_at,
        "clock_suspect": entry.clock_suspect,
        "cause": fact.cause,
        "body": None if isinstance(fact.body, Unread) else fact.body,
        "chain": entry.chain.hex(),
    }
