"""Lines of machine-readable zones typed in the chat: understood anywhere, and of no weight without a yes."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, Play
from flows.conversation.hearing import Turn
from flows.conversation.reply import Erase
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.standing import folded
from flows.facts import AnswerGiven, CaseClaimed, CaseOpened, MessageHeard, Value
from flows.talks import texts
from flows.talks.lines import kind_of
from flows.talks.paper_kinds import ENDING
from flows.talks.zone import counted
from storage.codec import encode_standing
from tests.conversation.begun import EARLY, bare, begun, first_text, open_question
from tests.mrz.test_specimens import MRV_A, MRV_B, TD1, TD2, TD3
from tests.mrz.written import Holder, somebody, zone_lines

GUL = Holder(
    format="TD3", document="P", issuer="AFG", number="P00123456", nationality="AFG", birth="850524", sex="M",
    expiry=date(2029, 5, 5), surname="AHMADZAI", given="GUL AGHA", optional=("",),
)  # fmt: skip
CARD = replace(GUL, format="TD1", document="C1", issuer="USA", number="123456789", optional=("LIN9012345678", ""))
VISA = replace(GUL, format="MRV-A", document="V", issuer="USA", number="12345678")
SMALL_VISA = replace(VISA, format="MRV-B", issuer="PAK")
TAZKIRA = replace(GUL, format="TD2", document="I", number="139912345")
KINDS = {"AF_PPT": GUL, "US_GC": CARD, "US_VISA": VISA, "3C_VISA": SMALL_VISA, "AF_ETAZ": TAZKIRA}
PERSIAN, ARABIC = (str.maketrans("0123456789", digits) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"))
SECRETS = ("P00123456", "AHMADZAI", "1985-05-24", "850524")


def zone(holder: Holder = GUL) -> str:
    return "\n".join(zone_lines(holder))


def at_papers(*words: str) -> Play:
    """Someone who said these words at the talk about papers."""
    play = Play(registered())
    for each in ("menu", "my papers", *words):
        play.says(each)
    return play


def given(play: Play, talk: str) -> dict[str, Value]:
    """The latest answers of a talk."""
    return {
        body.question: body.value for body in play.facts if isinstance(body, AnswerGiven) and body.talk == talk
    }


def erased(turn: Turn) -> bool:
    return any(isinstance(each, Erase) for each in turn.replies)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fa-AF", "ps"])
@pytest.mark.parametrize(
    "typed",
    [
        str,
        str.lower,
        lambda lines: lines.replace("<", " "),
        lambda lines: lines.translate(PERSIAN),
        lambda lines: lines.translate(ARABIC),
        lambda lines: lines.replace("<", "«"),
        lambda lines: lines.replace("\n", ""),
    ],
)
def test_every_format_is_understood_however_it_is_typed(
    kind: str, language: str, typed: Callable[[str], str]
) -> None:
    play = Play(registered(language))
    turn = play.says(typed(zone(KINDS[kind])))
    assert open_question(play) == "zone_check"
    assert erased(turn)
    read = given(play, f"zone.{kind}")
    assert (read["zone_number"], read["zone_lines"]) == (KINDS[kind].number, "hold")
    assert (read["zone_name"], read["zone_birth"]) == ("GUL AGHA AHMADZAI", "gregorian:1985-05-24")
    assert read.get("zone_expiry") == ("gregorian:2029-05-05" if kind in ENDING else None)
    assert "papers" not in {body.talk for body in play.facts if isinstance(body, AnswerGiven)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typed", [str, str.lower, lambda lines: lines.translate(PERSIAN)])
def test_lines_may_come_one_by_one(kind: str, typed: Callable[[str], str]) -> None:
    play = Play(registered())
    turns = [play.says(typed(line)) for line in zone_lines(KINDS[kind])]
    assert all(map(erased, turns))
    assert first_text(turns[0]) == texts.D13_MORE
    assert open_question(play) == "zone_check"
    whole = Play(registered())
    whole.says(zone(KINDS[kind]))
    assert given(play, f"zone.{kind}") == given(whole, f"zone.{kind}")


def test_nothing_counts_before_the_yes_and_then_the_paper_is_theirs() -> None:
    play = at_papers("afghan passport", "yes")
    play.says(zone())
    assert "documents.AF_PPT.number" not in given(play, "papers")
    play.presses("Yes")
    papers = given(play, "papers")
    assert (papers["documents.AF_PPT.number"], papers["documents.AF_PPT.expiry"]) == ("zone:*", "zone:*")
    assert counted(play.facts)["AF_PPT"][0]
    assert bare(play.standing) == bare(folded(registered(), play.facts))


def test_a_no_changes_nothing_and_the_number_is_asked_as_before() -> None:
    play = at_papers("afghan passport", "yes")
    play.says(zone())
    turn = play.presses("No")
    assert first_text(turn) == texts.D16_DROPPED
    assert open_question(play) == "documents.AF_PPT.number"
    assert not counted(play.facts)["AF_PPT"][0]
    play.says("P99123456")
    assert given(play, "papers")["documents.AF_PPT.number"] == "P99123456"


def test_a_zone_that_is_not_confirmed_takes_the_place_of_nothing() -> None:
    play = at_papers("afghan passport", "yes")
    play.says(zone())
    play.presses("Yes")
    play.says(zone(replace(GUL, number="P00999999")))
    play.presses("No")
    confirmed, answers = counted(play.facts)["AF_PPT"]
    assert (confirmed, answers["zone_number"]) == (True, "P00123456")


def test_a_yes_to_what_was_never_read_is_an_old_button() -> None:
    play = at_papers()
    assert first_text(play.act(press("zone.AF_PPT:zone_check:yes", 1), 1)) == texts.X7_OLDBTN
    play.says(zone_lines(GUL)[0])
    assert first_text(play.act(press("zone.AF_PPT:zone_check:yes", 1), 1)) == texts.X7_OLDBTN
    assert play.act(press("zone.AF_PPT:zone_lines:hold", 1), 1).bodies == ()


def test_a_paper_in_an_open_list_is_picked_and_the_list_stays_open() -> None:
    play = at_papers()
    play.presses("Tazkira")
    play.says(zone())
    play.presses("Yes")
    assert given(play, "papers")["documents"] == ("AF_TAZ", "AF_PPT")
    assert open_question(play) == "documents"


def test_a_node_that_forgot_what_was_read_takes_the_yes_all_the_same() -> None:
    play = at_papers("afghan passport", "yes")
    for line in zone_lines(GUL):
        play.says(line)
        assert play.standing
        play.standing = HOUSE.stored(play.standing)
        kept = encode_standing(play.standing).decode("utf-8", "replace")
        assert not [secret for secret in SECRETS if secret in kept]
    play.presses("Yes")
    assert given(play, "papers")["documents.AF_PPT.number"] == "zone:*"


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ("P00123456", "P00123457", "number"),
        ("8505246", "8505256", "birth"),
        ("2905051", "2905061", "expiry"),
        ("<8", "<3", "whole"),
    ],
)
def test_a_digit_that_fails_is_said_with_what_to_look_at(right: str, wrong: str, what: str) -> None:
    play = at_papers()
    lines = zone_lines(GUL)
    turn = play.says("\n".join((lines[0], lines[1].replace(right, wrong))))
    assert (open_question(play), first_text(turn)) == ("zone_odd", texts.D14_DIGITS)
    assert given(play, "zone.AF_PPT")["zone_lines"] == what
    # The lower line alone is enough to put it right.
    play.says(lines[1])
    assert open_question(play) == "zone_check"
    assert given(play, "zone.AF_PPT")["zone_number"] == "P00123456"


def test_what_is_printed_so_goes_to_the_staff_and_stays_marked() -> None:
    play = at_papers()
    play.says(zone().replace("P00123456", "P00123457"))
    play.presses("It is printed so")
    assert not [body for body in play.facts if isinstance(body, CaseOpened)]
    turn = play.presses("Yes")
    [case] = [body for body in turn.bodies if isinstance(body, CaseOpened)]
    [heard] = [body for body in turn.bodies if isinstance(body, MessageHeard)]
    assert (case.code, case.priority) == ("E18", "P2")
    assert heard.words == "Afghan passport: a check digit does not hold (Number), but it is printed so"
    assert given(play, "zone.AF_PPT")["zone_number"] == "odd:P00123457"
    play.presses("OK")
    assert open_question(play) == "documents"


def test_a_number_that_fails_on_a_line_of_its_own_is_not_forgotten() -> None:
    play = at_papers()
    upper, lower, names = zone_lines(CARD)
    play.says(upper.replace("123456789", "123456788"))
    play.says(lower)
    assert (given(play, "zone.US_GC")["zone_lines"], open_question(play)) == ("number", "zone_odd")
    play.presses("Try again")
    play.says(upper)
    play.says(lower)
    play.says(names)
    assert (given(play, "zone.US_GC")["zone_lines"], open_question(play)) == ("hold", "zone_check")


def test_what_a_zone_does_not_tell_is_asked() -> None:
    play = at_papers()
    play.says(zone(replace(GUL, birth="<<<<<<")))
    assert open_question(play) == "zone_birth"
    assert first_text(play.says("tomorrow")) == texts.X3_DATE
    play.says("3 Jawza 1364")
    assert given(play, "zone.AF_PPT")["zone_birth"] == "solar:1364-03-03"
    assert open_question(play) == "zone_check"


def test_a_lower_line_belongs_to_the_paper_whose_number_is_asked_and_else_to_none() -> None:
    play = at_papers("afghan passport", "yes")
    play.says(zone_lines(GUL)[1])
    assert open_question(play) == "zone_name"
    nowhere = at_papers()
    turn = nowhere.says(zone_lines(GUL)[1])
    assert (first_text(turn), open_question(nowhere), erased(turn)) == (texts.D13_WHICH, "documents", True)
    assert not [body for body in turn.bodies if isinstance(body, AnswerGiven)]


def test_the_name_is_offered_where_it_is_asked_and_goes_with_a_no() -> None:
    play = begun(*EARLY, "me", "green card", "I want to go", "1")
    play.says(zone(CARD))
    assert given(play, "registration")["name"] == "GUL AGHA AHMADZAI"
    assert open_question(play) == "zone_check"
    play.presses("No")
    assert open_question(play) == "name"


def test_of_the_paper_of_somebody_else_only_the_name_is_taken() -> None:
    play = Play(registered())
    for words in ("menu", "my people"):
        play.says(words)
    turn = play.says(zone())
    assert first_text(turn) == texts.D15_NAME
    assert erased(turn)
    assert {body.talk for body in turn.bodies if isinstance(body, AnswerGiven)} == {"people"}
    assert "GUL AGHA AHMADZAI" in given(play, "people").values()


def test_a_card_whose_sort_is_not_told_is_of_the_paper_that_is_asked_for() -> None:
    assert kind_of("AR", "USA") == ""
    play = at_papers("green card", "yes")
    play.says(zone(replace(CARD, document="AR")))
    assert given(play, "zone.US_GC")["zone_number"] == CARD.number


def test_a_passport_that_looks_like_another_is_the_one_that_is_asked_for() -> None:
    play = at_papers("emergency passport", "yes")
    play.says(zone(replace(GUL, issuer="USA")))
    assert given(play, "zone.US_EMERG_PPT")["zone_number"] == GUL.number


def test_lines_that_cannot_be_read_leave_the_chat_and_go_to_the_staff() -> None:
    play = at_papers("afghan passport", "yes")
    broken = "P<AFG<<KARIMI<<SHU?RIA<<<<<<<<<<<AB"
    turn = play.says(broken)
    assert (first_text(turn), erased(turn)) == (texts.D13_UNREAD, True)
    assert MessageHeard("", broken) in turn.bodies
    assert open_question(play) == "documents.AF_PPT.number"


def test_words_beside_a_zone_are_kept_for_the_staff() -> None:
    play = Play(registered())
    words = "my wife has no passport, what can I do"
    assert MessageHeard("", words) in play.says(f"{words}\n{zone()}").bodies
    assert not [body for body in Play(registered()).says(zone()).bodies if isinstance(body, MessageHeard)]


def test_words_beside_a_zone_in_one_message_are_read_as_ever() -> None:
    play = begun("/start", "English", "one message", "yes")
    play.says(f"Gul Ahmadzai, green card, want to leave, kabul, 1 person\n{zone(CARD)}")
    told = given(play, "registration")
    assert (told["category"], told["wish"], told["province"]) == ("LPR", "LEAVE_NOW", "KAB")
    assert open_question(play) == "zone_check"
    play.presses("Yes")
    assert given(play, "papers")["documents.US_GC.number"] == "zone:*"
    assert play.standing
    assert play.standing.talk == "registration"


@pytest.mark.parametrize(
    "words",
    ["«اسناد من» را باز کردم، «گرین کارت» نبود", "thank you <3 <3 <3 <3 very much", "a -> b -> c -> d -> e"],
)
def test_quotation_marks_and_hearts_are_no_zone(words: str) -> None:
    assert not erased(Play(registered()).says(words))


def test_of_the_number_only_the_end_is_shown() -> None:
    turn = Play(registered()).says(zone())
    words = Play().texts(turn)
    assert any("3456" in each for each in words)
    assert not any("P00123456" in each for each in words)


def test_nothing_is_read_before_the_person_agrees() -> None:
    play = begun(*EARLY[:-1])
    turn = play.says(zone())
    assert turn.bodies == ()
    assert turn.standing
    assert not [body for body in turn.standing.held if isinstance(body, AnswerGiven) and "zone" in body.talk]


def test_whoever_talks_with_the_staff_is_heard_by_them() -> None:
    play = Play(registered())
    play.says("a person")
    assert play.standing
    case = play.standing.case
    play.happens(CaseClaimed(case, "s1"))
    assert play.says(zone()).bodies == (MessageHeard(case, zone()),)


def test_after_a_week_it_is_asked_first_who_writes_and_the_lines_leave_the_chat() -> None:
    play = at_papers("afghan passport", "yes")
    play.waits(play.now + timedelta(days=8))
    turn = play.says(zone())
    assert open_question(play) == "who"
    assert erased(turn)
    assert "zone.AF_PPT" not in {body.talk for body in turn.bodies if isinstance(body, AnswerGiven)}


def test_a_message_that_is_edited_into_a_zone_is_one() -> None:
    play = at_papers()
    play.says("what is this")
    turn = play.edits(len(play.typed), zone())
    assert (open_question(play), erased(turn)) == ("zone_check", True)


def test_a_photo_in_between_changes_nothing() -> None:
    play = at_papers("afghan passport", "yes")
    play.says(zone_lines(GUL)[0])
    play.act(Unread(Unreadable.VOICE), play.acts)
    play.says(zone_lines(GUL)[1])
    assert open_question(play) == "zone_check"


@pytest.mark.parametrize("specimen", [TD1, TD2])
def test_the_specimens_of_cards_of_utopia_say_no_paper_of_ours(specimen: str) -> None:
    play = at_papers()
    assert first_text(play.says(specimen)) == texts.D13_WHICH


@pytest.mark.parametrize(("specimen", "kind"), [(TD3, "FOR_PPT"), (MRV_A, "3C_VISA"), (MRV_B, "3C_VISA")])
def test_the_specimens_are_read_as_what_they_are(specimen: str, kind: str) -> None:
    play = at_papers()
    play.says(specimen)
    assert given(play, f"zone.{kind}")["zone_name"] == "ANNA MARIA ERIKSSON"


def test_invented_papers_come_to_a_question_and_out_of_the_chat() -> None:
    dice = random.Random(20211110)
    for _ in range(150):
        play = Play(registered())
        turn = play.says(zone(somebody(dice)))
        assert erased(turn)
        assert open_question(play).startswith("zone_") or first_text(turn) == texts.D13_WHICH
