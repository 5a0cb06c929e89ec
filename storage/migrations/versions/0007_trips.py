"""How far each trip has come for whom, and who was reminded how often."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("windows", sa.Column("bags", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("windows", sa.Column("approved_at", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("offers", sa.Column("stage", sa.String(), nullable=False, server_default=""))
    op.add_column("offers", sa.Column("reminded", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    for table, column in (("offers", "reminded"), ("offers", "stage"), ("windows", "approved_at"), ("windows", "bags")):
        op.drop_column(table, column)
