"""Somebody who knows of us only what the phone shows registers: by buttons, and by one message and a yes.

They read the newest message, press the button that says what they want, and type where no button does. What they
read and do is timed by the model of `bench.minute`, and how often they wait for an answer is counted.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench.minute import FAMILY, Screen, Watch, timed
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.browser import chromium, keep_picture, untroubled
from tests.keys import PASSPHRASE, deployment
from tests.processes import CITIZEN_TOKEN, Process, running
from tests.story.stage import CITIZENS, ledger

SLOW, LINK, MINUTE, TRIPS = 20_000, 0.5, 60, 10
ISOLATES = re.compile("[\u2066-\u2069]")
NUMBER = re.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]")
pytestmark = [pytest.mark.browser, pytest.mark.processes]


@dataclass(frozen=True)
class Mind:
    """What somebody of this language has in mind: what they look for on buttons, and how they write."""

    user: int
    client: str
    wants: tuple[str, ...]
    name: str
    one_message: str
    message: str


MINDS = {
    "en": Mind(
        701, "en", ("Yes", "Me and family", "U.S. citizen", "I want to go", "3", "Kabul"), "Ahmad Karimi",
        "Yes, one message", "Ali Rahimi, 4 people, green card, want to go, Herat",
    ),
    "fa-AF": Mind(
        702, "fa", ("بلی", "من و فامیلم", "تبعه امریکا", "می‌خواهم بروم", "۳", "کابل"), "احمدضیا کریم",
        "بلی، در یک پیام", "علی رحیمی ۴ نفر گرین کارت می‌خواهم بروم هرات",
    ),
    "ps": Mind(
        703, "ps", ("هو", "زما او د کورنۍ", "د امریکا تبعه", "تلل غواړم", "۳", "کابل"), "احمدضیا کریم",
        "هو، په یوه پیغام کې", "علي رحیمي ۴ نفر ګرین کارټ غواړم لاړ شم هرات",
    ),
}  # fmt: skip


# At once, since the page may be drawn anew between two looks; from where reading begins in each row.
LOOK = """() => {
    const newest = [...document.querySelectorAll(".bubble.in")].at(-1);
    if (!newest) return null;
    const texts = [...newest.querySelectorAll("p.text")];
    const leftwards = texts.some((text) => getComputedStyle(text).direction === "rtl");
    const places = [...newest.querySelectorAll("button")].filter((button) => button.checkVisibility())
        .map((button) => [button.getBoundingClientRect(), button.innerText]);
    places.sort(([a], [b]) => a.top - b.top || (leftwards ? b.left - a.left : a.left - b.left));
    return [texts.map((text) => text.innerText).join(" "), places.map(([, label]) => label)];
}"""


@dataclass
class Stranger:
    """At their phone, with nothing to go by but what it shows."""

    page: Page
    mind: Mind
    watch: Watch = field(default_factory=Watch)

    def sees(self) -> Screen | None:
        """The newest message: its words, and its buttons in the order of reading; None before there is any."""
        seen = self.page.evaluate(LOOK)
        return Screen(_plain(seen[0]), tuple(map(_plain, seen[1]))) if seen else None

    def begins(self) -> Screen:
        """They press the only thing there is."""
        self.watch.acts(None, None)
        self.page.get_by_role("button", name="Start", exact=True).click(timeout=SLOW)
        return self._waits(None)

    def presses(self, screen: Screen, label: str) -> Screen:
        """They press what it says; what is there then."""
        self.watch.acts(screen, label)
        newest = self.page.locator(".bubble.in").last
        newest.get_by_role("button", name=label, exact=True).click(timeout=SLOW)
        return self._waits(screen)

    def types(self, screen: Screen, words: str) -> Screen:
        """They write; what is there then."""
        self.watch.acts(screen, None, words)
        self.page.get_by_role("textbox").fill(words)
        self.page.get_by_role("textbox").press("Enter")
        return self._waits(screen)

    def goes_on(self, screen: Screen) -> Screen:
        """One more act towards what they want: a button that says it, else their name where none could."""
        wanted = next((label for label in screen.buttons if label in self.mind.wants), None)
        if wanted is not None:
            return self.presses(screen, wanted)
        assert len(screen.buttons) == 1, f"nothing here says what they want: {screen}"
        return self.types(screen, self.mind.name)

    def _waits(self, before: Screen | None) -> Screen:
        for _ in range(SLOW // 50):
            self.page.wait_for_timeout(50)
            if (now := self.sees()) not in (None, before):
                assert now is not None
                return now
        raise TimeoutError(f"nothing came after {before}")


def _plain(text: str) -> str:
    return ISOLATES.sub("", text).strip()


@dataclass(frozen=True)
class House:
    """A node behind the page: where the page is, and the node's store."""

    browser: Browser
    sandbox: Sandbox
    api: str
    store: str

    @contextlib.contextmanager
    def phone(self, mind: Mind, user: int) -> Iterator[Stranger]:
        """A cheap phone in this language."""
        self.sandbox.user(user, "Somebody", language_code=mind.client)
        with untroubled(self.browser, 360, 740) as page:
            page.goto(f"{self.api}/phone?user={user}&chat={CITIZENS}&bare=1")
            yield Stranger(page, mind)

    def answers(self, user: int) -> dict[str, object]:
        """What the ledger has of who writes from this chat."""
        facts = ledger(self.store, Path(self.store).parent / "centre")
        person = next(f["person"] for f in facts if f["kind"] == "PersonMet" and f["body"]["chat"] == user)
        own = (f["body"] for f in facts if f["person"] == person and f["kind"] == "AnswerGiven")
        return {body["question"]: body["value"] for body in own}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A node, and the phone page."""
    folder = tmp_path_factory.mktemp("stranger")
    store = str(folder / "node.db")
    with contextlib.ExitStack() as play:
        browser = play.enter_context(chromium())
        api = play.enter_context(sandbox_running(World(seed=3)))
        sandbox = play.enter_context(Sandbox(api))
        sandbox.bot(CITIZEN_TOKEN, CITIZENS, "Notes desk")
        deployment(folder, str(folder / "register.db"), "node-1")
        given = {"telegram_api": api, "store": store, "register_url": "https://127.0.0.1:9"}
        given |= {"keys": str(folder / "node-1"), "passphrase": PASSPHRASE}
        node = Process("node", Path(folder) / "node.log", citizen_token=CITIZEN_TOKEN, **given)
        play.enter_context(running(node))
        yield House(browser, sandbox, api, store)


@pytest.mark.parametrize("language", MINDS)
def test_a_stranger_registers_by_buttons_within_a_minute(house: House, language: str) -> None:
    """A family of three, a citizen, who wants to go, in Kabul; the name is typed."""
    mind = MINDS[language]
    with house.phone(mind, mind.user) as stranger:
        screen = stranger.begins()
        while not NUMBER.search(screen.said):
            keep_picture(stranger.page, f"stranger-{language}-{stranger.watch.trips}")
            assert stranger.watch.trips < TRIPS, f"lost at {screen}"
            screen = stranger.goes_on(screen)
        keep_picture(stranger.page, f"stranger-{language}-{stranger.watch.trips}")
        direction = stranger.page.locator(".bubble.in p.text").last.evaluate("e => getComputedStyle(e).direction")
    assert direction == ("ltr" if language == "en" else "rtl")
    assert stranger.watch.trips <= TRIPS
    assert stranger.watch.seconds(LINK) <= MINUTE
    assert stranger.watch.seconds(LINK) == pytest.approx(timed(FAMILY, language, LINK).registered, abs=0.1)
    answers = house.answers(mind.user)
    assert (answers["language"], answers["consent"]) == (language, "yes")
    assert (answers["for_whom"], answers["category"], answers["wish"]) == ("family", "USC", "LEAVE_NOW")
    assert (answers["count"], answers["name"], answers["province"]) == (3, mind.name, "KAB")


@pytest.mark.parametrize("language", MINDS)
def test_a_stranger_registers_by_one_message_and_a_yes(house: House, language: str) -> None:
    mind = MINDS[language]
    with house.phone(mind, mind.user + 100) as stranger:
        asked = stranger.presses(stranger.begins(), mind.one_message)
        opening = stranger.watch.trips
        read_back = stranger.types(asked, mind.message)
        keep_picture(stranger.page, f"stranger-{language}-one-message")
        registered = stranger.presses(read_back, mind.wants[0])
    assert NUMBER.search(registered.said)
    assert stranger.watch.trips - opening == 2
    answers = house.answers(mind.user + 100)
    assert {key: answers[key] for key in ("category", "wish", "count", "province")} == {
        "category": "LPR", "wish": "LEAVE_NOW", "count": 4, "province": "HER",
    }  # fmt: skip
