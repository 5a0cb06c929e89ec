"""A stranger is registered within a minute of simulated reading and tapping, in each language (domain.md §1.2)."""

import pytest

from bench.minute import AT_ONCE, FAMILY, NAMES, SHORTEST, Screen, timed
from bench.talks import walked
from bot.speech import LANGUAGES

MINUTE, TRIPS, KILOBYTE = 60, 10, 1024
COUNTS = 31  # seconds; domain.md §1.2 hopes for about 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_is_registered_by_buttons_within_a_minute(language: str) -> None:
    at = timed(FAMILY, language, 0.5)
    assert len(NAMES[language]) == 12
    assert at.registered <= MINUTE
    assert at.usable <= COUNTS
    assert at.trips <= TRIPS
    assert max(walked(FAMILY[:6], language).sizes) <= KILOBYTE


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_message_takes_a_round_trip_and_the_confirmation(language: str) -> None:
    opening = AT_ONCE.index("[message]") + 1
    assert timed(AT_ONCE, language, 0.5).trips - opening == 2


def test_buttons_are_read_up_to_the_one_that_is_pressed() -> None:
    screen = Screen("What do you want now?", ("I want to go", "Only with my family", "Not sure"))
    assert screen.seconds("I want to go") == pytest.approx(9 / 3)
    assert screen.seconds("Not sure") == screen.seconds(None) == pytest.approx(15 / 3)
    assert Screen("", ("OK",)).seconds("OK") == SHORTEST
