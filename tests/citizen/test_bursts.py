"""A phone that had no link sends all at once: each is heard, once and in order, and all have one answer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.citizen.decode import Heard
from bot.citizen.polling import counted
from bot.terminal.play import NOW
from flows.conversation.bursts import CLOSE, MANY
from flows.conversation.said import Act, Said, Words, press
from flows.facts import AnswerGiven, MessageHeard
from flows.ports import Outgoing
from storage.outbox import Outbox
from tests.citizen.conftest import LAILA
from tests.citizen.talker import Talker

AGREED = ("/start", "English", "yes")
REST = ("me", "green card", "I want to go", "4", "Nasir Ahmad", "Kabul")
ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
WEAK = "The link was weak. We have your {} messages now. Nothing is lost."


pytestmark = pytest.mark.asyncio


@pytest.fixture
def talker(engine: Engine) -> Iterator[Talker]:
    talker = Talker(engine)
    yield talker
    talker.turns.close()


class Phone:
    """The phone of one person, from which all comes at the same moment."""

    def __init__(self, talker: Talker) -> None:
        self.talker, self.first = talker, talker.update + 1
        talker.now += timedelta(minutes=1)

    @classmethod
    async def of_someone(cls, talker: Talker, *said: str) -> "Phone":
        """Of someone who agreed, and said this."""
        for text in (*AGREED, *said):
            await talker.says(text)
        return cls(talker)

    async def sends(self, *acts: Act, waiting: int = 0, first: int = 0) -> list[str]:
        """All that was done; what is answered to each at once."""
        said: list[str] = []
        for number, act in enumerate(acts, first or self.first):
            of = Said(act, f"u{number}", number, self.talker.now, self.talker.now)
            left = waiting and len(acts) - len(said) - 1
            answer = await self.talker.conversation.hear(Heard(number, LAILA, of, waiting=left))
            said.append(str(json.loads(answer.reply)["text"]) if answer.reply else "")
        return said

    def late(self) -> list[str]:
        """What waits to be said later."""
        waiting = Outbox(self.talker.engine).claim(self.talker.now + CLOSE, 99)
        return [text for each in waiting if (text := _text(each))]


def _text(message: Outgoing) -> str:
    said = str(json.loads(message.body)["params"].get("text", ""))
    return said.translate(ISOLATES)


def words(*texts: str) -> tuple[Words, ...]:
    """Typed messages."""
    return tuple(Words(text) for text in texts)


async def test_fifty_messages_have_one_answer_with_the_open_question(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    texts = [f"word {number}" for number in range(50 - len(REST))]
    assert set(await phone.sends(*words(*REST, *texts), waiting=1)) == {""}
    [answer] = phone.late()
    assert answer.startswith(WEAK.format(50))
    assert "Is this right?" in answer
    facts = talker.facts()
    assert [body.words for body in facts if isinstance(body, MessageHeard)] == texts
    given = [body.value for body in facts if isinstance(body, AnswerGiven)]
    assert given[-len(REST) :] == ["self", "LPR", "LEAVE_NOW", 4, "Nasir Ahmad", "KAB"]


async def test_what_is_not_known_to_follow_is_answered_until_it_is_too_much(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    said = await phone.sends(*words(*REST))
    assert [bool(text) for text in said] == [True] * (MANY - 1) + [False] * (len(REST) - MANY + 1)
    [answer] = phone.late()
    assert answer.startswith(WEAK.format(len(REST)))


async def test_two_quick_messages_are_answered_each(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    assert all(await phone.sends(*words("me", "green card"), waiting=1))
    assert phone.late() == []


async def test_who_writes_on_slowly_is_answered_each_time(talker: Talker) -> None:
    await Phone.of_someone(talker)
    for text in REST:
        assert await talker.says(text)


async def test_quick_taps_alone_are_no_burst_but_count_in_one(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    tap = press("registration:for_whom:self", 1)
    assert all(await phone.sends(tap, tap, tap, tap))
    await Phone(talker).sends(*words("green card"), tap, *words("I want to go", "4"), waiting=1, first=50)
    assert phone.late()[0].startswith(WEAK.format(4))


async def test_danger_is_answered_at_once_and_nothing_older_after_it(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    said = await phone.sends(*words("me", "green card", "they are at the door"), waiting=1)
    assert said[:2] == ["", ""]
    assert said[2].startswith("Do what keeps you safe first.")
    assert phone.late() == []


async def test_a_number_is_taken_out_of_the_chat_all_the_same(talker: Talker) -> None:
    phone = await Phone.of_someone(talker, *REST, "yes", "add more")
    await phone.sends(*words("tazkira", "yes", "12345678", "hello"), waiting=1)
    waiting = Outbox(talker.engine).claim(talker.now + CLOSE, 99)
    erased = [json.loads(each.body) for each in waiting if b"deleteMessage" in each.body]
    assert [each["params"]["message_id"] for each in erased] == [phone.first + 2]


async def test_a_crash_in_the_middle_loses_nothing_and_repeats_no_fact(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    await phone.sends(*words(*REST)[:4], waiting=1)
    talker.restart()
    before = talker.facts()
    said = await phone.sends(*words(*REST), waiting=1)
    assert said == ["", "", "", "5/6. Your name as on your papers, in any letters.", "", ""]
    facts = talker.facts()
    assert facts[: len(before)] == before
    assert [body.value for body in facts if isinstance(body, AnswerGiven)][-2:] == ["Nasir Ahmad", "KAB"]
    assert len([body for body in facts if isinstance(body, AnswerGiven)]) == len(AGREED) + len(REST)
    assert "Is this right?" in phone.late()[-1]


async def test_what_came_twice_is_counted_once_and_answered_once(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    first = await phone.sends(*words("me", "green card"))
    assert await phone.sends(*words("me", "green card")) == ["", first[1]]
    await phone.sends(*words("me", "green card", "they are at the door"))
    said = await phone.sends(*words("they are at the door"), first=phone.first + 2)
    assert said[0].startswith("Do what keeps you safe first.")
    await phone.sends(*words("we ran"), first=phone.first + 3)
    assert await phone.sends(*words("we ran"), first=phone.first + 3) == [""]
    [answer] = phone.late()
    assert answer.startswith(WEAK.format(4))


async def test_nobody_else_waits_with_them(talker: Talker) -> None:
    phone = await Phone.of_someone(talker)
    await phone.sends(*words(*REST), waiting=1)
    of = Said(Words("/start"), "u900", 900, talker.now, talker.now)
    assert (await talker.conversation.hear(Heard(900, LAILA + 1, of))).reply


async def test_what_follows_is_counted_in_words() -> None:
    said = Said(Words("a"), "u1", 1, NOW, NOW)
    acts = [said, replace(said, act=press("x:y:z", 1)), said, said]
    lane = counted([(b"", Heard(1, 1, each)) for each in acts])
    assert [found.waiting for _, found in lane if isinstance(found, Heard)] == [2, 2, 1, 0]
