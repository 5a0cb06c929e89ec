"""A demo from its URL to Ctrl-C, in the order a newcomer would see it."""

import os
import signal
import socket
import stat
import time
from pathlib import Path

import pytest

from tests.demo.conftest import Played, alive, children, started

pytestmark = pytest.mark.processes


def test_the_page_is_served_from_one_origin_under_a_strict_policy(played: Played) -> None:
    page = played.page.get("/")
    policy = page.headers["content-security-policy"]
    assert page.status_code == 200
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert "<script>" not in page.text
    assert " style=" not in page.text
    for path in ("/demo/page/demo.js", "/demo/page/demo.css", "/demo/page/frame.css", "/phone", "/page/phone.js"):
        assert played.page.get(path).status_code == 200


def test_its_folder_is_for_its_owner_alone(played: Played) -> None:
    (folder,) = played.folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_synthetic_people_register_and_the_register_hears_of_them(played: Played) -> None:
    state = played.until(lambda now: now["come"] == now["of"] and now["node"] == now["register"])
    assert state["of"] == 5
    # The fifth put the phone away before saying yes, so nothing of theirs is known.
    counts = played.until(lambda now: now["counts"]["registered"] == "4")["counts"]
    assert counts["known"] == "4"
    assert counts["cases"]["waiting"] == "1"


def test_a_cut_link_holds_the_register_and_not_the_node(played: Played) -> None:
    played.switch(up=False)
    before = played.until(lambda now: not now["up"])
    user = played.page.post("/demo/phones", json={}).json()["user"]
    for words in ("/start", "English", "Yes", "Me"):
        _say(played, user, before["bot"], words)
    cut = played.until(lambda now: now["node"] >= before["node"] + 5)
    assert cut["register"] == before["register"]
    assert cut["counts"]["known"] == before["counts"]["known"]
    played.switch(up=True)
    level = played.until(lambda now: now["register"] == now["node"])
    assert level["node"] >= cut["node"]
    played.until(lambda now: now["counts"]["known"] == "5")


def test_a_page_of_somebody_else_cannot_throw_the_switch(played: Played) -> None:
    strange = {"Origin": "https://example.com"}
    assert played.page.post("/demo/link", json={"up": False}, headers=strange).status_code == 403
    assert played.page.post("/demo/link", content='{"up": false}').status_code == 400
    assert played.page.post("/demo/phones", content="{}").status_code == 400
    assert played.page.get("/demo/state", headers={"Host": "example.com"}).status_code == 403
    assert played.state()["up"]


def test_a_taken_port_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(tmp_path, "--port", str(port)) as process:
            _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said == f"hamrah: port {port} is taken on this machine: choose another with --port.\n"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_ends_it_and_leaves_nothing(played: Played) -> None:
    processes = children(played.process.pid)
    assert sorted(processes.values()) == ["desk", "node", "register"]
    played.process.send_signal(signal.SIGINT)
    assert played.process.wait(20) == 0
    assert not any(map(alive, processes))
    assert list(played.folder.iterdir()) == []
    assert played.process.stderr is not None
    assert played.process.stderr.read() == ""


def test_a_process_that_dies_is_named_and_ends_the_rest(tmp_path: Path) -> None:
    with started(tmp_path, "--port", "0", "--people", "0") as process:
        assert process.stdout is not None
        process.stdout.readline()
        processes = children(process.pid)
        os.kill(next(pid for pid, asked in processes.items() if asked == "desk"), signal.SIGKILL)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 2
    assert said.startswith("hamrah: the desk ended by itself (exit -9); its last words were:")
    assert not any(map(alive, processes))
    assert list(tmp_path.iterdir()) == []


def _say(played: Played, user: int, chat: str, words: str) -> None:
    """A person types, and waits for the bot's word."""
    room = f"/sandbox/chats/{chat}/messages"
    said = played.page.post("/sandbox/say", json={"user": user, "chat": chat, "text": words}).json()["result"]
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        last = played.page.get(room, params={"user": user}).json()["result"]["messages"][-1]
        if last["message_id"] > said["message_id"]:
            return
        time.sleep(0.05)
    pytest.fail(f"no answer to {words!r}")
