"""The application: for this machine only, and its pages and control API."""

import base64

import httpx
import pytest
from starlette.applications import Starlette

from bot.sandbox.app import create_app, serve
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from tests.sandbox.stage import Stage


@pytest.mark.asyncio
@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.org", "::"])  # noqa: S104
async def test_it_listens_to_this_machine_only(host: str) -> None:
    with pytest.raises(ValueError, match=r"does not listen on .* this machine only"):
        await serve(World(), host, 0)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_other_machines_pages_are_turned_away(stage: Stage, headers: dict[str, str]) -> None:
    assert stage.http.get(f"{stage.url}/sandbox/world", headers=headers).status_code == 403
    here = {"Origin": "http://localhost:8000"}
    assert stage.http.get(f"{stage.url}/sandbox/world", headers=here).status_code == 200


def test_the_page_allows_no_strangers_script(stage: Stage) -> None:
    page = stage.http.get(f"{stage.url}/phone")
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert '<script type="module" src=' in page.text
    assert "style=" not in page.text
    for name in ("phone.js", "phone.css", "calls.js", "bubbles.js", "weather.js"):
        assert stage.http.get(f"{stage.url}/page/{name}").status_code == 200


def test_the_control_api_says_what_is_wrong(stage: Stage) -> None:
    with pytest.raises(ValueError, match="nobody has the id 5"):
        stage.sandbox.say(5, stage.username, "x")
    with pytest.raises(ValueError, match="no bot is called"):
        stage.sandbox.say(stage.laila, "nobody_bot", "x")
    with pytest.raises(ValueError, match="is in no group"):
        stage.sandbox.say(stage.laila, -5, "x")
    with pytest.raises(ValueError, match="not understood"):
        stage.sandbox.say(stage.laila, stage.username, "x", loudly=True)
    assert stage.http.post(f"{stage.url}/sandbox/say", content=b"{}").status_code == 400
    assert stage.http.post(f"{stage.url}/sandbox/fly", json={}).status_code == 404


def test_a_photo_is_shown_and_other_files_are_not(stage: Stage) -> None:
    photo = stage.sandbox.send(stage.laila, stage.username, "photo")["message"]["photo"][0]["file_id"]
    voice = stage.sandbox.send(stage.laila, stage.username, "voice")["message"]["voice"]["file_id"]
    shown = stage.http.get(f"{stage.url}/sandbox/pictures/{photo}")
    assert shown.headers["content-type"] == "image/png"
    assert stage.http.get(f"{stage.url}/sandbox/pictures/{voice}").status_code == 404


def test_bytes_travel_as_base64(stage: Stage) -> None:
    given = {"user": stage.laila, "chat": stage.username, "kind": "document", "name": "a.txt"}
    given["content"] = base64.b64encode(b"hello").decode()
    assert stage.http.post(f"{stage.url}/sandbox/send", json=given).status_code == 200
    document = stage.updates()[0]["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("a.txt", 5)


def test_changes_are_told_as_they_happen(stage: Stage) -> None:
    with httpx.stream("GET", f"{stage.url}/sandbox/events", timeout=5, trust_env=False) as events:
        lines = (line for line in events.iter_lines() if line)
        first = next(lines)
        stage.say("news")
        assert next(lines) != first


def test_a_world_outlives_its_server() -> None:
    world = World()
    assert isinstance(create_app(world), Starlette)
    world.add_bot("5:x", "outliving_bot", "Bot")
    world.add_user(1, "Laila")
    with running(world) as url, Sandbox(url) as sandbox:
        sandbox.say(1, "outliving_bot", "before")
    world.say(1, "outliving_bot", "meanwhile")
    with running(world) as url:
        told = httpx.get(f"{url}/bot5:x/getUpdates", trust_env=False).json()["result"]
    assert [update["message"]["text"] for update in told] == ["before", "meanwhile"]
