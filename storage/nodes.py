"""The nodes that a register knows: whose signature counts, and whose bot's token it lends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Engine, select, update

from flows.link import Revoked
from storage.engine import micros, moment, read, write
from storage.rows import Into, table
from storage.tables import NodeRow
from storage.vault import Vault, seal_whole

ACTIVE, REVOKED = "active", "revoked"
NAME = re.compile(r"(?!desk$)[a-z0-9][a-z0-9-]{0,40}")

_nodes = table(NodeRow)
_into_nodes = Into(NodeRow, key=("name",), change=("public", "state", "generation", "token", "changed_at"))


@dataclass(frozen=True, slots=True)
class Node:
    """A node as the register knows it."""

    name: str
    state: str
    added_at: datetime
    changed_at: datetime


def enrol(engine: Engine, vault: Vault, name: str, public: bytes, token: str, at: datetime) -> None:
    """Know a node by its public key, or anew by another; its token is kept sealed."""
    sealed = seal_whole(vault.public, token.encode(), _use(name))
    now = micros(at)
    with write(engine) as connection:
        _into_nodes.put(connection, [(name, public, ACTIVE, vault.generation, sealed, now, now)])


def revoke(engine: Engine, name: str, at: datetime) -> bool:
    """Take nothing more from a node; its token is gone from here. False if there is no such node."""
    gone = update(_nodes).where(_nodes.c.name == name)
    with write(engine) as connection:
        done = connection.execute(gone.values(state=REVOKED, token=b"", changed_at=micros(at)))
    return done.rowcount > 0


def revoke_keys(engine: Engine, publics: frozenset[str], at: datetime) -> Sequence[str]:
    """Revoke every node that is trusted by one of these public keys, in hexadecimal; returns their names."""
    with read(engine) as connection:
        rows = connection.execute(select(_nodes.c.name, _nodes.c.public).where(_nodes.c.state == ACTIVE)).all()
    again = [row.name for row in rows if bytes(row.public).hex() in publics]
    for name in again:
        revoke(engine, name, at)
    return again


def revoked(engine: Engine) -> frozenset[str]:
    """The public keys, in hexadecimal, by which no node is trusted any more."""
    with read(engine) as connection:
        rows = connection.execute(select(_nodes.c.public).where(_nodes.c.state == REVOKED)).all()
    return frozenset(bytes(row.public).hex() for row in rows)


def known(engine: Engine) -> Sequence[Node]:
    """Every node, by name."""
    with read(engine) as connection:
        rows = connection.execute(select(_nodes).order_by(_nodes.c.name)).all()
    return [Node(row.name, row.state, moment(row.added_at), moment(row.changed_at)) for row in rows]


def key_of(connection: Connection, name: str) -> Ed25519PublicKey | None:
    """The key by which a node signs, None if there is no such node; Revoked if it may sign no more."""
    row = connection.execute(select(_nodes.c.public, _nodes.c.state).where(_nodes.c.name == name)).one_or_none()
    if row is not None and row.state != ACTIVE:
        raise Revoked
    return Ed25519PublicKey.from_public_bytes(bytes(row.public)) if row else None


def token_of(engine: Engine, vault: Vault, name: str) -> str:
    """The token of a node's bot, "" if it was given none."""
    with read(engine) as connection:
        row = connection.execute(select(_nodes).where(_nodes.c.name == name)).one_or_none()
    return vault.open_with(row.generation, bytes(row.token), _use(name)).decode() if row and row.token else ""


def _use(name: str) -> bytes:
    return b"hamrah token 1 " + name.encode()
