"""Photos that people want to be kept, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person", "photo"),
    )
    op.create_table(
        "pictures",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person", "photo"),
    )


def downgrade() -> None:
    op.drop_table("pictures")
    op.drop_table("photos")
