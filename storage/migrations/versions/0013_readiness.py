"""What was concluded of everybody's readiness."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("people", "members"):
        for name in ("ready", "reasons"):
            op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for table in ("people", "members"):
        for name in ("ready", "reasons"):
            op.drop_column(table, name)
