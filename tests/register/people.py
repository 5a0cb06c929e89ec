"""What invented people say, as facts."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import Engine

from flows.facts import AnswerGiven, Body, Entry, Fact, PersonMet, ReferenceGiven, Source, Value
from storage.engine import micros, write
from storage.ledger import append
from storage.opened import opened
from tests.keys import VAULT

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
_numbers = count(1)


def fact(person: str, body: Body, by: Source = Source.SELF) -> Fact:
    number = next(_numbers)
    at = START + timedelta(seconds=number)
    return Fact(f"fact-{number}", person, body, by, at, at, "update")


def registered(person: str, wish: str = "LEAVE_NOW", language: str = "fa") -> list[Fact]:
    """Everything a person says until their registration is complete."""
    said: list[tuple[str, Value]] = [
        ("language", language),
        ("category", "USC"),
        ("wish", wish),
        ("count", 3),
        ("name", "skip"),
        ("province", "KAB"),
        ("check", "yes"),
    ]
    answers = [AnswerGiven("registration", question, value) for question, value in said]
    bodies: list[Body] = [PersonMet("telegram", 7), *answers, ReferenceGiven(f"REF-{person}")]
    return [fact(person, body) for body in bodies]


def heard(store: Engine, facts: Sequence[Fact], node: str = "node-1") -> list[Entry]:
    """Keep facts in a store as a node does."""
    with write(store) as connection:
        return opened(connection, VAULT, append(connection, facts, VAULT, node, 1, micros(START)))
