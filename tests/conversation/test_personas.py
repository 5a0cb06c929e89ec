"""Each person of domain.md §7.1 has a talk that shows what they are there to try; all languages are spoken."""

from pathlib import Path

import pytest

from bot.terminal.golden import played

TALKS = Path(__file__).parent.parent / "conversations"

# By the number of the persona: the talks, and what must be seen in them if they try what its row says.
PERSONAS: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    1: (("yusuf_only_with_his_wife.fa", "the_wife_is_not_ready.fa"), ("فقط با فامیلم", "PARTY_BLOCKED")),
    2: (("maryam_on_her_nephews_phone.fa",), ("کسی برایم می‌خواند", "{voice}", "با زبان خودش")),
    3: (("hamid_and_soraya_seven.fa", "the_eldest_turns_21.ps"), ("۷ نفر", "AGING_OUT")),
    4: (("sami_a_child_alone.en",), ("Stay with a grown-up you trust",)),
    5: (
        ("farid_by_typing.ps", "farid_from_his_other_phone.ps", "listed_twice.ps"),
        ("Farid Khan", "فرید خان", "CAT_NOT_COVERED"),
    ),
    6: (("nasrin_thirty_five_weeks.fa",), ("در ۶ هفته",)),
    7: (("abdul_stays_and_then_goes.en",), ("6 weeks", "now I want to go", "Saved: I want to go")),
    8: (
        ("zahra_for_her_mother_sister_and_brother.en",),
        ("their_category=IF_SM", "their_category=OTHER_AFG", "We cannot tell you where they are"),
    ),
    9: (("qasim_with_one_name.ps", "passport_at_the_embassy.fa"), ("قاسم", "هلته و")),
    10: (("mark_the_reporter.en",), (" E24 ", "press@example.org", "idiots")),
    11: (("anna_of_another_land.en", "of_another_land.en"), ("Canada", "Your own country may help you")),
    12: (
        ("broker_with_a_forwarded_link.en", "broker_asks_for_money.fa", "broker_guesses_the_pin.ps"),
        (" E11 ", " E12 ", "تر ۱ ساعته"),
    ),
    13: (("karim_one_minute_a_day.en", "offline.en"), ("9 days", "mikhaham beram badghis", "Nothing is lost")),
    14: (("bibi_oghul_by_voice.fa",), ("O‘zbekcha", "VoiceSent")),
    15: (("twins_on_one_phone.en",), ("R. Noori (1)", "R. Noori (2)")),
    16: (("david_who_left_by_land.en",), ("I already left", "Tajikistan")),
    17: (("leila_yes_no_yes.fa", "an_offer_waited_for.ps"), ("answer=yes", "answer=no", " E15 ")),
    18: (("omar_ready_who_blocked_the_bot.en",), ("READY", "the bot is blocked", "answer=yes")),
}


def told(talks: tuple[str, ...]) -> str:
    """All that is done and seen in these talks."""
    return "\n".join(played((TALKS / f"{name}.txt").read_text(encoding="utf-8")) for name in talks)


def test_nobody_is_left_out() -> None:
    assert set(PERSONAS) == set(range(1, 19))
    assert {name.rpartition(".")[2] for talks, _ in PERSONAS.values() for name in talks} == {"en", "fa", "ps"}


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_shows_what_it_is_there_for(persona: int) -> None:
    talks, seen = PERSONAS[persona]
    shown = told(talks)
    assert [words for words in seen if words not in shown] == []
