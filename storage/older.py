"""Standings as an older build stored them, with all that people had said: brought once to what is stored today."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update

from flows.conversation.standing import Standing
from storage.codec import decode_standing, encode_standing
from storage.rows import Into, table
from storage.tables import CursorRow, StandingRow

READER, MARKS = "standings", 1
PAGE = 500

_standings, _cursors = table(StandingRow), table(CursorRow)
_into_cursors = Into(CursorRow, key=("reader",), change=("position",))
_of_person = update(_standings).where(_standings.c.person == bindparam("who"))
_rewritten = _of_person.values(standing=bindparam("what"), reply=b"")


def mark_standings(connection: Connection, stored: Callable[[Standing], Standing]) -> None:
    """Keep of every standing only what `stored` leaves, and no last reply; once for each store."""
    done = select(_cursors.c.position).where(_cursors.c.reader == READER)
    if connection.scalar(done) == MARKS:
        return
    last = ""
    while page := connection.execute(_after(last)).all():
        kept = [(row.person, encode_standing(stored(decode_standing(bytes(row.standing))))) for row in page]
        connection.execute(_rewritten, [{"who": person, "what": standing} for person, standing in kept])
        last = page[-1].person
    _into_cursors.put(connection, [(READER, MARKS)])


def _after(person: str) -> Select[Any]:
    return select(_standings).where(_standings.c.person > person).order_by(_standings.c.person).limit(PAGE)
