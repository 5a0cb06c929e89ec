"""What must hold of every talk, looked for in its table; each fault is said in words, with its name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from flows.conversation.options import Answers as Answering
from flows.conversation.options import Effect, Opens, Option, Reopens, Says, Turns
from flows.conversation.screen import BACK, END, NOTE
from flows.conversation.steps import Answers, Ask, Condition, End, Flow, Repeat, Stop
from flows.conversation.walk import Placed, answered, stands_at, things
from flows.facts import Value
from flows.texts import PLACEHOLDER, Text

DATA_BYTES = 64
LABEL_SIGNS = 22
MOST_WAYS = 10_000


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a talk: what was answered, and where it ended; at a question if it got no further."""

    answers: Answers
    at: Placed | Stop | End


@dataclass(frozen=True, slots=True)
class Site:
    """A question with its full name, one for each thing where it is repeated, and the steps it can speak of."""

    ask: Ask
    names: tuple[str, ...]
    near: dict[str, Ask]


def faults(flows: Iterable[Flow]) -> list[str]:
    """Everything that is wrong with these talks, in words; none if all holds."""
    talks = tuple(flows)
    named = {flow.name for flow in talks}
    each = (
        chain(_names(flow), _conditions(flow), _effects(flow, named), _buttons(flow), _ends(flow), _marks(flow))
        for flow in talks
    )
    return [*chain.from_iterable(each), *_shared(talks)]


def texts(flows: Iterable[Flow]) -> tuple[Text, ...]:
    """Every text that the talks can say, in their order."""
    return tuple(dict.fromkeys(text for flow in flows for text in flow.texts()))


def ways(flow: Flow) -> Iterator[Way]:
    """Every way through; answers that no condition tells apart count once, and one thing stands for all."""
    conditions = tuple(_stated(flow))
    begun: list[dict[str, Value]] = [{}]
    while begun:
        answers = begun.pop()
        at = stands_at(flow, answers)
        if isinstance(at, Placed) and (told := _told_apart(at, conditions)):
            after = [{**answers, at.name: value} for value in told]
            begun += [each for each in after if answered(at, each)]
            yield from (Way(each, at) for each in after if not answered(at, each))
        else:
            yield Way(answers, at)


def _told_apart(at: Placed, conditions: tuple[Condition, ...]) -> tuple[Value, ...]:
    """One answer of each sort that the conditions tell apart."""
    own = [condition for condition in conditions if condition.question == at.ask.name]
    sorts: dict[tuple[bool, ...], Value] = {}
    for value in _values(at.ask, own):
        heard: Value = things(value)[0] if things(value) else value
        sort = tuple(condition.holds({at.ask.name: heard}) for condition in own)
        sorts.setdefault((bool(things(value)), *sort), value)
    return tuple(sorts.values())


def _values(ask: Ask, conditions: Iterable[Condition]) -> tuple[Value, ...]:
    counts = (value for condition in conditions for value in condition.values if isinstance(value, int))
    return (*ask.kind.deciding(), *(count for count in counts if ask.kind.takes(count)))


def _stated(flow: Flow) -> Iterator[Condition]:
    for ask in flow.asks():
        yield from ask.when
    yield from (step.when for step in flow.steps if isinstance(step, Stop))


def _sites(flow: Flow) -> Iterator[Site]:
    top = {step.name: step for step in flow.steps if isinstance(step, Ask)}
    for step in flow.steps:
        if isinstance(step, Ask):
            yield Site(step, (step.name,), top)
        elif isinstance(step, Repeat):
            near = {ask.name: ask for ask in step.steps}
            items = _items(top.get(step.over)) or ("",)
            for ask in step.steps:
                yield Site(ask, tuple(f"{step.over}.{item}.{ask.name}" for item in items), near)


def _items(over: Ask | None) -> tuple[str, ...]:
    values = over.kind.deciding() if over else ()
    return tuple(dict.fromkeys(item for value in values for item in things(value)))


def _names(flow: Flow) -> Iterator[str]:
    seen: set[str] = set()
    if ":" in flow.name or flow.name in (NOTE, BACK):
        yield f"{flow.name}: the talk's name means something else on a button"
    for site in _sites(flow):
        if ":" in site.ask.name or site.ask.name == END:
            yield f"{flow.name}: the name of {site.ask.name} means something else on a button"
        if site.names[0] in seen:
            yield f"{flow.name}: two questions are named {site.ask.name}"
        seen.update(site.names)


def _conditions(flow: Flow) -> Iterator[str]:
    """Conditions look back, and only at what can have been answered."""
    asked: dict[str, tuple[Value, ...]] = {}
    for step in flow.steps:
        match step:
            case Ask():
                yield from _looks_back(flow, step.name, step.when, asked)
                asked[step.name] = _values(step, _stated(flow))
            case Stop():
                yield from _looks_back(flow, f"the stop {step.end.text.id}", (step.when,), asked)
            case Repeat():
                yield from _repeated(flow, step, asked)


def _repeated(flow: Flow, step: Repeat, asked: dict[str, tuple[Value, ...]]) -> Iterator[str]:
    items = tuple(dict.fromkeys(item for value in asked.get(step.over, ()) for item in things(value)))
    if not items:
        yield f"{flow.name}: questions are repeated over {step.over}, which names nothing before"
    within: dict[str, tuple[Value, ...]] = {**asked, step.over: items}
    for ask in step.steps:
        yield from _looks_back(flow, ask.name, ask.when, within)
        within[ask.name] = _values(ask, _stated(flow))


