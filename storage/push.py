"""A node's side of the sync: what it heard goes to the register, in order, until the register says it has it."""

import asyncio
from collections.abc import Callable
from typing import Protocol

import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine

from flows.link import Link, LinkDown, Receipt, Refused, Revoked
from flows.ports import NoRoom
from storage.engine import read, write
from storage.epochs import PUSHED
from storage.ledger import FIRST, envelopes, first, head, of_node
from storage.rows import Into
from storage.tables import CursorRow
from storage.waiting import jitter, rest
from storage.wire import FACTS, encode_batch

IDLE = 0.5
FEWEST = 5

_into_cursors = Into(CursorRow, key=("reader",), change=("position",))
log = structlog.get_logger()


class Speaker(Protocol):
    """The node whose ledger it is."""

    @property
    def node(self) -> str:
        """Its name."""

    @property
    def epoch(self) -> int:
        """The epoch in which it speaks."""

    async def begin_epoch(self, after: int) -> int:
        """Begin a new epoch, with what was said after this number of the last one."""


def next_batch(
    engine: Engine, key: Ed25519PrivateKey, node: str, epoch: int, after_seq: int, limit: int = FACTS
) -> bytes | None:
    """What the node said after a sequence number, signed; None if nothing."""
    with read(engine) as connection:
        said = of_node(connection, node, epoch, max(0, after_seq - 1), limit + bool(after_seq))
        opening = envelopes(connection, said)
    previous = FIRST
    if after_seq and said:
        previous, said = said[0].chain, said[1:]
    return encode_batch(previous, said, opening, key) if said else None


def chain_at(engine: Engine, node: str, epoch: int, seq: int) -> bytes | None:
    """The hash over all that the node said up to here, None if it has not said so much."""
    if not seq:
        return FIRST
    with read(engine) as connection:
        said = of_node(connection, node, epoch, seq - 1, 1)
    return said[0].chain if said and said[0].seq == seq else None


class Push:
    """Ships one node's ledger to the register; only the register's receipt moves it on.

    trouble: why nothing moves at present, "" if all is well; for the health of the node.
    """

    def __init__(
        self, engine: Engine, speaker: Speaker, key: Ed25519PrivateKey, pause: Callable[[int], float] = jitter
    ) -> None:
        self._engine, self._speaker, self._key, self._pause = engine, speaker, key, pause
        self._acknowledged: Receipt | None = None
        self._limit = FACTS
        self._stirred = asyncio.Event()
        self.trouble = ""

    def wake(self) -> None:
        """Say that there is something to send; without it, it is noticed within half a second."""
        self._stirred.set()

    async def run(self, link: Link, stop: asyncio.Event) -> None:
        """Push until told to stop, or Revoked; whatever else fails is tried again, more and more rarely."""
        failures = 0
        while not stop.is_set():
            self._stirred.clear()
            try:
                busy = await self._step(link)
                failures, self.trouble, self._limit = 0, "", min(FACTS, self._limit * 2)
                if not busy:
                    await rest(IDLE, stop, self._stirred)
            except Revoked:
                raise
            except (LinkDown, Refused, NoRoom) as error:
                failures += 1
                self._note(error)
                await rest(self._pause(failures), stop)

    async def _step(self, link: Link) -> bool:
        """Agree with the register where we are, or send what comes next; False if there is nothing to do."""
        if self._acknowledged is None:
            await self._agree(link)
        acknowledged = self._acknowledged or Receipt(0, FIRST)
        place = (self._speaker.node, self._speaker.epoch, acknowledged.seq, self._limit)
        body = await asyncio.to_thread(next_batch, self._engine, self._key, *place)
        if body is None:
            return False
        await self._keep(await link.send(body))
        return True

    async def _agree(self, link: Link) -> None:
        """Begin where the register is; if it knows something else of us, what it does not know begins an epoch."""
        receipt = await link.head(self._speaker.epoch)
        if not await self._is_ours(receipt):
            after = await self._common(link, receipt.seq)
            log.error("push.new_epoch", node=self._speaker.node)
            await self._speaker.begin_epoch(after)
            receipt = await link.head(self._speaker.epoch)
        await self._keep(receipt)

    async def _common(self, link: Link, theirs: int) -> int:
        """The last number up to which both ledgers are the same; what we dropped, it had from us."""
        dropped = max(0, await asyncio.to_thread(self._first) - 1)
        low, high = dropped, min(theirs, await asyncio.to_thread(self._last))
        while low < high:
            middle = (low + high + 1) // 2
            if await self._is_ours(await link.head(self._speaker.epoch, middle)):
                low = middle
            else:
                high = middle - 1
        return low

    async def _is_ours(self, receipt: Receipt) -> bool:
        place = (self._engine, self._speaker.node, self._speaker.epoch, receipt.seq)
        return await asyncio.to_thread(chain_at, *place) == receipt.chain

    async def _keep(self, receipt: Receipt) -> None:
        """Believe a receipt only if it is about what we said."""
        if not await self._is_ours(receipt):
            raise Refused("FORK")
        if self._acknowledged != receipt:
            await asyncio.to_thread(self._write, receipt.seq)
        self._acknowledged = receipt

    def _first(self) -> int:
        with read(self._engine) as connection:
            return first(connection, self._speaker.node, self._speaker.epoch)

    def _last(self) -> int:
        with read(self._engine) as connection:
            return head(connection, self._speaker.node, self._speaker.epoch).seq

    def _write(self, seq: int) -> None:
        with write(self._engine) as connection:
            _into_cursors.put(connection, [(PUSHED, seq)])

    def _note(self, error: LinkDown | Refused | NoRoom) -> None:
        """After a failure we ask again how far the register is, and send less at a time."""
        self._acknowledged = None
        self._limit = max(FEWEST, self._limit // 2)
        full = "DISK_FULL" if isinstance(error, NoRoom) else "LINK_DOWN"
        why = error.why if isinstance(error, Refused) else full
        if why != self.trouble:
            log.warning("push.stuck", node=self._speaker.node, why=why)
        self.trouble = why
