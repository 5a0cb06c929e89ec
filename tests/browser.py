"""A real Chromium for tests of pages, and the pictures that people look at."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser while the block runs; without one the test is skipped, but never in CI.

    To be opened for a module at most: while it is open, the thread's event loop belongs to it.
    """
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI"):
        pytest.fail("CI has no Chromium: .ci/run must install it")
    if path is None:
        pytest.skip("no Chromium is installed, so the page was not looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def untroubled(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """A page of this size that must not complain: no error in its console, no uncaught exception."""
    page = browser.new_page(viewport={"width": width, "height": height})
    troubles: list[str] = []
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    page.close()
    assert troubles == []


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture where whoever runs the tests asked for one (HAMRAH_PICTURES=folder)."""
    if folder := os.environ.get("HAMRAH_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"{name}.png"))
