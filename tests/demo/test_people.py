"""The synthetic people and the counts they come to."""

from datetime import UTC, datetime

import pytest

from bot.demo.app import example
from bot.demo.figures import counts, together
from bot.demo.people import people
from bot.desk.plans import Plan, planned
from flows.conversation.steps import Flow
from flows.talks.talks import BY_NAME


def test_they_are_the_same_in_every_demo() -> None:
    assert list(people(40)) == list(people(40))


def test_every_answer_of_theirs_is_one_that_the_talks_have() -> None:
    answers = {pair for someone in people(200) for pair in someone.answers.items()}
    assert [
        pair for pair in sorted(answers) if pair[1] not in options(BY_NAME[pair[0].partition(":")[0]], pair[0])
    ] == []


def options(flow: Flow, place: str) -> set[str]:
    """The options of a question or of the talk's end."""
    question = place.partition(":")[2]
    if question == "end":
        return {option.key for option in flow.end.options}
    asks = [ask for ask in flow.asks() if ask.name == question]
    return {option.key for ask in asks for page in ask.kind.pages for option in page.options}


def test_some_stop_midway_and_one_stays() -> None:
    forty = list(people(40))
    assert sum(bool(someone.halts) for someone in forty) == 5
    assert sum(someone.answers["registration:wish"] == "STAY" for someone in forty) == 1
    assert sum("home:end" in someone.answers for someone in forty) == 4
    assert {someone.answers["registration:language"] for someone in forty} == {"fa-AF", "ps", "en"}


@pytest.mark.parametrize("hour", [0, 12, 19, 20, 23])
def test_the_example_of_a_departure_really_holds(hour: int) -> None:
    now = datetime(2026, 12, 31, hour, 59, tzinfo=UTC)
    assert isinstance(planned(example(now).removeprefix("/plan "), now), Plan)


@pytest.mark.parametrize(
    ("cells", "sum_"), [([], "0"), (["12", "1,200"], "1,212"), (["<10"], "1–9"), (["15", "<10", "<10"], "17–33")]
)
def test_hidden_cells_make_a_range(cells: list[str], sum_: str) -> None:
    assert together(cells) == sum_


def test_the_counts_come_from_the_consoles_tables() -> None:
    tables = {
        "People": [["known", "9"], ["registered", "7"]],
        "Cases": [["waiting", "1"], ["claimed", "2"], ["closed", "3"]],
        "Wishes": [["wants to leave now", "4"], ["wants to stay", "2"], ["only with the family", "1"]],
        "Departures": [["3 Dec", "3"]],
    }
    told = counts(
        [{"title": title, "columns": ["departs", "seats"], "rows": rows} for title, rows in tables.items()]
    )
    assert told == {
        "known": "9",
        "registered": "7",
        "leaving": "5",
        "cases": {"waiting": "1", "claimed": "2", "closed": "3"},
        "departures": [{"departs": "3 Dec", "seats": "3"}],
    }
