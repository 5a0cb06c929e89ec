"""Whether people want to be written to."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("notes", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("people", "notes")
