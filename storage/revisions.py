"""Alembic's part in opening a store."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.engine import MIGRATIONS


def revisions(connection: Connection) -> Config:
    """Our migrations, to run within this connection's transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the tables to a later revision, by default the newest."""
    command.upgrade(revisions(connection), revision)
