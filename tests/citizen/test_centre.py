"""What the centre says reaches a person in time, is taken back, or erases them; and the centre hears which."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.terminal.play import NOW
from flows.facts import (
    CaseHandedBack,
    ErasureOrdered,
    NoteStood,
    NoteStopped,
    OfferMade,
    RecordErased,
    StaffReplied,
    Unread,
)
from flows.ports import Outgoing
from flows.retention import USUAL
from storage import ledger
from storage.engine import read
from storage.outbox import Outbox
from tests.citizen.conftest import LAILA
from tests.citizen.talker import Talker
from tests.citizen.test_memory import to_check

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
OFFER = OfferMade("w1", "AIR", NOW + 9 * DAY, NOW + 2 * DAY)


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


async def registered(talker: Talker) -> None:
    await to_check(talker)
    await talker.says("yes")


def waiting(talker: Talker) -> list[Outgoing]:
    return Outbox(talker.engine).claim(talker.now, 99)


async def test_who_had_closed_the_bot_and_writes_again_is_told_of_what_waits(talker: Talker) -> None:
    await registered(talker)
    await talker.told(OFFER, 1)
    [pushed] = waiting(talker)
    await talker.news.lost(pushed, "blocked")
    talker.restart()
    assert talker.standing.closed
    await talker.says("hello")
    assert not talker.standing.closed
    assert [message.note for message in waiting(talker)] == [OFFER.window]
    await talker.says("hello")
    assert waiting(talker) == []


async def test_an_offer_is_queued_with_its_deadline_and_the_centre_hears_so(talker: Talker) -> None:
    await registered(talker)
    await talker.told(OFFER, 1)
    assert [message.expires_at for message in waiting(talker)] == [OFFER.answer_by]
    assert talker.facts()[-1] == NoteStood("w1", "queued")


async def test_an_offer_that_comes_after_its_deadline_is_not_shown(talker: Talker) -> None:
    await registered(talker)
    talker.now = OFFER.answer_by
    await talker.told(OFFER, 1)
    assert not waiting(talker)
    assert talker.facts()[-1] == NoteStood("w1", "expired")
    assert not talker.standing.offers


async def test_what_is_stopped_is_not_sent_and_was_never_there(talker: Talker) -> None:
    await registered(talker)
    await talker.told(OFFER, 1)
    await talker.told(NoteStopped("w1", "staff"), 2)
    assert not waiting(talker)
    assert talker.facts()[-1] == NoteStood("w1", "stopped")
    assert not talker.standing.offers
    assert not talker.standing.notes


async def test_what_was_read_cannot_be_stopped(talker: Talker) -> None:
    await registered(talker)
    await talker.told(OFFER, 1)
    await talker.presses("note:w1:read")
    await talker.told(NoteStopped("w1", "staff"), 2)
    assert NoteStood("w1", "stopped") not in talker.facts()
    assert "w1" in talker.standing.offers


async def test_who_asks_is_locked_and_then_erased(talker: Talker) -> None:
    await registered(talker)
    person = talker.standing.person
    await talker.told(OFFER, 1)
    await talker.says("delete me")
    assert "We locked your facts" in await talker.presses("erasure:erasure:all")
    assert not talker.standing.offers, "withdrawn"
    assert "We locked your facts" in await talker.says("my status")
    talker.now += USUAL.asked - timedelta(minutes=1)
    await talker.news.erase_due()
    assert talker.standing.locked
    talker.restart()
    talker.now += timedelta(minutes=1)
    await talker.news.erase_due()
    assert talker.turns.of_chat(LAILA) is None
    assert talker.facts()[-1] == RecordErased("asked")
    kinds = {body.kind for body in talker.facts() if isinstance(body, Unread)}
    assert {"PersonMet", "AnswerGiven", "ReferenceGiven"} <= kinds
    assert not any(type(body).__name__ in ("PersonMet", "AnswerGiven") for body in talker.facts())
    assert not waiting(talker)
    assert person.encode() not in talker.rows()
    with read(talker.engine) as connection:
        assert ledger.verify(connection, "node-1", 1).seq == len(talker.facts())
    assert "Choose your language" in await talker.says("hello")
    assert talker.turns.of_chat(LAILA) is not None
    assert talker.standing.person != person


async def test_who_thinks_again_is_kept(talker: Talker) -> None:
    await registered(talker)
    await talker.says("delete me")
    await talker.presses("erasure:erasure:all")
    talker.now += DAY
    assert "We keep what you told us" in await talker.says("undo")
    talker.now += 30 * DAY
    await talker.news.erase_due()
    assert "I want to go" in await talker.says("my status")


async def test_an_order_to_erase_is_carried_out_unless_they_spoke_since(talker: Talker) -> None:
    await registered(talker)
    await talker.told(ErasureOrdered("aborted", NOW - DAY), 1)
    assert talker.standing.ref
    await talker.told(ErasureOrdered("aborted", talker.now), 2)
    assert talker.turns.of_chat(LAILA) is None
    assert talker.facts()[-1] == RecordErased("aborted")
    assert talker.turns.fed() == 2


async def test_nothing_lights_up_the_screen_of_who_is_in_danger(talker: Talker) -> None:
    await registered(talker)
    await talker.says("they are at the door")
    await talker.told(OFFER, 1)
    assert not waiting(talker)
    await talker.says("safe to write")
    assert [message.note for message in waiting(talker)] == ["w1"]


async def test_who_is_in_danger_hears_of_notes_once_the_staff_are_done(talker: Talker) -> None:
    await registered(talker)
    await talker.says("they are at the door")
    await talker.told(OFFER, 1)
    await talker.told(CaseHandedBack(talker.standing.case, "staff"), 2)
    assert [message.note for message in waiting(talker)] == ["w1"]


async def test_what_the_staff_are_said_to_know_they_know(talker: Talker) -> None:
    await registered(talker)
    talker.conversation.reached = lambda: False
    said = await talker.says("they are at the door")
    assert "We told our staff now" not in said
    assert "A person will read this" in said


async def test_who_wants_no_notes_gets_none_until_they_want_them_again(talker: Talker) -> None:
    await registered(talker)
    await talker.says("stop")
    await talker.told(OFFER, 1)
    assert not waiting(talker)
    await talker.says("notes again")
    assert [message.note for message in waiting(talker)] == ["w1"]


async def test_who_asked_for_a_person_hears_the_answer_all_the_same(talker: Talker) -> None:
    await registered(talker)
    await talker.says("stop")
    await talker.says("a person")
    await talker.told(StaffReplied(talker.standing.case, "n1", "We are here."), 1)
    assert [message.note for message in waiting(talker)] == ["n1"]
