"""The demo's page in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import chromium, keep_picture, untroubled
from tests.demo.conftest import Played

pytestmark = [pytest.mark.browser, pytest.mark.processes]


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium() as browser, untroubled(browser, 1280, 800) as page:
        yield page


def test_a_new_phone_speaks_dari_from_the_right_and_the_switch_cuts(played: Played, page: Page) -> None:
    page.goto(played.url)
    page.get_by_role("button", name="New phone").click()
    phone = page.frame_locator("#phone")
    phone.get_by_role("button", name="Start").click()
    phone.get_by_role("button", name="دری").click()
    expect(phone.get_by_role("button", name="بلی", exact=True)).to_be_visible()
    words = phone.locator("p.text").last
    assert words.evaluate("node => getComputedStyle(node).direction") == "rtl"
    expect(phone.locator(".who")).to_be_hidden()
    switch = page.get_by_role("switch")
    expect(switch).to_contain_text("Link is up")
    keep_picture(page, "demo-wide")
    switch.click()
    expect(switch).to_contain_text("Link is CUT")
    expect(switch).to_have_attribute("aria-checked", "false")
    assert not played.state()["up"]
    page.set_viewport_size({"width": 390, "height": 844})
    keep_picture(page, "demo-narrow")
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
