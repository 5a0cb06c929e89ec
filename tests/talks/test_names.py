"""Each code that a person may hear of has a name, and what must not be known has none."""

from flows.talks import names
from flows.talks.paper_kinds import DOCUMENTS

REASONS = """
DOC_MISSING DOC_EXPIRED DOC_LOST DOC_NOT_CHECKED INTENT_STALE INTENT_NOT_BEFORE NO_CONTACT CONSENT_SHARE_MISSING
PARTY NAME_UNKNOWN AGING_OUT CAT_NOT_COVERED HOLD:IDENTITY HOLD:DUPLICATE DOC_MISSING:US_VISA
"""

CODES = """
spouse child stepchild parent sibling guardian grandparent other
held expired lost taken destroyed held_by_mission applied_for with_other_person unknown
"""


def test_every_way_to_call_a_person_has_a_button_but_duress() -> None:
    assert set(names.CALLS) == {f"E{number:02}" for number in range(1, 26)} - {"E07"}
    assert len({label.id for label in names.CALLS.values()}) == 24


def test_every_reason_that_is_said_has_words_and_those_never_shown_have_none() -> None:
    assert set(names.REASONS) == set(REASONS.split())
    assert not {"HOLD:CUSTODY", "HOLD:DURESS"} & set(names.REASONS)


def test_why_a_record_is_held_sounds_the_same_whatever_the_reason() -> None:
    assert names.REASONS["HOLD:IDENTITY"] == names.REASONS["HOLD:DUPLICATE"]


def test_every_paper_that_is_asked_for_has_its_name_among_all_papers() -> None:
    assert {option.key: option.label for option in DOCUMENTS}.items() <= names.DOCUMENTS.items()
    assert not [code for code in names.DOCUMENTS if code.startswith("W_")]


def test_the_codes_of_the_record_are_named() -> None:
    relations, states = (line.split() for line in CODES.strip().splitlines())
    assert list(names.RELATIONS) == relations
    assert list(names.STATES) == states
    assert list(names.AGES) == ["0-1", "2-5", "6-11", "12-17", "18-20", "21+"]
    assert list(names.COUNTRIES) == ["PK", "IR", "TJ", "UZ", "TR", "QA", "AE", "DE", "US", "other"]
    assert list(names.READERS) == ["TEXT", "SHORT", "VOICE", "HELPER"]
