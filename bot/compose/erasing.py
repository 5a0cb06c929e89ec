"""Erasing at the centre, and remembering whom outside the store: a restored backup brings nobody back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.retention import Clocks
from storage.engine import micros, moment
from storage.register import StoredRegister


@dataclass(frozen=True, slots=True)
class Erased:
    """Random ids of erased people and when they were, one a line, in a file beside the centre's keys."""

    file: Path

    def read(self) -> dict[str, datetime]:
        """Everyone remembered; a line that a crash left half is passed over, for it is written again."""
        if not self.file.exists():
            return {}
        lines = (line.split() for line in self.file.read_text().splitlines())
        return {line[0]: moment(int(line[1])) for line in lines if len(line) == 2 and line[1].isdecimal()}

    def add(self, people: Mapping[str, datetime]) -> None:
        """Remember more, durably."""
        with os.fdopen(os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as out:
            out.writelines(f"\n{person} {micros(at)}\n" for person, at in people.items())
            out.flush()
            os.fsync(out.fileno())


def erase(register: StoredRegister, clocks: Clocks, memory: Erased, at: datetime) -> None:
    """Let the clocks do their work, erase again whom a backup brought back, and remember who is erased."""
    remembered = memory.read()
    register.erase_again(remembered, at)
    register.erase(at, clocks)
    new = {person: when for person, when in register.erased().items() if person not in remembered}
    if new:
        memory.add(new)
