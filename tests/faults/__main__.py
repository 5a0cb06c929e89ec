"""`python -m tests.faults`: every row at the size of a night, then every bug; --help says what else."""

import argparse
import secrets
import sys

from bot.logs import set_up
from tests.faults.bugs import BUGS
from tests.faults.row import Row
from tests.faults.rows import ROWS
from tests.faults.table import bugs, rows, say


def main() -> int:
    """Run what was asked for; 1 if a row was red or a bug was missed."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description="The fault matrix.")
    asked.add_argument("--seed", type=int, help="repeat the run of this seed")
    asked.add_argument("--row", choices=[*ROWS], help="only this row, and no bugs")
    asked.add_argument("--size", type=int, help="break things so often")
    asked.add_argument("--small", action="store_true", help="the size of a test, not of a night")
    asked.add_argument("--bug", choices=[*BUGS], help="only plant this bug, which must turn its row red")
    asked.add_argument("--bugs", action="store_true", help="only plant every bug, one after the other")
    given = asked.parse_args()
    set_up()
    seed = secrets.randbelow(10**9) if given.seed is None else given.seed
    say(f"seed {seed}")

    def size(row: Row) -> int:
        return given.size or (row.small if given.small else row.large)

    well = True
    if not (given.bug or given.bugs):
        chosen = [ROWS[given.row]] if given.row else [row for row in ROWS.values() if size(row)]
        well = rows(chosen, seed, size, say)
    if not given.row:
        well &= bugs([given.bug] if given.bug else [*BUGS], ROWS, seed, say)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
