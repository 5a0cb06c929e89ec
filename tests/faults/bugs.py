"""Bugs planted on purpose, each of which must turn its row red: a harness that stays green proves nothing.

They change the code of a process of the harness at its start (tests/faults/child.py), and nothing on the disk.
"""

import inspect
import os
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

BUG = "FAULTS_BUG"
CHILD = (sys.executable, "-m", "tests.faults.child")


def with_bug(name: str) -> Mapping[str, str]:
    """The environment of a process that has this bug, and of all that it starts as CHILD."""
    return {**os.environ, BUG: name}


@dataclass(frozen=True, slots=True)
class Edit:
    """One place in the source of a function, module:function or module:Class.method, that is something else."""

    where: str
    right: str
    wrong: str

    def make(self) -> None:
        """Compile the function anew; LookupError if the place is not what it was."""
        name, _, path = self.where.partition(":")
        module = import_module(name)
        owner, _, function = path.rpartition(".")
        holder = getattr(module, owner) if owner else module
        source = textwrap.dedent(inspect.getsource(getattr(holder, function)))
        if source.count(self.right) != 1:
            raise LookupError(f"{self.where} has changed: let the bug fit it again")
        made: dict[str, object] = {}
        code = compile(source.replace(self.right, self.wrong), f"<bug in {self.where}>", "exec")
        exec(code, vars(module), made)  # noqa: S102
        setattr(holder, function, made[function])


class Bug:
    """A bug, and the row that must see it."""

    def __init__(self, row: str, *edits: Edit) -> None:
        self.row, self.edits = row, edits

    def plant(self) -> None:
        """Let this process have it."""
        for edit in self.edits:
            edit.make()


FSYNC_AT_CHECKPOINTS = Edit(
    "storage.engine:_make_sqlite_safe",
    "    for setting, (value, wanted) in PRAGMAS.items():",
    '    for setting, (value, wanted) in {**PRAGMAS, "synchronous": ("NORMAL", "1")}.items():',
)

BUGS: dict[str, Bug] = {
    "fsync at checkpoints only": Bug("power", FSYNC_AT_CHECKPOINTS),
    "fsync at checkpoints only, without root": Bug("torn", FSYNC_AT_CHECKPOINTS),
    "acknowledged before the commit": Bug(
        "kills",
        Edit(
            "storage.turns:StoredTurns._keep",
            "    self._together(connection, group)",
            "    answer(self._hand); self._together(connection, group)",
        ),
    ),
    "facts and replies in two transactions": Bug(
        "kills",
        Edit(
            "storage.group:keep_group",
            "    append(connection,",
            '    [connection.exec_driver_sql(word) for word in ("COMMIT", "BEGIN IMMEDIATE")]; append(connection,',
        ),
    ),
    "no signature is checked": Bug(
        "batches",
        Edit(
            "storage.wire:decode_batch",
            "        public.verify(framed.signature, SIGNED + framed.packed)\n",
            "",
        ),
    ),
    "no gap is seen": Bug(
        "batches",
        Edit(
            "storage.receive:_taken",
            "if batch.first_seq > last.seq + 1:",
            "if False:",
        ),
    ),
    "known numbers are skipped unread": Bug(
        "batches",
        Edit(
            "storage.receive:_taken",
            "    _assert_same(connection, batch, last)",
            "    batch.first_seq > last.seq and _assert_same(connection, batch, last)",
        ),
    ),
    "every batch is taken as new": Bug(
        "batches",
        Edit(
            "storage.receive:_taken",
            "    last = head(connection, batch.node, batch.epoch)",
            "    last = Head(batch.first_seq - 1, batch.previous)",
        ),
    ),
    "room is made before the size is read": Bug(
        "batches",
        Edit(
            "storage.wire:unpacked",
            "        if size > most:",
            "        if len(zstandard.decompress(packed, max_output_size=1 << 30)) > most:",
        ),
    ),
    "duplicates are not recognised": Bug(
        "duplicates",
        Edit("storage.turns:StoredTurns.done", "update in self._done", "False"),
        Edit("storage.turns:StoredTurns._keep", "update is None or (", "True or ("),
        Edit("storage.group:keep_group", "    _into_updates.put(", "    Into(UpdateRow, key=('update',)).put("),
    ),
    "a name is logged": Bug(
        "forensic",
        Edit("bot.citizen.intake:Intake._tried", "    try:", '    log.info(f"heard {heard.said.act}")\n    try:'),
        # One of the two alone is harmless: what is logged by mistake is hidden again.
        Edit("bot.logs:redacted", '_shaped(EVENT, entry["event"])', 'entry["event"]'),
    ),
    "chat ids are stored in clear": Bug("forensic", Edit("storage.engine:_encrypted", "key is None", "True")),
    "half sent is forgotten": Bug(
        "posts",
        Edit("storage.outbox:Outbox.recover", "_outbox.c.state == SENDING", '_outbox.c.state == ""'),
    ),
}
