"""A language that is not fully translated is spoken where a deployment says so; what it lacks is said in Dari."""

from datetime import UTC, datetime

import pytest

from bot.speech import DRAFTS, LANGUAGES, Speech
from bot.terminal.play import Play, label, plain
from flows.conversation.proofs import faults
from flows.conversation.reply import Reply
from flows.facts import ReferenceGiven
from flows.talks import labels, registration, texts
from flows.talks.talks import house, talks_with

WITH, WITHOUT = Speech(drafts=DRAFTS), Speech()
WHEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
BEGUN = (
    "/start", "O‘zbekcha", "yes", "me", "green card", "Ketmoqchiman",
    "3", "Olim", "Kabul", "Ha",
)  # fmt: skip


def labels_at(play: Play) -> list[str]:
    """The buttons of the newest message."""
    keyboard, language = play.shown[max(play.shown)]
    return [label(button, language) for row in keyboard for button in row]


def test_a_draft_that_is_spoken_has_a_button_for_the_first_question() -> None:
    assert set(DRAFTS) == set(registration.DRAFTS)


def test_it_is_not_offered_unless_a_deployment_says_so() -> None:
    play = Play(inside=house(WITHOUT))
    play.says("/start")
    assert labels_at(play) == ["دری", "پښتو", "English"]
    assert not play.says("O‘zbekcha").bodies
    offered = Play(inside=house(WITH, drafts=DRAFTS))
    offered.says("/start")
    assert labels_at(offered) == ["دری", "پښتو", "English", "O‘zbekcha"]


def test_who_chose_it_comes_to_the_end_of_registration_and_can_choose_again() -> None:
    play = Play(inside=house(WITH, drafts=DRAFTS))
    for words in BEGUN:
        turn = play.says(words)
    assert any(isinstance(body, ReferenceGiven) for body in turn.bodies)
    assert play.standing is not None
    assert play.standing.language == "uz"
    play.says("til")
    play.presses("دری")
    assert play.standing.language == "fa-AF"


def test_what_it_has_is_said_in_it_and_the_rest_in_dari_with_all_its_values() -> None:
    assert WITH.say(texts.PICK(), "uz") == "Iltimos, shulardan birini tanlang."
    assert plain(WITH.say(labels.PEOPLE(count=3), "uz")) == "3 kishi"
    assert WITH.say(texts.S4_CONSENT(), "uz") == WITH.say(texts.S4_CONSENT(), "fa-AF")
    late = texts.O2_OFFER(date=WHEN.date(), names=labels.YOU, deadline=WHEN)
    assert WITH.say(late, "uz") == WITH.say(late, "fa-AF")
    assert WITH.line(labels.UNTIL, 7, "uz") == WITH.line(labels.UNTIL, 7, "fa-AF")
    assert plain(WITH.line(labels.CHANGE_NAME, WHEN.date(), "uz")) == "Ism: 23 noyabr 2026 (2 qavs 1405)"


def test_who_chose_it_where_it_is_no_longer_offered_is_spoken_to_in_dari() -> None:
    assert WITHOUT.say(texts.PICK(), "uz") == WITHOUT.say(texts.PICK(), "fa-AF")
    assert WITHOUT.languages == LANGUAGES
    play = Play(inside=house(WITH, drafts=DRAFTS))
    for words in BEGUN[:3]:
        play.says(words)
    play.house = house(WITHOUT)
    (reply,) = play.says("hm").replies
    assert isinstance(reply, Reply)
    assert reply.paragraphs[-1].text == texts.S1_LANG


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_other_languages_are_not_touched_by_it(spoken: str) -> None:
    for text in (texts.R1_WHO, labels.YES, labels.DARI, texts.S1_LANG):
        assert WITH.label(text, spoken) == WITHOUT.label(text, spoken)
    assert (WITH.direction(spoken), WITH.direction("uz")) == (WITHOUT.direction(spoken), "ltr")


def test_the_talks_hold_with_it() -> None:
    assert faults(talks_with(DRAFTS)) == []
