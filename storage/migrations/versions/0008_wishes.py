"""How wishes age and turn, who is to be left in quiet, and who was asked whether they are safe."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBERS = ("not_before", "quiet_until", "safety_asked", "placed_at")
WORDS = ("ask_again", "turned")


def upgrade() -> None:
    op.add_column("people", sa.Column("asked", sa.Integer(), nullable=False, server_default="0"))
    for name in NUMBERS:
        op.add_column("people", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    for name in WORDS:
        op.add_column("people", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("offers", sa.Column("checked", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("offers", "checked")
    for name in ("asked", *NUMBERS, *WORDS):
        op.drop_column("people", name)
