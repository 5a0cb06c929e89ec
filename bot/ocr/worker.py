"""One picture on standard input, the lines of its zone on standard output: `python -m bot.ocr.worker`."""

import sys
from datetime import UTC, date, datetime

from bot.ocr.lines import MEMORY, SECONDS, pack
from bot.ocr.reading import Reader
from bot.photos.cage import shut
from bot.photos.verdicts import LONGEST


def main() -> None:
    """Load what reads, shut the cage, and only then look at the picture."""
    reader = Reader()
    today = datetime.now(UTC).date()
    shut(MEMORY, SECONDS)
    sys.stdout.buffer.write(pack(_read(reader, sys.stdin.buffer.read(LONGEST + 1), today)))
    sys.stdout.buffer.flush()


def _read(reader: Reader, jpeg: bytes, today: date) -> str:
    try:
        return reader.zone(jpeg, today) if len(jpeg) <= LONGEST else ""
    except Exception:  # whatever a library says of a picture: it may quote it, so nobody is told
        return ""


if __name__ == "__main__":
    main()
