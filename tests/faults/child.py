"""What the harness starts: `python -m tests.faults.child MODULE ARGUMENT…` runs a module as it is started itself.

If the environment names a bug it is planted first. Only this module looks there: what is tested knows of no bug.
"""

import os
import runpy
import sys

from tests.faults.bugs import BUG, BUGS

if name := os.environ.get(BUG):
    BUGS[name].plant()

if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
