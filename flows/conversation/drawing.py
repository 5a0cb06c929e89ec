"""Talks drawn: as a Mermaid flowchart, and as screens for those who translate them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from flows.conversation.options import (
    Answers,
    Calls,
    Effect,
    Leads,
    Opens,
    Option,
    Page,
    Reopens,
    Rests,
    Says,
    Turns,
    Wipes,
)
from flows.conversation.steps import Ask, Condition, End, Flow, Repeat, Stop
from flows.texts import Text

Say = Callable[[Text], str]


@dataclass(slots=True)
class _Chart:
    """A flowchart as it grows; loose are the ends of arrows that wait for the next node."""

    lines: list[str] = field(default_factory=lambda: ["flowchart TD"])
    loose: list[tuple[str, str]] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def node(self, shape: str, words: str) -> str:
        """Draw a node, led to from all that is loose; its name."""
        self.count += 1
        name, (left, right) = f"n{self.count}", shape.split("…")
        self.lines.append(f'    {name}{left}"{words.replace(chr(34), "#quot;")}"{right}')
        self._lead(name)
        self.loose = [(name, "")]
        return name

    def _lead(self, name: str) -> None:
        for origin, label in self.loose:
            self.lines.append(f"    {origin} -->{f'|{label}|' if label else ''} {name}")

    def decision(self, when: Iterable[Condition]) -> list[tuple[str, str]]:
        """Draw a condition; the loose end on which it does not hold."""
        name = self.node("{…}", " and ".join(map(_condition, when)))
        self.loose = [(name, "yes")]
        return [(name, "no")]

    def ask(self, ask: Ask) -> None:
        """Draw a question, behind its conditions if it has any."""
        past = self.decision(ask.when) if ask.when else []
        node = self.asked[ask.name] = self.node("[…]", f"{ask.name}<br/>{ask.text.source}")
        for option in (option for page in ask.kind.pages for option in page.options):
            if (
                isinstance(option.does, Reopens)
                and not option.does.talk
                and option.does.questions[0] in self.asked
            ):
                self.lines.append(f"    {node} -.->|{option.key}| {self.asked[option.does.questions[0]]}")
        self.loose = (self.loose if ask.kind.deciding() else []) + past

    def stop(self, stop: Stop) -> None:
        """Draw an early end."""
        past = self.decision((stop.when,))
        self.node("([…])", stop.end.text.source)
        self.loose = past

    def repeat(self, repeat: Repeat) -> None:
        """Draw questions in a frame of their own, and the arrow back for the next thing."""
        past = [(self.node("{…}", f"one more of {repeat.over}?"), "no")]
        decided = past[0][0]
        self.loose = [(decided, "yes")]
        self.lines.append(f'    subgraph each{self.count}["for each of {repeat.over}"]')
        for ask in repeat.steps:
            self.ask(ask)
        self.lines.append("    end")
        self._lead(decided)
        self.loose = past


def mermaid(flow: Flow) -> str:
    """The talk as a flowchart, in English."""
    chart = _Chart()
    chart.node("((…))", flow.name)
    for step in flow.steps:
        match step:
            case Ask():
                chart.ask(step)
            case Stop():
                chart.stop(step)
            case Repeat():
                chart.repeat(step)
    chart.node("([…])", flow.end.text.source)
    return "\n".join(chart.lines) + "\n"


def storyboard(flow: Flow, say: Say) -> str:
    """Every screen of the talk in order: text ids, texts, and buttons row by row."""
    screens: list[str] = []
    for step in flow.steps:
        match step:
            case Ask():
                screens += _screens(step, say, "")
            case Stop():
                screens.append("\n".join(_ending(step.end, say, f" · if {_condition(step.when)}")))
            case Repeat():
                for ask in step.steps:
                    screens += _screens(ask, say, f" · for each of {step.over}")
    screens.append("\n".join(_ending(flow.end, say, "")))
    return "\n\n".join(screens) + "\n"


def _screens(ask: Ask, say: Say, scope: str) -> Iterator[str]:
    """One screen a page of buttons, and after the first what may be said around the question."""
    when = f" · if {' and '.join(map(_condition, ask.when))}" if ask.when else ""
    pages = ask.kind.pages or (Page(()),)
    for at, page in enumerate(pages):
        text = page.text or ask.text
        said = (say(each) for each in (ask.lead, text) if each)
        lines = [f"{ask.name} · {text.id}{scope}{when}", *said, *_rows(page.options, page.columns, say)]
        if at == 0:
            own = {ask.text, ask.lead, *(option.label for each in pages for option in each.options)}
            own |= {each.text for each in pages if each.text}
            around = dict.fromkeys((*filter(None, (ask.saved, ask.changed)), *ask.kind.texts()))
            lines += [f"~ {other.id}: {say(other)}" for other in around if other not in own]
        yield "\n".join(lines)


def _ending(end: End, say: Say, when: str) -> list[str]:
    asides = (text for option in end.options for text in option.texts() if text != option.label)
    return [
        f"end · {end.text.id}{when}",
        say(end.text),
        *(f"~ {spoken.text.id}: {say(spoken.text)}" for spoken in end.also),
        *_rows(end.options, end.columns, say),
        *(f"~ {text.id}: {say(text)}" for text in asides),
    ]


def _rows(options: tuple[Option, ...], columns: int, say: Say) -> Iterator[str]:
    buttons = [_button(option, say) for option in options]
    for at in range(0, len(buttons), columns):
        yield "| " + " | ".join(buttons[at : at + columns])


def _button(option: Option, say: Say) -> str:
    label = f"{say(option.label)} ({option.label.id})" if isinstance(option.label, Text) else str(option.label)
    return f"{label} → {_does(option.does)}" if option.does else label


def _does(effect: Effect) -> str:
    match effect:
        case Says(text):
            return text.id
        case Turns(page):
            return f"page {page + 1}"
        case Reopens(questions):
            return "asks " + (", ".join(questions) or "again")
        case Answers(question, value):
            return f"{question} = {value}"
        case Opens(talk):
            return talk
        case Rests():
            return "back"
        case Calls(code):
            return f"staff {code}"
        case Leads():
            return "what is left to tell"
        case Wipes():
            return "wipes"


def _condition(condition: Condition) -> str:
    return f"{condition.question} is {' or '.join(map(str, condition.values))}"
