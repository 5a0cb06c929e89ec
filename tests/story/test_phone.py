"""Registration in Dari as somebody meets it: on the phone page, in a real browser, by buttons and by typing."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.browser import chromium, keep_picture, untroubled
from tests.keys import PASSPHRASE, deployment
from tests.processes import CITIZEN_TOKEN, Process, running
from tests.story.stage import CITIZENS, ledger

SLOW = 20_000
pytestmark = [pytest.mark.browser, pytest.mark.processes]


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str]]:
    """A cheap phone's page, and the store of the node behind it."""
    folder = tmp_path_factory.mktemp("phone")
    store = str(folder / "node.db")
    with contextlib.ExitStack() as play:
        browser = play.enter_context(chromium())
        api = play.enter_context(sandbox_running(World(seed=3)))
        sandbox = play.enter_context(Sandbox(api))
        sandbox.bot(CITIZEN_TOKEN, CITIZENS, "Notes desk")
        sandbox.user(501, "Laila", language_code="fa")
        page = play.enter_context(untroubled(browser, 360, 740))
        deployment(folder, str(folder / "register.db"), "node-1")
        given = {"telegram_api": api, "store": store, "register_url": "https://127.0.0.1:9"}
        given |= {"keys": str(folder / "node-1"), "passphrase": PASSPHRASE}
        node = Process("node", Path(folder) / "node.log", citizen_token=CITIZEN_TOKEN, **given)
        play.enter_context(running(node))
        page.goto(f"{api}/phone?user=501&chat={CITIZENS}&bare=1")
        yield page, store


def test_registration_in_dari(phone: tuple[Page, str]) -> None:
    """Every step is Dari, right to left, in few messages; what was said is in the ledger."""
    page, store = phone
    _types(page, "سلام")
    expect(page.get_by_text("این کمک رایگان است")).to_be_visible(timeout=SLOW)
    keep_picture(page, "1-hello")
    for label in ("بلی", "خودم", "تبعه امریکا"):
        _presses(page, label)
    expect(page.get_by_text("۳ از ۶")).to_be_visible(timeout=SLOW)
    asked = page.locator("p.text", has_text="۳ از ۶")
    assert asked.evaluate("element => getComputedStyle(element).direction") == "rtl"
    keep_picture(page, "2-wish")
    _presses(page, "می‌خواهم بروم")
    _presses(page, "۴")
    _types(page, "لیلا احمدی")
    expect(page.get_by_text("۶ از ۶")).to_be_visible(timeout=SLOW)
    first, second = (page.get_by_role("button", name=place).bounding_box() for place in ("کابل", "هرات"))
    assert first is not None
    assert second is not None
    assert first["x"] > second["x"], "the first option stands where reading begins"
    keep_picture(page, "3-province")
    _presses(page, "هرات")
    expect(page.get_by_text("لیلا احمدی").last).to_be_visible(timeout=SLOW)
    keep_picture(page, "4-check")
    _presses(page, "بلی")
    expect(page.get_by_text("ثبت شد").last).to_be_visible(timeout=SLOW)
    keep_picture(page, "5-saved")
    answers = {
        f["body"]["question"]: f["body"]["value"]
        for f in ledger(store, Path(store).parent / "centre")
        if f["kind"] == "AnswerGiven"
    }
    assert answers["language"] == "fa-AF"
    assert answers["name"] == "لیلا احمدی"
    assert (answers["wish"], answers["count"], answers["province"]) == ("LEAVE_NOW", 4, "HER")


def test_deleting_everything_and_thinking_again_in_dari(phone: tuple[Page, str]) -> None:
    """Who is registered finds the way to be deleted in the menu, and the way back under it."""
    page, _ = phone
    _types(page, "منو")
    _presses(page, "امنیت من")
    _presses(page, "مرا حذف کنید")
    _presses(page, "همه حذف شود")
    expect(page.get_by_text("معلومات شما حالا قفل شد")).to_be_visible(timeout=SLOW)
    keep_picture(page, "6-locked")
    _presses(page, "برگردانید")
    expect(page.get_by_text("آنچه گفتید نزد ما می‌ماند")).to_be_visible(timeout=SLOW)


def test_wiping_the_chat_in_dari(phone: tuple[Page, str]) -> None:
    """Both sides of the chat vanish before her eyes, and then the words that say so."""
    page, _ = phone
    _types(page, "منو")
    _presses(page, "امنیت من")
    expect(page.get_by_text("لیلا احمدی").first).to_be_visible()
    expect(page.get_by_role("button", name="پاک کردن چت", exact=True).last).to_be_visible(timeout=SLOW)
    keep_picture(page, "7-before-the-wipe")
    _presses(page, "پاک کردن چت")
    expect(page.get_by_text("آنچه توانستیم برداشتیم")).to_be_visible(timeout=SLOW)
    expect(page.locator(".bubble")).to_have_count(1, timeout=SLOW)
    keep_picture(page, "8-wiped")
    _presses(page, "تمام")
    expect(page.locator(".bubble")).to_have_count(0, timeout=SLOW)
    keep_picture(page, "9-empty")


def _presses(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).last.click(timeout=SLOW)


def _types(page: Page, words: str) -> None:
    page.get_by_role("textbox").fill(words)
    page.get_by_role("textbox").press("Enter")
