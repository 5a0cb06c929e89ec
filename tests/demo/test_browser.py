"""The demo's page in a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.demo.conftest import Played

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
pytestmark = [pytest.mark.browser, pytest.mark.processes]


@pytest.fixture
def page() -> Iterator[Page]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium is installed, so the demo's page was not looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        troubles: list[str] = []
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        yield page
        browser.close()
    assert troubles == []


def test_a_new_phone_speaks_dari_from_the_right_and_the_switch_cuts(
    played: Played, page: Page, tmp_path: Path
) -> None:
    folder = Path(os.environ.get("HAMRAH_PICTURES", tmp_path))
    page.goto(played.url)
    page.get_by_role("button", name="New phone").click()
    phone = page.frame_locator("#phone")
    phone.get_by_role("button", name="Start").click()
    phone.get_by_role("button", name="دری").click()
    expect(phone.get_by_role("button", name="شروع")).to_be_visible()
    words = phone.locator("p.text").last
    assert words.evaluate("node => getComputedStyle(node).direction") == "rtl"
    expect(phone.locator(".who")).to_be_hidden()
    switch = page.get_by_role("switch")
    expect(switch).to_contain_text("Link is up")
    page.screenshot(path=str(folder / "demo-wide.png"))
    switch.click()
    expect(switch).to_contain_text("Link is CUT")
    expect(switch).to_have_attribute("aria-checked", "false")
    assert not played.state()["up"]
    page.set_viewport_size({"width": 390, "height": 844})
    page.screenshot(path=str(folder / "demo-narrow.png"))
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    switch.click()
    expect(switch).to_contain_text("Link is up")


def test_the_staff_stand_beside_the_phone(played: Played, page: Page) -> None:
    page.goto(played.url)
    desk = page.frame_locator("#desk")
    claim = desk.get_by_role("button", name="Claim")
    expect(claim).to_be_visible(timeout=60_000)
    claim.click()
    expect(desk.get_by_text("taken by Maryam")).to_be_visible()
    page.get_by_role("button", name="Private, with the desk").click()
    expect(desk.get_by_text("is yours: E22")).to_be_visible()
    page.locator("#members").select_option("Daud")
    page.get_by_role("button", name="Staff chat").click()
    expect(desk.get_by_text("taken by Maryam")).to_be_visible()
