"""Records that are of one human being, and when a wish was said."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person", "other"),
    )
    op.add_column("people", sa.Column("wished_at", sa.BigInteger(), nullable=False, server_default="0"))
    # The rows know more now: they are folded from the ledger anew.
    for table in ("people", "cases", "windows", "offers"):
        op.execute(f"DELETE FROM {table}")
    op.execute("UPDATE cursors SET position = 0 WHERE reader = 'register'")


def downgrade() -> None:
    op.drop_column("people", "wished_at")
    op.drop_table("links")
