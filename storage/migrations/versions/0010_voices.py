"""How people read, and the voice notes that they send."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("reader", sa.String(), nullable=False, server_default=""))
    op.add_column("photos", sa.Column("case", sa.String(), nullable=False, server_default=""))
    op.add_column("photos", sa.Column("question", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("photos", "question")
    op.drop_column("photos", "case")
    op.drop_column("people", "reader")
