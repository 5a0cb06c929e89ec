"""The register in figures: aggregates only, nothing of one person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Protocol

from flows import places
from flows.places import KABUL
from flows.ports import Erasures, NodeTotal, OfferRow, Totals, WindowRow
from flows.windows.counts import counts

SMALL = 10
SHOWN = 20
PROVINCES = {place.code: place.label.source for place in (*places.PROVINCES, places.OUTSIDE)}
LANGUAGES = {"en": "English", "fa-AF": "Dari", "ps": "Pashto", "uz": "Uzbek"}
STANDS = ["offered", "waits", "sent", "not delivered", "read", "yes", "no", "open", "seats left", "waiting"]
TRIPS = ["no code yet", "seat sure", "told where", "on the way", "not seen", "cancelled", "silent the day before"]
ERASURES = ["why", "", "from", "to"]
WINDOW = ["departs", "route", "seats", "approved", *STANDS, *TRIPS]
RULES = {
    "asked": "asked to be deleted",
    "aborted": "registration not finished",
    "left": "has left",
    "audit": "rest of erased records",
    "words": "messages with staff",
}
WISHES = {
    "LEAVE_NOW": "wants to leave now",
    "LEAVE_LATER": "wants to leave later",
    "LEAVE_WITH_FAMILY": "only with the family",
    "STAY": "wants to stay",
    "UNDECIDED": "undecided",
    "LEFT": "has left",
}


class Register(Protocol):
    """The part of the register that the console reads."""

    def totals(self) -> Totals:
        """The figures of people, nodes and cases."""

    def windows(self) -> Sequence[WindowRow]:
        """Every window, oldest first."""

    def offers(self, window: str) -> Sequence[OfferRow]:
        """Every offer on the window."""

    def erasures(self) -> Sequence[Erasures]:
        """What will be erased, by rule."""


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the page; a cell is ready to be shown."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def figures(register: Register, now: datetime, *, exact: bool) -> dict[str, object]:
    """Everything the page shows; unless `exact`, a cell of few people does not say how few."""
    totals = register.totals()
    windows = register.windows()[-SHOWN:]
    sections = (
        Section("People", ("", "people"), _people(totals)),
        Section("Cases", ("", "cases"), _cases(totals)),
        Section("Wishes", ("wish", "people"), _cells(totals.wishes, WISHES, exact=exact)),
        Section("Languages", ("language", "people"), _cells(totals.languages, LANGUAGES, exact=exact)),
        Section("Provinces", ("province", "people"), _cells(totals.provinces, PROVINCES, exact=exact)),
        Section("Nodes", ("node", "last heard", "facts"), [_node(node, now) for node in totals.nodes]),
        Section("Will be erased", ERASURES, [_erasures(rule, exact=exact) for rule in register.erasures()]),
        Section("Departures", WINDOW, [_window(row, register.offers(row.window)) for row in reversed(windows)]),
    )
    return {"at": f"{now.astimezone(KABUL):%d %b %Y, %H:%M:%S} (Kabul)", "sections": [asdict(s) for s in sections]}


def _people(totals: Totals) -> list[list[str]]:
    told = [["told of by others", f"{totals.told_of:,}"], ["of these, spoke since", f"{totals.spoke:,}"]]
    own = [["known", f"{totals.people:,}"], ["registered", f"{totals.registered:,}"]]
    return [*own, *told] if totals.told_of else own


def _cases(totals: Totals) -> list[list[str]]:
    known = (("waiting", totals.cases_open), ("claimed", totals.cases_claimed), ("closed", totals.cases_closed))
    return [[state, f"{number:,}"] for state, number in known]


def _cells(cells: Mapping[str, int], names: Mapping[str, str], *, exact: bool) -> list[list[str]]:
    # Sorted by name where small cells are hidden: their order must not tell what their number does not.
    rows = [(names.get(key, key) or "not said", number) for key, number in cells.items() if number]
    rows.sort(key=lambda row: (row[1] < SMALL and not exact, -row[1] if exact or row[1] >= SMALL else 0, row[0]))
    return [[name, _few(number, exact=exact)] for name, number in rows]


def _few(number: int, *, exact: bool) -> str:
    return f"{number:,}" if exact or number >= SMALL else f"<{SMALL}"


def _node(node: NodeTotal, now: datetime) -> list[str]:
    return [node.node, _ago((now - node.heard_at).total_seconds()), f"{node.facts:,}"]


def _erasures(rule: Erasures, *, exact: bool) -> list[str]:
    first, last = (f"{at.astimezone(KABUL):%d %b}" for at in (rule.first, rule.last))
    return [RULES.get(rule.why, rule.why), _few(rule.count, exact=exact), first, last]


def _window(window: WindowRow, offers: Sequence[OfferRow]) -> list[str]:
    said: Iterable[int] = asdict(counts(window, offers)).values()
    day = f"{window.departs.astimezone(KABUL):%d %b %Y}"
    approved = "yes" if window.approved_by else "no"
    return [day, window.route.lower(), f"{window.seats:,}", approved, *(f"{number:,}" for number in said)]


def _ago(seconds: float) -> str:
    for length, name in ((86_400, "days"), (3600, "h"), (60, "min")):
        if seconds >= 2 * length:
            return f"{int(seconds // length)} {name} ago"
    return f"{max(0, int(seconds))} s ago"
