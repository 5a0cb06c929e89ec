"""The console over a register of figures: what it shows, what it hides, and to whom."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import uvicorn

from bot.console.app import console
from bot.console.figures import figures
from flows.ports import Erasures, NodeTotal, OfferRow, Totals, WindowRow
from tests.browser import chromium, keep_picture, untroubled

NOW = datetime(2021, 11, 9, 12, tzinfo=UTC)
TOTALS = Totals(
    people=1234,
    registered=990,
    wishes={"LEAVE_NOW": 800, "STAY": 120, "LEAVE_LATER": 66, "UNDECIDED": 4},
    languages={"fa-AF": 700, "ps": 280, "en": 10},
    provinces={"KAB": 640, "HER": 220, "NAN": 9, "KAN": 3, "": 118},
    nodes=[NodeTotal("kabul", 1, 40_512, 40_600, NOW - timedelta(seconds=12))],
    cases_open=2,
    cases_claimed=1,
    cases_closed=7,
)
TERMS = (NOW + timedelta(days=9), NOW + timedelta(days=7), 2, "tg:222", "tg:333", "d" * 64)


@dataclass
class Figures:
    """A register that only has figures."""

    known: Totals = TOTALS

    def totals(self) -> Totals:
        return self.known

    def windows(self) -> Sequence[WindowRow]:
        return [WindowRow("W-1", "AIR", *TERMS)]

    def offers(self, window: str) -> Sequence[OfferRow]:
        yes = OfferRow(window, "a", True, True, "yes", True, 0)
        return [yes, OfferRow(window, "b", True, False, "", False, 0)]

    def erasures(self) -> Sequence[Erasures]:
        return [Erasures("aborted", 12, NOW, NOW + timedelta(days=9)), Erasures("asked", 3, NOW, NOW)]


@contextmanager
def served(register: Figures) -> Iterator[str]:
    """The console on loopback while the block runs."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(console(register, now=lambda: NOW), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


def rows(title: str, *, exact: bool) -> list[list[str]]:
    """The rows under one title."""
    sections = figures(Figures(), NOW, exact=exact)["sections"]
    assert isinstance(sections, list)
    [found] = [section["rows"] for section in sections if section["title"] == title]
    return [list(row) for row in found]


def test_small_cells_do_not_say_how_small() -> None:
    assert rows("Provinces", exact=False)[2:] == [["not said", "118"], ["Kandahar", "<10"], ["Nangarhar", "<10"]]
    assert rows("Provinces", exact=True)[-1] == ["Kandahar", "3"]
    assert ["undecided", "<10"] in rows("Wishes", exact=False)


def test_a_departure_shows_its_live_counts_and_a_node_when_it_was_heard() -> None:
    assert rows("Departures", exact=False) == [
        ["18 Nov 2021", "air", "2", "yes", "2", "0", "2", "0", "1", "1", "0", "1", "1", "0", "1", *["0"] * 6]
    ]
    assert rows("Will be erased", exact=False) == [
        ["registration not finished", "12", "09 Nov", "18 Nov"],
        ["asked to be deleted", "<10", "09 Nov", "09 Nov"],
    ]
    assert rows("Nodes", exact=False) == [["kabul", "12 s ago", "40,512"]]


def test_the_page_stands_alone_and_lets_nothing_else_in() -> None:
    with served(Figures()) as url, httpx.Client(base_url=url, trust_env=False) as visitor:
        page = visitor.get("/")
        assert "1,234" in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "http" not in page.text
        assert "<script>" not in page.text
        assert visitor.get("/counts.json").json()["sections"][0]["rows"][0] == ["known", "1,234"]
        assert visitor.get("/page.js").headers["content-type"].startswith("text/javascript")
        assert visitor.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.asyncio
async def test_another_machine_is_refused() -> None:
    away = httpx.ASGITransport(console(Figures()), client=("10.1.2.3", 5000))
    async with httpx.AsyncClient(transport=away, base_url="http://localhost") as visitor:
        assert (await visitor.get("/counts.json")).status_code == 403


@pytest.mark.browser
def test_the_page_renews_itself_and_fits_a_phone() -> None:
    register = Figures()
    with served(register) as url, chromium() as browser, untroubled(browser, 360, 740) as page:
        page.goto(url)
        page.get_by_text("1,234").wait_for()
        register.known = replace(TOTALS, people=1235)
        page.get_by_text("1,235").wait_for(timeout=8000)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        keep_picture(page, "console-phone")
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 1200, "height": 800})
        keep_picture(page, "console-wide")
