"""Each fault of a talk is found and named; the real talks have none."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.storyboard import TALKS
from flows.conversation import proofs
from flows.conversation.kind import Writing
from flows.conversation.kinds import Buttons, Choice, Count, Several, Typed
from flows.conversation.options import Answers, Effect, Opens, Option, Page, Reopens, Says, Turns
from flows.conversation.proofs import faults, texts, ways
from flows.conversation.steps import Ask, End, Flow, Repeat, Step, Stop, said
from flows.facts import Value
from flows.talks.registration import REGISTRATION
from flows.texts import Text

TEXT, LABEL = Text("T", "Say it."), Text("l", "Label")
END = End(TEXT)


def choice(*keys: str, **does: Effect) -> Choice:
    """Options that answer, and options that do something."""
    plain = (Option(key, LABEL) for key in keys)
    return Choice((Page((*plain, *(Option(key, LABEL, effect) for key, effect in does.items()))),), TEXT)


def ask(name: str, *keys: str, **does: Effect) -> Ask:
    return Ask(name, TEXT, choice(*(keys or ("yes", "no")), **does))


def when(name: str, question: str, *values: Value) -> Ask:
    return Ask(name, TEXT, choice("yes", "no"), when=(said(question, *values),))


def talk(*steps: Step, end: End = END, name: str = "talk") -> Flow:
    return Flow(name, steps, end)


@dataclass(frozen=True, slots=True)
class Forgetful(Buttons):
    """A kind that does not take the answers it gives."""

    def read(self, writing: Writing) -> Value:
        return "yes"

    def takes(self, value: Value) -> bool:
        return False

    def deciding(self) -> tuple[Value, ...]:
        return ("yes",)


PEOPLE = Several((Page((Option("x" * 30, LABEL), Option("done", LABEL))),), TEXT)
A = ask("a")

BROKEN: dict[str, tuple[Flow, str]] = {
    "a question is asked again for ever": (
        talk(Ask("a", TEXT, Forgetful())),
        "a is asked again after the answer yes",
    ),
    "nothing answers": (talk(Ask("a", TEXT, choice(aside=Says(TEXT)))), "nothing answers a"),
    "a condition looks ahead": (
        talk(when("a", "b", "yes"), ask("b")),
        "a depends on b, which is not asked before it",
    ),
    "a stop looks ahead": (
        talk(Stop(said("a", "yes"), END), A),
        "the stop T depends on a, which is not asked before it",
    ),
    "an impossible value": (
        talk(A, when("b", "a", "perhaps")),
        "b depends on a being perhaps, which it can not be",
    ),
    "a number out of range": (
        talk(Ask("a", TEXT, Count(refused=TEXT, high=9)), when("b", "a", 10)),
        "b depends on a being 10, which it can not be",
    ),
    "a head that is never written": (
        talk(Ask("a", TEXT, Typed(refused=TEXT, samples=("plain",))), when("b", "a", "odd")),
        "b depends on a being odd, which it can not be",
    ),
    "a thing that can not be picked": (
        talk(
            Ask("who", TEXT, PEOPLE),
            Repeat("who", (Ask("age", TEXT, choice("old"), when=(said("who", "nobody"),)),)),
        ),
        "age depends on who being nobody, which it can not be",
    ),
    "repeated over nothing": (
        talk(A, Repeat("a", (ask("b"),))),
        "questions are repeated over a, which names nothing before",
    ),
    "two of one name": (talk(A, A), "two questions are named a"),
    "a name that is taken": (talk(ask("end")), "the name of end means something else on a button"),
    "a talk whose name is taken": (talk(A, name="note"), "the talk's name means something else on a button"),
    "a button too long": (
        talk(Ask("who", TEXT, PEOPLE), Repeat("who", (ask("quite_a_long_name", "and_a_long_option_too"),))),
        f"the button and_a_long_option_too of who.{'x' * 30}.quite_a_long_name is longer than 64 bytes",
    ),
    "a label too long": (
        talk(Ask("a", TEXT, Choice((Page((Option("yes", Text("wide", "W" * 23)),)),), TEXT))),
        "the label wide is longer than 22 signs",
    ),
    "opens no talk": (talk(ask("a", "yes", go=Opens("atlantis"))), "go of a opens atlantis, which is no talk"),
    "reopens no question": (
        talk(ask("a", "yes", back=Reopens(("b",)))),
        "back of a reopens b, which is no question",
    ),
    "answers what is not taken": (
        talk(A, end=End(TEXT, (Option("no", LABEL, Answers("a", "never")),))),
        "no of the end T answers a with never, which it does not take",
    ),
    "turns to no page": (talk(ask("a", "yes", on=Turns(1))), "on of a turns to page 1, of none"),
    "an end that does nothing": (talk(A, end=End(TEXT, (Option("ok", LABEL),))), "ok of the end T does nothing"),
    "a stop that is never reached": (
        talk(A, Stop(said("a", "yes", "no"), END), Stop(said("a", "no"), End(Text("U", "Late.")))),
        "the stop U is never reached",
    ),
    "a question that is never asked": (
        talk(
            A,
            Ask("b", TEXT, choice("yes"), when=(said("a", "yes"), said("a", "no"))),
        ),
        "b is never asked",
    ),
}


@pytest.mark.parametrize(("flow", "fault"), BROKEN.values(), ids=list(BROKEN))
def test_a_fault_is_found_and_named(flow: Flow, fault: str) -> None:
    assert f"{flow.name}: {fault}" in faults([flow])


def test_a_name_shared_by_two_talks_must_mean_the_same() -> None:
    assert faults([talk(A), talk(ask("a", "left", "right"), name="other")]) == [
        "other: a takes other answers than in talk"
    ]


def test_too_many_ways_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "MOST_WAYS", 1)
    assert faults([talk(A, when("b", "a", "yes"))]) == ["talk: there are more than 1 ways through"]


def test_the_talks_of_hamrah_have_no_fault() -> None:
    assert faults(TALKS) == []


def test_only_answers_that_decide_are_varied() -> None:
    ended = [way.at for way in ways(REGISTRATION)]
    told = "no, either way, or not now; in steps, all or part at once; three wishes; right or not"
    assert len(ended) == 3 + 3 * 3 * 2, told


def test_every_text_is_listed_once() -> None:
    every = texts(TALKS)
    assert len(every) == len(set(every))
    assert set(_said(TALKS)) <= set(every)


def _said(flows: tuple[Flow, ...]) -> Iterator[Text]:
    for flow in flows:
        yield flow.end.text
        yield from (each.text for each in flow.asks())
