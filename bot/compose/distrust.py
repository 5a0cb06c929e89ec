"""Nodes that were ended, remembered outside the store: a restored backup trusts none of them again."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog
from sqlalchemy import Engine

from storage import nodes

ENDED = "revoked"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ended:
    """Their public keys in hexadecimal, one a line, in a file beside the centre's keys."""

    file: Path

    def read(self) -> frozenset[str]:
        """All that are remembered."""
        return frozenset(self.file.read_text().split()) if self.file.exists() else frozenset()

    def add(self, publics: Iterable[str]) -> None:
        """Remember more, durably."""
        with os.fdopen(os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as out:
            out.writelines(f"\n{public}\n" for public in publics)
            out.flush()
            os.fsync(out.fileno())


def end_again(engine: Engine, memory: Ended) -> None:
    """Revoke whom a backup brought back, and remember whoever is revoked."""
    remembered = memory.read()
    for name in nodes.revoke_keys(engine, remembered, datetime.now(UTC)):
        log.warning("node.ended_again", node=name)
    new = nodes.revoked(engine) - remembered
    if new:
        memory.add(sorted(new))
