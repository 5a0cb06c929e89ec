"""What a machine read from a photo: asked of the person, and never taken as it is."""

from datetime import date

import pytest

from bot.terminal.acts import READ
from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, NOW, Play
from flows.conversation.said import Unread, Unreadable
from flows.conversation.standing import folded
from flows.conversation.walk import things
from flows.facts import AnswerGiven, PhotoSent, TalkOpened, ZoneRead
from flows.talks.lines import proposed
from flows.talks.view import summary
from storage.codec import decode_standing, encode_standing
from tests.mrz.written import Holder, zone_lines

TODAY = NOW.date()
ZONE = ZoneRead("17", "AF_PPT", READ)


def lines(format: str = "TD3", document: str = "P", issuer: str = "AFG") -> str:  # noqa: A002
    holder = Holder(
        format, document, issuer, "P04455667", "AFG", "900524", "F", date(2028, 5, 1), "NOORI", "LAILA", ("", "")
    )
    return "\n".join(zone_lines(holder))


def reads(play: Play) -> list[str]:
    play.happens(ZONE)
    return play.texts(play.presses("Read"))


@pytest.mark.parametrize(
    ("read", "asked", "kind"),
    [
        (lines(), "", "AF_PPT"), (lines(), "AF_PPT", "AF_PPT"),
        (lines(issuer="USA"), "US_EMERG_PPT", "US_EMERG_PPT"),
        (lines("TD1", "I", "PAK"), "AF_ETAZ", "AF_ETAZ"),
    ],
)  # fmt: skip
def test_whole_lines_come_to_answers_of_their_paper(read: str, asked: str, kind: str) -> None:
    found = proposed(read, asked, TODAY)
    assert found is not None
    assert found[0] == kind
    assert dict(found[1])["zone_number"] == "P04455667"
    assert dict(found[1])["zone_lines"] == "hold"


@pytest.mark.parametrize(
    ("read", "asked"),
    [
        ("", ""), ("P<AFG", ""), (lines().replace("P04455667", "P04455668"), ""), (lines("TD1", "I", "PAK"), ""),
        (lines(), "US_PPT"), (lines("MRV-A", "V", "USA"), "AF_PPT"),
    ],
)  # fmt: skip
def test_what_is_not_whole_or_of_another_paper_is_not_asked(read: str, asked: str) -> None:
    assert proposed(read, asked, TODAY) is None


def test_only_the_yes_makes_it_theirs() -> None:
    play = Play(registered())
    assert reads(play)[0].startswith("Is this right, and is it yours?")
    assert not [body for body in play.facts if isinstance(body, AnswerGiven)]
    play.presses("Yes")
    assert play.standing is not None
    assert play.standing.known["documents.AF_PPT.number"] == "zone:*"


def test_a_no_takes_nothing() -> None:
    play = Play(registered())
    reads(play)
    play.presses("No")
    assert play.standing is not None
    assert "documents" not in play.standing.known


def test_who_said_yes_is_not_asked_again() -> None:
    play = Play(registered())
    reads(play)
    play.presses("Yes")
    assert play.happens(ZONE) == []


def test_a_node_that_forgot_what_was_read_takes_the_yes_all_the_same() -> None:
    play = Play(registered())
    play.happens(ZONE)
    assert play.standing is not None
    play.standing = decode_standing(encode_standing(HOUSE.stored(play.standing)))
    play.presses("Read")
    play.presses("Yes")
    assert play.standing.known["documents.AF_PPT.number"] == "zone:*"


def test_it_is_among_what_a_person_is_shown_of_themselves() -> None:
    _, shown = summary("p1", [ZONE], {})
    assert "P04455667" in repr(shown)


def test_the_photo_of_a_relatives_paper_says_whose_it_is() -> None:
    play = Play(registered())
    for words in ("menu", "my people", "Laila", "wife or husband", "21+", "no", "not now", "done"):
        play.says(words)
    assert play.standing is not None
    [item] = things(play.standing.known["members"])
    play.standing = folded(play.standing, (TalkOpened(f"of.{item}"),))
    play.says("Afghan passport")
    turn = play.act(Unread(Unreadable.PHOTO, "photo"), play.acts)
    [sent] = [body for body in turn.bodies if isinstance(body, PhotoSent)]
    assert sent.paper.endswith(".AF_PPT")
