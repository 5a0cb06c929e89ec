"""What the register lends a node: the key of its store, and the token of its bot."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, select

from flows.link import Wanted
from storage.errors import SealBroken
from storage.rows import Into, table
from storage.slots import ByRegister, Slots, open_by_register
from storage.tables import LentRow
from storage.telling import Session
from storage.vault import Vault, seal_whole
from storage.wire import BROKEN, Malformed

LENT_FOR = timedelta(hours=24)

_lent = table(LentRow)
_into_lent = Into(LentRow, key=("name",), change=("value",))


class Lease(msgspec.Struct, frozen=True):
    """What a node is lent, until when; and the newest sealing key."""

    key: bytes
    token: str
    until: datetime
    generation: int
    public: bytes


def lend(vault: Vault, node: str, wanted: Wanted, token: str, at: datetime) -> bytes:
    """A lease, sealed to the session of the node that wants it; Refused if the slot is not that node's."""
    try:
        key = open_by_register(ByRegister(wanted.generation, wanted.sealed), vault, node)
    except SealBroken:
        raise Malformed from None
    lease = Lease(key, token, at + LENT_FOR, vault.generation, vault.public)
    return seal_whole(wanted.session, msgspec.msgpack.encode(lease), _use(node))


def want(slots: Slots, session: Session) -> Wanted:
    """What to ask the register for."""
    return Wanted(session.public, slots.register.generation, slots.register.sealed)


def lent(sealed: bytes, session: Session, node: str) -> Lease:
    """What the register lent us; Refused if it was not sealed to us."""
    try:
        return msgspec.msgpack.decode(session.opened(sealed, _use(node)), type=Lease)
    except BROKEN:
        raise Malformed from None


def keep(connection: Connection, values: Sequence[tuple[str, bytes]]) -> None:
    """Remember something lent, in the encrypted store, for a start without the link."""
    _into_lent.put(connection, values)


def kept(connection: Connection, name: str) -> bytes:
    """What was lent before, b"" if it never was."""
    found = connection.execute(select(_lent.c.value).where(_lent.c.name == name)).scalar_one_or_none()
    return bytes(found) if found else b""


def _use(node: str) -> bytes:
    return b"hamrah lease 1 " + node.encode()
