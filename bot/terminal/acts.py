"""The lines of a talk that do something: `<` what the person does, `@` what the staff and the clock do."""

import re
from datetime import datetime, timedelta

from bot.terminal.offline import back, lost
from bot.terminal.play import Play, Unplayable
from flows.conversation.hearing import HEARD_LATE, Turn
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.walk import things
from flows.facts import (
    Assessed,
    Body,
    CaseClaimed,
    CaseHandedBack,
    CaseOpened,
    ContactLost,
    OfferMade,
    OfferReminded,
    PersonsLinked,
    PhoneLost,
    PlaceTold,
    SafetyAsked,
    SeatHeld,
    SeatSure,
    StaffReplied,
    TripEnded,
    Waitlisted,
    WishAsked,
    ZoneRead,
)
from flows.places import KABUL
from flows.talks.people import MEMBERS

UNREADABLE = {
    "photo": Unreadable.PHOTO,
    "voice": Unreadable.VOICE,
    "video": Unreadable.VIDEO,
    "file": Unreadable.FILE,
    "contact": Unreadable.CONTACT,
    "location": Unreadable.PLACE,
    "sticker": Unreadable.OTHER,
}
WINDOW = "W1"
READ = (
    ("zone_number", "P04455667"),
    ("zone_name", "AHMAD WALI NOORI"),
    ("zone_birth", "gregorian:1985-05-24"),
    ("zone_expiry", "gregorian:2028-05-01"),
    ("zone_lines", "hold"),
)
NOT_OFFERED = "nothing was offered to this person yet"
OFFLINE, ONLINE = "the phone is offline", "the phone is back"
BLOCKED = "the bot is blocked"


def performed(play: Play, line: str) -> Turn:
    """What comes of one line; Unplayable says why nothing can."""
    if line[1:2] not in ("", " "):
        raise Unplayable(f"a space must follow the {line[0]}")
    return _done(play, line[2:]) if line.startswith("<") else _happened(play, line[2:])


def _done(play: Play, act: str) -> Turn:
    if found := re.fullmatch(r"\[(.*)\]((?: above)*)", act):
        return play.presses(found[1], found[2].count("above"))
    if found := re.fullmatch(r"\(edit (\d+)\) (.*)", act):
        return play.edits(int(found[1]), found[2])
    if found := re.fullmatch(r"\{(\d{1,5}) (.)\}", act):
        return play.says(found[2] * int(found[1]))
    if found := re.fullmatch(r"\{button (.*)\}", act):
        return play.act(press(found[1], 1), 1)
    if found := re.fullmatch(r"\{(\w+)\}", act):
        if found[1] not in UNREADABLE:
            raise Unplayable(f"there is no {act}, but {', '.join(UNREADABLE)}")
        return play.act(Unread(UNREADABLE[found[1]], found[1]), play.acts)
    return play.says(act)


def _happened(play: Play, deed: str) -> Turn:
    if found := re.fullmatch(r"time passes: (\d{1,4}) (second|minute|hour|day|week)s?", deed):
        return play.waits(play.now + timedelta(**{f"{found[2]}s": int(found[1])}))
    if found := re.fullmatch(r"the clock is ((?:19|20)\d\d-\d\d-\d\d \d\d:\d\d)", deed):
        return play.waits(_in_kabul(found[1]))
    if deed in (OFFLINE, ONLINE):
        return lost(play) if deed == OFFLINE else back(play)
    if deed == BLOCKED:
        return Turn((), play.standing, tuple(play.happens(ContactLost("blocked"))))
    if deed == "many people write":
        play.late = HEARD_LATE
        return Turn((), play.standing, ())
    pushes = play.happens(_deed(play, deed))
    return Turn((), play.standing, tuple(pushes))


def _in_kabul(clock: str) -> datetime:
    try:
        return datetime.strptime(clock, "%Y-%m-%d %H:%M").replace(tzinfo=KABUL)
    except ValueError:
        raise Unplayable(f"there is no such time as {clock}") from None


def _on_the_day(play: Play, clock: str) -> datetime:
    """That hour of the day on which the trip leaves."""
    offer = play.standing.offers.get(WINDOW) if play.standing else None
    if offer is None:
        raise Unplayable(NOT_OFFERED)
    return _in_kabul(f"{offer.departs.astimezone(KABUL):%Y-%m-%d} {clock}")


def _concluded(play: Play, found: re.Match[str]) -> Assessed:
    """A status and its reasons, in which `person 1` is the first of those whom the person listed."""
    listed = things(play.standing.known.get(MEMBERS)) if play.standing else ()

    def item(number: str) -> str:
        if not 1 <= int(number) <= len(listed):
            raise Unplayable(f"nobody listed a person {number}")
        return listed[int(number) - 1]

    reasons = (re.sub(r"person (\d+)", lambda each: item(each[1]), code) for code in found[3].split(", ") if code)
    covered = tuple((found[4] or "").split(", ")) if found[4] else ()
    return Assessed(found[2], tuple(reasons), "POL-2021-11-A", "1", item(found[1]) if found[1] else "", covered)


def _deed(play: Play, deed: str) -> Body:
    case = play.standing.case if play.standing else ""
    what, _, words = deed.partition(": ")
    of_case: dict[str, Body] = {
        "the staff take the case": CaseClaimed(case, "s1"),
        "the staff write": StaffReplied(case, f"n{play.acts}", words),
        "the staff are done": CaseHandedBack(case, "s1"),
    }
    asked: dict[str, Body] = {
        "the wish is asked again": WishAsked(1),
        "others have the phone": PhoneLost("s1"),
        "their other phone is joined": PersonsLinked("p2", "s1"),
        "the phone is theirs again": PhoneLost("s1", over=True),
        "somebody else says another wish": WishAsked(0, disputed=True),
        "someone else opened the same link": CaseOpened("c9", "E12", "P1"),
        "the staff ask if they are safe": SafetyAsked("s1"),
        "the centre reads the photo": ZoneRead("1", "AF_PPT", READ),
    }
    if what in asked:
        return asked[what]
    offered: dict[str, Body] = {
        "no place is left": Waitlisted(WINDOW, 12),
        "a place became free": SeatHeld(WINDOW),
        "the offer is brought to mind": OfferReminded(WINDOW, 1),
        "the place is sure": SeatSure(WINDOW, "K7M-3AP"),
        "the trip is cancelled": TripEnded(WINDOW, "cancelled"),
        "nobody saw them": TripEnded(WINDOW, "missed"),
        "they were seen": TripEnded(WINDOW, "gone"),
    }
    if found := re.fullmatch(r"the centre concludes(?: of person (\d+))?: ([A-Z_]+)([^;]*)(?:; for (.*))?", deed):
        return _concluded(play, found)
    if found := re.fullmatch(r"the trip gathers at (\d\d:\d\d): (.+)", deed):
        return PlaceTold(WINDOW, found[2], _on_the_day(play, found[1]))
    if what == "a place is offered":
        return OfferMade(WINDOW, "AIR", play.now + timedelta(days=9), play.now + timedelta(days=5))
    if what not in of_case | offered:
        raise Unplayable(f"nobody does {deed!r}")
    if what in of_case and not case:
        raise Unplayable("the staff have no open case of this person, who must ask for a person first")
    if what in offered and not (play.standing and WINDOW in play.standing.offers):
        raise Unplayable(NOT_OFFERED)
    return (of_case | offered)[what]
