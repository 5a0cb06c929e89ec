"""What the demo's page shows in figures: the register's counts, and what waits at the node."""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.compose.stores import any_store
from bot.console.figures import WISHES
from bot.settings import Settings
from flows.link import LinkDown
from storage.engine import read
from storage.ledger import head

EPOCH = 1
PATIENCE = 3.0
LEAVING = frozenset(label for wish, label in WISHES.items() if wish.startswith("LEAVE"))

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ledgers:
    """How many facts the node has heard, and how many of them the register has; None if it does not answer."""

    node: int
    register: int | None


class Register:
    """The register as the page asks it, past the link: the page stands at the centre."""

    def __init__(self, page: str, given: Settings, link: HttpLink) -> None:
        self._http = httpx.AsyncClient(base_url=page, timeout=PATIENCE, trust_env=False)
        self._given, self._link = given, link
        self._engine: Engine | None = None

    async def close(self) -> None:
        """Let go of the register and of the node's store."""
        await self._http.aclose()
        await self._link.aclose()
        if self._engine is not None:
            self._engine.dispose()

    async def healthy(self) -> bool:
        """Whether it answers."""
        try:
            return (await self._http.get("/health")).is_success
        except httpx.HTTPError:
            return False

    async def ledgers(self) -> Ledgers:
        """Both ends of the link."""
        register: int | None = None
        with contextlib.suppress(LinkDown):
            register = (await self._link.head(EPOCH)).seq
        return Ledgers(await asyncio.to_thread(self._heard), register)

    async def counts(self) -> Json | None:
        """The counts; None if it does not answer."""
        try:
            told = (await self._http.get("/counts.json")).raise_for_status()
            return counts(told.json()["sections"])
        except (httpx.HTTPError, ValueError, KeyError):
            return None

    def _heard(self) -> int:
        """The node's own count, read with the centre's keys: its store is closed to everyone else."""
        if self._engine is None:
            if not Path(self._given.store).exists():
                return 0
            self._engine = any_store(self._given, self._given.store)
        with read(self._engine) as connection:
            return head(connection, self._given.node, EPOCH).seq


def counts(sections: Sequence[Json]) -> Json:
    """The counts the page shows, out of the console's tables."""
    tables = {section["title"]: section for section in sections}
    people, cases, wishes = (dict(tables[title]["rows"]) for title in ("People", "Cases", "Wishes"))
    departures = tables["Departures"]
    return {
        "known": people["known"],
        "registered": people["registered"],
        "leaving": together([shown for wish, shown in wishes.items() if wish in LEAVING]),
        "cases": _opened(cases),
        "departures": [dict(zip(departures["columns"], row, strict=True)) for row in departures["rows"]],
    }


def together(cells: Sequence[str]) -> str:
    """The sum of cells; a cell that hides how few it counts makes it a range."""
    hidden = [int(cell.removeprefix("<")) - 1 for cell in cells if cell.startswith("<")]
    known = sum(int(cell.replace(",", "")) for cell in cells if not cell.startswith("<"))
    return f"{known + len(hidden):,}–{known + sum(hidden):,}" if hidden else f"{known:,}"


def _opened(cases: Mapping[str, str]) -> Json:
    return {state: cases[state] for state in ("waiting", "claimed", "closed")}
