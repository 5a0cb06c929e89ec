"""What stays doubtful about a zone, however well its check digits hold."""

from collections.abc import Iterator
from datetime import date

from flows.mrz.codes import CODES
from flows.mrz.digits import UNSEEN, whole_number
from flows.mrz.fields import LONG_OVER, born, expires
from flows.mrz.layouts import ALPHABETS, Field, Layout
from flows.mrz.zone import Change, Doubt, Why


def misfits(layout: Layout, zone: str) -> list[int]:
    """The positions whose character cannot stand there."""
    return [i for i, field in enumerate(layout.fields) if zone[i] not in ALPHABETS[field]]


def doubts(
    layout: Layout, zone: str, changes: tuple[Change, ...], today: date, *, recounted: bool
) -> tuple[Doubt, ...]:
    """Every doubt, in the order of the zone's fields as far as it is about single characters."""
    forbidden = (Doubt(_name(layout, i), Why.FORBIDDEN, *layout.spot(i)) for i in misfits(layout, zone))
    return (
        *forbidden,
        *_unseen(layout, zone),
        *_filled(layout, zone, changes),
        *_names_and_codes(layout, zone),
        *_days(layout, zone, today),
        *([Doubt("zone", Why.FILLERS)] if recounted else ()),
    )


def _name(layout: Layout, position: int) -> str:
    return layout.fields[position].name.lower()


def _unseen(layout: Layout, zone: str) -> Iterator[Doubt]:
    """What modulo 10 cannot tell apart where letters may stand beside figures; among figures alone it sees all."""
    spilt = whole_number(layout, zone)[2]
    for field in (Field.NUMBER, Field.OPTIONAL_UPPER, Field.OPTIONAL):
        held = layout.take(zone, field).rstrip("<")
        for nth, (position, sign) in enumerate(zip(layout.where(field), held, strict=False)):
            long = field is layout.spill and nth < spilt - 1
            if (also := UNSEEN.get(sign, "")) and not (field is layout.spill and nth == spilt - 1):
                yield Doubt("number" if long else field.name.lower(), Why.UNSEEN, *layout.spot(position), also)


def _filled(layout: Layout, zone: str, changes: tuple[Change, ...]) -> Iterator[Doubt]:
    """A run of K that was read as fillers right after a letter may have begun with a K that was meant."""
    for change in changes:
        position = (change.line - 1) * layout.width + change.column - 1
        meant = "K" in ALPHABETS[layout.fields[position]]
        if meant and (change.typed, change.read) == ("K", "<") and zone[position - 1].isalpha():
            yield Doubt(change.field, Why.UNSEEN, change.line, change.column, "K")


def _names_and_codes(layout: Layout, zone: str) -> Iterator[Doubt]:
    if not layout.take(zone, Field.NAMES).endswith("<"):
        yield Doubt("names", Why.CUT)
    for field in (Field.ISSUER, Field.NATIONALITY):
        if layout.take(zone, field).rstrip("<") not in CODES:
            yield Doubt(field.name.lower(), Why.CODE)
    if zone[1] == "K":
        yield Doubt("document", Why.UNSEEN, *layout.spot(1), "<")


def _days(layout: Layout, zone: str, today: date) -> Iterator[Doubt]:
    birth, expiry = layout.take(zone, Field.BIRTH), layout.take(zone, Field.EXPIRY)
    if birth.strip("<") and not born(birth, today):
        yield Doubt("birth", Why.DATE)
    ends = expires(expiry, today)
    if expiry.strip("<") and (not ends or ends.year < today.year - LONG_OVER):
        yield Doubt("expiry", Why.DATE)
