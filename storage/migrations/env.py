"""How Alembic runs here: inside the transaction that `storage.engine.migrate` opened."""

from alembic import context
from sqlmodel import SQLModel

import storage.register_tables  # noqa: F401  (the tables become known by it)

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata)
with context.begin_transaction():
    context.run_migrations()
