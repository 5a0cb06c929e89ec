"""What the register concludes, folded from the ledger into rows that can always be folded again."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update
from sqlmodel import Session

from flows.facts import Entry
from storage import feed as feeding
from storage.concluded import Rows
from storage.opened import entries
from storage.register_tables import (
    CaseTable,
    ClaimTable,
    LinkTable,
    MemberTable,
    OfferTable,
    OtherTable,
    PaperTable,
    PersonTable,
    PhotoTable,
    WindowTable,
)
from storage.rows import Into, table
from storage.tables import CursorRow
from storage.vault import Vault

READER = "register"
PAGE = 500
OF_PEOPLE = (PersonTable, MemberTable, PaperTable, LinkTable, PhotoTable, OtherTable, ClaimTable)
PROJECTED = (*OF_PEOPLE, CaseTable, WindowTable, OfferTable)

_cursors = table(CursorRow)
_begun = Into(CursorRow, key=("reader",))


def cursor(connection: Connection, *, lock: bool = False) -> int:
    """The position up to which the rows are folded; `lock` keeps every other fold waiting until we commit."""
    asked = select(_cursors.c.position).where(_cursors.c.reader == READER)
    return connection.execute(asked.with_for_update() if lock else asked).scalar_one_or_none() or 0


def catch_up(connection: Connection, vault: Vault, pages: int | None = None) -> int:
    """Fold what the ledger learnt since the last time, at most so many pages; returns how many facts."""
    _begun.put(connection, [(READER, 0)])
    start = position = cursor(connection, lock=True)
    done = 0
    while pages is None or done < pages * PAGE:
        reach = feeding.position(connection)
        page = entries(connection, vault, after=position, limit=PAGE)
        if page:
            _fold(connection, page)
            position, done = page[-1].position, done + len(page)
        if len(page) < PAGE:
            # Positions may have gaps: nothing more stands before what the ledger had reached.
            position = max(position, reach)
            break
    if position > start:
        _go_on(connection, position)
    return done


def rebuild(connection: Connection, vault: Vault) -> int:
    """Throw every row away and fold the whole ledger again."""
    cursor(connection, lock=True)
    for row in PROJECTED:
        connection.execute(delete(table(row)))
    _go_on(connection, 0)
    return catch_up(connection, vault)


def _go_on(connection: Connection, position: int) -> None:
    connection.execute(update(_cursors).where(_cursors.c.reader == READER).values(position=position))


def _fold(connection: Connection, page: Sequence[Entry]) -> None:
    with Session(connection, autoflush=False) as session:
        rows = Rows(session, page)
        for entry in page:
            rows.take(entry)
        session.flush()