def _looks_back(
    flow: Flow, who: str, when: tuple[Condition, ...], asked: dict[str, tuple[Value, ...]]
) -> Iterator[str]:
    for condition in when:
        if condition.question not in asked:
            yield f"{flow.name}: {who} depends on {condition.question}, which is not asked before it"
            continue
        for value in condition.values:
            own = Condition(condition.question, (value,))
            if not any(own.holds({own.question: given}) for given in asked[own.question]):
                yield f"{flow.name}: {who} depends on {own.question} being {value}, which it can not be"


def _effects(flow: Flow, named: set[str]) -> Iterator[str]:
    top = {step.name: step for step in flow.steps if isinstance(step, Ask)}
    for site in _sites(flow):
        for option in _options(site.ask):
            yield from _effect(f"{flow.name}: {option.key} of {site.ask.name}", option.does, site.near, named)
            for each in option.besides:
                where = f"{flow.name}: {option.key} of {site.ask.name}"
                yield from _effect(where, Answering(*each), site.near, named)
            if isinstance(option.does, Turns) and not 0 <= option.does.page < len(site.ask.kind.pages):
                yield f"{flow.name}: {option.key} of {site.ask.name} turns to page {option.does.page}, of none"
    for end in flow.ends():
        for option in end.options:
            where = f"{flow.name}: {option.key} of the end {end.text.id}"
            yield from _effect(where, option.does, top, named)
            if option.does is None or isinstance(option.does, Turns):
                yield f"{where} does nothing"


def _effect(where: str, effect: Effect | None, near: dict[str, Ask], named: set[str]) -> Iterator[str]:
    match effect:
        case Opens(talk) if talk not in named:
            yield f"{where} opens {talk}, which is no talk"
        case Reopens(talk=talk) if talk:
            yield from () if talk in named else (f"{where} reopens questions of {talk}, which is no talk",)
        case Reopens(questions):
            yield from (f"{where} reopens {name}, which is no question" for name in questions if name not in near)
        case Answering(question, value):
            if question not in near or not near[question].kind.takes(value):
                yield f"{where} answers {question} with {value}, which it does not take"


def _buttons(flow: Flow) -> Iterator[str]:
    for site in _sites(flow):
        longest = max(site.names, key=lambda name: len(name.encode()))
        yield from _fitting(flow, longest, _options(site.ask))
    for end in flow.ends():
        yield from _fitting(flow, END, end.options)


def _fitting(flow: Flow, question: str, options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        if len(f"{flow.name}:{question}:{option.key}".encode()) > DATA_BYTES:
            yield f"{flow.name}: the button {option.key} of {question} is longer than {DATA_BYTES} bytes"
        if isinstance(option.label, Text) and len(PLACEHOLDER.sub("", option.label.source)) > LABEL_SIGNS:
            yield f"{flow.name}: the label {option.label.id} is longer than {LABEL_SIGNS} signs"


def _ends(flow: Flow) -> Iterator[str]:
    """Every way ends, every stop is the end of one, and every question is asked on one."""
    ended: list[Stop | Placed | End] = []
    reached: set[str] = set()
    for count, way in enumerate(ways(flow)):
        if count == MOST_WAYS:
            yield f"{flow.name}: there are more than {MOST_WAYS} ways through"
            return
        ended.append(way.at)
        reached.update(way.answers, (name.rpartition(".")[2] for name in way.answers))
        if isinstance(way.at, Placed):
            reached.add(way.at.ask.name)
            yield from _stuck(flow, way.at, way.answers)
    yield from (f"{flow.name}: {ask.name} is never asked" for ask in flow.asks() if ask.name not in reached)
    for step in flow.steps:
        if isinstance(step, Stop) and step not in ended:
            yield f"{flow.name}: the stop {step.end.text.id} is never reached"


def _stuck(flow: Flow, at: Placed, answers: Answers) -> Iterator[str]:
    """A question that only leads elsewhere is no dead end."""
    if at.name in answers:
        yield f"{flow.name}: {at.ask.name} is asked again after the answer {answers[at.name]}"
    elif all(isinstance(option.does, Says | Turns) for option in _options(at.ask)):
        yield f"{flow.name}: nothing answers {at.ask.name}"


def _marks(flow: Flow) -> Iterator[str]:
    """What is stored of an answer decides as the answer itself did."""
    stated = tuple(_stated(flow))
    for ask in flow.asks():
        own = [condition for condition in stated if condition.question == ask.name]
        for value in _values(ask, own):
            kept = ask.kind.kept(value)
            same = (ask.kind.takes(kept), things(kept)) == (ask.kind.takes(value), things(value))
            if not same or any(c.holds({ask.name: kept}) != c.holds({ask.name: value}) for c in own):
                yield f"{flow.name}: what is stored of the answer {value} to {ask.name} decides otherwise"


def _shared(flows: tuple[Flow, ...]) -> Iterator[str]:
    """A question of the same name in two talks means the same, since the latest answer to it holds."""
    first: dict[str, tuple[str, frozenset[Value]]] = {}
    for flow in flows:
        for site in _sites(flow):
            own = (flow.name, frozenset(site.ask.kind.deciding()))
            talk, values = first.setdefault(site.names[0], own)
            if values != own[1]:
                yield f"{flow.name}: {site.ask.name} takes other answers than in {talk}"


def _options(ask: Ask) -> tuple[Option, ...]:
    return tuple(option for page in ask.kind.pages for option in page.options)
