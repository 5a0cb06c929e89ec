"""What a node remembers in memory, and how long."""

from bot.citizen.recent import KEPT, MOST, Recent
from flows.conversation.standing import Standing


def test_of_too_many_the_oldest_are_forgotten() -> None:
    recent = Recent(lambda: 0.0)
    for number in range(MOST + 1):
        recent.spoke(Standing(f"p{number}"), number, b"")
    assert recent.of("p0") is None
    assert recent.of("p1") is not None


def test_time_runs_from_the_last_word_of_the_person() -> None:
    now = 0.0
    recent = Recent(lambda: now)
    recent.spoke(Standing("p"), 1, b"")
    now = KEPT - 1
    recent.became(Standing("p", ref="x"))
    assert recent.of("p") is not None
    now = KEPT
    recent.forget()
    recent.became(Standing("p"))
    assert recent.of("p") is None
