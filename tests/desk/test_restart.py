"""The desk stopped and started: nothing is said twice, nothing is missed, nobody slips in."""

from dataclasses import replace

from bot.desk import words
from bot.desk.app import Desk
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running
from bot.sandbox.world import World
from tests.desk.conftest import DESK, LOOK, OMAR, SARA, TOKEN, Stage, at_work, in_days
from tests.desk.paper import Paper


def test_a_new_desk_finds_its_cards_and_hears_what_was_said_meanwhile(world: World) -> None:
    chat, paper = world.add_group("Staff", [SARA, OMAR, 700]).id, Paper()
    with running(world) as url, Sandbox(url) as sandbox:
        stage = Stage(paper, sandbox, url, chat, Desk(paper, TOKEN, chat, api=url, look=LOOK))
        with at_work(stage.desk):
            sandbox.say(SARA, DESK, "/start desk")
            stage.opened("case-1", "Please call")
            stage.answer(stage.press(SARA, stage.card("Case"), words.CLAIM))
            stage.private(SARA, "Please call")
        sandbox.say(SARA, DESK, "While you slept")
        stage.wrote("case-1", "Still there?")
        with at_work(Desk(paper, TOKEN, chat, api=url, look=LOOK)):
            stage.private(SARA, "Still there?")
            stage.private(SARA, "Sent")
        assert [said for _, _, said in paper.replies] == ["While you slept"]
        assert len(sandbox.messages(chat)) == 1
        texts = [message["text"] for message in sandbox.messages(DESK, SARA)]
        assert sum("Please call" in text for text in texts) == 1
        assert sum(words.HELP in text for text in texts) == 1


def test_a_card_that_someone_deleted_is_posted_again(stage: Stage, world: World) -> None:
    case = stage.opened("case-1", "Please call")
    first = stage.card("Case")["message_id"]
    room = world.rooms[0, stage.chat]
    room.posts[first].deleted = 1.0
    stage.paper.kept[case] = replace(stage.paper.kept[case], claimed_by="tg:333")
    assert stage.card("taken by Omar", after=first)["message_id"] > first


def test_a_channel_that_wants_quiet_gets_it_and_the_card_comes_later(stage: Stage) -> None:
    stage.sandbox.faults({"method": "sendMessage", "kind": "429", "retry_after": 1, "count": 1})
    stage.opened("case-1", "Please call")
    stage.card("Case")
    assert len([m for m in stage.sandbox.messages(stage.chat) if "Case" in m["text"]]) == 1


def test_the_same_message_plans_one_departure(stage: Stage) -> None:
    stage.met("a")
    stage.sandbox.faults({"method": "sendMessage", "kind": "5xx", "count": 1})
    stage.sandbox.say(SARA, stage.chat, f"/plan {in_days(9)} air 2 answer {in_days(7)} 18:00")
    stage.card("Would go to 1 person")
    assert len(stage.paper.departures) == 1
