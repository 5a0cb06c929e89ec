"""Questions that are asked of each of several people or things."""

from dataclasses import replace

from bot.terminal.begun import registered
from bot.terminal.play import Play
from flows.conversation.kinds import DONE, Several, Typed
from flows.conversation.options import Option, Page
from flows.conversation.standing import folded
from flows.conversation.steps import Ask, End, Flow, Repeat
from flows.conversation.walk import Placed, walk
from flows.facts import AnswerGiven, QuestionsReopened
from flows.talks import texts
from flows.texts import Text
from tests.conversation.begun import (
    LABELS,
    housing,
    open_question,
    question,
)


def named_people(typed: str, item: str) -> tuple[str, ...] | None:
    """People by ids of their own, whatever their place in the list."""
    return (*(f"p{sum(map(ord, name.strip()))}" for name in typed.split(",")), DONE)


class People(Typed):
    """Names, each with an id."""

    def takes(self, value: object) -> bool:
        """Whether it is a closed list."""
        return isinstance(value, tuple) and value[-1] == DONE


FAMILY = Flow(
    "family",
    (
        Ask("who", Text("WHO", "Who?"), People((), texts.PICK, named_people)),
        Repeat("who", (question("adult"), question("school", adult="no"))),
    ),
    End(Text("THANKS", "Thanks.")),
)


def test_repeated_people_have_ids_of_their_own() -> None:
    play = Play(replace(registered(), talks=("registration", "family")), inside=housing(FAMILY))
    assert play.standing is not None
    for words in ("Ali, Sara, Omid", "yes", "no", "yes", "yes"):
        play.says(words)
    assert open_question(play) == ""
    ali, sara, omid = (f"p{sum(map(ord, name))}" for name in ("Ali", "Sara", "Omid"))
    answers = play.standing.answers["family"]
    assert answers[f"who.{sara}.adult"] == "no"
    play.standing = folded(
        play.standing,
        (QuestionsReopened("family", ("who",)), AnswerGiven("family", "who", (sara, omid, DONE))),
    )
    assert open_question(play) == "", "without Ali, Sara and Omid have still said everything"
    walked = [step.name for step in walk(FAMILY, play.standing.answers["family"]) if isinstance(step, Placed)]
    assert not [name for name in walked if ali in name]
    play.standing = folded(play.standing, (AnswerGiven("family", "who", ("new", sara, omid, DONE)),))
    assert open_question(play) == "who.new.adult"


def test_a_pick_is_taken_back_by_a_second_press() -> None:
    kind = Several((Page((Option("a", LABELS["yes"]), Option("b", LABELS["no"]), Option(DONE, LABELS["no"]))),))
    picked = kind.pressed("a", None)
    assert picked == ("a",)
    assert kind.pressed("a", picked) == ()
    assert kind.pressed(DONE, kind.pressed("b", picked)) == ("a", "b", DONE)
    assert kind.takes(("a", DONE))
    assert not kind.takes(("a",))
    assert not kind.takes(("gone", DONE))
