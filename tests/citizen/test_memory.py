"""Within a talk a person sees what they said; later, and after a restart, only that they said it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, insert

from bot.citizen.recent import KEPT
from bot.terminal.begun import registered
from flows.facts import CaseClaimed, StaffReplied
from storage.codec import encode_standing
from storage.engine import write
from storage.older import READER
from storage.rows import table
from storage.tables import CursorRow, StandingRow
from tests.citizen.talker import ROOMS, Talker

NAME = "Zarghuna Stanekzai"
TO_CHECK = ("/start", "English", "yes", "me", "green card", "I want to go", "2", NAME)
pytestmark = pytest.mark.asyncio


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


async def to_check(talker: Talker) -> str:
    shown = [await talker.says(words) for words in (*TO_CHECK, "Kabul")]
    return shown[-1]


async def test_the_check_shows_the_name_and_the_store_never_holds_it(talker: Talker) -> None:
    assert NAME in await to_check(talker)
    assert NAME.encode() not in talker.rows()
    assert b"LEAVE_NOW" in talker.rows()


@pytest.mark.parametrize("later", [Talker.restart, lambda talker: setattr(talker, "time", KEPT)])
async def test_later_it_is_only_given_and_the_talk_goes_on(
    talker: Talker, later: Callable[[Talker], None]
) -> None:
    await to_check(talker)
    later(talker)
    shown = await talker.says("hm")
    assert NAME not in shown
    assert "(name given)" in shown
    assert "Your number is" in await talker.says("yes")


async def test_an_update_that_comes_again_is_answered_as_before_or_with_the_same_screen(talker: Talker) -> None:
    shown = await to_check(talker)
    assert await talker.says("Kabul", again=True) == shown
    talker.restart()
    again = await talker.says("Kabul", again=True)
    assert "Is this right?" in again
    assert "(name given)" in again


async def test_words_of_the_staff_outlive_a_crash_until_four_others_were_read(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("yes")
    await talker.says("a person")
    await talker.told(StaffReplied(talker.standing.case, "n1", "Come to the gate"), 1)
    talker.restart()
    assert b"Come to the gate" in talker.rows()
    shown = await talker.presses("note:n1:read")
    talker.restart()
    assert "Come to the gate" in shown
    assert await talker.presses("note:n1:read", again=True) == shown
    await talker.says("thank you")
    assert await talker.presses("note:n1:read") == shown
    for number in range(2, 6):
        assert b"Come to the gate" in talker.rows()
        await talker.told(StaffReplied(talker.standing.case, f"n{number}", "We are here"), number)
        await talker.presses(f"note:n{number}:read")
    await talker.says("thank you")
    assert b"Come to the gate" not in talker.rows()


async def test_what_the_staff_do_within_a_talk_forgets_nothing(talker: Talker) -> None:
    await to_check(talker)
    await talker.told(CaseClaimed("other", "s1"), 1)
    assert NAME in await talker.says("hm")


async def test_a_silence_is_repeated_as_silence(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("a person")
    await talker.told(CaseClaimed(talker.standing.case, "s1"), 1)
    assert await talker.says("help us") == ""
    talker.restart()
    assert await talker.says("help us", again=True) == ""


async def test_a_store_from_before_loses_its_values_and_nothing_else(talker: Talker) -> None:
    whole = replace(registered(), notes={})
    with write(talker.engine) as connection:
        connection.execute(table(CursorRow).delete().where(table(CursorRow).c.reader == READER))
        for number in range(3):
            row = {"person": f"p{number}", "chat": number, "update": 1, "reply": b"Is this right? Ahmad Wali"}
            standing = encode_standing(replace(whole, person=f"p{number}"))
            connection.execute(insert(table(StandingRow)).values(standing=standing, **row))
    assert b"Ahmad Wali" in talker.rows()
    talker.restart()
    assert b"Ahmad Wali" not in talker.rows()
    kept = talker.turns.of_chat(2)
    assert kept is not None
    assert kept.standing == ROOMS.stored(replace(whole, person="p2"))
    assert kept.update == 1
