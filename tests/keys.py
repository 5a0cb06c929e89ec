"""Keys of the tests: a centre's, and those of nodes that it knows."""

import atexit
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine

from bot.api.link import HttpLink
from bot.api.tls import of_node
from bot.compose.stores import store
from bot.keys import Centre, carry, make
from storage import epochs, nodes
from storage.engine import write
from storage.vault import Vault

VAULT = Vault.new()
CENTRE = Ed25519PrivateKey.generate()
NODES: defaultdict[str, Ed25519PrivateKey] = defaultdict(Ed25519PrivateKey.generate)
FAR_END = "10.213.77.2"  # of a line that a test lays on this machine
PASSPHRASE = "a passphrase of the tests only"


def enrolled(engine: Engine, *names: str) -> None:
    """Let a register know these nodes."""
    for name in names:
        nodes.enrol(engine, VAULT, name, NODES[name].public_key().public_bytes_raw(), "", datetime.now(UTC))


@cache
def tls() -> Path:
    """A folder with certificates for both ends of a link, for the whole run."""
    folder = Path(mkdtemp(prefix="hamrah-tls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    carry(make(folder / "centre", ["127.0.0.1", FAR_END]), "node-1", folder / "node")
    return folder


def link(url: str, node: str = "node-1") -> HttpLink:
    """A node's end of a link."""
    return HttpLink(url, node, NODES[node], of_node(tls() / "node"))


@dataclass
class Speaker:
    """A node of the tests, over its own store."""

    engine: Engine
    node: str = "node-1"
    epoch: int = 1

    async def begin_epoch(self, after: int) -> int:
        with write(self.engine) as connection:
            self.epoch = epochs.begin(connection, self.node, after)
        return self.epoch


def deployment(folder: Path, register_store: str, *names: str, token: str = "") -> Centre:
    """A centre's keys in `centre`, and what each node carries in a folder of its name; the register knows them."""
    centre = make(folder / "centre", ["127.0.0.1"])
    engine = store(register_store)
    for name in names:
        public = carry(centre, name, folder / name).signing.public_key().public_bytes_raw()
        nodes.enrol(engine, Vault(centre.sealing), name, public, token, datetime.now(UTC))
    engine.dispose()
    return centre
