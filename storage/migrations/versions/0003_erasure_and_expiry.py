"""Records that are to be erased, messages that expire, how far a note came; and no name outside a sealed fact."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TIMES = (
    ("standings", "erase_at"),
    ("outbox", "expires_at"),
    ("people", "heard_at"),
    ("people", "asked_at"),
    ("people", "ordered_at"),
    ("people", "view_at"),
    ("people", "erased_at"),
)


def upgrade() -> None:
    for table, name in TIMES:
        op.add_column(table, sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("offers", sa.Column("state", sa.String(), nullable=False, server_default=""))
    op.drop_column("people", "name")


def downgrade() -> None:
    op.add_column("people", sa.Column("name", sa.String(), nullable=False, server_default=""))
    op.drop_column("offers", "state")
    for table, name in TIMES:
        op.drop_column(table, name)
