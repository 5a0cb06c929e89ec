"""What a golden talk may say, and the sentence for what it may not."""

import pytest

from bot.terminal.golden import played
from bot.terminal.play import SPEECH, Unplayable
from flows.talks import texts

HEAD = "language: en\n"
REGISTERED = "language: en\nbegins: registered\n"
OFFERED = f"{REGISTERED}\n@ a place is offered\n\n< [Read]\n"


def seen(talk: str) -> list[str]:
    """What is said at the last line."""
    last = played(talk).rstrip("\n").rpartition("\n\n")[2]
    return [line[2:] for line in last.split("\n") if line.startswith(">")]


@pytest.mark.parametrize(
    ("passes", "open_still"), [("4 days", True), ("119 hours", True), ("121 hours", False), ("1 week", False)]
)
def test_the_clock_moves(passes: str, open_still: bool) -> None:
    said = seen(f"{OFFERED}\n@ time passes: {passes}\n\n< /start\n")
    assert said[-1].startswith("You go by air" if open_still else "The time to answer is over")


def test_the_clock_is_that_of_kabul() -> None:
    said = seen(f"{REGISTERED}\n@ the clock is 2021-11-10 08:00\n\n@ a place is offered\n\n< [Read]\n")
    assert "on 19 Nov 2021 (28 Aqrab 1400)" in said[0]
    assert "before Monday 15 Nov 2021 (24 Aqrab 1400), 08:00" in said[0]


@pytest.mark.parametrize(("passes", "name"), [("14 minutes", "Ahmad Wali"), ("15 minutes", "you")])
def test_words_are_forgotten_when_a_node_forgets_them(passes: str, name: str) -> None:
    said = seen(f"{REGISTERED}\n@ time passes: {passes}\n\n@ a place is offered\n\n< [Read]\n")
    assert f"for {name}." in said[0]


def test_a_registered_person_may_have_given_other_answers() -> None:
    head = "language: en\nbegins: registered wish=STAY name=Gul Agha province=Kabul count=12\n"
    assert seen(f"{head}\n< status\n")[0].endswith("Wish: I want to stay. People: 12. Ready: not checked yet.")
    assert "for Gul Agha." in seen(f"{head}\n@ a place is offered\n\n< [Read]\n")[0]


@pytest.mark.parametrize(
    ("begins", "why"),
    [
        ("registered wish=FLY", "'FLY' is no answer to 'wish'; it may be LEAVE_NOW,"),
        ("registered colour=red", "registration does not ask 'colour'; it asks begin,"),
        ("registered wish=LEFT", "add country="),
        ("registered language=ps", "does not ask 'language'"),
        ("registered STAY", "does not begin 'registered STAY'"),
        ("yesterday", "does not begin 'yesterday'"),
    ],
)
def test_a_beginning_that_can_not_be(begins: str, why: str) -> None:
    with pytest.raises(Unplayable, match=why):
        played(f"language: en\nbegins: {begins}\n\n< hello\n")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("< [Yes]", r"line 3: no button \[Yes\] is to be seen; the newest: none"),
        ("< (edit 1) words", "line 3: there is no message 1 to edit"),
        ("< {poem}", "line 3: there is no {poem}, but photo, voice"),
        ("<words", "line 3: a space must follow the <"),
        ("hello", "line 3: a line begins with one of"),
        ("@ the staff sing", "line 3: nobody is there yet|line 3: nobody does"),
        ("@ the staff take the case", "line 3: the staff have no open case"),
        ("@ a place became free", "line 3: nothing was offered"),
        ("@ the clock is 2021-02-30 08:00", "line 3: there is no such time"),
        ("< hi\n@ the clock is 2021-02-03 08:00", "line 4: the clock does not go back"),
    ],
)
def test_a_line_that_can_not_be(line: str, why: str) -> None:
    with pytest.raises(Unplayable, match=why):
        played(f"{HEAD}\n{line}\n")


def test_a_talk_needs_one_of_our_languages() -> None:
    with pytest.raises(Unplayable, match="there is no language 'de': use one of en, fa-AF, ps"):
        played("language: de\n")


def test_who_says_no_is_answered_in_their_language() -> None:
    talk = "language: ps\n\n< /start\n\n< نه\n"
    assert seen(talk) == [SPEECH.label(texts.S4_NO, "ps"), "{nothing is kept}"]


REMARKS = """\
# Before all.
language: en
begins: registered
# In the head.

# One that stands alone.

# And another.
# It has two lines.

< status
# Before what is said.
> Your number: WMD-FPV-A. Wish: I want to go. People: 4. Ready: not checked yet.
# Between words and buttons.
| Change | Home
# After the buttons.

@ a place is offered
# That was an offer.
> You have 1 new note. Tap to read it when you are alone.
| Read | Later

# At the end.
"""


def test_remarks_stay_where_they_are() -> None:
    assert played(REMARKS) == REMARKS
    stale = REMARKS.replace("Ready: not", "Ready: almost").replace("| Change | Home\n", "")
    assert [line for line in played(stale).split("\n") if "#" in line] == [
        line for line in REMARKS.split("\n") if "#" in line
    ]
    assert played(played(stale)) == played(stale)
