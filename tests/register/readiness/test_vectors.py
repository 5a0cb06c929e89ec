"""The rule by its tables: the vectors of domain.md §1.6, and cases at its edges."""

import pytest

from tests.register.readiness.tables import TABLES, assess, fields, people, said, to_come


@pytest.mark.parametrize("case", TABLES)
def test_everybody_gets_the_status_and_reasons_of_the_table(case: str) -> None:
    assert said(assess(*people(fields(case)))) == to_come(case)


def test_all_twenty_vectors_are_there() -> None:
    assert {f"V{number:02}" for number in range(1, 21)} <= TABLES.keys()
