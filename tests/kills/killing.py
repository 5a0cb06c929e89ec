"""SIGKILL at random moments under load: every confirmed update has its facts once (reliability: I1, I2)."""

import random
import time
from collections import defaultdict
from pathlib import Path

import httpx

from bot.compose.stores import any_store, stored_entries, vault
from bot.sandbox.running import running
from bot.sandbox.world import World
from bot.settings import settings
from flows.facts import Body, CaseOpened, PersonMet, Unread
from tests.keys import PASSPHRASE, deployment
from tests.kills import forked
from tests.kills.crowd import BOT, Crowd
from tests.processes import CITIZEN_TOKEN, SECRET, free_port, until

PEOPLE = 12
AT_ONCE = 3


def killed(way: str, kills: int, seed: int, place: Path) -> str:
    """Kill a node so often; the ledger holds exactly what the pure turn makes of what was said."""
    world = World(seed=seed)
    world.add_bot(CITIZEN_TOKEN, BOT, "Notes")
    crowd = Crowd(world, PEOPLE, seed, presses=way == "polling")
    with running(world) as api:
        given = _given(way, api, place)
        log = str(place / "node.log")
        _kill_often(world, crowd, given, log, random.Random(seed), kills)
        last = forked.start("node", log, given)
        try:
            until(lambda: _waiting(world, given, api) == 0, within=60, what="the last update")
        finally:
            forked.kill(last)
    kept = assert_said(crowd, given["store"], place / "centre")
    said = sum(len(acts) for acts in crowd.acts.values())
    return f"{way}: {kills} kills, {said} updates, {kept} facts, 0 lost, 0 doubled"


def assert_said(crowd: Crowd, store: str, keys: Path) -> int:
    """A store holds just what the pure turn makes of what this crowd did; returns how many facts."""
    facts = _facts(store, keys)
    agreed = sum(any(crowd.facts(chat, "")) for chat in crowd.people)
    assert len(facts) == agreed, f"{len(facts)} people are known, {agreed} agreed"
    for (chat, person), found in facts.items():
        # Only the node knew whether the centre could be reached just then.
        cut = {cause for cause, body in found if isinstance(body, CaseOpened) and not body.told}
        expected = list(crowd.facts(chat, person, cut))
        assert found == expected, f"chat {chat}: {_apart(found, expected)}"
    return sum(len(found) for found in facts.values())


def _kill_often(
    world: World, crowd: Crowd, given: dict[str, str], log: str, chance: random.Random, kills: int
) -> None:
    for _ in range(kills):
        process = forked.start("node", log, given)
        # From before it listens until well into its work.
        until_kill = time.monotonic() + chance.uniform(0.15, 0.9)
        while time.monotonic() < until_kill:
            for _ in range(AT_ONCE):
                crowd.act()
            time.sleep(0.02)
        forked.kill(process)
        if "webhook_url" in given:
            # Telegram waits longer and longer before it tries again. Polling needs no such push, and time must not
            # run there: the channel forgets a press after 150 s, and what it never delivered we cannot have lost.
            world.advance(2)


def _given(way: str, api: str, folder: Path) -> dict[str, str]:
    given = {
        "citizen_token": CITIZEN_TOKEN,
        "telegram_api": api,
        "store": str(folder / "node.db"),
        "register_url": "https://127.0.0.1:9",
        "keys": str(folder / "node-1"),
        "passphrase": PASSPHRASE,
    }
    deployment(folder, str(folder / "register.db"), "node-1")
    if way == "webhook":
        port = free_port()
        given |= {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_listen": f"127.0.0.1:{port}"}
        given |= {"webhook_secret": SECRET}
    return given


def _waiting(world: World, given: dict[str, str], api: str) -> int:
    if "webhook_url" in given:
        world.advance(2)
    told = httpx.get(f"{api}/bot{CITIZEN_TOKEN}/getWebhookInfo", trust_env=False).json()
    return int(told["result"]["pending_update_count"])


def _facts(store: str, keys: Path) -> dict[tuple[int, str], list[tuple[str, Body]]]:
    """What each person said, by chat and record, in the ledger's order."""
    found: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    chats: dict[str, int] = {}
    centre = settings(keys=keys)
    for entry in stored_entries(any_store(centre, store), vault(centre)):
        fact = entry.fact
        assert not isinstance(fact.body, Unread), f"a fact of kind {fact.body.kind} does not open"
        if isinstance(fact.body, PersonMet):
            chats[fact.person] = fact.body.chat
        found[fact.person].append((fact.cause, fact.body))
    return {(chats[person], person): facts for person, facts in found.items()}


def _apart(found: list[tuple[str, Body]], expected: list[tuple[str, Body]]) -> str:
    """Where two lists part, without what was said."""
    pairs = enumerate(zip(found, expected, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(found), len(expected)))
    return f"{len(found)} facts for {len(expected)}, apart at {at}"
