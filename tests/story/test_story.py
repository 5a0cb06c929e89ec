"""The whole way through, once: three people, two staff, one departure, and a link that is cut."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from tests.keys import deployment
from tests.people import Message, Person, labels
from tests.processes import CITIZEN_TOKEN, DESK_TOKEN, Process, answers, free_port, running, until
from tests.relay import Relay
from tests.story.stage import CITIZENS, DESK, OMAR, SARA, Stage, logs, printed

pytestmark = [pytest.mark.postgres, pytest.mark.processes]


@pytest.fixture
def stage(tmp_path: Path, postgres_url: str) -> Iterator[Stage]:
    """Everything of it, as separate processes over real HTTP."""
    world = World(seed=1)
    with contextlib.ExitStack() as play:
        api = play.enter_context(sandbox_running(world))
        sandbox = play.enter_context(Sandbox(api))
        sandbox.bot(CITIZEN_TOKEN, CITIZENS, "Notes desk")
        sandbox.bot(DESK_TOKEN, DESK, "Desk")
        for staff, name in ((SARA, "Sara"), (OMAR, "Omar")):
            sandbox.user(staff, name)
        group = int(sandbox.group("Staff", [SARA, OMAR, DESK])["id"])
        port = free_port()
        link = play.enter_context(Relay(port))
        stores = str(tmp_path / "node.db"), _database(postgres_url)
        centre = deployment(tmp_path, stores[1], "node-1", token=CITIZEN_TOKEN).folder
        page, at_centre = f"127.0.0.1:{free_port()}", {"register_store": stores[1], "keys": str(centre)}
        listening = {"register_listen": f"127.0.0.1:{port}", "console_listen": page}
        register = _process(tmp_path, "register", **at_centre, **listening)
        given = {"telegram_api": api, "register_url": f"https://127.0.0.1:{link.port}"}
        node = _process(tmp_path, "node", store=stores[0], keys=str(tmp_path / "node-1"), **given)
        desk_given = {"desk_token": DESK_TOKEN, "staff_chat": str(group), "telegram_api": api}
        desk = _process(tmp_path, "desk", **at_centre, **desk_given)
        play.enter_context(running(register))
        until(answers(f"http://{page}"), what="the register")
        play.enter_context(running(node, desk))
        yield Stage(sandbox, node, link, group, *stores, centre)


def test_the_whole_way_through(stage: Stage, tmp_path: Path) -> None:
    """A person registers, staff answer, a seat is offered, the register knows."""
    leila, gul, john = _three_people(stage)
    _changes_her_mind_twice(leila)
    _the_link_is_cut(stage, leila, john)
    _a_person_is_asked_for(stage, gul)
    _two_seats_for_three(stage, leila, gul, john)
    _john_sees_his_data(john)
    _every_fact_once_and_in_order(stage)
    _nothing_personal_is_logged(logs(tmp_path))


def _three_people(stage: Stage) -> tuple[Person, Person, Person]:
    leila = stage.person(501, "لیلا", "fa")
    leila.says("/start", "سلام")
    for label in ("بلی", "خودم", "تبعه امریکا", "می‌خواهم بروم", "۲"):
        leila.presses(label)
    leila.says("لیلا رحیمی", "۶ از ۶")
    leila.says("هرات", "لیلا رحیمی")
    leila.presses("بلی", "ثبت شد")

    gul = stage.person(502, "ګل", "ps")
    gul.says("/start", "سلام")
    for words in ("هو", "۱", "۲"):
        gul.says(words)
    # Her node is killed in mid-answer: what she says now is heard by the next process.
    stage.sandbox.say(gul.id, CITIZENS, "۱")
    stage.node.kill()
    stage.node.start()
    gul.awaits("۴ له ۶")
    for words in ("۳", "ګل جانه", "کندهار"):
        gul.says(words)
    gul.says("هو", "ثبت شو")

    john = stage.person(503, "John", "en")
    john.says("hello", "This help desk is free")
    for words in ("yes", "me", "us citizen", "i want to go", "1", "John Karimi"):
        john.says(words)
    john.says("Kabul", "John Karimi")
    john.presses("Yes", "Your number is")
    return leila, gul, john


def _changes_her_mind_twice(leila: Person) -> None:
    leila.says("منو")
    for wish in ("می‌خواهم بمانم", "می‌خواهم بروم"):
        leila.says("منو")
        leila.presses("خواست من")
        leila.presses("تغییر")
        leila.presses(wish)
    leila.awaits("می‌خواهم بروم")


def _the_link_is_cut(stage: Stage, leila: Person, john: Person) -> None:
    stage.link.cut()
    before = len(stage.at_register())
    john.says("menu", "What do you want to do?")
    john.presses("My papers", "Which papers")
    for label in ("U.S. passport", "Done", "Yes"):
        john.presses(label)
    john.says("512345678", "ends with 5678")
    leila.says("منو")
    leila.presses("وضعیت من")
    assert len(stage.at_register()) == before
    assert len(stage.at_node()) > before
    stage.link.join()
    john.says("05/2031", "Saved")
    until(lambda: len(stage.at_register()) >= len(stage.at_node()), what="the backlog")
    erased = [m for m in stage.sandbox.messages(CITIZENS, john.id) if "512345678" in m.get("text", "")]
    assert all(message.get("deleted") for message in erased)


def _a_person_is_asked_for(stage: Stage, gul: Person) -> None:
    gul.says("یو انسان")
    gul.says("زما مور ناروغه ده")
    card = stage.card("Case", "asks for a person")
    assert "ناروغه" not in card["text"]
    assert "ګل" not in card["text"]
    for staff in (SARA, OMAR):
        stage.sandbox.say(staff, DESK, "/start")
    first, second = (stage.press_card(staff, card, "Claim") for staff in (SARA, OMAR))
    assert "yours" in first
    assert "Sara has it" in second
    stage.private(SARA, "زما مور ناروغه ده")
    until(lambda: _claimed(stage), what="the claim at the node")
    shown = len(gul.texts())
    stage.sandbox.say(gul.id, CITIZENS, "مهرباني وکړئ")
    stage.private(SARA, "مهرباني وکړئ")
    assert len(gul.texts()) == shown, "the bot talked over the human"
    stage.sandbox.say(SARA, DESK, "A doctor will call you.")
    gul.awaits("۱ نوی یادښت")
    assert not any("doctor" in words for words in gul.texts())
    gul.presses("لوستل", "A doctor will call you.")
    stage.sandbox.press(SARA, DESK, label="Hand back")
    stage.card("handed back by Sara")


def _claimed(stage: Stage) -> bool:
    claims = [fact["position"] for fact in stage.at_register() if fact["kind"] == "CaseClaimed"]
    return bool(claims) and stage.fed() >= claims[0]


def _two_seats_for_three(stage: Stage, *people: Person) -> None:
    departs = datetime.now(UTC) + timedelta(days=20)
    until_day = departs - timedelta(days=2)
    plan = f"/plan {departs:%Y-%m-%d} air 2 answer {until_day:%Y-%m-%d} 18:00"
    stage.sandbox.say(SARA, stage.staff_chat, plan)
    card = stage.card("Departure", "Would go to 3 people")
    stage.press_card(SARA, card, "Ask for approval")
    card = until(lambda: _with_button(stage, "Approve"), what="a card to approve")
    assert "second person" in stage.press_card(SARA, card, "Approve")
    stage.press_card(OMAR, card, "Approve")
    answered = ("بلی", "هو", "Yes")
    notes = ("یادداشت نو", "نوی یادښت", "1 new note")
    for person, note in zip(people, notes, strict=True):
        person.awaits(note)
    given = count(1)
    for person, yes in zip(people, answered, strict=True):
        read = {"بلی": "خواندن", "هو": "لوستل", "Yes": "Read"}[yes]
        person.presses(read)
        for _place_and_sharing in range(2):
            person.presses(yes)
            until(partial(_answered, stage, next(given)), what="the answer at the register")
    stage.card("yes 3", "seats left 0", "waiting 1")
    john = people[2]
    john.presses("Read", "You are number 1 on the wait list")


def _with_button(stage: Stage, label: str) -> Message | None:
    return next((m for m in stage.sandbox.messages(stage.staff_chat) if label in labels(m)), None)


def _answered(stage: Stage, count: int) -> bool:
    given = [fact["body"] for fact in stage.at_register() if fact["kind"] == "AnswerGiven"]
    return len([body for body in given if body["talk"].startswith("offer.")]) >= count


def _john_sees_his_data(john: Person) -> None:
    john.says("my data", "We look it up")
    shown = john.awaits("This is all we keep about you")
    assert "John Karimi" in shown["text"]
    assert shown["has_protected_content"]


def _every_fact_once_and_in_order(stage: Stage) -> None:
    at_node = [fact for fact in stage.at_node() if fact["node"] == "node-1"]
    until(lambda: len(_of_node(stage)) == len(at_node), what="the last facts")
    at_register = [fact for fact in printed(stage.register_store, stage.keys) if fact["node"] == "node-1"]
    assert [fact["id"] for fact in at_register] == [fact["id"] for fact in at_node]
    assert [fact["chain"] for fact in at_register] == [fact["chain"] for fact in at_node]
    assert [fact["seq"] for fact in at_register] == list(range(1, len(at_node) + 1))
    wishes = [f["body"]["value"] for f in at_register if f["body"].get("question") == "wish"]
    assert wishes == ["LEAVE_NOW", "LEAVE_NOW", "LEAVE_NOW", "STAY", "LEAVE_NOW"]


def _of_node(stage: Stage) -> list[dict[str, object]]:
    return [fact for fact in stage.at_register() if fact["node"] == "node-1"]


def _nothing_personal_is_logged(logged: str) -> None:
    for said in ("لیلا", "ګل", "John", "512345678", "ناروغه", "doctor", "501", CITIZEN_TOKEN, DESK_TOKEN):
        assert said not in logged


def _process(folder: Path, command: str, **given: str) -> Process:
    return Process(command, folder / f"{command}.log", **given)


def _database(server: str) -> str:
    """A fresh database on this server."""
    admin = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS story WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE story"))
    admin.dispose()
    return str(admin.url.set(database="story").render_as_string(hide_password=False))
