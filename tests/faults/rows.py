"""All rows, in the order of the matrix."""

from tests.faults import batches, duplicates, forensic, kills, power
from tests.faults.row import Row

ROWS: dict[str, Row] = {each.ROW.name: each.ROW for each in (kills, power, duplicates, batches, forensic)}
