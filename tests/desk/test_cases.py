"""Cases on the desk: who takes one, what they hear, and what they answer."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest

from bot.desk import words
from bot.desk.intake import TRIES
from bot.sandbox.world import World
from flows.cases.triage import NODE_WAS_DEAF, code_name
from flows.ports import NoRoom
from tests.desk.conftest import DESK, LINA, OMAR, SARA, STRANGER, Stage
from tests.processes import until

NAME = f"Case {code_name('case-1')}"


def test_a_card_names_the_case_and_nothing_personal(stage: Stage) -> None:
    stage.opened("case-1", "My secret words")
    text = stage.card(NAME)["text"]
    assert "E22 asks for a person" in text
    assert "KAB-42-7" in text
    assert "waits under a minute" in text
    assert "secret" not in str(stage.sandbox.messages(stage.chat))


def test_a_card_says_how_they_read_and_what_waits_to_be_heard(stage: Stage) -> None:
    stage.opened("case-1")
    known = stage.paper.kept["case-1"]
    stage.paper.kept["case-1"] = replace(known, reader="VOICE", voices=("name", "go_without", ""))
    text = stage.card("to hear")["text"]
    assert "does not read: by voice" in text
    assert "3 voice notes to hear: name, go without, no question\nhamrah person voices KAB-42-7" in text
    stage.paper.kept["case-1"] = replace(known, reader="SHORT", voices=("name",), ref="")
    text = stage.card("1 voice note to hear")["text"]
    assert "few words" in text
    assert "hamrah person voices p-case-1" in text, "who has no number yet"


def test_one_of_two_who_press_at_once_has_the_case(stage: Stage) -> None:
    stage.opened("case-1", "Please call")
    card = stage.card(NAME)
    with ThreadPoolExecutor(2) as pool:
        presses = list(pool.map(lambda user: stage.press(user, card, words.CLAIM), (SARA, OMAR)))
    told = dict(zip((SARA, OMAR), map(stage.answer, presses), strict=True))
    winner, loser = (SARA, OMAR) if told[SARA] == words.YOURS else (OMAR, SARA)
    name = {SARA: "Sara", OMAR: "Omar·"}[winner]
    assert told == {winner: words.YOURS, loser: f"{name} has it."}
    assert not stage.card(f"taken by {name}")["reply_markup"]
    assert stage.private(winner, "Please call")["has_protected_content"]
    assert "Please call" not in str(stage.sandbox.messages(DESK, loser))


def test_words_come_as_they_are_written_and_only_once(stage: Stage) -> None:
    stage.opened("case-1", "One")
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    stage.private(SARA, "One")
    stage.wrote("case-1", "Two " * 1000)
    stage.wrote("case-1", "Three")
    stage.private(SARA, "Three")
    texts = [message["text"] for message in stage.sandbox.messages(DESK, SARA)]
    assert sum("One" in text for text in texts) == 1
    assert "".join(text.split("\n", 1)[1] for text in texts if "Two" in text) == "Two " * 1000


def test_who_takes_a_case_is_told_the_word_by_which_the_person_knows_us(stage: Stage) -> None:
    stage.opened("case-1", "One")
    stage.paper.own_words["case-1"] = "بهار سبز"
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    assert "بهار سبز" in stage.private(SARA, "Their word")["text"]
    assert "بهار سبز" not in stage.card(NAME)["text"], "the whole group reads the cards"


def test_a_node_that_was_deaf_is_taken_and_handed_back_like_a_case(stage: Stage) -> None:
    stage.opened("case-1", "2026-11-20 06:00 – 2026-11-22 06:00 UTC")
    known = stage.paper.kept["case-1"]
    stage.paper.kept["case-1"] = replace(known, code=NODE_WAS_DEAF.code, priority="P1", ref="node-1", language="")
    card = stage.card("a node heard nothing")
    assert "Ref node-1" in card["text"]
    stage.answer(stage.press(SARA, card, words.CLAIM))
    assert "Nothing that you write here goes to anybody" in stage.private(SARA, "wrote to node-1")["text"]
    stage.press(SARA, stage.private(SARA, "2026-11-22"), words.HAND_BACK)
    stage.card("handed back by Sara")


def test_what_staff_write_reaches_the_person_and_a_hand_back_ends_it(stage: Stage) -> None:
    stage.opened("case-1", "Help")
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    stage.private(SARA, "Help")
    stage.sandbox.say(SARA, DESK, "I am here")
    stage.private(SARA, "Sent: it waits behind a neutral note.")
    assert stage.paper.replies == [("case-1", "tg:222", "I am here")]
    stage.press(SARA, stage.private(SARA, "Help"), words.HAND_BACK)
    stage.private(SARA, "is handed back")
    stage.card("handed back by Sara")
    stage.sandbox.say(SARA, DESK, "Too late")
    stage.private(SARA, words.NONE_HELD)
    assert len(stage.paper.replies) == 1


def test_of_several_cases_the_answered_message_decides_else_it_is_asked(stage: Stage) -> None:
    for case, said in (("case-1", "First"), ("case-2", "Second")):
        stage.opened(case, said)
        stage.answer(stage.press(SARA, stage.card(f"Case {code_name(case)}"), words.CLAIM))
    second = stage.private(SARA, "Second")
    stage.sandbox.say(SARA, DESK, "For the second", reply_to=second["message_id"])
    stage.private(SARA, "Sent")
    stage.sandbox.say(SARA, DESK, "For whom?")
    stage.press(SARA, stage.private(SARA, words.WHICH), NAME)
    stage.private(SARA, f"{NAME}. Sent")
    assert stage.paper.replies == [("case-2", "tg:222", "For the second"), ("case-1", "tg:222", "For whom?")]


def test_an_update_that_comes_again_is_one_reply(stage: Stage, world: World) -> None:
    stage.opened("case-1", "Help")
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    stage.private(SARA, "Help")
    stage.sandbox.faults({"method": "deliver", "kind": "duplicate", "count": 1})
    stage.paper.failures = 1
    stage.sandbox.say(SARA, DESK, "Once")
    stage.private(SARA, "Sent")
    stage.sandbox.say(SARA, DESK, "Then")
    # The one that came again is answered as the first was, and that may be after this was written.
    until(lambda: len(stage.paper.replies) > 1, what="the second reply")
    stage.private(SARA, "Sent", after=stage.private(SARA, "Then")["message_id"])
    assert [said for _, _, said in stage.paper.replies] == ["Once", "Then"]


def test_an_update_that_breaks_three_times_is_skipped_and_said(stage: Stage) -> None:
    stage.opened("case-1", "Help")
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    stage.private(SARA, "Help")
    stage.paper.reply = None  # type: ignore[assignment,method-assign]
    stage.sandbox.say(SARA, DESK, "Lost")
    stage.private(SARA, words.BROKEN)
    assert stage.desk.intake.skipped == 1
    stage.sandbox.say(SARA, DESK, "/cases")
    stage.private(SARA, "taken by Sara")


def test_what_there_is_no_room_for_waits_and_is_done_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.opened("case-1", "Help")
    stage.answer(stage.press(SARA, stage.card(NAME), words.CLAIM))
    stage.private(SARA, "Help")
    kept, full = stage.paper.reply, iter(range(TRIES + 2))

    def reply(case: str, staff: str, said: str, at: datetime, cause: str) -> bool:
        if next(full, None) is not None:
            raise NoRoom
        return kept(case, staff, said, at, cause)

    monkeypatch.setattr(stage.paper, "reply", reply)
    monkeypatch.setattr(stage.desk.intake, "_pause", 0.01)
    stage.sandbox.say(SARA, DESK, "I am here")
    stage.private(SARA, "Sent: it waits")
    assert stage.paper.replies == [("case-1", "tg:222", "I am here")]
    assert stage.desk.intake.skipped == 0


def test_who_never_opened_the_private_chat_is_offered_the_door(stage: Stage) -> None:
    stage.opened("case-1", "Please call")
    stage.answer(stage.press(LINA, stage.card(NAME), words.CLAIM))
    card = stage.card("has not opened the private chat")
    assert "\u2068لینا\u2069" in card["text"]
    assert card["reply_markup"]["inline_keyboard"][0][0]["url"] == f"https://t.me/{DESK}?start=desk"
    stage.sandbox.say(LINA, DESK, "/start desk")
    stage.private(LINA, "Please call")


def test_a_stranger_learns_nothing(stage: Stage) -> None:
    stage.opened("case-1", "Please call")
    for said in ("/start desk", "/cases", "Hello"):
        number = stage.sandbox.say(STRANGER, DESK, said)["message_id"]
        assert stage.private(STRANGER, "", after=number)["text"] == words.NOT_OPEN


def test_talk_in_the_staff_chat_is_left_alone(stage: Stage) -> None:
    stage.sandbox.say(SARA, stage.chat, "Good morning")
    stage.sandbox.say(SARA, stage.chat, "/nonsense")
    stage.card(words.HELP)
    assert [m["text"] for m in stage.sandbox.messages(stage.chat) if m["from"]["is_bot"]] == [words.HELP]


def test_changes_and_pictures_are_not_passed_on(stage: Stage) -> None:
    number = stage.sandbox.say(SARA, DESK, "Hello")["message_id"]
    stage.sandbox.edit(SARA, DESK, number, "Hello there")
    stage.private(SARA, words.EDITED)
    stage.sandbox.send(SARA, DESK, "photo")
    stage.private(SARA, words.ONLY_TEXT)
