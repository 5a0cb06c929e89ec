"""Reads one message of free text, in any order and language, into the fields of a record (domain.md §5.3)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flows.reading.calls import PERSON, asks, dangers, wants_a_call
from flows.reading.categories import category
from flows.reading.counts import count
from flows.reading.days import days
from flows.reading.heard import Heard, hear
from flows.reading.names import name
from flows.reading.numbers import Numbered, cases, documents
from flows.reading.phones import phone
from flows.reading.places import where
from flows.reading.reading import Reading
from flows.reading.wish import decide
from flows.reading.wishes import LEFT, said

_FLAGS = 0.9
# Who tells one of these is telling who they are, so that words nobody knows are more likely their name.
_OF_A_RECORD = frozenset(("count", "category", "wish", "province", "phone", "dob", "documents", "cases"))


def read_message(text: str, today: date) -> Reading:
    """The fields that the message tells; it never raises, and what it is not sure of it says so."""
    heard, numbers = _numbers(hear(text), today)
    people, sure_people = _people(heard)
    told = {**numbers, **people}
    if "category" not in told and any(kind == "US_PPT" for kind, _ in told.get("documents", ((), 0))[0]):
        told["category"] = "USC", min(0.85, told["documents"][1])
    found = name(heard, len(told.keys() & _OF_A_RECORD))
    if found:
        told["name"] = found
    fields = {field: value for field, (value, _) in told.items()}
    return Reading(**fields, **sure_people, confidence={field: sure for field, (_, sure) in told.items()})


def _numbers(heard: Heard, today: date) -> tuple[Heard, dict[str, tuple[Any, float]]]:
    """Dates, documents, cases and phone, and the message without them."""
    told: dict[str, tuple[Any, float]] = {}
    filed = _apart(cases(heard))
    papers = [each for each in _apart((*filed, *documents(heard))) if each not in filed]
    for field, found in (("cases", filed), ("documents", papers)):
        if found:
            told[field] = tuple((each.kind, each.number) for each in found), min(each.sure for each in found)
            heard = heard.without([each.span for each in found])
    read = days(heard, today)
    heard = heard.without(read.spans)
    if read.birth:
        told["dob"] = read.birth
    if read.expiry:
        told["expiry"] = read.expiry
    if call := phone(heard):
        told["phone"] = call[:2]
        heard = heard.without((call[2],))
    return heard, told


def _apart(found: Iterable[Numbered]) -> list[Numbered]:
    """Each figure is read once, by whoever comes first."""
    kept: list[Numbered] = []
    for each in found:
        start, end = each.span
        if not any(first < end and start < last for first, last in (other.span for other in kept)):
            kept.append(each)
    return kept


def _people(heard: Heard) -> tuple[dict[str, tuple[Any, float]], dict[str, Any]]:
    wish = decide(said(heard))
    place = where(heard, left=wish.wish == LEFT and not wish.others)
    told: dict[str, tuple[Any, float] | None] = {
        "count": count(heard),
        "category": category(heard),
        "province": place.province,
        "presence": place.presence,
        "country": place.country,
        "wish": _wish(wish.wish, wish.sure, place.presence),
    }
    danger, sure_of_danger = dangers(heard)
    flags = {"asks": _with_staff(asks(heard), others=wish.others), "call_wish": wants_a_call(heard)}
    told["danger"] = (danger, min(_FLAGS, sure_of_danger)) if danger else None
    if wish.others:
        # How many, and who, may be said of the other one.
        told |= {field: (pair[0], min(pair[1], 0.7)) for field in ("count",) if (pair := told[field])}
    told |= {field: (value, _FLAGS) for field, value in flags.items() if value}
    return {field: pair for field, pair in told.items() if pair}, {"other_speaker": wish.others}


def _wish(wish: str | None, sure: float, presence: tuple[str, float] | None) -> tuple[str, float] | None:
    """Who is abroad has left, whatever they wish; if they wish something else too, they are asked."""
    abroad = presence is not None and presence[0] == LEFT
    if wish is None:
        return (LEFT, presence[1] - 0.02) if abroad and presence else None
    return (wish, min(sure, 0.6)) if abroad and wish != LEFT else (wish, sure)


def _with_staff(asked: tuple[str, ...], *, others: bool) -> tuple[str, ...]:
    """Who speaks of somebody else's wish is heard by a person (domain.md §5.3)."""
    return (*asked, PERSON) if others and PERSON not in asked else asked
