"""Where a talk can begin: with someone new, or with someone who came to the end of registration."""

import re
from dataclasses import replace

from bot.terminal.play import CHAT, NOW, SPEECH, Unplayable
from flows.conversation.kind import Writing
from flows.conversation.standing import Standing, folded
from flows.conversation.steps import Ask
from flows.conversation.walk import Placed, stands_at
from flows.facts import AnswerGiven, PersonMet, ReferenceGiven, Value
from flows.talks.reference import reference
from flows.talks.registration import REGISTRATION

ANSWERS: dict[str, Value] = {
    "language": "en", "begin": "go_on", "consent": "yes", "for_whom": "self", "category": "SIV",
    "wish": "LEAVE_NOW", "count": 4, "name": "Ahmad Wali", "province": "HER", "check": "yes",
}  # fmt: skip
_GIVEN = re.compile(r" (\w+)=(.*?)(?= \w+=|$)")
_ASKS = {ask.name: ask for ask in REGISTRATION.asks() if ask.name != "language"}


def registered(language: str = "en", person: str = "p1", **instead: Value) -> Standing:
    """Someone who came to the end of registration."""
    answers: dict[str, Value] = {**ANSWERS, "language": language, **instead}
    given = (AnswerGiven("registration", question, value) for question, value in answers.items())
    return folded(Standing(person), (PersonMet("test", CHAT), *given, ReferenceGiven(reference(person))))


def beginning(words: str, language: str) -> Standing | None:
    """Who is there at the beginning: "registered" just now, with other answers (`wish=STAY name=Ahmad Wali`)."""
    if not words:
        return None
    if not re.fullmatch(rf"registered(?:{_GIVEN.pattern})*", words):
        raise Unplayable(f"a talk does not begin {words!r}, but perhaps: registered wish=STAY name=Ahmad")
    standing = registered(language, "p1", **{name: _value(name, given) for name, given in _GIVEN.findall(words)})
    at = stands_at(REGISTRATION, standing.answers[REGISTRATION.name])
    if isinstance(at, Placed):
        raise Unplayable(f"who is registered answered {at.name!r} too: add {at.name}=…")
    return replace(standing, heard_at=NOW)


def _value(name: str, given: str) -> Value:
    """The answer: an option's key, or what a person would have typed."""
    ask = _ASKS.get(name)
    if ask is None:
        raise Unplayable(f"registration does not ask {name!r}; it asks {', '.join(_ASKS)}")
    value = ask.kind.pressed(given, None)
    if value is None:
        read = ask.kind.read(Writing(given, SPEECH))
        value = read if isinstance(read, str | int | tuple) else None
    if value is None or not ask.kind.takes(value):
        raise Unplayable(f"{given!r} is no answer to {name!r}{_options(ask)}")
    return value


def _options(ask: Ask) -> str:
    keys = [option.key for page in ask.kind.pages for option in page.options if option.does is None]
    return f"; it may be {', '.join(keys)}" if keys else ""
