"""Words that tell more than the open question asks, or ask for something of their own."""

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import Play
from flows.conversation.reply import Erase
from flows.facts import AnswerGiven, Body, CaseOpened, MessageHeard
from tests.conversation.begun import EARLY, REST, begun, open_question

WHOLE = "Ali Rahimi, 4 people, green card, want to go, Herat"


def answers(play: Play) -> dict[str, object]:
    return {body.question: body.value for body in play.facts if isinstance(body, AnswerGiven)}


def heard(bodies: tuple[Body, ...]) -> list[str]:
    return [body.words for body in bodies if isinstance(body, MessageHeard)]


@pytest.mark.parametrize("at", range(len(REST)))
def test_a_message_of_many_facts_is_understood_at_every_step(at: int) -> None:
    play = begun(*EARLY, *REST[:at])
    turn = play.says(WHOLE)
    said = answers(play)
    assert {said[each] for each in ("name", "count", "category", "wish", "province")} == {
        "Ali Rahimi", 4, "LPR", "LEAVE_NOW", "HER",
    }  # fmt: skip
    assert open_question(play) == "check"
    assert heard(turn.bodies) == [WHOLE]


def test_nothing_of_it_is_kept_before_the_person_agrees() -> None:
    play = begun("/start", "English", WHOLE)
    assert play.facts == []
    assert open_question(play) == "begin"


def test_what_is_missing_is_read_back_and_then_asked() -> None:
    play = begun(*EARLY, "Ali Rahimi green card Herat")
    assert open_question(play) == "read_back"
    play.says("yes")
    assert open_question(play) == "wish"


def test_a_change_of_what_was_read_adds_to_it() -> None:
    play = begun(*EARLY, "Ali Rahimi green card Herat", "change", "Balkh. we want to go, 3 people")
    assert {key: answers(play)[key] for key in ("name", "province", "wish", "count")} == {
        "name": "Ali Rahimi", "province": "BAL", "wish": "LEAVE_NOW", "count": 3,
    }  # fmt: skip


def test_an_edit_of_the_message_is_read_anew() -> None:
    play = begun(*EARLY, WHOLE)
    play.edits(len(play.typed), WHOLE.replace("Rahimi", "Rahmani").replace("4", "5"))
    assert (answers(play)["name"], answers(play)["count"]) == ("Ali Rahmani", 5)


def test_numbers_of_papers_are_kept_and_leave_the_chat() -> None:
    play = begun(*EARLY)
    turn = play.says("Ali Rahimi us citizen herat want to go us passport 512345678")
    assert answers(play)["documents.US_PPT.number"] == "512345678"
    assert [reply.message for reply in turn.replies if isinstance(reply, Erase)] == [play.typed[-1]]


def test_the_number_of_a_case_is_kept_and_leaves_the_chat() -> None:
    play = begun(*EARLY)
    turn = play.says("Ali Rahimi SIV herat want to go 3 people KBL2019512345")
    assert answers(play)["case_kinds"] == ("NVC", "done")
    assert answers(play)["case_kinds.NVC.case_number"] == "KBL2019512345"
    assert [reply.message for reply in turn.replies if isinstance(reply, Erase)] == [play.typed[-1]]


def test_who_speaks_of_two_people_is_heard_by_a_person() -> None:
    play = begun("/start", "English", "Yes, one message")
    words = "mann ba bachaha mimonam, shoharam mira"
    turn = play.says(words)
    opened = [body for body in turn.bodies if isinstance(body, CaseOpened)]
    assert [body.code for body in opened] == ["E22"]
    assert MessageHeard(opened[0].case, words) in turn.bodies
    assert "wish" not in answers(play)


@pytest.mark.parametrize(
    ("asked", "words", "value"),
    [
        (1, "I have a green card", "LPR"),
        (2, "we will stay here", "STAY"),
        (3, "me, wife and 3 kids", 5),
        (5, "I live in Herat city", "HER"),
    ],
)
def test_one_question_takes_free_words(asked: int, words: str, value: object) -> None:
    play = begun(*EARLY, *REST[:asked])
    question = open_question(play)
    play.says(words)
    assert answers(play)[question] == value
    assert open_question(play) != question


@pytest.mark.parametrize("name", ["Mohammad Ali Ahmad Rahimi", "بی بی گل جان احمدی", "Kabul Jan Herati Khan Wali"])
def test_a_long_name_is_a_name(name: str) -> None:
    play = begun(*EARLY, *REST[:4], name)
    assert answers(play)["name"] == name


def test_a_wish_typed_at_rest_is_confirmed_before_it_counts() -> None:
    play = Play(registered("en", wish="STAY"))
    turn = play.says("we want to leave now")
    assert open_question(play) == "still"
    assert answers(play) == {}
    assert heard(turn.bodies) == ["we want to leave now"]
    play.says("no, I want to go only with my family")
    assert answers(play) == {"still": "change", "wish": "LEAVE_WITH_FAMILY"}


@pytest.mark.parametrize("words", ["I do not know", "نمی‌فهمم", "زه نه پوهېږم"])
def test_who_does_not_know_a_number_is_not_asked_for_a_wish(words: str) -> None:
    play = Play(registered("en"))
    for each in ("menu", "my papers", "U.S. passport", "yes", words):
        play.says(each)
    assert open_question(play) == "documents.US_PPT.number"


@pytest.mark.parametrize(
    ("words", "talk"),
    [("please delete my name from your list", "erasure"), ("can i speak to a real person", "case")],
)
def test_what_is_asked_for_in_a_sentence_is_done(words: str, talk: str) -> None:
    play = Play(registered("en", wish="STAY"))
    play.says(words)
    assert play.standing is not None
    assert play.standing.talk == talk
