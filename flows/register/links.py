"""Records of one human being, as the staff linked them: counted once, and their latest own word holds (I7)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from flows.ports import PersonRow

Link = tuple[str, str]

# Two phones that say different things within this time ask which of them is right (reliability.md §4).
AT_ONCE = timedelta(minutes=10)


def sets(links: Iterable[Link]) -> list[frozenset[str]]:
    """The records of each human being who has several: whatever hangs together by links."""
    found: list[frozenset[str]] = []
    for link in links:
        touched = [each for each in found if each & {*link}]
        found = [each for each in found if each not in touched]
        found.append(frozenset(link).union(*touched))
    return found


def united(people: Sequence[PersonRow], links: Iterable[Link]) -> list[PersonRow]:
    """The same people with one row for each human being, where the first of their records stood."""
    named = {row.person: row for row in people}
    of: dict[str, PersonRow] = {}
    for persons in sets(links):
        rows = [row for row in people if row.person in persons]
        if len(rows) > 1:
            of |= dict.fromkeys((row.person for row in rows), one(rows))
    return list({id(row): row for row in (of.get(person, row) for person, row in named.items())}.values())


def one(rows: Sequence[PersonRow]) -> PersonRow:
    """What several records say of one human being: the one heard last speaks, the others fill what it left open.

    The wish is the one said last, through whichever phone. Who asked through one of them to be erased is locked.
    """
    latest = sorted(rows, key=lambda row: (row.reachable, row.heard_at), reverse=True)
    wished = max(rows, key=lambda row: (row.wished_at is not None, row.wished_at or row.heard_at))
    return replace(
        latest[0],
        ref=_first(row.ref for row in latest),
        language=_first(row.language for row in latest),
        category=_first(row.category for row in latest),
        province=_first(row.province for row in latest),
        count=next((row.count for row in latest if row.count), 0),
        wish=wished.wish,
        wished_at=wished.wished_at,
        notes="stop" if any(row.notes == "stop" for row in rows) else "",
        registered=any(row.registered for row in rows),
        locked=any(row.locked for row in rows),
        named=any(row.named for row in rows),
        share=_first(row.share for row in latest),
    )


def differ_at_once(left: PersonRow, right: PersonRow) -> bool:
    """Whether the two said different wishes within a few minutes, so that only asking can tell which holds."""
    if left.wished_at is None or right.wished_at is None or left.wish == right.wish:
        return False
    return abs(left.wished_at - right.wished_at) <= AT_ONCE


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
