"""A list that somebody types: each thing has an id of its own, and its name is said of it alone."""

from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, Play
from flows.conversation.kinds import DONE
from flows.conversation.walk import things
from flows.facts import AnswerGiven
from flows.talks.people import MEMBERS, PEOPLE
from storage.codec import encode_standing

ANSWERS = ("Child", "6-11", "No")


def listed(play: Play) -> tuple[str, ...]:
    assert play.standing is not None
    return things(play.standing.known.get(MEMBERS))


def adds(play: Play, name: str) -> None:
    for words in (name, *ANSWERS):
        play.says(words)


def begun() -> Play:
    play = Play(registered())
    play.says("menu")
    play.presses("My people")
    return play


def test_each_name_is_said_of_its_own_id() -> None:
    play = begun()
    adds(play, "Omid")
    play.presses("Add")
    adds(play, "Laila")
    assert play.standing is not None
    names = [play.standing.known[f"{MEMBERS}.{item}.name"] for item in listed(play)]
    assert names == ["Omid", "Laila"]
    assert len(set(listed(play))) == 2


def test_two_of_one_name_are_two() -> None:
    play = begun()
    adds(play, "Omid")
    play.presses("Add")
    adds(play, "Omid")
    assert len(set(listed(play))) == 2


def test_a_corrected_name_is_the_same_thing() -> None:
    play = begun()
    play.says("Omd")
    [item] = listed(play)
    play.edits(len(play.typed), "Omid")
    assert play.standing is not None
    assert listed(play) == (item,)
    assert play.standing.known[f"{MEMBERS}.{item}.name"] == "Omid"


def test_what_is_stored_names_nobody() -> None:
    play = begun()
    adds(play, "Zmarialai")
    assert play.standing is not None
    assert b"Zmarialai" not in encode_standing(HOUSE.stored(play.standing))
    assert things(HOUSE.stored(play.standing).known[MEMBERS]) == listed(play)


def test_so_many_and_no_more() -> None:
    play = begun()
    for number in range(32):
        adds(play, f"Child {number}")
        play.says("add")
    assert len(listed(play)) == 30


def test_opened_again_it_asks_nothing_twice() -> None:
    play = begun()
    adds(play, "Omid")
    play.presses("Done")
    before = [fact for fact in play.facts if isinstance(fact, AnswerGiven)]
    play.says("menu")
    play.presses("My people")
    play.presses("Add person")
    shown = play.texts(play.presses("Done"))
    assert shown == ["Saved: Omid. Add one more?"]
    again = [fact for fact in play.facts if isinstance(fact, AnswerGiven)][len(before) :]
    assert [fact.question for fact in again] == [MEMBERS]


def test_who_names_nobody_is_done() -> None:
    play = begun()
    play.presses("Skip")
    assert play.standing is not None
    assert play.standing.known[MEMBERS] == (DONE,)


@given(st.lists(st.text(max_size=12) | st.sampled_from(["Omid", *ANSWERS, "add", "done", "skip"]), max_size=25))
def test_any_words_leave_a_list_that_can_be_gone_on_with(words: list[str]) -> None:
    play = begun()
    for each in words:
        play.says(each)
    assert play.standing is not None
    for item in listed(play):
        assert f"{MEMBERS}.{item}.name" in play.standing.known
    assert len(set(listed(play))) == len(listed(play))
    assert HOUSE.talk(PEOPLE.name, play.standing, play.now) is not None
