"""People somewhere in a talk, and talks made of other steps."""

from dataclasses import replace
from datetime import datetime

from bot.terminal.play import HOUSE, NOW, Play
from flows.conversation.hearing import Turn
from flows.conversation.house import House
from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.reply import Reply
from flows.conversation.standing import OPEN_DOOR, Standing, folded
from flows.conversation.steps import Ask, Flow, Step, said
from flows.conversation.walk import Placed, stands_at
from flows.talks import texts
from flows.talks.registration import REGISTRATION
from flows.talks.talks import talk as own_talk
from flows.texts import Text

EARLY = ("/start", "English", "yes")
REST = ("me", "green card", "I want to go", "2", "Gul", "Kabul", "yes")
LABELS = {"yes": Text("yes", "Yes"), "no": Text("no", "No")}


def begun(*words: str) -> Play:
    """Someone who said these words."""
    play = Play()
    for each in words:
        play.says(each)
    return play


def open_question(play: Play) -> str:
    """The name of the question that is asked."""
    assert play.standing is not None
    flow = play.house.open_talk(play.standing, NOW)
    at = stands_at(flow, play.standing.answers.get(flow.name, {}))
    return at.name if isinstance(at, Placed) else ""


def first_text(turn: Turn) -> Text:
    """The first paragraph of the first reply."""
    reply = turn.replies[0]
    assert isinstance(reply, Reply)
    return reply.paragraphs[0].text


def of_facts(play: Play) -> Standing:
    """The standing that the ledger alone gives."""
    return folded(Standing("p1"), play.facts)


def bare(standing: Standing | None) -> Standing:
    """A standing without what is attention and no fact."""
    assert standing is not None
    return replace(
        standing,
        held=(),
        misses=0,
        page=0,
        typed={},
        heard_at=None,
        away=0,
        door=OPEN_DOOR,
        opened=(),
        read={},
        theirs=(),
        ours=(),
        turned=(),
    )


def housing(*flows: Flow) -> House:
    """The house, with these talks instead of those of the same names."""
    named = {flow.name: flow for flow in flows}

    def talk(name: str, standing: Standing, now: datetime) -> Flow | None:
        return named.get(name) or own_talk(name, standing, now)

    return replace(HOUSE, talk=talk)


def changed(*steps: Step) -> House:
    """The house, with registration made of other steps."""
    return housing(replace(REGISTRATION, steps=steps))


def question(name: str, *keys: str, **also: str) -> Ask:
    options = tuple(Option(key, LABELS[key]) for key in keys or ("yes", "no"))
    when = tuple(said(asked, value) for asked, value in also.items())
    return Ask(name, Text("Q_" + name, name), Choice((Page(options),), texts.PICK), when=when)
