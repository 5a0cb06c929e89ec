"""The register as nodes reach it, on its own store."""

from collections.abc import Callable
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Engine

from flows.link import Receipt, Told, Wanted
from storage import feed as feeding
from storage import nodes
from storage.engine import now_utc, read
from storage.lease import lend
from storage.ledger import head
from storage.receive import chain_at, receive
from storage.telling import tell
from storage.vault import Vault
from storage.wire import FACTS, Oversized


class StoredExchange:
    """Takes what nodes hand in and tells them what the centre says, signed with the centre's key."""

    def __init__(
        self, engine: Engine, vault: Vault, key: Ed25519PrivateKey, now: Callable[[], datetime] = now_utc
    ) -> None:
        self._engine, self._vault, self._key, self._now = engine, vault, key, now

    def key_of(self, node: str) -> Ed25519PublicKey | None:
        """The key by which a node signs; Refused if it may no more, None if nobody knows it."""
        with read(self._engine) as connection:
            return nodes.key_of(connection, node)

    def receive(self, body: bytes) -> Receipt:
        """Take a batch; Refused if it cannot be."""
        return receive(self._engine, body, self._now)

    def head(self, node: str, epoch: int, at: int | None = None) -> Receipt:
        """How far a node's ledger is kept, or what its hash was at an earlier number."""
        with read(self._engine) as connection:
            last = head(connection, node, epoch)
            if at is None or at >= last.seq:
                return Receipt(last.seq, last.chain)
            return Receipt(at, chain_at(connection, node, epoch, at, last) if at else bytes(32))

    def position(self) -> int:
        """How far the register's own ledger has come."""
        with read(self._engine) as connection:
            return feeding.position(connection)

    def feed(self, node: str, after: int, limit: int = FACTS) -> Told:
        """What the centre says to a node after a position."""
        return feeding.feed(self._engine, self._vault, node, after, self._now(), limit)

    def lend(self, node: str, wanted: Wanted) -> bytes:
        """A lease, sealed to the session of who wants it."""
        return lend(self._vault, node, wanted, nodes.token_of(self._engine, self._vault, node), self._now())

    def told(self, told: Told, node: str, after: int, session: bytes) -> bytes:
        """It as a frame for this node alone; less of it where all is too long."""
        try:
            return tell(told, node, after, session, self._key)
        except Oversized:
            return self.told(self.feed(node, after, len(told.entries) // 2), node, after, session)
