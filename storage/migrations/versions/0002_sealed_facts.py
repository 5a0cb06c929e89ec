"""Bodies of facts are sealed from here on: their envelopes, the nodes that may sign, and what they contradict."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What was kept in clear cannot be sealed as if it had been from the start: its hash chain covers the clear words.
    if op.get_bind().execute(sa.text("SELECT 1 FROM facts LIMIT 1")).first():
        raise ValueError("this store holds facts in clear, from before facts were sealed: begin with an empty one")
    op.create_table(
        "envelopes",
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("node", "id"),
    )
    op.add_column("facts", sa.Column("envelope", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "nodes",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "quarantine",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("frame", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "lent",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def downgrade() -> None:
    for name in ("lent", "quarantine", "nodes", "envelopes"):
        op.drop_table(name)
    op.drop_column("facts", "envelope")
