"""Those who would go along, the papers of all, and what else readiness is made of."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

FOLDED = ("people", "links", "photos", "others", "claims", "cases", "windows", "offers")
OF_MEMBER = ("relation", "age", "go_without", "care", "wish")
OF_PAPER = (
    "state",
    "left_there",
    "lost_how",
    "where",
    "number",
    "expiry",
    "calendar",
    "zone_expiry",
    "zone_lines",
    "read_expiry",
    "read_lines",
)


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in OF_MEMBER),
        sa.Column("wished_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("person", "item"),
    )
    op.create_table(
        "papers",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in OF_PAPER),
        sa.PrimaryKeyConstraint("person", "item", "kind"),
    )
    op.add_column("people", sa.Column("named", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("people", sa.Column("share", sa.String(), nullable=False, server_default=""))
    # What was said before of all this stands in the ledger: every row is folded anew.
    for table in FOLDED:
        op.execute(f"DELETE FROM {table}")
    op.execute("UPDATE cursors SET position = 0 WHERE reader = 'register'")


def downgrade() -> None:
    op.drop_column("people", "share")
    op.drop_column("people", "named")
    op.drop_table("papers")
    op.drop_table("members")
