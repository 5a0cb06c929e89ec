"""One line of a zone alone, as people send them one after another: what it says, and which digits hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flows.mrz.codes import CODES
from flows.mrz.digits import verdicts, whole_number
from flows.mrz.doubting import misfits
from flows.mrz.fields import born, days_are_real, expires, names, spaced
from flows.mrz.layouts import LAYOUTS, TD1, TD3, Field, Layout
from flows.mrz.mending import mended
from flows.mrz.typed import RECOUNTED, cleaned, fitted
from flows.mrz.zone import Born

_ENOUGH_HOLD = 2


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; what stands on other lines is empty. checks: of the digits that are whole on this line.

    days: whether it is the one with birth and expiry.
    """

    days: bool
    document: str
    issuer: str
    number: str
    birth: Born | None
    expiry: date | None
    surname: str
    given: str
    checks: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way to lay one line out, in a zone whose other lines are empty."""

    layout: Layout
    nth: int
    zone: str
    gaps: bool
    recounted: bool

    @property
    def has_days(self) -> bool:
        return self.layout.where(Field.BIRTH)[0] // self.layout.width == self.nth

    @property
    def checks(self) -> dict[str, bool]:
        """The digits; that over all lines says nothing where another line is covered too."""
        told = verdicts(self.layout, self.zone)
        if not self.has_days or self.layout is TD1:
            told.pop("composite", None)
        return told

    def take(self, field: Field) -> str:
        return self.layout.take(self.zone, field)

    def fits(self, today: date) -> bool:
        """Whether this can be no chance."""
        if any(position // self.layout.width == self.nth for position in misfits(self.layout, self.zone)):
            return False
        return self._has_days(today) if self.has_days else self._begins()

    def _has_days(self, today: date) -> bool:
        """Birth and expiry are told as only a zone does: half of the digits hold, and two at least."""
        told = list(self.checks.values())
        numbered = self.layout is TD1 or self.take(Field.NUMBER).strip("<")
        # Where fillers were counted anew many ways were tried, so chance had more.
        chance = self.recounted and self.take(Field.SEX) == "<"
        enough = told.count(True) >= max(_ENOUGH_HOLD, len(told) / 2)
        return bool(numbered) and enough and not chance and days_are_real(self.layout, self.zone, today)

    def _begins(self) -> bool:
        """It says what the paper is and who gave it, with a number that holds or names as only a zone does."""
        kinds = "V" if self.layout.is_visa else "P" if self.layout is TD3 else "ACI"
        if self.zone[0] not in kinds or spaced(self.take(Field.ISSUER)) not in CODES:
            return False
        if self.layout is TD1:
            number = self.take(Field.NUMBER)
            return "number" in self.checks and any(sign.isdigit() for sign in number)
        parted = "<<" in self.take(Field.NAMES).strip("<")
        # "A USA citizen" is none.
        return parted and self.zone[0] in "PV" if self.gaps else parted or self.zone[1] == "<"


def read_line(text: str, today: date, *, visa: bool | None = None) -> Line | None:
    """The line that a text is, None if it surely is none; `visa` where it is known whether it is of one.

    Typed as `read_zone` takes them. The line with names alone, the third of a card, is read by `names_in`.
    """
    layouts = [layout for layout in LAYOUTS if visa is None or layout.is_visa is visa]
    found = [each for layout in layouts for each in _trials(layout, text) if each[1].fits(today)]
    return _line(min(found, key=_cost)[1], today) if found else None


def names_in(text: str) -> tuple[str, str]:
    """Surname and given names of a line that holds nothing but names, two times nothing if it is none."""
    for lines, _ in cleaned(text):
        if len(lines) == 1 and "<<" in lines[0]:
            for line, _ in fitted(lines[0], TD1.picture[2]):
                zone = mended(TD1, "<" * 2 * TD1.width + line)[0]
                if not any(position >= 2 * TD1.width for position in misfits(TD1, zone)):
                    return names(TD1.take(zone, Field.NAMES))
    return "", ""


def _trials(layout: Layout, text: str) -> Iterator[tuple[int, _Trial]]:
    """The text as each line of this format that it could be, and what that costs; names alone are not tried."""
    for lines, gaps in cleaned(text):
        for nth, picture in enumerate(layout.picture[:2]) if len(lines) == 1 else ():
            before = "<" * layout.width * nth
            after = "<" * layout.width * (len(layout.picture) - nth - 1)
            for line, cost in fitted(lines[0], picture):
                zone, changes = mended(layout, before + line + after)
                trial = _Trial(layout, nth, zone, gaps > 0, cost >= RECOUNTED)
                yield cost + gaps + len(changes), trial


def _cost(tried: tuple[int, _Trial]) -> int:
    cost, trial = tried
    return cost + 10 * list(trial.checks.values()).count(False)


def _line(trial: _Trial, today: date) -> Line:
    surname, given = names(trial.take(Field.NAMES))
    return Line(
        days=trial.has_days,
        document=spaced(trial.take(Field.DOCUMENT) + trial.take(Field.SUBTYPE)),
        issuer=spaced(trial.take(Field.ISSUER)),
        number=spaced(whole_number(trial.layout, trial.zone)[0]),
        birth=born(trial.take(Field.BIRTH), today),
        expiry=expires(trial.take(Field.EXPIRY), today),
        surname=surname,
        given=given,
        checks=trial.checks,
    )
