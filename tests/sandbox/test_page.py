"""The phone page in a real browser."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium, keep_picture, untroubled
from tests.sandbox.stage import Stage

KEYS = {
    "inline_keyboard": [
        [{"text": "بلی، می‌خواهم بروم", "callback_data": "yes"}, {"text": "نخیر", "callback_data": "no"}],
        [{"text": "هنوز نمی‌دانم", "callback_data": "later"}],
    ]
}
PLAIN = {
    "keyboard": [[{"text": "📱 شمارهٔ من", "request_contact": True}], ["کمک", "English"]],
    "resize_keyboard": True,
}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with untroubled(browser, 900, 860) as page:
        yield page


def talk(stage: Stage) -> int:
    """A chat in which everything has happened; the last question's message id."""
    stage.say("/start")
    stage.told("سلام لیلا جان. من همراه استم. نام کامل تان چیست؟", reply_markup=PLAIN)
    said = stage.say("لیلا نوری")
    stage.sandbox.edit(stage.laila, stage.username, said["message_id"], "لیلا نوری، ۳۲ ساله")
    stage.sandbox.send(stage.laila, stage.username, "photo", caption="تذکره")
    stage.sandbox.send(stage.laila, stage.username, "contact")
    stage.sandbox.send(stage.laila, stage.username, "location")
    gone = stage.told("این پیام حذف شد")
    stage.result("deleteMessage", chat_id=stage.laila, message_id=gone["message_id"])
    stage.told(
        "<b>Case 4711</b> is with Omid. <script>alert(1)</script>".replace("<script>", "&lt;script&gt;").replace(
            "</script>", "&lt;/script&gt;"
        ),
        parse_mode="HTML",
        protect_content=True,
    )
    asked = stage.told("آیا می‌خواهید از افغانستان بروید؟", reply_markup=KEYS)
    number: int = asked["message_id"]
    return number


def test_a_citizens_phone_reads_from_the_right_and_its_buttons_work(stage: Stage, page: Page) -> None:
    asked = talk(stage)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{stage.url}/phone?user={stage.laila}&chat={stage.username}&bare=1")
    question = page.locator(f"[data-id='{asked}'] p.text")
    expect(question).to_have_text("آیا می‌خواهید از افغانستان بروید؟")
    assert question.evaluate("node => getComputedStyle(node).direction") == "rtl"
    yes = page.get_by_role("button", name="بلی، می‌خواهم بروم")
    assert yes.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep_picture(page, "citizen")
    name = page.get_by_text("لیلا نوری، ۳۲ ساله")
    expect(name).to_be_visible()
    stage.result("deleteMessages", chat_id=stage.laila, message_ids=[*range(1, asked)])
    expect(name).to_have_count(0)
    yes.focus()
    page.keyboard.press("Enter")
    stage.until(lambda: "callback_query" in stage.updates()[-1])
    query = stage.updates()[-1]["callback_query"]
    assert query["data"] == "yes"
    stage.result("answerCallbackQuery", callback_query_id=query["id"], text="ثبت شد")
    expect(page.get_by_role("status")).to_have_text("ثبت شد")
    stage.result("editMessageText", chat_id=stage.laila, message_id=asked, text="بلی، می‌خواهم بروم.")
    expect(yes).to_have_count(0)
    expect(page.locator(f"[data-id='{asked}'] .edited")).to_be_visible()
    keep_picture(page, "citizen-after")


def test_what_is_typed_and_attached_reaches_the_bot(stage: Stage, page: Page) -> None:
    page.goto(f"{stage.url}/phone?user={stage.laila}&chat={stage.username}&bare=1")
    page.get_by_role("button", name="Start").click()
    stage.until(lambda: len(stage.updates()) == 1)
    stage.told("شماره؟", reply_markup=PLAIN)
    page.get_by_role("textbox", name="Message").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    expect(page.locator(".bubble.out p.text").last).to_have_text("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="شمارهٔ من").click()
    page.locator(".attach summary").click()
    keep_picture(page, "attach")
    page.get_by_role("button", name="Voice note").click()
    expect(page.get_by_text("Voice note, 2 s")).to_be_visible()
    said = [update["message"] for update in stage.updates()]
    assert [kind for m in said for kind in ("text", "contact", "voice") if kind in m] == [
        "text",
        "text",
        "contact",
        "voice",
    ]


def test_a_citizen_and_the_staff_stand_side_by_side(stage: Stage, page: Page) -> None:
    talk(stage)
    group = stage.sandbox.group("کارمندان", [stage.omid, stage.laila, stage.username], forum=True)["id"]
    topic = stage.result("createForumTopic", chat_id=group, name="Case 4711")["message_thread_id"]
    take = {"inline_keyboard": [[{"text": "Take it", "callback_data": "take", "style": "success"}]]}
    asked = stage.result(
        "sendMessage",
        chat_id=group,
        message_thread_id=topic,
        text="لیلا asks for a person (4711).",
        reply_markup=take,
    )
    stage.result("pinChatMessage", chat_id=group, message_id=asked["message_id"])
    stage.result(
        "setMessageReaction",
        chat_id=group,
        message_id=asked["message_id"],
        reaction=[{"type": "emoji", "emoji": "👍"}],
    )
    stage.sandbox.say(stage.laila, group, "من می‌گیرم", thread=topic, reply_to=asked["message_id"])
    query = f"user={stage.laila}&chat={stage.username}&side={group}&side_user={stage.omid}"
    page.goto(f"{stage.url}/phone?{query}")
    staff = page.locator(".phone").nth(1)
    expect(staff.get_by_text("asks for a person").first).to_be_visible()
    expect(page.locator(".phone").first.get_by_text("لیلا نوری، ۳۲ ساله")).to_be_visible()
    keep_picture(page, "side-by-side")
    staff.get_by_role("button", name="Take it").click()
    stage.until(lambda: "callback_query" in stage.updates()[-1])
    assert stage.updates()[-1]["callback_query"]["from"]["id"] == stage.omid
    page.emulate_media(color_scheme="dark")
    page.get_by_text("Faults and clock").click()
    page.get_by_label("What").select_option("duplicate")
    page.get_by_role("button", name="Add fault").click()
    expect(page.get_by_text("duplicate at deliver, share 1, always")).to_be_visible()
    keep_picture(page, "faults")
    page.get_by_role("button", name="Clear faults").click()
    expect(page.locator("#rules li")).to_have_count(0)
    assert json.loads(stage.http.get(f"{stage.url}/sandbox/faults").text)["result"] == []
