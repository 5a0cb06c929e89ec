"""What a life may hang on is not said in words that nobody reviewed, unless a deployment says so."""

import shutil
from pathlib import Path

import pytest

from bot.reviewing import refuse_unreviewed, unreviewed
from bot.settings import Unset
from bot.speech import CATALOGS, DRAFT, DRAFTS, LOCALES, Speech, catalog_path
from flows.talks import labels, texts
from flows.talks.guarded import guarded


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """Catalogs of which somebody reviewed every text."""
    shutil.copytree(LOCALES, tmp_path / "locales")
    for code in CATALOGS.values():
        path = catalog_path(tmp_path / "locales", code)
        path.write_text(path.read_text(encoding="utf-8").replace(f"# {DRAFT}\n", ""), encoding="utf-8")
    return tmp_path / "locales"


def test_drafts_are_refused_and_it_is_said_how_to_mend_that() -> None:
    with pytest.raises(Unset, match=r"in Dari and .* in Pashto.*HAMRAH_UNREVIEWED=true"):
        refuse_unreviewed(Speech())


def test_what_is_reviewed_is_said(reviewed: Path) -> None:
    speech = Speech(reviewed)
    assert unreviewed(speech) == {}
    refuse_unreviewed(speech)


def test_one_draft_is_enough(reviewed: Path) -> None:
    path = catalog_path(reviewed, "ps")
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace('msgctxt "E2_DANGER"', f'# {DRAFT}\nmsgctxt "E2_DANGER"'), encoding="utf-8")
    assert unreviewed(Speech(reviewed)) == {"ps": ("E2_DANGER",)}


def test_other_drafts_are_said(reviewed: Path) -> None:
    path = catalog_path(reviewed, "ps")
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace('msgctxt "H1_MENU"', f'# {DRAFT}\nmsgctxt "H1_MENU"'), encoding="utf-8")
    assert unreviewed(Speech(reviewed)) == {}


def test_a_language_that_is_only_begun_counts_where_it_is_spoken(reviewed: Path) -> None:
    assert set(unreviewed(Speech(reviewed, drafts=DRAFTS))) <= set(DRAFTS)


def test_offers_trips_and_urgent_danger_are_guarded_and_nothing_else() -> None:
    found = guarded()
    assert {
        texts.O2_OFFER,
        texts.O8_PLACE,
        texts.O9_CANCEL,
        texts.E1_MEDICAL,
        texts.E2_DANGER,
        texts.E15_ROAD,
    } <= found
    assert {texts.E3_HELD, texts.E4_CHILD, texts.E19_FORCE, labels.SAFE_TO_WRITE} <= found
    assert not {texts.H1_MENU, texts.R3_WISH, texts.E12_MONEY, texts.D1_WHICH} & found
