"""All rows, in the order of the matrix."""

from tests.faults import (
    batches,
    clock,
    duplicates,
    forensic,
    forged,
    full,
    kills,
    lines,
    malformed,
    outage,
    posts,
    power,
    registers,
    rot,
    slow,
    soak,
)
from tests.faults.row import Row

ALL = (
    kills.ROW,
    kills.NODES,
    registers.REGISTER,
    power.ROW,
    power.TORN,
    full.ROW,
    slow.ROW,
    slow.RENO,
    lines.ROW,
    registers.POSTGRES,
    clock.ROW,
    duplicates.ROW,
    posts.ROW,
    outage.ROW,
    malformed.ROW,
    forged.ROW,
    batches.ROW,
    forensic.ROW,
    rot.ROW,
    soak.ROW,
)
ROWS: dict[str, Row] = {row.name: row for row in ALL}
