"""`python -m tests.reading`: how well single messages are read, on the lines that were seen and those held out."""

import sys

from tests.reading.lines import HELD_OUT, SEEN, lines, measure, written


def main() -> None:
    """Print both reports; -v: also each line read otherwise; -s: only those seen."""
    for title, path in (("seen", SEEN), ("held out", HELD_OUT)):
        if title != "seen" and "-s" in sys.argv:
            continue
        report = measure(lines(path))
        sys.stdout.write(f"{title}: {sum(report.lines.values())} lines\n{written(report)}\n\n")
        if "-v" in sys.argv:
            sys.stdout.write("\n".join(report.otherwise) + "\n\n")


if __name__ == "__main__":
    main()
