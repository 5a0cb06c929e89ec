"""By what someone calls for a person: each opens its case, and nothing is said that is not so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.begun import registered
from bot.terminal.play import HOUSE, NOW, SPEECH, Play
from flows.cases.triage import CODES, more_urgent
from flows.conversation.hearing import Turn
from flows.conversation.options import Calls, Option, Page, Turns
from flows.conversation.said import press
from flows.conversation.standing import folded, told
from flows.facts import AnswerGiven, CaseClaimed, CaseOpened, MessageHeard, OfferMade
from flows.talks import labels
from flows.talks.alarms import CASE, case_talk
from flows.talks.calling import ASKED, CALLING, OF_TRIP, ON_THE_LAST_DAY, calling
from flows.talks.names import CALLS
from flows.talks.paging import IN_VIEW, paged
from flows.talks.talks import house
from flows.texts import Text
from tests.conversation.begun import first_text

# What is said at once; the others only hear that a person will read this.
SAID = {
    "E01": "E1_MEDICAL", "E02": "E2_DANGER", "E03": "E3_HELD", "E04": "E4_CHILD", "E05": "E19_FORCE",
    "E08": "E18_WHO", "E09": "E7_SPLIT", "E10": "E15_ROAD", "E11": "E12_MONEY", "E12": "E11_NOTYOU",
    "E13": "E6_CALLED", "E19": "E10_DOUBLE",
}  # fmt: skip
CODES_CALLED = sorted(set(CALLS) - set(ASKED))


def pages(flow: object = ON_THE_LAST_DAY) -> tuple[Page, ...]:
    (ask,) = flow.asks()  # type: ignore[attr-defined]
    return ask.kind.pages  # type: ignore[no-any-return]


def calls(play: Play, code: str) -> Turn:
    """They open the list and press this."""
    play.says("menu")
    play.presses("More")
    play.presses("Something happened")
    return play.act(press(f"calls:about:{code}", 99), 99)


def with_a_trip(days: float = 0.5, answer: str = "yes") -> Play:
    play = Play(registered())
    play.happens(OfferMade("w1", "AIR", NOW + timedelta(days=days), NOW - timedelta(hours=1)))
    assert play.standing is not None
    answered = AnswerGiven("offer.w1", "answer", answer)
    play.standing = replace(
        play.standing, answers={**play.standing.answers, "offer.w1": {"answer": answered.value}}
    )
    return play


def test_every_code_has_a_button_but_duress() -> None:
    assert {option.key for page in pages() for option in page.options} >= set(CALLS)
    for flow in (CALLING, OF_TRIP, ON_THE_LAST_DAY):
        assert not [
            option for page in pages(flow) for option in page.options if "E07" in (option.key, option.does)
        ]


def test_the_most_urgent_comes_first_and_six_are_in_view() -> None:
    for flow in (CALLING, OF_TRIP, ON_THE_LAST_DAY):
        order = [o for page in pages(flow) for o in page.options if o.key in CODES]
        assert order[0].key == "E02"
        urgent = [o.does.priority if isinstance(o.does, Calls) else CODES[o.key].priority for o in order]
        assert urgent == sorted(urgent)
        assert max(len(page.options) for page in pages(flow)) <= IN_VIEW


@pytest.mark.parametrize("code", CODES_CALLED)
def test_each_opens_its_case_and_says_only_what_is_so(code: str) -> None:
    play = with_a_trip()
    turn = calls(play, code)
    (opened,) = (body for body in turn.bodies if isinstance(body, CaseOpened))
    assert (opened.code, opened.priority) == (code, CODES[code].priority)
    assert first_text(turn).id == SAID.get(code, "E0_HUMAN")
    assert play.standing is not None
    assert play.standing.code == code
    assert not set(play.standing.notes) - {"w1"}


@pytest.mark.parametrize("code", CODES_CALLED)
def test_a_node_that_remembers_less_says_the_same(code: str) -> None:
    play = with_a_trip()
    calls(play, code)
    assert play.standing is not None
    stored = HOUSE.stored(play.standing)
    assert Play(stored).texts(Play(stored).says("/start")) == play.texts(play.says("/start"))


def test_two_are_asked_in_a_talk_of_their_own_first() -> None:
    for code, text in (("E14", "N1_NEEDS"), ("E23", "E14_DELETE")):
        play = Play(registered())
        turn = calls(play, code)
        assert first_text(turn).id == text
        assert not [body for body in turn.bodies if isinstance(body, CaseOpened)]


def test_only_who_has_a_trip_is_asked_about_it() -> None:
    for days, flow in ((0.5, ON_THE_LAST_DAY), (3, OF_TRIP), (-1, CALLING)):
        play = with_a_trip(days)
        assert play.standing is not None
        assert calling(play.standing, NOW) is flow
    assert calling(registered(), NOW) is CALLING


def test_whose_yes_still_stands_is_not_told_that_a_no_was_saved() -> None:
    assert first_text(calls(with_a_trip(answer="no"), "E15")).id == "E20_LATE_NO"
    assert first_text(calls(with_a_trip(), "E15")).id == "E0_HUMAN"


def test_what_is_more_urgent_opens_a_case_of_its_own_and_what_is_not_is_added() -> None:
    play = Play(registered())
    calls(play, "E11")
    assert play.standing is not None
    first = play.standing.case
    added = calls(play, "E18").bodies
    assert MessageHeard(first, "documents differ") in added
    assert not [body for body in added if isinstance(body, CaseOpened)]
    assert [body.code for body in calls(play, "E03").bodies if isinstance(body, CaseOpened)] == ["E03"]
    assert play.standing.case != first


def test_who_calls_twice_or_for_a_person_again_adds_nothing() -> None:
    play = Play(registered())
    calls(play, "E11")
    for code in ("E11", "E22"):
        assert not [b for b in calls(play, code).bodies if isinstance(b, CaseOpened | MessageHeard)]


def test_whoever_has_the_floor_hears_of_it_and_no_case_is_opened_over_them() -> None:
    play = Play(registered())
    calls(play, "E22")
    assert play.standing is not None
    play.happens(CaseClaimed(play.standing.case, "s1"))
    turn = calls(play, "E01")
    assert MessageHeard(play.standing.case, "medical emergency") in turn.bodies
    assert not [body for body in turn.bodies if isinstance(body, CaseOpened)]
    assert more_urgent("E01", "E22")


def test_notes_of_who_died_are_not_said_to_stop_where_the_staff_were_not_told() -> None:
    play = Play(registered())
    calls(play, "E08")
    assert play.standing is not None
    play.standing = replace(play.standing, told=False)
    assert first_text(play.says("/start")).id == "E0_HUMAN"


def test_that_others_say_another_wish_opens_no_case_in_the_chat_unless_they_call() -> None:
    standing = registered()
    assert told(standing, CaseOpened("c1", "E20", "P2")) == standing
    play = Play(standing)
    calls(play, "E20")
    assert play.standing is not None
    assert play.standing.code == "E20"


def test_a_list_that_was_left_is_nothing_to_come_back_to() -> None:
    play = Play(registered())
    calls(play, "E22")
    assert first_text(play.presses("Add")).id == "H1_MENU"


def test_the_press_gets_an_address_only_where_there_is_one() -> None:
    for written, text in (("", "E0_HUMAN"), ("press@example.org", "E16_MEDIA")):
        play = Play(registered(), inside=house(SPEECH, press=written))
        turn = calls(play, "E24")
        assert first_text(turn).id == text
        assert (written in " ".join(play.texts(turn))) is True


@given(st.integers(1, 40), st.integers(0, 2))
def test_every_option_is_reached_with_six_in_view(count: int, below: int) -> None:
    options, last = (
        [Option(f"{name}{n}", labels.OK) for n in range(of)] for name, of in (("o", count), ("l", below))
    )
    screens = paged(tuple(options), *last)
    assert all(len(screen.options) <= IN_VIEW for screen in screens)
    assert [o.key for s in screens for o in s.options if not isinstance(o.does, Turns)] == [
        *(option.key for option in options),
        *(option.key for option in last),
    ]
    on = [[o.does.page for o in screen.options if isinstance(o.does, Turns)] for screen in screens]
    assert on == [[n + 1] for n in range(len(screens) - 1)] + ([[0]] if len(screens) > 1 else [[]])


def test_each_button_is_named_as_the_codes_are() -> None:
    shown = {o.key: o.label for page in pages() for o in page.options if isinstance(o.label, Text)}
    assert shown.items() >= CALLS.items()


def test_who_has_a_pin_is_shown_nothing_of_what_differs() -> None:
    differing = (
        AnswerGiven("people", "members", ("a", "b", "done")),
        AnswerGiven("people", "more_members", "done"),
        CaseOpened("c1", "E18", "P2"),
    )
    assert [ask.name for ask in case_talk(folded(registered(count=1), differing)).asks()] == ["which_right"]
    pin = AnswerGiven("pin", "pin", "set:x:y")
    assert case_talk(folded(registered(count=1), (pin, *differing))) is CASE


def test_a_wrong_fact_that_is_called_is_not_taken_for_the_lines_of_a_paper() -> None:
    for talks, text in (
        (("registration", "zone.AF_PPT", "calls", "case"), "E0_HUMAN"),
        (("registration", "calls", "zone.AF_PPT", "case"), "E9_DIGITS"),
    ):
        standing = replace(registered(), talks=talks, case="c1", code="E18")
        assert case_talk(standing).end.text.id == text
