"""How a node comes to the key of its store and the token of its bot, neither of which lies on its disk."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.api.tls import of_node
from bot.compose.stores import vault
from bot.keys import Carried, Centre, Sealing
from bot.settings import Settings, Unset
from flows.link import LinkDown, Refused, Revoked
from flows.ports import NoRoom
from storage import lease as leases
from storage import slots as locks
from storage.engine import read, write
from storage.lease import Lease
from storage.slots import Slots, SlotsFile
from storage.telling import Session
from storage.vault import Seal
from storage.waiting import jitter, rest

RENEW_EVERY = 3600.0
AT_ONCE = 5.0
ALONE = 7 * 24 * 3600.0  # how long a node works on without a word from the register
TOKEN = "citizen token"  # noqa: S105

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The key of the store, and the lease if the register was asked for it."""

    key: bytes
    lease: Lease | None = None


class Unlocking:
    """A node's dealings with the register about its lease."""

    def __init__(self, given: Settings, keys: Carried, link: HttpLink, session: Session) -> None:
        self._node, self._keys, self._link, self._session = given.node, keys, link, session
        self._passphrase = given.passphrase.get_secret_value()
        self._until: datetime | None = None
        self._file = locks.beside(given.store)
        self._slots = self._file.read() or self._first(self._file)

    def _first(self, file: SlotsFile) -> Slots:
        sealing = self._keys.sealing
        public = bytes.fromhex(sealing.public)
        self._file.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _, made = locks.made(self._node, sealing.generation, public, self._passphrase)
        file.write(made)
        return made

    def seconds_left(self) -> float | None:
        """How long the lease still lasts, None if nothing was lent."""
        return None if self._until is None else (self._until - datetime.now(UTC)).total_seconds()

    async def unlocked(self, stop: asyncio.Event) -> Unlocked | None:
        """By passphrase if there is one, else by the register's lease, however long it takes; None if stopped."""
        if self._passphrase and self._slots.passphrase is not None:
            key = await asyncio.to_thread(locks.open_by_passphrase, self._slots, self._passphrase)
            return Unlocked(key, await self._lent_at_once())
        failures = 0
        while not stop.is_set():
            try:
                lease = await self.asked()
            except LinkDown:
                if not failures:
                    log.warning("lease.waits", why="LINK_DOWN")
                failures += 1
                await rest(jitter(failures), stop)
            else:
                await asyncio.to_thread(self._add_passphrase, lease.key)
                return Unlocked(lease.key, lease)
        return None

    async def _lent_at_once(self) -> Lease | None:
        """A lease if the register is there: who needs none for the key may still need the token of the bot."""
        with suppress(LinkDown, TimeoutError):
            async with asyncio.timeout(AT_ONCE):
                return await self.asked()
        return None

    async def asked(self) -> Lease:
        """A lease; LinkDown, or Unset if the register gives us none."""
        lease = await _lent(self._link, self._slots, self._session, self._node)
        self._until = lease.until
        return lease

    async def renewing(self, seal: Seal, engine: Engine, stop: asyncio.Event) -> None:
        """Ask every hour; Unset, which ends the node, once the register revokes it or is silent for a week."""
        loop = asyncio.get_running_loop()
        heard_at = loop.time()
        while not stop.is_set():
            with suppress(LinkDown, NoRoom):
                self.take(await self.asked(), seal, engine)
                heard_at = loop.time()
            if loop.time() - heard_at > ALONE:
                raise Unset("the register was silent for a week: start the node again once it is reached.")
            await rest(RENEW_EVERY, stop)

    def take(self, lease: Lease, seal: Seal, engine: Engine) -> None:
        """Use what was lent, and remember it in the store for a start without the link."""
        self._keys.take(Sealing(lease.generation, lease.public.hex()))
        seal.turn_to(lease.generation, lease.public)
        if lease.token:
            with write(engine) as connection:
                leases.keep(connection, [(TOKEN, lease.token.encode())])

    def _add_passphrase(self, key: bytes) -> None:
        if self._passphrase and self._slots.passphrase is None:
            self._slots = locks.with_passphrase(self._slots, key, self._passphrase)
            self._file.write(self._slots)


async def key_of(given: Settings, slots: Slots) -> bytes:
    """The key of a store for one command: by the centre's keys, by passphrase, or lent by the register."""
    passphrase = given.passphrase.get_secret_value()
    if Centre(given.keys).is_here:
        return locks.open_by_register(slots.register, vault(given), given.node)
    if passphrase and slots.passphrase is not None:
        return await asyncio.to_thread(locks.open_by_passphrase, slots, passphrase)
    return (await lent(given, Carried(given.keys, passphrase), slots)).key


async def lent(given: Settings, keys: Carried, slots: Slots) -> Lease:
    """A lease, asked for once; Unset if there is none now."""
    session = Session(given.node, keys.centre)
    async with linked(given, keys) as link:
        try:
            return await _lent(link, slots, session, given.node)
        except LinkDown:
            raise Unset(
                "the register is not reached, and only it or HAMRAH_PASSPHRASE opens the store: mend the link, or "
                "give the passphrase."
            ) from None


async def _lent(link: HttpLink, slots: Slots, session: Session, node: str) -> Lease:
    try:
        return leases.lent(await link.lease(leases.want(slots, session)), session, node)
    except Revoked:
        raise _revoked(node) from None
    except Refused as refused:
        raise Unset(
            f"the register refuses node {node} ({refused.why}): hamrah node add makes it known there, and its "
            "folder of keys and its store belong together."
        ) from None


async def while_trusted(node: str, work: Awaitable[None]) -> None:
    """Work with the register; Unset, which ends the node, once it is revoked."""
    try:
        await work
    except Revoked:
        raise _revoked(node) from None


def _revoked(node: str) -> Unset:
    return Unset(f"the register has revoked node {node}: nothing is lent to it or taken from it any more.")


@asynccontextmanager
async def linked(given: Settings, keys: Carried) -> AsyncIterator[HttpLink]:
    """The way to the register, for as long as the block runs."""
    link = HttpLink(given.link(), given.node, keys.signing, of_node(keys.folder, keys.passphrase))
    try:
        yield link
    finally:
        await link.aclose()


def token_of(given: Settings, lease: Lease | None, engine: Engine) -> str:
    """The token of the citizens' bot: given by hand, lent, or lent before."""
    if given.citizen_token.get_secret_value():
        return given.token("citizen_token")
    with read(engine) as connection:
        token = (lease.token if lease else "") or leases.kept(connection, TOKEN).decode()
    if not token:
        raise Unset(
            "there is no token for the citizens' bot: give it to the register with hamrah node add and let the "
            "node reach it once, or give it here in the environment as HAMRAH_CITIZEN_TOKEN."
        )
    return token
