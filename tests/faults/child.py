"""What the harness starts: `python -m tests.faults.child MODULE ARGUMENT…` runs a module as it is started itself.

If the environment names a bug it is planted first. Only this module looks there: what is tested knows of no bug.
"""

import os
import runpy
import sys
from collections.abc import Mapping

BUG = "FAULTS_BUG"
CHILD = (sys.executable, "-m", "tests.faults.child")


def with_bug(name: str) -> Mapping[str, str]:
    """The environment of a process that has this bug, and of all that it starts."""
    return {**os.environ, BUG: name}


if os.environ.get(BUG):
    from tests.faults.bugs import BUGS

    BUGS[os.environ[BUG]].plant()

if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
