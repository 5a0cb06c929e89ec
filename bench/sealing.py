"""What sealing costs: `python -m bench.sealing`. Each pair is measured by turns, and told as a ratio.

An answer sealed under an envelope's data key beside one sealed by HPKE for itself; answers appended to a store
that is encrypted beside one that is not, both with synchronous=FULL.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from flows.facts import AnswerGiven, Fact, Source
from storage.codec import encode
from storage.engine import migrate, open_store, write
from storage.ledger import append
from storage.packing import pack
from storage.vault import Seal, Vault, seal_whole

ROUNDS, SEALED, GROUP, GROUPS = 9, 1000, 50, 40
ANSWER = AnswerGiven("registration", "province", "HER")
ABOUT = b'["0123456789abcdef0123456789abcdef","0123456789abcdef0123456789abcdef","AnswerGiven",1]'
NOW = datetime(2021, 11, 10, tzinfo=UTC)


def by_turns(one: Callable[[], object], other: Callable[[], object], each: int) -> tuple[float, float]:
    """The median microseconds of both, for one of `each`."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, times in zip((one, other), took, strict=True):
            begun = time.perf_counter()
            work()
            times.append((time.perf_counter() - begun) / each * 1e6)
    return median(took[0]), median(took[1])


def sealing() -> None:
    """An envelope for many, or HPKE for each."""
    vault, raw = Vault.new(), encode(ANSWER)
    seal = Seal(1, vault.public)

    def alone() -> None:
        for _ in range(SEALED):
            seal_whole(vault.public, pack(raw), ABOUT)

    def together() -> None:
        for _ in range(SEALED):
            seal.seal(raw, ABOUT)

    enveloped, each = by_turns(together, alone, SEALED)
    own, whole = len(seal.seal(raw, ABOUT)[1]), len(seal_whole(vault.public, pack(raw), ABOUT))
    print(f"sealed under an envelope   {enveloped:7.1f} us  {own:4} bytes, of {len(raw)} of JSON")
    print(f"sealed by HPKE for itself  {each:7.1f} us  {whole:4} bytes, {each / enveloped:.1f} times")


def storing() -> None:
    """A plain store or an encrypted one."""
    seal = Seal(1, Vault.new().public)

    def kept(store: Path, key: bytes | None) -> Callable[[], object]:
        engine = open_store(str(store), key)
        migrate(engine)

        def work() -> None:
            for _ in range(GROUPS):
                facts = [Fact(uuid4().hex, "p", ANSWER, Source.SELF, NOW, NOW, "u1") for _ in range(GROUP)]
                with write(engine) as connection:
                    append(connection, facts, seal, "node-1", 1, 1)

        return work

    with tempfile.TemporaryDirectory() as folder:
        plain, encrypted = kept(Path(folder) / "plain.db", None), kept(Path(folder) / "locked.db", bytes(32))
        without, with_key = by_turns(plain, encrypted, GROUPS * GROUP)
    print(f"appended, plain store      {without:7.1f} us a fact, {GROUP} to a commit")
    print(f"appended, encrypted store  {with_key:7.1f} us a fact, {with_key / without:.2f} times")


if __name__ == "__main__":
    sealing()
    storing()
