"""One photo on standard input, one verdict on standard output: `python -m bot.photos.worker`."""

import sys

from bot.photos.cage import shut
from bot.photos.pixels import cleaned
from bot.photos.verdicts import RAW, Clean, Refused, Why, pack


def main() -> None:
    """Shut the cage, and only then look at the photo."""
    shut()
    sys.stdout.buffer.write(pack(_judged(sys.stdin.buffer.read(RAW + 1))))
    sys.stdout.buffer.flush()


def _judged(raw: bytes) -> Clean | Refused:
    if len(raw) > RAW:
        return Refused(Why.TOO_LARGE)
    try:
        return cleaned(raw)
    except MemoryError:
        return Refused(Why.TOO_HUNGRY)
    except Exception:  # whatever a library says of a stranger's file: it may quote it, so nobody is told
        return Refused(Why.BROKEN)


if __name__ == "__main__":
    main()
