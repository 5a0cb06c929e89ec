"""Cases written as tables: people upon what is usual, and what is to come of each."""

import tomllib
from datetime import date
from pathlib import Path

from bot.policies import given
from flows.register.crisis.policy import Policy
from flows.register.readiness.answer import Assessment
from flows.register.readiness.people import Person
from flows.register.readiness.readiness import readiness
from flows.register.readiness.reading import read_people

HERE = Path(__file__).parent
Fields = dict[str, object]
AS_OF, TRAVEL = date(2021, 11, 10), date(2021, 11, 18)
TABLES = tomllib.loads((HERE / "vectors.toml").read_text()) | tomllib.loads((HERE / "cases.toml").read_text())
USUAL: Fields = TABLES.pop("usual")
assert (TABLES.pop("as_of"), TABLES.pop("travel")) == (AS_OF, TRAVEL)
POLICY = given()


def fields(case: str) -> dict[str, Fields]:
    """The people of a case as `hamrah readiness` reads them."""
    return {id_: USUAL | {key: told[key] for key in told if key != "="} for id_, told in TABLES[case].items()}


def to_come(case: str) -> dict[str, str]:
    """What is to come of each of them."""
    return {id_: told["="] for id_, told in TABLES[case].items()}


def people(told: dict[str, Fields], as_of: date = AS_OF) -> list[Person]:
    """People of whom nothing is told wrongly."""
    found, faults = read_people(told, as_of)
    assert faults == []
    return found


def person(id_: str = "a", **told: object) -> Person:
    """Somebody as is usual, but for this."""
    return people({id_: USUAL | told})[0]


def assess(*persons: Person, policy: Policy = POLICY, travel: date = TRAVEL) -> dict[str, Assessment]:
    """Readiness as of the day of the vectors."""
    return readiness(persons, AS_OF, travel, policy)


def said(answers: dict[str, Assessment]) -> dict[str, str]:
    """The answers as the tables write them."""
    return {id_: written(answer.status, answer.codes) for id_, answer in answers.items()}


def written(status: str, codes: tuple[str, ...] | list[str]) -> str:
    """One answer as the tables write it."""
    return f"{status} [{', '.join(codes)}]" if codes else str(status)
