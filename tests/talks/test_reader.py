"""How people read: few words are few, who has it read to them is told so, and what must be whole is."""

from datetime import timedelta

import pytest

from bot.speech import CATALOGS, LANGUAGES, Speech
from bot.terminal.begun import beginning
from bot.terminal.play import HOUSE, Play
from flows.conversation.kind import GIVEN
from flows.conversation.marks import marked
from flows.conversation.reply import Reply
from flows.conversation.said import press
from flows.facts import AnswerGiven
from flows.talks import labels, texts
from flows.texts import PLACEHOLDER, Text
from tests.conversation.begun import EARLY, bare, begun, of_facts
from tests.talks.test_texts import SAYABLE
from tests.talks.written import WRITTEN

MOST = 10
MOST_ELSEWHERE = 14  # where a word of English often takes two

# What people agree to, offers, what guards a life or the chat, how to type what a machine reads, an example, and
# what is said unasked.
WHOLE = """
S4_CONSENT S4_MORE O14_SHARE E14_DELETE E14_DONE O2_OFFER O3_DETAIL O4_YES O7_SURE O8_PLACE O8_COMING O9_CANCEL
O10_TIME E1_MEDICAL E2_DANGER E3_HELD E4_CHILD E5_PHONE E19_FORCE N1_WORD N2_SAVED N2_HANDLES K2_WIPE B2_SAMPLE
M3_OFFLINE O1_PUSH J2_LINK D13_LINES D13_WHICH D14_DIGITS D15_ZONE
"""


def words(text: str) -> int:
    return len(PLACEHOLDER.sub("X", text).split())


def said(play: Play, *acts: str) -> list[str]:
    """The ids of what is said last."""
    turn = [play.says(each) for each in acts][-1]
    return [each.text.id for reply in turn.replies if isinstance(reply, Reply) for each in reply.paragraphs]


def reads(how: str, play: Play) -> Play:
    play.says("can you read this")
    play.act(press(f"reading:reader:{how}", 60), 60)
    return play


def test_every_long_text_has_few_words_or_must_be_whole() -> None:
    long = {text.id for text in SAYABLE if words(text.source) > MOST and not text.id.endswith("_SHORT")}
    assert long - set(texts.SHORT) == set(WHOLE.split())
    assert not set(WHOLE.split()) & set(texts.SHORT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_words_are_few(language: str) -> None:
    speech, most = Speech(), MOST if language == "en" else MOST_ELSEWHERE
    assert [text.id for text in texts.SHORT.values() if words(speech.label(text, language)) > most] == []
    assert set(CATALOGS) < set(LANGUAGES)


def test_few_words_are_fewer_and_ask_for_no_more() -> None:
    by_id: dict[str, Text] = {text.id: text for text in WRITTEN}
    for name, short in texts.SHORT.items():
        assert short.id == f"{name}_SHORT"
        assert words(short.source) < words(by_id[name].source), name
        assert set(short.placeholders) <= set(by_id[name].placeholders), name


def test_who_wants_few_words_gets_them_until_they_want_more() -> None:
    play = reads("SHORT", begun(*EARLY, "me", "green card", "I want to go"))
    assert said(play, "2") == ["R5_NAME"]
    for words in ("Gul", "Kabul"):
        play.says(words)
    assert said(play, "yes") == ["R8_DONE_SHORT", "S2_FREE_SHORT"]
    assert said(reads("TEXT", play), "status")[0] == "H2_STATUS"


def test_how_they_read_is_a_fact_and_outlives_the_memory() -> None:
    play = reads("SHORT", begun(*EARLY))
    assert AnswerGiven("reading", "reader", "SHORT") in play.facts
    assert bare(play.standing) == of_facts(play)
    assert play.standing is not None
    assert marked(play.standing, HOUSE.kinds).known["reader"] == "SHORT"


def test_it_can_be_said_before_a_yes() -> None:
    play = begun("/start", "English")
    assert said(play, "I can not read")[-1] == "H14_READS"
    play.act(press("reading:reader:HELPER", 60), 60)
    assert said(play, "/start") == ["READ_TO", "S2_HELLO", "S4_CONSENT"]
    assert play.facts == []


def test_who_is_read_to_is_named_only_to_who_knows_them() -> None:
    play = reads("HELPER", Play(beginning("registered name=Gul", "en")))
    turn = play.says("my papers"), play.act(press("home:end:papers", 61), 61)
    [reply] = [each for each in turn[-1].replies if isinstance(each, Reply)]
    assert reply.paragraphs[0].values == {"name": "Gul"}
    assert play.standing is not None
    play.standing = marked(play.standing, HOUSE.kinds)
    assert play.standing.known["name"] == GIVEN
    [reply] = [each for each in play.says("tazkira").replies if isinstance(each, Reply)]
    assert reply.paragraphs[0].values == {"name": labels.LISTENER}
    play.waits(play.now + timedelta(days=8))
    assert "READ_TO" not in said(play, "hello")


def test_in_danger_nothing_stands_before_what_must_be_read() -> None:
    play = reads("HELPER", begun(*EARLY))
    assert said(play, "they are at the door") == ["E2_DANGER"]


def test_who_speaks_is_told_that_they_may_only_where_it_is_kept() -> None:
    play = reads("VOICE", begun("/start", "English"))
    assert "H15_SPEAK" not in said(play, "/start")
    assert "H15_SPEAK" in said(play, "yes")


def test_the_way_out_says_how_to_send_a_voice_note() -> None:
    play = begun(*EARLY)
    assert said(play, "x y", "x y", "x y") == ["E13_LOST"]
    turn = play.act(press("lost:end:voice", 61), 61)
    [reply] = [each for each in turn.replies if isinstance(each, Reply)]
    assert [each.text for each in reply.paragraphs] == [texts.H3_VOICE]
