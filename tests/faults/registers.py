"""The register is killed in mid-ingest, or its PostgreSQL under it: nothing acknowledged is lost or doubled."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing as closing
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.api.tls import of_node
from bot.keys import Carried
from flows.facts import AnswerGiven
from flows.link import Receipt
from storage.engine import migrate, open_store, read
from storage.ledger import head, records, verify
from storage.push import Push
from tests.faults.postgres import Postgres, postgres
from tests.faults.row import Row, Run
from tests.keys import Speaker, deployment
from tests.kills import forked
from tests.processes import free_port
from tests.register.people import fact, heard, registered

NODE = "node-1"
AT_ONCE, GAP, LONGEST, PATIENCE = 5, 0.01, 0.25, 60.0


class Noting(HttpLink):
    """A node's link that remembers how far the register said it had come."""

    acknowledged = 0

    async def send(self, body: bytes) -> Receipt:
        """Hand over a batch."""
        receipt = await super().send(body)
        self.acknowledged = max(self.acknowledged, receipt.seq)
        return receipt


class Register:
    """A real register over a real PostgreSQL, and what its store holds."""

    def __init__(self, place: Path, server: Postgres) -> None:
        self.server, self._log = server, str(place / "register.log")
        at = {"register_listen": f"127.0.0.1:{free_port()}", "console_listen": f"127.0.0.1:{free_port()}"}
        self._given = {"register_store": server.url, "keys": str(place / "centre"), **at}
        self.url = f"https://{at['register_listen']}"
        self._process: ForkServerProcess | None = None
        deployment(place, server.url, NODE)

    def start(self) -> None:
        """Let it run, if it does not."""
        if self._process is None or not self._process.is_alive():
            self._process = forked.start("register", self._log, self._given)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            forked.kill(self._process)

    def kept(self) -> int:
        """How far it has the node's ledger, whose chain must hold."""
        engine = open_store(self.server.url)
        with read(engine) as connection:
            last = verify(connection, NODE, 1).seq
        engine.dispose()
        return last

    def ids(self) -> list[str]:
        """Every fact that it has of the node, in its order: what it concludes itself stands between them."""
        engine = open_store(self.server.url)
        found = _ids(engine)
        engine.dispose()
        return found


def killed(register: Register) -> None:
    """Kill the register."""
    register.kill()


def pulled_away(register: Register) -> None:
    """Kill the database under the register, and start it again."""
    register.server.kill()
    register.server.start()


async def _broken(run: Run, fault: Callable[[Register], None]) -> str:
    field = open_store(str(run.place / "node.db"))
    migrate(field)
    heard(field, registered("p1"))
    with postgres() as server:
        register = Register(run.place, server)
        keys = Carried(run.place / NODE)
        async with closing(Noting(register.url, NODE, keys.signing, of_node(keys.folder))) as link:
            push, talking, pushing = (
                Push(field, Speaker(field), keys.signing, _soon),
                asyncio.Event(),
                asyncio.Event(),
            )
            working = [asyncio.create_task(push.run(link, pushing)), asyncio.create_task(_talk(field, talking))]
            try:
                await _again_and_again(run, register, link, fault)
                talking.set()
                await working[1]
                await _until(register, lambda: link.acknowledged == _last(field))
            finally:
                talking.set()
                pushing.set()
                await asyncio.gather(*working)
                register.kill()
        said, kept = _ids(field), register.ids()
    field.dispose()
    assert kept == said, f"{len(said)} facts were said and {len(kept)} are kept, or in another order"
    return f"{len(said)} facts, 0 lost, 0 doubled, order kept"


async def _again_and_again(run: Run, register: Register, link: Noting, fault: Callable[[Register], None]) -> None:
    chance = run.chance
    for _ in range(run.size):
        before = link.acknowledged
        await _until(register, lambda: link.acknowledged > before)  # noqa: B023
        await asyncio.sleep(chance.uniform(0, LONGEST))
        acknowledged = link.acknowledged
        await asyncio.to_thread(fault, register)
        kept = await asyncio.to_thread(register.kept)
        assert kept >= acknowledged, f"{acknowledged} facts were acknowledged and {kept} are kept"


async def _until(register: Register, look: Callable[[], bool]) -> None:
    """Keep the register running, as a supervisor does, until this is so."""
    async with asyncio.timeout(PATIENCE):
        while not look():
            register.start()
            await asyncio.sleep(GAP)


async def _talk(field: Engine, over: asyncio.Event) -> None:
    """Somebody talks all the time."""
    while not over.is_set():
        said = [fact("p1", AnswerGiven("wish", "wish", "STAY")) for _ in range(AT_ONCE)]
        await asyncio.to_thread(heard, field, said)
        await asyncio.sleep(GAP)


def _last(field: Engine) -> int:
    with read(field) as connection:
        return head(connection, NODE, 1).seq


def _ids(engine: Engine) -> list[str]:
    with read(engine) as connection:
        return [record.id for record in records(connection, after=0, limit=10**7, node=NODE)]


def _soon(_: int) -> float:
    return 2 * GAP


def register_kills(run: Run) -> str:
    """Kill the register in the middle of its work."""
    return asyncio.run(_broken(run, killed))


def postgres_kills(run: Run) -> str:
    """Kill the register's database in the middle of its work."""
    return asyncio.run(_broken(run, pulled_away))


REGISTER = Row("register", "1: SIGKILL of the register in mid-ingest", register_kills, small=2, large=200)
POSTGRES = Row("postgres", "6: SIGKILL of its postmaster", postgres_kills, small=0, large=50)
