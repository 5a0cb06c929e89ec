"""One process at a time writes a node's store: its memory of what it kept would be wrong otherwise."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from storage.errors import StoreInUse


@contextmanager
def sole_writer(engine: Engine, node: str) -> Iterator[None]:
    """Hold the right to write; it is lost with the process, however that ends."""
    lock = _file_lock if engine.dialect.name == "sqlite" else _advisory_lock
    with lock(engine, node):
        yield


@contextmanager
def _file_lock(engine: Engine, node: str) -> Iterator[None]:
    file = os.open(f"{engine.url.database}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreInUse(node) from None
        yield
    finally:
        os.close(file)


@contextmanager
def _advisory_lock(engine: Engine, node: str) -> Iterator[None]:
    key = int.from_bytes(hashlib.sha256(f"hamrah node {node}".encode()).digest()[:8], "big", signed=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # Closing a connection that the pool knows would only lend it on, lock and all.
        connection.detach()
        if not connection.scalar(select(func.pg_try_advisory_lock(key))):
            raise StoreInUse(node)
        try:
            yield
        finally:
            # A server notices a closed connection only a moment later.
            with suppress(SQLAlchemyError):
                connection.scalar(select(func.pg_advisory_unlock(key)))
