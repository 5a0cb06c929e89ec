"""A node's epochs: where its ledger parts from what the register has of it, it goes on in a new one.

That happens when a node was restored from a copy: what it said after the copy is at the register and not here, and
what it says now would stand under the same numbers.
"""

from sqlalchemy import Connection, delete, func, select, update

from storage.ledger import FIRST, PAGE, Head, head, linked, of_node
from storage.rows import Into, table
from storage.tables import CursorRow, FactRow, HeadRow

PUSHED = "push:register"
HANDED = "handed in"  # what the register had when it was last noted, to be dropped a week after

_facts, _heads, _cursors = table(FactRow), table(HeadRow), table(CursorRow)
_into_heads = Into(HeadRow, key=("node", "epoch"), change=("seq", "chain"))


def current(connection: Connection, node: str) -> int:
    """The epoch in which a node speaks."""
    asked = select(func.max(_heads.c.epoch)).where(_heads.c.node == node)
    return connection.execute(asked).scalar() or 1


def begin(connection: Connection, node: str, after: int) -> int:
    """Begin a new epoch, and take into it what was said after this number of the last one; returns it."""
    old = current(connection, node)
    new = old + 1
    chain, seq = FIRST, 0
    while page := of_node(connection, node, old, after, PAGE):
        for record in page:
            seq += 1
            moved = record._replace(epoch=new, seq=seq)
            chain = linked(chain, moved)
            place = (_facts.c.node == node, _facts.c.epoch == old, _facts.c.seq == record.seq)
            connection.execute(update(_facts).where(*place).values(epoch=new, seq=seq, chain=chain))
    kept = _chain(connection, node, old, after)
    if kept is None:
        connection.execute(delete(_heads).where(_heads.c.node == node, _heads.c.epoch == old))
    else:
        _into_heads.put(connection, [(node, old, kept.seq, kept.chain)])
    _into_heads.put(connection, [(node, new, seq, chain)])
    # Of the new epoch the register has nothing yet: what it had of the old one must not let us drop anything.
    connection.execute(update(_cursors).where(_cursors.c.reader.in_((PUSHED, HANDED))).values(position=0))
    return new


def _chain(connection: Connection, node: str, epoch: int, seq: int) -> Head | None:
    """The head as it was at this number, None before the first."""
    last = head(connection, node, epoch)
    if seq >= last.seq:
        return last if last.seq else None
    said = of_node(connection, node, epoch, seq - 1, 1) if seq else []
    return Head(seq, said[0].chain) if said else None
