"""A PIN: chosen, asked for, forgotten, changed, and typed under duress."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storyboard import TALKS
from bot.terminal.begun import registered
from bot.terminal.play import SPEECH, Play
from flows.conversation import pin
from flows.conversation.door import CLOSED, IDLE, TRIES, is_shut
from flows.conversation.hearing import Turn
from flows.conversation.pin import four_digits
from flows.conversation.reply import Erase, Reply
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.standing import OPEN_DOOR, Standing, Way
from flows.conversation.steps import Repeat
from flows.facts import (
    AnswerGiven,
    Body,
    CaseHandedBack,
    CaseOpened,
    MessageHeard,
    NoteRead,
    StaffReplied,
    TalkOpened,
    VoiceSent,
)
from flows.talks import labels, texts
from flows.talks.anywhere import ANYWHERE
from flows.talks.talks import house
from flows.texts import Text
from storage.codec import decode_standing, encode, encode_standing
from tests.conversation.test_anything import OFFERED, acts, check, done

PIN, WRONG, FORCED = "4079", "4078", "4070"
LATER = IDLE + timedelta(seconds=1)
WATCHED = house(SPEECH, duress=True)
NEUTRAL_TALKS = ("door", "shut", "blank", "case", "language", "notes", "note", "wiped", "lost")


def chosen(digits: str = PIN, *, duress: bool = False) -> Play:
    """Someone who chose a PIN just now."""
    play = Play(registered(), inside=WATCHED) if duress else Play(registered())
    for words in ("keep me safe", "Set a PIN", digits):
        play.says(words)
    return play


def away(digits: str = PIN, *, duress: bool = False) -> Play:
    """Someone whose PIN is due."""
    play = chosen(digits, duress=duress)
    play.now += LATER
    return play


def standing(play: Play) -> Standing:
    assert play.standing is not None
    return play.standing


def said(turn: Turn) -> list[Text]:
    """What is said, by its texts."""
    return [each.text for reply in turn.replies if isinstance(reply, Reply) for each in reply.paragraphs]


def restarted(play: Play) -> None:
    """Only what is stored is left."""
    play.standing = decode_standing(encode_standing(play.house.stored(standing(play))))


@pytest.mark.parametrize("typed", ["4079", "۴۰۷۹", "٤٠٧٩", " 40 79 ", "4-0-7-9", "۴0٧9"])
def test_digits_are_read_in_any_script(typed: str) -> None:
    assert four_digits(typed) == PIN
    play = away(typed)
    assert said(play.says("status")) == [texts.K4_ASKPIN]
    assert said(play.says(PIN)) == [texts.H2_STATUS]


@pytest.mark.parametrize("typed", ["", "407", "40799", "four", "40a9", "4079 4079", "۴۰۷"])
def test_anything_else_is_no_pin(typed: str) -> None:
    assert four_digits(typed) == ""
    play = chosen(typed)
    assert not standing(play).pin


def test_the_digits_are_nowhere_and_leave_the_chat() -> None:
    play = Play(registered())
    play.says("keep me safe")
    play.says("Set a PIN")
    turn = play.says(PIN)
    assert Erase(play.typed[-1]) in turn.replies
    [given] = [body for body in turn.bodies if isinstance(body, AnswerGiven)]
    held = (encode(given), encode_standing(standing(play)), encode_standing(play.house.stored(standing(play))))
    digest = str(given.value).rpartition(":")[2]
    assert len(digest) == 32
    assert all(digest.encode() in each for each in held)
    assert not any(f'"{PIN}"'.encode() in each or f":{PIN}".encode() in each for each in held)


def test_two_people_with_one_pin_have_two_digests() -> None:
    plays = [Play(registered(person=person)) for person in ("p1", "p2")]
    for play in plays:
        for words in ("keep me safe", "Set a PIN", PIN):
            play.says(words)
    assert standing(plays[0]).pin != standing(plays[1]).pin


def test_it_is_asked_for_after_ten_minutes_and_not_before() -> None:
    play = chosen()
    for _ in range(3):
        play.now += IDLE
        assert said(play.says("status")) == [texts.H2_STATUS]
    play.now += LATER
    assert said(play.says("status")) == [texts.K4_ASKPIN]


def test_a_clock_that_was_set_back_does_not_keep_it_open() -> None:
    play = chosen()
    play.now -= timedelta(hours=1)
    assert said(play.says("status")) == [texts.K4_ASKPIN]


def test_who_has_none_is_never_asked() -> None:
    play = Play(registered())
    play.now += timedelta(days=9)
    assert said(play.says("status")) == [texts.H2_STATUS]


def test_it_stays_due_until_it_is_typed() -> None:
    play = away()
    play.says("they are at the door")
    restarted(play)
    assert said(play.presses("Safe to write")) == [texts.E0_HUMAN]
    assert said(play.says("status")) == [texts.K4_ASKPIN]
    restarted(play)
    assert said(play.says(PIN)) == [texts.H2_STATUS]
    play.says("menu")
    assert standing(play).door == OPEN_DOOR


def test_tries_and_the_lock_outlast_a_restart() -> None:
    play = away()
    for _ in range(TRIES - 1):
        assert said(play.says(WRONG)) == [texts.K4_WRONG, texts.K4_ASKPIN]
        restarted(play)
    turn = play.says(WRONG)
    assert said(turn) == [texts.K4_SHUT]
    assert [body.code for body in turn.bodies if isinstance(body, CaseOpened)] == ["E22"]
    restarted(play)
    play.now += CLOSED - timedelta(seconds=1)
    assert said(play.says(PIN)) == [texts.K4_SHUT]
    play.now += timedelta(seconds=1)
    assert said(play.says(WRONG)) == [texts.K4_WRONG, texts.K4_ASKPIN]
    assert said(play.says(PIN)) == [texts.E0_HUMAN]


def test_the_staff_have_one_case_of_all_the_tries() -> None:
    play = away()
    opened: list[Body] = []
    for _ in range(3 * TRIES):
        opened += [body for body in play.says(WRONG).bodies if isinstance(body, CaseOpened)]
        play.now += CLOSED if standing(play).door.until else timedelta()
    assert len(opened) == 1


def test_a_right_pin_ends_the_count() -> None:
    play = away()
    for _ in range(2):
        for _ in range(TRIES - 1):
            play.says(WRONG)
        play.says(PIN)
        play.now += LATER
    assert said(play.says(WRONG)) == [texts.K4_WRONG, texts.K4_ASKPIN]


@pytest.mark.parametrize("words", ["Forgot", "رانه هېر شو", "a person", "/person", "can i talk to someone please"])
def test_a_person_needs_no_pin(words: str) -> None:
    play = away()
    play.says("status")
    assert said(play.says(words)) == [texts.E0_HUMAN]
    assert standing(play).case


def test_every_button_that_calls_a_person_works() -> None:
    for button in ("home:end:person", "lost:end:person", "door:end:forgot", "shut:end:person"):
        play = away()
        assert said(play.act(press(button, 1), 1)) == [texts.E0_HUMAN], button
    play = chosen()
    play.happens(OFFERED)
    play.now += LATER
    assert said(play.act(press("offer.W1:answer:ask", 1), 1)) == [texts.E0_HUMAN]


def test_danger_is_heard_and_the_answer_says_nothing_of_them() -> None:
    turn = away().says("they are at the door")
    assert said(turn) == [texts.E2_DANGER]
    assert [type(body) for body in turn.bodies] == [CaseOpened, MessageHeard]


def test_words_for_the_staff_are_heard_even_if_they_are_digits() -> None:
    play = chosen()
    play.says("a person")
    play.now += LATER
    turn = play.says("1404")
    assert (said(turn), [type(body) for body in turn.bodies]) == ([texts.C2_SENT, texts.E0_HUMAN], [MessageHeard])
    assert said(play.says("status")) == [texts.K4_ASKPIN]
    assert not [body for body in play.says(WRONG).bodies if isinstance(body, MessageHeard)]
    turn = play.says("40799")
    assert turn.bodies == ()
    assert Erase(play.typed[-1]) in turn.replies


def test_who_wants_to_be_erased_is_asked_first_and_then_led_there() -> None:
    play = away()
    assert said(play.says("delete me")) == [texts.K4_ASKPIN]
    assert not standing(play).locked
    assert said(play.says(PIN)) == [texts.E14_DELETE]


def test_their_data_is_asked_of_the_centre_only_after_the_pin() -> None:
    play = away()
    assert play.says("my data").bodies == ()
    assert TalkOpened("view") in play.says(PIN).bodies


def test_an_answer_is_not_taken_and_that_is_said() -> None:
    play = chosen()
    play.act(press("home:end:papers", 1), 1)
    play.now += LATER
    for turn in (play.act(press("papers:documents:US_PPT", 1), 1), play.says("tazkira"), play.edits(1, "visa")):
        assert (said(turn), turn.bodies) == ([texts.K4_FIRST, texts.K4_ASKPIN], ())
    assert said(play.says(PIN)) == [texts.D1_WHICH]


@pytest.mark.parametrize("sent", [Unreadable.VOICE, Unreadable.VIDEO, Unreadable.PHOTO, Unreadable.PLACE])
def test_what_else_is_sent_is_not_lost_in_silence(sent: Unreadable) -> None:
    play = away()
    turn = play.act(Unread(sent, "file"), 77)
    assert (said(turn), turn.bodies) == ([texts.K4_FIRST, texts.K4_ASKPIN], ())
    assert (Erase(77) in turn.replies) == (sent is not Unreadable.VOICE)


def test_a_note_is_read_after_the_pin_and_may_be_put_off_without() -> None:
    play = chosen()
    play.happens(StaffReplied("c1", "n1", "Come at eight."))
    play.now += LATER
    assert said(play.act(press("note:n1:later", 5), 5)) == [texts.R9_LATER]
    turn = play.act(press("note:n1:read", 5), 5)
    assert (said(turn), turn.bodies) == ([texts.K4_ASKPIN], ())
    turn = play.says(PIN)
    assert turn.bodies == (NoteRead("n1"),)
    assert isinstance(turn.replies[0], Reply)
    assert (turn.replies[0].verbatim, turn.replies[0].edits) == ("Come at eight.", None)


def test_stop_works_at_any_point() -> None:
    play = away()
    turn = play.says("stop")
    assert said(turn) == [texts.K7_STOPPED]
    assert standing(play).hushed
    assert said(play.says("menu")) == [texts.K4_ASKPIN]


def test_the_old_one_is_asked_for_before_another_is_chosen() -> None:
    play = chosen()
    for button in ("safety:end:pin", "safety:end:pin"):
        assert said(play.act(press(button, 1), 1)) == [texts.K4_ASKPIN]
    assert said(play.says(PIN)) == [texts.K3_PIN]
    assert said(play.says("1357")) == [texts.K3_SAVED]
    play.now += LATER
    assert said(play.says("status")) == [texts.K4_ASKPIN]
    assert said(play.says(PIN))[0] == texts.K4_WRONG
    assert said(play.says("1357")) == [texts.H2_STATUS]


def test_no_old_button_takes_it_off() -> None:
    play = chosen()
    turn = play.act(press("pin:pin:off", 1), 1)
    assert said(turn)[0] == texts.X7_OLDBTN
    play.act(press("safety:end:pin", 1), 1)
    assert play.act(press("pin:pin:off", 1), 1).bodies == ()
    play.says(PIN)
    play.says("menu")
    assert said(play.act(press("pin:pin:off", 1), 1))[0] == texts.X7_OLDBTN
    assert standing(play).pin


def test_it_can_be_taken_off() -> None:
    play = chosen()
    play.act(press("safety:end:pin", 1), 1)
    play.says(PIN)
    assert said(play.presses("No PIN")) == [texts.K3_OFF]
    play.now += LATER
    assert said(play.says("status")) == [texts.H2_STATUS]


def test_a_pin_that_comes_twice_is_no_answer() -> None:
    play = chosen()
    for asked, shown in (("", texts.K3_SAVED), ("status", texts.H2_STATUS)):
        if asked:
            play.now += LATER
            play.says(asked)
            play.says(PIN)
        for _ in range(2):
            turn = play.says(PIN)
            assert (said(turn), turn.bodies) == ([shown], ())
            assert Erase(play.typed[-1]) in turn.replies
    play.says("menu")
    assert MessageHeard("", PIN) in play.says(PIN).bodies, "the digest is not worked out at every number"


@pytest.mark.parametrize("typed", [PIN, WRONG, FORCED])
def test_no_pin_takes_longer_than_another(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    play = away(duress=True)
    play.says("status")
    worked: list[bytes] = []

    def counted(digits: bytes, **cost: Any) -> bytes:
        worked.append(digits)
        return hashlib.scrypt(digits, **cost)

    monkeypatch.setattr(pin, "scrypt", counted)
    play.says(typed)
    assert len(worked) == 2


def test_to_skip_changes_nothing() -> None:
    play = chosen()
    play.act(press("safety:end:pin", 1), 1)
    play.says(PIN)
    assert said(play.presses("Skip")) == [texts.K1_SAFE]
    assert standing(play).pin


def test_without_the_setting_no_pin_means_duress() -> None:
    play = away()
    assert said(play.says(FORCED))[0] == texts.K4_WRONG


@pytest.mark.parametrize(("own", "forced"), [(PIN, FORCED), ("4071", "4072"), ("0000", "0001"), ("۹۹۹۹", "9990")])
def test_under_duress_an_empty_account_is_seen_and_the_staff_are_told(own: str, forced: str) -> None:
    play = away(own, duress=True)
    play.says("status")
    turn = play.says(forced)
    assert said(turn) == [texts.K5_BLANK]
    [opened] = turn.bodies
    assert isinstance(opened, CaseOpened)
    assert (opened.code, opened.priority) == ("E07", "P0")
    [reply] = [each for each in turn.replies if isinstance(each, Reply)]
    assert [button.label for row in reply.keyboard for button in row] == [labels.START]
    assert standing(play).hushed
    assert not standing(play).case


def test_nothing_else_is_seen_until_the_true_pin_is_typed() -> None:
    play = away(duress=True)
    play.happens(StaffReplied("c1", "n1", "Come at eight."))
    play.says(FORCED)
    case = standing(play).door.case
    restarted(play)
    for words in ("/start", "status", "پښتو", "x", "1234", "12345", FORCED):
        turn = play.says(words)
        assert said(turn) == [texts.K5_BLANK], words
        assert not [body for body in turn.bodies if isinstance(body, CaseOpened)]
    for button in ("blank:end:start", "note:n1:read", "note:n1:later", "home:end:status", "door:end:forgot"):
        turn = play.act(press(button, 1), 1)
        assert (said(turn), turn.bodies) == ([texts.K5_BLANK], ())
    assert said(play.act(Unread(Unreadable.VIDEO), 70)) == [texts.K5_BLANK]
    turn = play.act(Unread(Unreadable.VOICE, "file"), 71)
    assert said(turn) == [texts.K5_BLANK]
    assert [body.case for body in turn.bodies if isinstance(body, VoiceSent)] == [case]
    assert play.says("he reads this").bodies == (MessageHeard(case, "he reads this"),)
    turn = play.says("they are at the door")
    assert (said(turn), [type(body) for body in turn.bodies]) == ([texts.K5_BLANK], [CaseOpened, MessageHeard])
    play.now += timedelta(days=3)
    assert said(play.says(PIN)) == [texts.E2_DANGER]
    assert standing(play).notes
    assert said(play.says("status")) == [texts.H2_STATUS]


def test_tries_before_a_blank_are_counted_and_nothing_of_it_is_said() -> None:
    play = away(duress=True)
    play.says(FORCED)
    for _ in range(TRIES):
        assert (said(play.says("1234")), play.facts[-1].code) == ([texts.K5_BLANK], "E07")  # type: ignore[union-attr]
    assert said(play.says(PIN)) == [texts.K5_BLANK]
    play.now += CLOSED
    assert said(play.says(PIN)) != [texts.K5_BLANK]


def test_duress_of_another_day_is_another_case() -> None:
    play = away(duress=True)
    cases = set()
    for _ in range(2):
        play.says(FORCED)
        cases.add(standing(play).door.case)
        play.happens(CaseHandedBack(standing(play).door.case, "s1"))
        play.says(PIN)
        play.now += LATER
    assert len(cases) == 2


def neutral(turn: Turn) -> None:
    """Nothing is said of the person, and nothing is answered but what anyone may."""
    answered = {body.talk for body in turn.bodies if isinstance(body, AnswerGiven)}
    assert answered <= {"case", "language", "notes"}
    for reply in turn.replies:
        if isinstance(reply, Reply):
            assert not reply.verbatim
            values = [value for each in reply.paragraphs for value in each.values.values()]
            assert values in ([], [labels.WHEN_UNKNOWN], [labels.WHO_DIED])
            talks = {button.data.partition(":")[0] for row in reply.keyboard for button in row}
            assert talks <= set(NEUTRAL_TALKS)


def buttons() -> list[str]:
    """Every button of every talk; of what is asked of each thing, those of one thing."""
    found = ["note:n1:read", "note:n1:later", "note:W1:read", "back::", "offer.W1:answer:yes"]
    for flow in TALKS:
        of_thing = {
            ask: f"{step.over}.AF_TAZ." for step in flow.steps if isinstance(step, Repeat) for ask in step.steps
        }
        for ask in flow.asks():
            options = (option for page in ask.kind.pages for option in page.options)
            found += [f"{flow.name}:{of_thing.get(ask, '')}{ask.name}:{option.key}" for option in options]
        found += [f"{flow.name}:end:{option.key}" for end in flow.ends() for option in end.options]
    return found


BUTTONS = buttons()
# Where somebody may stand when the PIN becomes due.
BEGUN = (
    (), ("menu",), ("status",), ("my data",), ("delete me",), ("stop",), ("language",), ("a person",),
    ("they are at the door",), ("a person", "delete me", "delete all"), ("delete me", "delete all"),
    ("menu", "my papers", "tazkira", "yes"), ("menu", "my people", "Zarghuna"), ("menu", "my wish", "change"),
    ("keep me safe", "Set a PIN", PIN),
)  # fmt: skip


def somewhere(words: tuple[str, ...], *, duress: bool = False) -> Play:
    """Someone with a PIN, a note and an offer, who then said these words."""
    play = chosen(duress=duress)
    play.happens(OFFERED)
    play.happens(StaffReplied("c1", "n1", "Come at eight."))
    for each in words:
        play.says(each)
    return play


@pytest.mark.parametrize("words", BEGUN, ids=" ".join)
def test_no_button_and_no_word_opens_the_door(words: tuple[str, ...]) -> None:
    begun = somewhere(words)
    begun.now += LATER
    first = begun.standing
    for free in ("", "language", "they are at the door", "stop", "status", WRONG):
        begun.standing = first
        if free:
            begun.says(free)
        stood = begun.standing
        for each in (*BUTTONS, *ANYWHERE, "Zarghuna", "2", "yes", "add", "undo"):
            begun.standing = stood
            turn = begun.act(press(each, 1), 1) if ":" in each else begun.says(each)
            neutral(turn)
            assert turn.standing is not None
            assert is_shut(turn.standing, begun.now), each


tempting = st.one_of(
    st.tuples(st.just("waits"), st.sampled_from([30, 599, 602])),
    st.tuples(st.just("forges"), st.sampled_from(BUTTONS)),
    st.tuples(st.just("says"), st.sampled_from([*ANYWHERE, "they are at the door", "Zarghuna", "2"])),
    st.tuples(st.just("says"), st.sampled_from([PIN, WRONG, FORCED, "407", "Set a PIN", "No PIN"])),
    acts,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(tempting, max_size=20), st.sampled_from(BEGUN), st.booleans())
def test_whatever_is_done_nothing_of_them_is_said_while_the_pin_is_due(
    sequence: list[tuple[str, object]], words: tuple[str, ...], duress: bool
) -> None:
    play = somewhere(words, duress=duress)
    heard_at, shut = play.now, play.standing is not None and play.standing.door.way is not Way.OPEN
    play.now += LATER
    for what, how in sequence:
        if what == "waits" and isinstance(how, int):
            play.now += timedelta(seconds=how)
            continue
        before = play.standing
        turn = done(play, what, how)
        if turn is None or what == "hears":
            continue
        check(play, turn)
        shut = shut or play.now - heard_at > IDLE
        heard_at = play.now
        if before is None or turn.standing is None or not before.pin:
            shut = False
            continue
        typed = four_digits(str(how[1] if isinstance(how, tuple) else how)) if what in ("says", "edits") else ""
        if shut and (typed != PIN or is_shut(turn.standing, play.now)):
            neutral(turn)
            assert turn.standing.pin == before.pin
        else:
            # To choose another PIN, the old one is asked for.
            shut = turn.standing.door.way is not Way.OPEN


def test_the_door_is_no_fact() -> None:
    play = away()
    play.says(WRONG)
    assert replace(standing(play), door=OPEN_DOOR) != standing(play)
    assert not [body for body in play.facts if isinstance(body, AnswerGiven) and body.question == "door"]
