"""The open question, worked out by walking a talk over its answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.conversation.kinds import DONE
from flows.conversation.steps import Answers, Ask, End, Flow, Repeat, Stop


@dataclass(frozen=True, slots=True)
class Placed:
    """A question where it stands in a talk: its full name, and the thing that it is asked about, if any."""

    ask: Ask
    name: str
    item: str = ""


def walk(flow: Flow, answers: Answers) -> Iterator[Placed | Stop]:
    """The steps that concern a person with these answers, in order, up to the stop that ends them, if any."""
    for step in flow.steps:
        match step:
            case Ask():
                if not step.when or all(condition.holds(answers) for condition in step.when):
                    yield _placed(step)
            case Repeat():
                yield from _repeated(step, answers)
            case Stop():
                if step.when.holds(answers):
                    yield step
                    return


def stands_at(flow: Flow, answers: Answers) -> Placed | Stop | End:
    """The question that is open now, or how the talk has ended."""
    for step in walk(flow, answers):
        if isinstance(step, Stop) or not answered(step, answers):
            return step
    return flow.end


def answered(placed: Placed, answers: Answers) -> bool:
    """Whether it has an answer; one that the question no longer takes counts as not given."""
    value = answers.get(placed.name)
    return value is not None and placed.ask.kind.takes(value)


def placed(flow: Flow, answers: Answers, name: str) -> Placed | None:
    """The question of this full name, if it concerns a person with these answers."""
    for step in walk(flow, answers):
        if isinstance(step, Placed) and step.name == name:
            return step
    return None


def things(value: object) -> tuple[str, ...]:
    """The ids of the things that an answer names."""
    return tuple(str(key) for key in value if key != DONE) if isinstance(value, tuple) else ()


@lru_cache(1024)
def _placed(ask: Ask) -> Placed:
    """A question that stands in no Repeat always stands in the same place."""
    return Placed(ask, ask.name)


def _repeated(step: Repeat, answers: Answers) -> Iterator[Placed]:
    for item in things(answers.get(step.over)):
        prefix = f"{step.over}.{item}."
        own = {name.removeprefix(prefix): value for name, value in answers.items() if name.startswith(prefix)}
        scope = {**answers, **own, step.over: item}
        for ask in step.steps:
            if all(condition.holds(scope) for condition in ask.when):
                yield Placed(ask, prefix + ask.name, item)
