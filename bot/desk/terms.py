"""A departure in words: its terms, whom it would reach, and how it stands."""

from collections.abc import Mapping

from telegram import InlineKeyboardButton

from bot.desk import words
from bot.desk.names import harmless
from bot.desk.presses import button
from flows.ports import WindowRow
from flows.windows.audience import DryRun
from flows.windows.counts import Counts

CUT = 16  # so much of a digest fits on a button beside the name; 64 bits bind it well enough


def terms(window: WindowRow, planner: str) -> str:
    """What was planned, and by whom."""
    return words.WINDOW.format(
        day=words.day(window.departs),
        route=harmless(window.route.lower()),
        seats=words.some(window.seats, "seat", "seats"),
        bags=words.some(window.bags, "bag", "bags"),
        deadline=words.hour(window.answer_by),
        staff=planner,
    )


def offered(run: DryRun) -> str:
    """Whom it would reach, and whom not and why."""
    lines = [words.GOES_TO_NOBODY]
    if run.chosen:
        people = words.some(len(run.chosen), "person", "people")
        spoken = {words.LANGUAGES.get(code, harmless(code)): number for code, number in run.languages.items()}
        lines = [words.GOES_TO.format(people=people, languages=_counted(spoken))]
    if run.left_out:
        named = {words.REASONS.get(why, harmless(why)): number for why, number in run.left_out.items()}
        lines.append(words.LEFT_OUT.format(reasons=_counted(named)))
    return "\n".join(lines)


def listed(window: WindowRow, approver: str, *, asked: bool) -> str:
    """A departure in one line."""
    state = words.ASKED_STATE if asked else words.PLANNED
    if window.approved_by:
        state = words.APPROVED_STATE.format(staff=approver)
    return words.WINDOW_LINE.format(
        day=words.day(window.departs),
        route=harmless(window.route.lower()),
        seats=words.some(window.seats, "seat", "seats"),
        state=state,
    )


def stages(now: Counts) -> list[str]:
    """How far the trip came, and what can be done next; nothing while no seat is sure."""
    if now.cancelled:
        return [words.DOES_NOT_GO.format(people=words.some(now.cancelled, "person", "people"))]
    if now.sure + now.told + now.gone + now.missed == 0:
        return []
    silent = [words.NOT_SURE_OF_TOMORROW.format(unheard=now.unheard)] if now.unheard else []
    lines = [words.STAGES.format(sure=now.sure, told=now.told, gone=now.gone, missed=now.missed), *silent]
    return [*lines, "", words.NEXT_PLACE] if now.sure + now.told else lines


def again(window: str, label: str = words.AGAIN) -> InlineKeyboardButton:
    """The button that looks anew."""
    return button(label, "look", window)


def _counted(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(numbers.items()) if number)
