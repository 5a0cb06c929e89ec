"""A talk at the prompt: what is typed, what is seen, and what is saved."""

import random
import re
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.speech import LANGUAGES
from bot.terminal.golden import played
from bot.terminal.screen import WIDEST
from bot.terminal.session import Session


def session(language: str = "en", begins: str = "", *, facts: bool = False) -> tuple[Session, StringIO]:
    """A talk that began, and all that is seen of it."""
    seen = StringIO()
    screen = Console(file=seen, width=WIDEST, highlight=False, markup=False, emoji=False)
    begun = Session({"language": language, "begins": begins}, screen, facts=facts)
    begun.does("< /start")
    return begun, seen


def after(talk: Session, seen: StringIO, *typed: str) -> str:
    """What is seen after the last of these lines."""
    for each in typed:
        seen.seek(0)
        seen.truncate()
        talk.obey(each)
    return seen.getvalue()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("I want a person!", "< I want a person!"),
        (":1", "< [Add more]"),
        ("[2]", "< [Later]"),
        (":۲", "< [Later]"),
        ("[Later]", "< [Later]"),
        (":b status:end:change", "< {button status:end:change}"),
        (":photo", "< {photo}"),
        (":voice", "< {voice}"),
        (":edit 1 /start", "< (edit 1) /start"),
        (":offer", "@ a place is offered"),
        (":wait 8 days", "@ time passes: 8 days"),
        (":clock 2026-12-01 08:00", "@ the clock is 2026-12-01 08:00"),
        (":language ps", "< {button registration:language:ps}"),
        (":note He waits.", "# He waits."),
        (" :)", "<  :)"),
    ],
)
def test_what_is_typed_is_a_line_of_a_golden_talk(typed: str, line: str) -> None:
    talk, _ = session(begins="registered")
    talk.obey(typed)
    assert talk.lines == ["< /start", line]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (":3", "there is no button 3: the newest screen has 2"),
        (":0", "there is no button 0"),
        (":dance", ":dance is not understood so"),
        (":photo of me", ":photo is not understood so"),
        (":edit 9 words", "there is no message 9 to edit"),
        (":staff take", "the staff have no open case"),
        (":staff sing", "the staff take, write words, or are done"),
        (":full", "nothing was offered to this person yet"),
        (":wait long", "nobody does 'time passes: long'"),
        (":save /nowhere/at/all.txt", "can not be written"),
        (":save", "can not be written|is there already"),
    ],
)
def test_what_can_not_be_done_is_said_and_not_kept(typed: str, why: str) -> None:
    talk, seen = session(begins="registered")
    assert re.search(why, after(talk, seen, typed).replace("\n", " "))
    assert talk.lines == ["< /start"]


def test_the_staff_are_played_too() -> None:
    talk, seen = session(begins="registered")
    assert "A person will read this" in after(talk, seen, "a person")
    assert "{silence}" in after(talk, seen, ":staff take", "he needs a doctor")
    assert "You have 1 new note" in after(talk, seen, ":staff write Where is he?")
    assert "Where is he?" in after(talk, seen, ":1")
    assert "is done for now" in after(talk, seen, ":staff done", "thank you")


def test_facts_are_shown_when_they_are_asked_for() -> None:
    talk, seen = session(begins="registered")
    assert "! " not in after(talk, seen, "menu")
    assert "! TalkOpened wish" in after(talk, seen, ":facts", "[My wish]")
    assert "! " not in after(talk, seen, ":facts", "menu")


def test_a_button_is_pressed_by_its_number_where_its_label_stands_above_too() -> None:
    talk, seen = session(begins="registered")
    after(talk, seen, "menu", "status", "menu", "[My status] above")
    assert "Last time you said: I want to go." in after(talk, seen, ":1")
    assert talk.lines[-2:] == ["< [My status] above", "< [Change] above"]


@pytest.mark.parametrize("language", ["fa-AF", "ps"])
def test_who_reads_from_the_right_has_it_there(language: str) -> None:
    talk, seen = session(language, "registered")
    lines = after(talk, seen, "menu").rstrip("\n").split("\n")
    assert {cell_len(line) for line in lines} == {WIDEST}
    assert lines[0].endswith(" H1_MENU ─╮")
    for line in lines[1:-1]:
        words = line[2:-2]
        assert not words.strip() or (words.startswith("  ") and not words.endswith(" ")), line
    assert not re.search("[\u2066-\u2069]", seen.getvalue())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_saved_goes_again_as_it_went(language: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    talk, seen = session(language, facts=True)
    usual = [*(f":{n}" for n in range(1, 8)), "Gul", "2", "12345", "05 2030", ":photo", ":edit 1 x"]
    rarer = ["menu", "a person", ":offer", ":full", ":free", ":staff take", ":staff write Yes?", ":staff done"]
    for each in chance.choices([*usual, *usual, *rarer, ":language ps", ":wait 2 days"], k=80):
        talk.obey(each)
    talk.obey(f":save {tmp_path / 'talk.txt'}")
    saved = (tmp_path / "talk.txt").read_text(encoding="utf-8")
    assert saved == talk.talk() == played(saved)
    facts = [line for line in saved.split("\n") if line.startswith("!")]
    assert len(facts) == seen.getvalue().count("\n! ") + seen.getvalue().startswith("! ")


def test_a_file_of_others_is_never_written_over(tmp_path: Path) -> None:
    talk, seen = session()
    (tmp_path / "theirs.txt").write_text("theirs")
    assert "already: save it" in after(talk, seen, f":save {tmp_path / 'theirs.txt'}")
    assert "Saved" in after(talk, seen, f":save {tmp_path / 'ours.txt'}")
    assert "Saved" in after(talk, seen, "English", f":save {tmp_path / 'ours.txt'}")
    assert "< English" in (tmp_path / "ours.txt").read_text()
    assert (tmp_path / "theirs.txt").read_text() == "theirs"
